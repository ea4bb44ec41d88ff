import { html, type ReactiveController, type TemplateResult } from 'lit';
import { ours } from '../flow/kept-key.js';
import type { Operation } from '../flow/operations.js';
import type { Request } from '../flow/states.js';
import type { ConnectElement } from '../host/connect-element.js';
import type { Internals } from '../host/internals.js';
import { keep } from '../host/kept.js';
import { Labels } from '../host/labels.js';
import type { Panel } from '../host/panel.js';
import { whenChecked } from '../host/prerendered.js';
import type { TextKey, Values } from '../i18n/keys.js';
import { isLive } from '../platform/live.js';
import { choice } from '../ui/choice.js';
import { button } from '../ui/message.js';
import { row } from '../ui/row.js';
import { allowList } from './allow-list.js';
import type { Carried } from './carried.js';
import { isReaderAtChoice, methodsAtHand } from './at-hand.js';
import { leaveGroup, placeToBe, stopInput, tellInput } from './form-field.js';
import { prepareRedirect } from './login-server.js';
import { RedirectFlow } from './redirect-flow.js';

/** What a method is called, what is said of it behind its name, and a second line about it. */
export interface MethodKeys {
  readonly name: TextKey | undefined;
  readonly hint: TextKey | undefined;
  readonly remark?: TextKey | undefined;
}

/** An element where one chooses a payment method and leaves with it. */
export interface ChooserHost extends ConnectElement {
  methods: string | undefined;
  value: string | undefined;
  remember: boolean;
  required: boolean;
}

/** What tells the choice of one element from that of another. */
export interface Choice {
  readonly operation: Operation;
  readonly place: 'pay-invoice' | 'change-method';
  /** The documented methods, in the order in which they are shown. */
  readonly documented: readonly string[];
  readonly textsOf: (paymentMethod: string) => MethodKeys;
  /** What the button says. */
  readonly action: () => readonly [TextKey, Values?];
  /** What the choice is about. Throws a `config` error that names a wrong attribute. */
  readonly subject: (paymentMethod: string) => Request;
  /** What the redirect carries beside the documented parameters. */
  readonly more?: Carried;
  /** What the button asks for, as it is written; empty when nobody knows. */
  readonly amount?: () => string;
  /** Whether the product is paid so now: it can be chosen, and is chosen by itself only when nothing else is there. */
  readonly isCurrent?: (paymentMethod: string) => boolean;
  /** Whether it is known that it cannot be chosen. It is switched off in place, unless the reader is at it. */
  readonly isImpossible?: (paymentMethod: string) => boolean;
  /** What stands above the choice. */
  readonly renderSummary?: () => unknown;
}

/** Chooses a payment method and leaves with it; a field of the form around. */
export class Chooser implements ReactiveController {
  readonly flow: RedirectFlow;
  readonly #host: ChooserHost;
  readonly #panel: Panel;
  readonly #choice: Choice;
  readonly #labels: Labels;
  #warned = '';
  /** What was chosen when the reader was at it, or pressed the button: nothing we read changes it. */
  #kept: string | undefined;
  /** Why the page does not take what is chosen. */
  #refusal = '';

