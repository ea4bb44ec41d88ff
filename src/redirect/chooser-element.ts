import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isHydrating, whenChecked } from '../host/prerendered.js';
import { all, declare, flag, list, take, text } from '../host/declared.js';
import { keep } from '../host/kept.js';
import { Labels } from '../host/labels.js';
import type { TextKey, Values } from '../i18n/keys.js';
import { isLive } from '../platform/live.js';
import { choice } from '../ui/choice.js';
import { button } from '../ui/message.js';
import { row } from '../ui/row.js';
import { allowList } from './allow-list.js';
import { isReaderAtChoice, methodsAtHand } from './at-hand.js';
import { prepareRedirect } from './login-server.js';
import type { Operation } from '../flow/operations.js';
import type { Request } from '../flow/states.js';
import type { Subject } from '../flow/transaction.js';
import { ConnectElement } from '../host/connect-element.js';
import { connect } from '../i18n/load-connect.js';
import { placeToBe, stopInput, tellForm, tellInput } from './form-field.js';
import { RedirectFlow } from './redirect-flow.js';

/** What a method is called, what is said of it behind its name, and a second line about it. */
export interface MethodKeys {
  readonly name: TextKey | undefined;
  readonly hint: TextKey | undefined;
  readonly remark?: TextKey | undefined;
}

/** An element where one chooses a payment method and leaves with it: pay and change share it. */
export abstract class ChooserElement extends ConnectElement {
  /**
   * The browser asks for it by this name.
   *
   * @internal
   */
  static readonly formAssociated = true;
  static override properties: PropertyDeclarations = declare(this.prototype, {
    ...all(text, ['productCode', 'value', 'name']),
    methods: list,
    ...all(flag, ['remember', 'required', 'disabled']),
  });

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;
  /** Which methods to offer and in what order, separated by spaces. All of them by default. */
  declare methods: string | undefined;
  /** The chosen method; while this is none of them, the remembered one or else the first is chosen. */
  declare value: string | undefined;
  /** Whether to choose the method first that was used last in this browser. */
  declare remember: boolean;
  /** Whether a form may be sent only when there is a method to choose. */
  declare required: boolean;

  protected readonly source = connect;
  protected abstract readonly operation: Operation;
  protected override readonly news = new RedirectFlow(this.means(), {
    operationOf: () => this.operation,
    more: (subject) => this.moreParameters(subject),
  });
  readonly #labels = new Labels(this, this.internals);
  #warned = '';
  /** What was chosen when the reader was at it, or pressed the button: nothing we read changes it. */
  #kept: string | undefined;

  protected abstract override readonly place: 'pay-invoice' | 'change-method';
  /** The documented methods, in the order in which they are shown. */
  protected abstract readonly documented: readonly string[];
  protected abstract textsOf(paymentMethod: string): MethodKeys;
  /** What the button says. */
  protected abstract readonly action: readonly [TextKey, Values?];
  /** What the choice is about. Throws a `config` error that names a wrong attribute. */
  protected abstract subject(paymentMethod: string): Request;
  /** What the redirect carries beside the documented parameters. */
  protected moreParameters(subject: Subject): Promise<Readonly<Record<string, string>>>;
  protected moreParameters(): Promise<Readonly<Record<string, string>>> {
    return Promise.resolve({});
  }
  /** Whether the product is paid so now: it can be chosen, and is chosen by itself only when nothing else is there. */
  protected isCurrent(paymentMethod: string): boolean;
  protected isCurrent(): boolean {
    return false;
  }
  /** Whether it is known that it cannot be chosen. It is switched off in place, unless the reader is at it. */
  protected isImpossible(paymentMethod: string): boolean;
  protected isImpossible(): boolean {
    return false;
  }
  /** What stands above the choice. */
  protected renderSummary(): unknown {
    return '';
  }

  /** Under which the chosen method stands in the `FormData` of the form around; empty without one. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string | undefined) {
    const given = take(this, 'name', text, name);
    if (typeof given === 'string') this.setAttribute('name', given);
    else this.removeAttribute('name');
  }

  /** Nothing can be chosen or sent. A fieldset around does the same, and leaves this as it is. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', take(this, 'disabled', flag, disabled) === true);
  }

  protected get flow() {
    return this.operation.flow;
  }

  get #chosen(): string | undefined {
    const possible = this.choices.filter((method) => !this.#isOff(method));
    const others = possible.filter((method) => !this.isCurrent(method));
    const last = this.remember ? keep(this.settings, this.#lastUsed) : '';
    return (
      [this.value, this.#kept].find((method) => method && possible.includes(method)) ??
      others.find((method) => method === last) ??
      others[0] ??
      possible[0]
    );
  }

  #isOff(method: string): boolean {
    const isChosen = method === this.value || method === this.#kept;
    return (
      this.isImpossible(method) && !isChosen && !methodsAtHand(this.renderRoot).includes(method)
    );
  }

  /** What is chosen stays so, whatever is read now, where the reader is at it or about to press the button. */
  protected keepChoice(): void {
    if (isReaderAtChoice(this.renderRoot)) this.#kept = this.#chosen;
  }

  protected override stop(): void {
    super.stop();
    this.#kept = undefined;
  }

