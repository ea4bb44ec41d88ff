import { html, type TemplateResult } from 'lit';
import type { JsonObject } from '../api/decode.js';
import { isChange } from '../api/swedbank-pay/operations.js';
import { amountOf, isRegistered } from '../api/swedbank-pay/vipps-payment.js';
import { version } from '../host/define.js';
import { date, decimals, money } from '../i18n/format.js';
import { vippsPayment } from '../i18n/en/vipps-payment.js';
import { has } from '../i18n/has.js';
import { VippsElement } from '../redirect/vipps-element.js';
import { operationName } from '../redirect/vipps-operations.js';
import { facts } from '../ui/facts.js';
import { factsStyles } from '../ui/facts-styles.js';
import { button, message } from '../ui/message.js';
import { styles } from '../ui/styles.js';

/** What is told of a payment, in this order. */
const shownFacts = [
  'state',
  'amount',
  'description',
  'number',
  'created',
  'updated',
  'remainingCaptureAmount',
  'remainingCancellationAmount',
  'remainingReversalAmount',
  'title',
  'abortReason',
  'detail',
] as const;

/**
 * @summary Shows a Swedbank Pay Vipps payment, and offers what its resource lists.
 *
 * **A merchant's key never reaches a browser.** The element asks the site's own backend, which adds the
 * key, lets a subscriber see only what is theirs, and points the operations that are fetched at itself;
 * `demo/site/swedbank-pay.ts` is such a backend on a page. What only the shop's staff may do is
 * offered with `merchant`, and is the backend's to allow: an attribute is no permission.
 * **Grant nothing on `connect-outcome`: it is what a page of the vendor's says. Ask your server.**
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
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - What the seamless view says, not verified.
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
export class ConnectVippsPayment extends VippsElement {
  static readonly version = version;
  static override styles = [styles, factsStyles];

  protected renderReady(): TemplateResult {
    const { payment } = this;
    const moment = `state.${payment?.state}` as const;
    const state = has(vippsPayment, moment) ? this.t(`vipps-payment.${moment}`) : payment?.state;
    const registered = { slot: 'registered', title: 'vipps-payment.registered' } as const;
    // The two ways to open the seamless view are one button to the payer.
    const names = new Map(this.choices.map((rel) => [operationName(rel), rel]));
    return html`${!this.told && payment && isRegistered(payment) ? message(registered, this.t) : ''}
      ${this.renderDetails({ ...payment, state, amount: payment && amountOf(payment) })}
      <fieldset part="list" ?disabled=${/ing$/.test(this.stateName)}>
        <div>
          ${Array.from(names, ([name, rel]) =>
            button(name, this.t(name), () => {
              if (isChange(rel)) void this.#ask(rel);
              else void this.perform(rel);
            }),
          )}
        </div>
      </fieldset>
      <slot name="seamless"></slot>`;
  }

  /** In the order of their names; what is left of the amount is for the shop. */
  protected renderDetails(known: JsonObject): TemplateResult {
    const { currency = '' } = { ...this.payment };
    const { language, t } = this;
    const write = (name: string): unknown => {
      const value = known[name];
      if (name.endsWith('mount')) {
        return value != null && money(Number(value) / 10 ** decimals(currency), currency, language);
      }
      const reason = `meaning.${String(value)}` as const;
      if (name === 'abortReason' && has(vippsPayment, reason)) return t(`vipps-payment.${reason}`);
      const when = name.endsWith('ted') && Date.parse(String(value));
      return when ? date(new Date(when), language, true) : value;
    };
    const names = shownFacts.filter((name) => this.merchant || !name.startsWith('remaining'));
    return facts(names.map((name) => [t(`vipps-payment.fact.${name}`), write(name)]));
  }

  /** Asks in place before anything is sent that cannot be taken back. */
  async #ask(rel: string): Promise<void> {
    // What is being waited for would write over what is typed.
    const signal = this.restart();
    const isCharge = rel === 'create-capture';
    const charge = isCharge ? await this.#charge().catch(() => undefined) : undefined;
    if (signal.aborted) return;
    if (isCharge && !charge) return this.refuse('network');
    const { remainingCancellationAmount } = { ...this.payment };
    const isRelease = rel === 'create-cancellation';
    const name = operationName(rel);
    const no = 'vipps-payment.close';
    const { t } = this;
    const agree = (event: Event) => {
      event.preventDefault();
      void this.perform(rel, charge?.typed());
    };
    const body = () =>
      html`<form @submit=${agree}>
        ${isRelease ? this.renderDetails({ remainingCancellationAmount }) : charge?.fields}<button
          part="button"
          data-key=${name}
        >
          ${t(name)}</button
        ><button part="button" type="button" data-key=${no} @click=${() => this.say()}>
          ${t(no)}
        </button>
      </form>`;
    this.say(undefined, { slot: 'question', title: name, body });
  }

  /** The fields for what is to be charged, which stay the same while the element is rendered anew. */
  async #charge() {
    const { currency = '', remainingCaptureAmount: most = 0 } = { ...this.payment };
    const { t } = this;
    const { amountField, typedAmounts } = await import('../host/charges.js');
    const digits = decimals(currency);
    const fields = [
      amountField('amount', `${t('vipps-payment.fact.amount')} (${currency})`, 1, most, digits),
      amountField('vatAmount', t('vipps-payment.vat'), 0, most, digits),
    ];
    return { fields, typed: () => ({ transaction: typedAmounts(fields, digits) }) };
  }
}
