import { html, type TemplateResult } from 'lit';
import { configError } from '../api/errors.js';
import { attributes } from '../host/settings-element.js';
import { methodName, texts } from '../i18n/en.js';
import { button } from '../ui/message.js';
import { row } from '../ui/row.js';
import { prepareRedirect } from './login-server.js';
import type { NewSubject } from './operations.js';
import { RedirectElement } from './redirect-element.js';

interface ChooserTexts {
  readonly heading: string;
  readonly action: string;
  /** Names of the documented methods, in the order in which they are shown. */
  readonly methods: Readonly<Record<string, string>>;
}

/** An element where one chooses a payment method and leaves with it: pay and change share it. */
export abstract class ChooserElement extends RedirectElement {
  static override properties = attributes(['productCode', 'methods', 'value']);

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;
  /** Which methods to offer and in what order, separated by spaces. All of them by default. */
  declare methods: string | undefined;
  /** The chosen method; the first one is chosen while this is none of them. */
  declare value: string | undefined;

  #warned = '';

  protected abstract readonly texts: ChooserTexts;
  /** What the choice is about. Throws a `config` error that names a wrong attribute. */
  protected abstract subject(paymentMethod: string): NewSubject;
  /** What stands above the choice. */
  protected renderSummary(): unknown {
    return '';
  }

  protected get flow() {
    return this.operation.flow;
  }

  protected get heading(): string {
    return this.texts.heading;
  }

  get #chosen(): string | undefined {
    return this.choices.find((method) => method === this.value) ?? this.choices[0];
  }

  /** Leaves with the chosen method; resolves when it has left or been refused. */
  protected async submit(): Promise<void> {
    const chosen = this.#chosen;
    if (this.stateName === 'ready' && chosen) await this.leave(this.subject(chosen));
  }

  /** Takes up what came back, then checks whatever leaving again needs. Throws a `config` error. */
  protected prepare(): NewSubject {
    const subject = this.subject('');
    this.arrive(subject);
    prepareRedirect(this.settings, this.operation);
    return subject;
  }

  /** The documented methods, or the allow-list in its order; a value outside the documented enum is named in the console. */
  protected get choices(): readonly string[] {
    const { methods } = this;
    const documented = Object.keys(this.texts.methods);
    if (methods == null) return documented;
    const asked = [...new Set(methods.match(/\S+/g))];
    const unknown = asked.filter((method) => !documented.includes(method)).join(' ');
    if (unknown && unknown !== this.#warned) {
      console.warn(this.localName, 'methods: ignored', unknown);
    }
    this.#warned = unknown;
    return asked.filter((method) => documented.includes(method));
  }

  protected override renderReady(): TemplateResult {
    const { isBusy } = this;
    return html`${this.renderSummary()}
      <fieldset part="list" aria-label=${this.heading} ?disabled=${isBusy}>
        ${this.choices.map((method) => this.#renderChoice(method))}
      </fieldset>
      <div>${button(isBusy ? texts.busy : this.texts.action, () => void this.submit())}</div>`;
  }

  /** A native radio button: its keys and its announcement are the browser's own. */
  #renderChoice(paymentMethod: string): TemplateResult {
    const onSelect = () => {
      this.value = paymentMethod;
      // A listener that sets the value back must find the choice rendered, or it would stay.
      this.performUpdate();
      this.emit('connect-select', { flow: this.flow, paymentMethod });
    };
    return html`<label part="item"
      ><input
        part="control"
        type="radio"
        name="choice"
        .checked=${paymentMethod === this.#chosen}
        @change=${onSelect}
      />${row(paymentMethod, methodName(this.texts.methods, paymentMethod))}</label
    >`;
  }
}

/**
 * @throws {ConnectError} `config` naming the attribute unless it has 1 to `longest` characters, and no
 * `~`, which parts the fields of our parameter in a return address.
 */
export function checkedCode(name: string, value: string | undefined, longest: number): string {
  if (value && value.length <= longest && !value.includes('~')) return value;
  throw configError(name, `1 to ${longest} characters`);
}
