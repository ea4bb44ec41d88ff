import { html, type TemplateResult } from 'lit';
import { isChange } from '../api/swedbank-pay/operations.js';
import type { VippsDetails, VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { version } from '../host/define.js';
import { languageOf } from '../host/language.js';
import { methodName } from '../i18n/en.js';
import { date, decimals, minorUnits, money } from '../i18n/format.js';
import { vippsPayment } from '../i18n/vipps-payment.js';
import { VippsElement } from '../redirect/vipps-element.js';
import { amountForm } from '../ui/amount-form.js';
import { facts, type Fact } from '../ui/facts.js';
import { factsStyles } from '../ui/facts-styles.js';
import { formStyles } from '../ui/form-styles.js';
import { button, type MessageAction } from '../ui/message.js';
import { styles } from '../ui/styles.js';

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
 * `create-capture`, `create-cancellation`, `paid-payment` and `failed-payment`. Others are in `payment`
 * and not offered. What is fetched stays on the origin of `src`; the browser goes, and scripts come,
 * only from there or from `operation-origins`.
 *
 * Source: Swedbank Pay, Vipps, "Payment Resource". All shared settings of `connect-config` are
 * attributes here too.
 *
 * @tag connect-vipps-payment
 * @attr {string} src - Required. Address of the payment resource, resolved against the page's: below
 *   `api-url` when that is set, or of this origin, where cookies go along and never a token.
 * @attr {boolean} merchant - Also offer to charge and to release what is reserved.
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
 * @slot registered - Replaces the message that the payment is registered; one slot also for `notice`,
 *   `redirecting`, `open`, `finished`, `cancelled`, `failed` and `initiated`.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart label - Name of a fact.
 * @csspart description - A fact, or small print.
 * @csspart control - A field for an amount.
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
  static override styles = [styles, factsStyles, formStyles];

  protected readonly heading = vippsPayment.heading;

  protected renderReady(): TemplateResult {
    const { payment, merchant } = this;
    if (!payment) return html``;
    const staff = (minor: number | undefined) => merchant && this.#money(minor);
    return html`${this.#facts({
        state: methodName(vippsPayment.states, payment.state ?? ''),
        amount: this.#money(payment.amount),
        description: payment.description,
        number: payment.number,
        created: this.#time(payment.created),
        updated: this.#time(payment.updated),
        remainingCaptureAmount: staff(payment.remainingCaptureAmount),
        remainingCancellationAmount: staff(payment.remainingCancellationAmount),
        remainingReversalAmount: staff(payment.remainingReversalAmount),
      })}
      <fieldset ?disabled=${this.isBusy}>
        ${this.choices.map(({ rel }) =>
          button(methodName(vippsPayment.operations, rel), () => {
            if (isChange(rel)) this.#ask(rel, payment);
            else void this.perform(rel);
          }),
        )}
      </fieldset>`;
  }

  protected renderDetails(details: VippsDetails): TemplateResult {
    return this.#facts({ ...details, amount: this.#money(details.amount) });
  }

  /** In the order of their names. */
  #facts(known: Readonly<Record<string, unknown>>): TemplateResult {
    const names = Object.entries(vippsPayment.facts);
    return facts(names.map(([name, label]): Fact => [label, known[name]]));
  }

  /** Asks in place before anything is sent that cannot be taken back. */
  #ask(rel: string, { currency = '', ...payment }: VippsPayment): void {
    const { facts: names, operations, vat, no } = vippsPayment;
    const label = methodName(operations, rel);
    const digits = decimals(currency);
    const refuse = { label: no, act: () => this.say() };
    const agree = { label, act: () => void this.perform(rel) };
    const ask = (body: unknown, actions: MessageAction[]) =>
      this.say(undefined, { slot: 'question', title: `${label}?`, body, actions });
    if (rel !== 'create-capture') {
      const isRelease = rel === 'create-cancellation';
      const released = isRelease ? this.#money(payment.remainingCancellationAmount) : '';
      return ask(released, [agree, refuse]);
    }
    const form = amountForm({
      labels: [`${names.amount} (${currency})`, vat, label],
      digits,
      most: payment.remainingCaptureAmount ?? 0,
      act: (...typed) => {
        const [amount, vatAmount] = typed.map((decimal) => minorUnits(decimal, digits));
        void this.perform(rel, { transaction: { amount, vatAmount } });
      },
      refuse,
    });
    ask(form, []);
  }

  #money(minor: number | undefined): string {
    const { currency = '' } = this.payment ?? {};
    return minor == null ? '' : money(minor / 10 ** decimals(currency), currency, languageOf(this));
  }

  #time(when = ''): string {
    return Number.isNaN(Date.parse(when)) ? when : date(new Date(when), languageOf(this), true);
  }
}
