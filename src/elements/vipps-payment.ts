import { html, type TemplateResult } from 'lit';
import type { ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { isChange } from '../api/swedbank-pay/operations.js';
import { asProblem, problemType } from '../api/swedbank-pay/problem.js';
import { isRegistered, type VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import type { VippsRunner } from '../flow/vipps/runner.js';
import type { VippsState } from '../flow/vipps/states.js';
import { view, type ViewMessage } from '../flow/vipps/view.js';
import { ConnectElement } from '../host/connect-element.js';
import type { StateName } from '../host/state-name.js';
import { version } from '../host/define.js';
import { resourceApi, type ResourceApi } from '../host/resource.js';
import { declare, flag, text } from '../host/declared.js';
import { VippsDriver } from '../host/vipps-driver.js';
import { shared } from '../i18n/en/shared.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import type { TextKey } from '../i18n/keys.js';
import { vippsPayment as source } from '../i18n/load-vipps-payment.js';
import { factsStyles } from '../ui/facts-styles.js';
import { button, message } from '../ui/message.js';
import { styles } from '../ui/styles.js';
import { byHand, questionForm } from '../views/vipps-body.js';
import { detailFacts, vippsFacts, type Writing } from '../views/vipps-facts.js';
import { operationName, vippsMessage } from '../views/vipps-message.js';

/**
 * @summary Shows a Swedbank Pay Vipps payment, and offers what its resource lists.
 *
 * **A merchant's key never reaches a browser.** The element asks the site's own backend, which adds the
 * key, lets a subscriber see only what is theirs, and points the operations that are fetched at itself;
 * `demo/site/swedbank-pay.ts` is such a backend on a page. What only the shop's staff may do is
 * offered with `merchant`, and is the backend's to allow: an attribute is no permission.
 * **Grant nothing on `connect-outcome`: it is what a page of the vendor's says. Ask your server.**
 *
 * A payment is registered when the resource lists `paid-payment`. What the seamless view calls completed may have been
 * cancelled: the outcome is `unknown`, and the server is asked, at growing pauses for ten minutes of a page that is seen
 * (a Vipps request lives that long), before the page is told `confirmed: false`. Before each change the payment is read,
 * and after it once more; one whose answer was lost is never sent again by itself.
 *
 * Each operation is found by its `rel` and performed with the `href` and the `method` that are listed
 * beside it: `redirect-authorization`, `view-authorization`, `view-payment`, `update-payment-abort`,
 * `create-capture`, `create-cancellation`, `paid-payment`, `failed-payment` and `aborted-payment`. Others are in `payment`
 * and not offered. What is fetched stays on the origin of `src`, and below `api-url` when `src` does; the
 * browser goes only there or to `operation-origins`. The seamless view's script comes from this origin or
 * from `configure({ scriptOrigins })`, and without one named the view is not offered; under Trusted Types
 * the page's policy list has `connect-elements`. Where the seamless view sends the payer itself is the
 * vendor's to say: `https:` only, and told by `connect-redirect`.
 *
 * Source: Swedbank Pay, Vipps, "Payment Resource". All shared settings of `connect-config` are
 * attributes here too.
 *
 * @tag connect-vipps-payment
 * @attr {string} src - Required. Address of the payment resource, resolved against the page's: below
 *   `api-url` when that is set, or of this origin, where cookies go along and never a token.
 * @attr {boolean} merchant - Also offer to charge and to release what is reserved.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The payment was read.
 * @fires {CustomEvent<SubmitDetail>} connect-submit - Before the payment is changed; `rel` says how;
 *   cancelable.
 * @fires {CustomEvent<TransactionDetail>} connect-transaction - The seamless view has begun a payment.
 * @fires {CustomEvent<RedirectDetail>} connect-redirect - Before the browser leaves; cancelable, the
 *   site then navigates itself.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - What the seamless view says, not verified: `unknown`,
 *   `initiated`, `cancelled` or `failed`.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the payment said.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot seamless - The seamless view; the element fills it.
 * @slot error - Replaces the message after an error.
 * @slot footer - Below everything.
 * @slot registered - Replaces the message that the payment is registered.
 * @slot initiated - Replaces the message of an outcome; one slot each, also `cancelled` and `failed`.
 * @slot open - Replaces the message that nobody knows yet how it went at the payment page.
 * @slot redirecting - Replaces the message while the browser leaves.
 * @slot question - Replaces the question before money moves.
 * @slot paid-payment - Replaces what an operation that only tells something tells; one slot for each by
 *   its `rel`, also `failed-payment` and `aborted-payment`.
 * @slot notice - Replaces any other message.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart label - Name of a fact.
 * @csspart description - A fact, or small print.
 * @csspart list - What can be done.
 * @csspart item - A field for an amount, with its name.
 * @csspart control - The field itself.
 * @csspart button - Any button.
 * @csspart message - A question, a notice, an error or an outcome.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The payment is read.
 * @cssstate ready - The payment is shown.
 * @cssstate submitting - An operation is under way.
 * @cssstate redirecting - The browser leaves.
 * @cssstate settled - There is an outcome.
 * @cssstate failed - The payment could not be read.
 */
export class ConnectVippsPayment extends ConnectElement {
  static readonly version = version;
  static override styles = [styles, factsStyles];
  static override properties = declare(this.prototype, { src: text, merchant: flag });

  /** Address of the payment resource, as a rule at the site's own backend. */
  declare src: string | undefined;
  /** Whether to offer what only the shop's own staff may do. */
  declare merchant: boolean;

  protected readonly flow = 'vipps-payment';
  protected readonly place = 'vipps-payment';
  protected readonly english = { shared, 'vipps-payment': vippsPayment };
  protected readonly source = source;
  #driver: VippsDriver | undefined;
  /** What was shown last of it. */
  #shown: VippsState = { name: 'unread' };

  /** The payment as it was read last; undefined before that. */
  get payment(): VippsPayment | undefined {
    return this.#driver?.resource.payment;
  }

  /**
   * Does what the resource lists by this name. While another operation on it is under way it does
   * nothing. Resolves when it is done or refused; what happened is told by events.
   *
   * @param rel One of the documented names, such as `update-payment-abort`.
   * @param body Fields of the request's body that win over the element's own: a part of the amount is
   *   charged by `{ transaction: { amount: 500, vatAmount: 100 } }`, in minor units.
   */
  perform(rel: string, body?: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#start().runner.perform({ rel, given: body });
  }

  override seen(): void {
    this.#driver?.runner.send({ type: 'seen' });
  }

  protected identity(): readonly unknown[] {
    return [this.src];
  }

  protected async load(options: CallOptions): Promise<number> {
    const { resource, runner } = this.#start();
    await resource.load(options);
    runner.loaded();
    return 1;
  }

  protected override stop(): void {
    super.stop();
    this.#driver?.runner.send({ type: 'left' });
    this.#driver = this.told = undefined;
    this.#shown = { name: 'unread' };
  }

  protected override api(): ResourceApi {
    return resourceApi(this.src, this.settings, this);
  }

  protected override get stateName(): StateName {
    return view(this.#shown).state ?? super.stateName;
  }

  protected override get awaited(): TextKey {
    return view(this.#shown).state ? 'vipps-payment.submitting' : super.awaited;
  }

  protected override emitError(error: ConnectError): void {
    super.emitError(asProblem(error));
  }

  protected override renderFailure(error: ConnectError): TemplateResult {
    if (problemType(error.body) !== 'notfound') return super.renderFailure(asProblem(error));
    const body = `shared.error.${asProblem(error).code}` as const;
    const actions = [{ label: 'shared.try-again', act: () => void this.reload() }] as const;
    return message({ slot: 'error', title: 'vipps-payment.not-found', body, actions }, this.t);
  }

  protected renderReady(): TemplateResult {
    const { payment, stateName } = this;
    const registered = { slot: 'registered', title: 'vipps-payment.registered' } as const;
    // The two ways to open the seamless view are one button to the payer.
    const choices = this.#driver?.resource.choices ?? [];
    const names = new Map(choices.map((rel) => [operationName(rel), rel]));
    const isOff = view(this.#shown).isBusy || stateName === 'loading';
    return html`${!this.told && payment && isRegistered(payment) ? message(registered, this.t) : ''}
      ${vippsFacts(payment, this.#writing)}
      <fieldset part="list" ?disabled=${isOff}>
        <div>
          ${Array.from(names, ([name, rel]) => button(name, this.t(name), () => this.#press(rel)))}
        </div>
      </fieldset>
      <slot name="seamless"></slot>`;
  }

  get #writing(): Writing {
    const { currency = '' } = { ...this.payment };
    return { currency, language: this.language, isStaff: this.merchant, t: this.t };
  }

  #press(rel: string): void {
    const needsFields = rel === 'create-capture';
    if (isChange(rel)) this.#start().runner.send({ type: 'asked', rel, needsFields });
    else void this.perform(rel);
  }

  /** What drives the payment of now. */
  #start(): VippsDriver {
    if (this.#driver) return this.#driver;
    const driver = new VippsDriver(this.src ?? '', {
      ...this.means(),
      element: this,
      api: () => this.api(),
      isStaff: () => this.merchant,
      changed: () => this.requestUpdate(),
      show: (runner) => runner === this.#driver?.runner && this.#show(runner),
      reload: () => void this.reload(),
    });
    return (this.#driver = driver);
  }

  /** Says what there is to say of the state now; the focus moves to what is said anew. */
  #show(runner: VippsRunner): void {
    const before = this.#shown;
    const { state, secondsLeft: seconds } = runner;
    const { message: said } = view((this.#shown = state));
    // What is under way takes several steps, and is said once.
    if (said?.moment === 'submitting' && view(before).message?.moment === 'submitting') return;
    const checkAgain = () => runner.send({ type: 'checked-again' });
    const parts = { seconds, t: this.t, checkAgain, body: (what: ViewMessage) => this.#body(what) };
    this.told = said && vippsMessage(said, parts);
    const isCounting = before.name === 'checking' && state.name === 'checking';
    this.refresh(!!said && before !== state && !isCounting && !said.failure);
  }

  #body({ moment, rel = '', known = {}, url = '' }: ViewMessage): unknown {
    const { t } = this;
    const writing = this.#writing;
    if (moment === 'leaving') return byHand(url, this.settings.target, t);
    if (moment === 'details') return detailFacts(known, writing);
    const { remainingCancellationAmount } = { ...this.payment };
    const contents: Readonly<Record<string, unknown>> = {
      'create-capture': this.#driver?.charge?.fields,
      'create-cancellation': detailFacts({ remainingCancellationAmount }, writing),
    };
    const given = rel === 'create-capture' ? this.#driver?.charge?.typed : undefined;
    const agree = () => void this.perform(rel, given?.());
    const close = () => this.#driver?.runner.send({ type: 'denied' });
    return questionForm({ rel, content: contents[rel], t, agree, close });
  }
}
