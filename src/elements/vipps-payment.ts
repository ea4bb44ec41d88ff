import { html, type TemplateResult } from 'lit';
import type { ConnectError } from '../api/errors.js';
import { problemType } from '../api/swedbank-pay/problem.js';
import { isRegistered, type VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import type { CallOptions } from '../api/shared-read.js';
import { ConnectElement } from '../host/connect-element.js';
import { declare, flag, text } from '../host/declared.js';
import { Panel } from '../host/panel.js';
import { shared } from '../i18n/en/shared.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import type { TextKey } from '../i18n/keys.js';
import { vippsPayment as source } from '../i18n/load-vipps-payment.js';
import { factsStyles } from '../ui/facts-styles.js';
import { button, message, type MessageOptions } from '../ui/message.js';
import { styles } from '../ui/styles.js';
import { vippsFacts } from '../views/vipps-facts.js';
import { operationName } from '../views/vipps-message.js';
import { VippsDriving } from '../controllers/vipps-driving.js';

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
 * (a Vipps request lives that long), before the page is told `confirmed: false`; what is begun meanwhile, also a look at
 * details, ends that, and the page is told neither. Before each change the payment is read,
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
  static override styles = [styles, factsStyles];
  static override properties = declare(this.prototype, { src: text, merchant: flag });

  /** Address of the payment resource, as a rule at the site's own backend. */
  declare src: string | undefined;
  /** Whether to offer what only the shop's own staff may do. */
  declare merchant: boolean;

  readonly #panel: Panel = new Panel(this, {
    flow: 'vipps-payment',
    place: 'vipps-payment',
    english: { shared, 'vipps-payment': vippsPayment },
    source,
    identity: () => [this.src],
    load: (options) => this.#load(options),
    news: () => [this.#driving],
    renderReady: () => this.#renderReady(),
    failure: (problem) => this.#failure(problem),
  });
  readonly #driving: VippsDriving = new VippsDriving(this, this.#panel);

  /** The payment as it was read last; undefined before that. */
  get payment(): VippsPayment | undefined {
    return this.#driving.payment;
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
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
    return this.#driving.perform(rel, body);
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  async #load(options: CallOptions): Promise<number> {
    await this.#driving.load(options);
    return 1;
  }

  #failure({ code, body }: ConnectError): MessageOptions<TextKey> | undefined {
    if (problemType(body) !== 'notfound') return undefined;
    const actions = [{ label: 'shared.try-again', act: () => void this.reload() }] as const;
    const title = 'vipps-payment.not-found';
    return { slot: 'error', title, body: `shared.error.${code}`, actions };
  }

  #renderReady(): TemplateResult {
    const { payment, choices, writing, isBusy } = this.#driving;
    const { state, t } = this.#panel;
    const registered = { slot: 'registered', title: 'vipps-payment.registered' } as const;
    const isSilent = !this.#driving.message;
    // The two ways to open the seamless view are one button to the payer.
    const names = new Map(choices.map((rel) => [operationName(rel), rel]));
    const operation = (name: TextKey, rel: string) =>
      button(name, t(name), () => this.#driving.press(rel));
    return html`${isSilent && payment && isRegistered(payment) ? message(registered, t) : ''}
      ${vippsFacts(payment, writing)}
      <fieldset part="list" ?disabled=${isBusy || state === 'loading'}>
        <div>${Array.from(names, ([name, rel]) => operation(name, rel))}</div>
      </fieldset>
      <slot name="seamless"></slot>`;
  }
}