  /** Whoever touches a choice or the button is about to press: what the press has to know is read by then. */
  #touch(paymentMethod = this.#chosen): void {
    const mayPress = this.stateName === 'ready' && !this.#isDisabled;
    if (mayPress && paymentMethod) this.news.touch(this.subject(paymentMethod));
  }

  get #isDisabled(): boolean {
    // A server does not see the fieldsets around.
    if (!isLive || isHydrating(this)) return this.hasAttribute('disabled');
    return this.matches(':disabled');
  }

  get #lastUsed(): string {
    return `connect-elements last ${this.flow}`;
  }

  /** Leaves with the chosen method; resolves when it has left or been refused. */
  protected async submit(): Promise<void> {
    const chosen = this.#chosen;
    if (this.stateName !== 'ready' || !chosen || this.#isDisabled) return;
    this.#kept = chosen;
    if (this.remember) keep(this.settings, this.#lastUsed, chosen);
    await this.news.press(this.subject(chosen));
  }

  /**
   * The form, or a fieldset in it, has been switched off or on again; the `disabled` attribute does so too.
   *
   * @internal
   */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /**
   * The form has been reset.
   *
   * @internal
   */
  formResetCallback(): void {
    this.#kept = undefined;
    this.value = this.getAttribute('value') ?? undefined;
  }

  /**
   * The browser gives back what was chosen when the reader left the page, or fills in the form.
   *
   * @internal
   */
  formStateRestoreCallback(kept: unknown): void {
    if (typeof kept === 'string') this.value = kept;
  }

  /** Brings the focus to the choice; to what says so where there is none. */
  override focus(options?: FocusOptions): void {
    placeToBe(this.renderRoot)?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#onClick);
  }

  /** Browsers click the element itself when its label is clicked: what is inside is clicked on its own. */
  readonly #onClick = (event: Event) => {
    if (event.composedPath()[0] === this) this.focus();
  };

  protected override takeUp(paymentMethod: string): void {
    this.#choose(paymentMethod);
  }

  protected override updated(): void {
    super.updated();
    const chosen = this.view === 'ready' ? this.#chosen : undefined;
    tellForm(this.internals, this.renderRoot, {
      chosen,
      kept: this.value ?? '',
      isRequired: this.required,
      reason: this.t(`${this.place}.empty`),
    });
  }

  /** Takes up what came back, then checks whatever leaving again needs. Throws a `config` error. */
  protected prepare(): Request {
    const subject = this.subject('');
    this.news.follow(subject);
    prepareRedirect(this.settings, this.operation);
    return subject;
  }

  /** The documented methods, or the allow-list in its order; a value outside the documented enum is named in the console. */
  protected get choices(): readonly string[] {
    const { methods, documented } = this;
    if (methods == null) return documented;
    const { choices, unknown } = allowList(methods, documented);
    if (unknown && unknown !== this.#warned) {
      console.warn(this.localName, 'methods: ignored', unknown);
    }
    this.#warned = unknown;
    return choices;
  }

  protected override renderReady(): TemplateResult {
    const [key, values] = this.news.isBusy ? ([`${this.flow}.submitting`] as const) : this.action;
    // What is shown before anything is read may be chosen from, and cannot be sent.
    const isDisabled = this.#isDisabled || this.view !== 'ready';
    const chosen = this.#chosen;
    return html`${this.renderSummary()}
      ${choice({
        name: this.#labels.text || this.t(`${this.place}.heading`),
        isDisabled: this.news.isBusy || this.#isDisabled,
        rows: this.choices.map((method) => this.#renderChoice(method, method === chosen)),
      })}
      <div @pointerdown=${() => this.#touch()}>
        ${button(key, this.t(key, values), () => void this.submit(), isDisabled)}
      </div>`;
  }

  #choose(paymentMethod: string): void {
    this.value = paymentMethod;
    // A listener that sets the value back must find the choice rendered, or it would stay.
    this.performUpdate();
    tellInput(this);
    this.emit('select', { paymentMethod });
    this.#touch(paymentMethod);
  }

  /** A native radio button: its keys and its announcement are the browser's own. */
  #renderChoice(paymentMethod: string, isChosen: boolean): TemplateResult {
    const { hint, ...keys } = this.textsOf(paymentMethod);
    const onLeave = () => {
      if (this.isImpossible(paymentMethod)) this.requestUpdate();
    };
    return html`<label part="item" @pointerleave=${onLeave} @focusout=${onLeave}
      ><input
        part="control"
        type="radio"
        name="choice"
        value=${paymentMethod}
        ?disabled=${this.#isOff(paymentMethod)}
        .checked=${whenChecked(isChosen)}
        @input=${stopInput}
        @change=${() => this.#choose(paymentMethod)}
      />${row(paymentMethod, this.#nameOf(paymentMethod, keys), hint && this.t(hint))}</label
    >`;
  }

  /** A remark is on the line of the name, so that no row grows when it comes. */
  #nameOf(paymentMethod: string, { name, remark }: Omit<MethodKeys, 'hint'>): TemplateResult {
    return html`${name ? this.t(name) : paymentMethod}${
      remark && html` <i part="description">${this.t(remark)}</i>`
    }`;
  }
}