  constructor(host: ChooserHost, panel: Panel, choice: Choice) {
    this.#host = host;
    this.#panel = panel;
    this.#choice = choice;
    this.#labels = new Labels(host, panel.internals);
    const { operation, more, amount } = choice;
    this.flow = new RedirectFlow(panel, { operationOf: () => operation, more, amount });
    host.prerendered.takeUp = (paymentMethod) => {
      if (this.choices.includes(paymentMethod)) this.#choose(paymentMethod);
    };
    // Whoever touches a choice or the button is about to press: what the press has to know is read by then.
    host.addEventListener('pointerdown', () => this.#touch());
    // Browsers click the element itself when its label is clicked: what is inside is clicked on its own.
    host.addEventListener('click', (event) => {
      if (event.composedPath()[0] === host) this.focus();
    });
    host.addController(this);
  }

  /** The documented methods, or the allow-list in its order; a value outside the documented enum is named in the console. */
  get choices(): readonly string[] {
    const { methods, localName } = this.#host;
    const { documented } = this.#choice;
    if (methods == null) return documented;
    const { choices, unknown } = allowList(methods, documented);
    if (unknown && unknown !== this.#warned) console.warn(localName, 'methods: ignored', unknown);
    this.#warned = unknown;
    return choices;
  }

  /** Takes up what came back, then checks whatever leaving again needs. Throws a `config` error. */
  prepare(): Request {
    const { operation, subject } = this.#choice;
    const about = subject('');
    this.flow.follow(about);
    prepareRedirect(this.#panel.settings(), operation);
    return about;
  }

  /** Leaves with the chosen method; resolves when it has left or been refused. */
  async submit(): Promise<void> {
    const chosen = this.#chosen;
    if (this.#panel.state !== 'ready' || !chosen || this.#isDisabled) return;
    this.#kept = chosen;
    if (this.#host.remember) keep(this.#panel.settings(), this.#lastUsed, chosen);
    await this.flow.press(this.#choice.subject(chosen));
  }

  /** What is chosen stays so, whatever is read now, where the reader is at it or about to press the button. */
  keepChoice(): void {
    if (isReaderAtChoice(this.#host.renderRoot)) this.#kept = this.#chosen;
  }

  /** The element has left the page, or is about something else from now on. */
  forget(): void {
    this.#kept = undefined;
  }

  /** The form has been reset. */
  reset(): void {
    this.#kept = undefined;
    this.#host.value = this.#host.getAttribute('value') ?? undefined;
  }

  /** The browser gives back what was chosen when the reader left the page, or fills in the form. */
  restore(kept: unknown): void {
    if (typeof kept === 'string') this.#host.value = kept;
  }

  /** The page does not take what is chosen, and says why; or it does, and says nothing. */
  refuse(reason: string): void {
    this.#refusal = reason;
    this.#tellForm();
  }

  get internals(): Internals {
    return this.#panel.internals;
  }

  /** Brings the focus to the choice; to what says so where there is none. */
  focus(options?: FocusOptions): void {
    placeToBe(this.#root)?.focus(options);
  }

  hostUpdate(): void {
    if (!this.#panel.isThere) leaveGroup(this.#host.renderRoot);
  }

  hostUpdated(): void {
    this.#tellForm();
  }

  render(): TemplateResult {
    const { isBusy } = this.flow;
    const { place, action, renderSummary } = this.#choice;
    const { t, view } = this.#panel;
    const [key, values] = isBusy ? ([`${place}.submitting`] as const) : action();
    const chosen = this.#chosen;
    // What is shown before anything is read may be chosen from, and cannot be sent; nor can nothing.
    const isOff = this.#isDisabled || view !== 'ready' || !chosen;
    return html`${renderSummary?.()}
      ${choice({
        // A site may have taken the heading away: a group of choices has a name all the same.
        name: this.#labels.text || t(`${place}.heading`) || t(key, values),
        isDisabled: isBusy || this.#isDisabled,
        rows: this.choices.map((method) => this.#renderChoice(method, method === chosen)),
      })}
      <div>${button(key, t(key, values), () => void this.submit(), isOff)}</div>`;
  }

  /** Before the first connect there is none of its own yet. */
  get #root(): ParentNode {
    return this.#host.shadowRoot ?? this.#host;
  }

  /** Tells the form around what is chosen, and whether it may be sent. */
  #tellForm(): void {
    const { t, view } = this.#panel;
    const { required, value = '' } = this.#host;
    const { known } = this.internals;
    const chosen = view === 'ready' ? this.#chosen : undefined;
    const valueMissing = required && !chosen;
    const customError = !!this.#refusal;
    // What the browser gives back when the reader comes back to the page is what was chosen by somebody.
    known.setFormValue?.(chosen ?? null, value);
    // Without a place inside, browsers find no way to bring the reader to what is not valid. To look for one has the page
    // laid out.
    const place = valueMissing || customError ? placeToBe(this.#root) : undefined;
    const reason = this.#refusal || t(`${this.#choice.place}.empty`);
    known.setValidity?.({ valueMissing, customError }, reason, place);
  }

  get #chosen(): string | undefined {
    const { remember, value } = this.#host;
    const possible = this.choices.filter((method) => !this.#isOff(method));
    const others = possible.filter((method) => !this.#choice.isCurrent?.(method));
    const last = remember ? keep(this.#panel.settings(), this.#lastUsed) : '';
    return (
      [value, this.#kept].find((method) => method && possible.includes(method)) ??
      others.find((method) => method === last) ??
      others[0] ??
      possible[0]
    );
  }

  #isOff(method: string): boolean {
    const { value, renderRoot } = this.#host;
    if (!this.#choice.isImpossible?.(method)) return false;
    const isChosen = method === value || method === this.#kept;
    return !isChosen && !methodsAtHand(renderRoot).includes(method);
  }

  get #isDisabled(): boolean {
    const host = this.#host;
    // A server does not see the fieldsets around.
    if (!isLive || host.prerendered.isHydrating) return host.hasAttribute('disabled');
    return host.matches(':disabled');
  }

  get #lastUsed(): string {
    return `${ours}last ${this.#choice.operation.flow}`;
  }

  #touch(paymentMethod = this.#chosen): void {
    const mayPress = this.#panel.state === 'ready' && !this.#isDisabled;
    if (mayPress && paymentMethod) this.flow.touch(this.#choice.subject(paymentMethod));
  }

  #choose(paymentMethod: string): void {
    this.#host.value = paymentMethod;
    // A listener that sets the value back must find the choice rendered, or it would stay.
    this.#host.renderNow();
    tellInput(this.#host);
    this.#panel.emit('select', { paymentMethod });
    this.#touch(paymentMethod);
  }

  /** A native radio button: its keys and its announcement are the browser's own. */
  #renderChoice(paymentMethod: string, isChosen: boolean): TemplateResult {
    const { hint, ...keys } = this.#choice.textsOf(paymentMethod);
    const onLeave = () => {
      if (this.#choice.isImpossible?.(paymentMethod)) this.#host.requestUpdate();
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
      />${row(paymentMethod, this.#nameOf(paymentMethod, keys), hint && this.#panel.t(hint))}</label
    >`;
  }

  /** A remark is on the line of the name, so that no row grows when it comes. */
  #nameOf(paymentMethod: string, { name, remark }: Omit<MethodKeys, 'hint'>): TemplateResult {
    const { t } = this.#panel;
    return html`${name ? t(name) : paymentMethod}${
      remark && html` <i part="description">${t(remark)}</i>`
    }`;
  }
}
