import { html, type TemplateResult } from 'lit';
import { text, type JsonObject } from '../api/decode.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { decimals, minorUnits } from '../i18n/format.js';
import { vippsPayment as words } from '../i18n/vipps-payment.js';

/**
 * Asks for agreement before a payment is changed, and what to charge, which is at most what is left. The
 * browser keeps the limits.
 *
 * @param about What stands above the answers, where there is nothing to type.
 * @param agree Takes fields of the operation's body.
 */
export function vippsQuestion(
  label: string,
  { currency = '', remainingCaptureAmount = 0 }: VippsPayment,
  about: unknown,
  agree: (given?: JsonObject) => void,
  refuse: () => void,
): TemplateResult {
  const digits = decimals(currency);
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  const field = (name: string, label: string, least: number) =>
    html`<label part="item"
      >${label}<input
        part="control"
        name=${name}
        type="number"
        required
        min=${decimal(least)}
        max=${decimal(remainingCaptureAmount)}
        step=${decimal(1)}
        value=${decimal(least && remainingCaptureAmount)}
    /></label>`;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const typed = [...new FormData(event.target)];
    const amounts = typed.map(([name, value]) => [name, minorUnits(text(value), digits)]);
    agree(amounts.length ? { transaction: Object.fromEntries(amounts) } : undefined);
  };
  return html`<form @submit=${onSubmit}>
    ${
      about ?? [
        field('amount', `${words.facts.amount} (${currency})`, 1),
        field('vatAmount', words.vat, 0),
      ]
    }
    <button part="button">${label}</button
    ><button part="button" type="button" @click=${refuse}>${words.no}</button>
  </form>`;
}
