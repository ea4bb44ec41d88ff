import type { JsonObject } from '../api/decode.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { decimals } from '../i18n/format.js';
import type { Translate } from '../i18n/keys.js';
import { loaded } from './loaded.js';

/** The fields for what is to be charged, which stay the same while the element is rendered anew. */
export interface Charge {
  readonly fields: readonly HTMLElement[];
  /** What was typed into them, as fields of the request's body. */
  readonly typed: () => JsonObject;
}

/** Loads the file with the fields. Rejects with `network` when it does not come. */
export async function loadCharge(payment: VippsPayment | undefined, t: Translate): Promise<Charge> {
  const { currency = '', remainingCaptureAmount: most = 0 } = { ...payment };
  const { amountField, typedAmounts } = await loaded(
    import(/* webpackChunkName: "connect-elements.charges" */ './charges.js'),
  );
  const digits = decimals(currency);
  const fields = [
    amountField('amount', `${t('vipps-payment.fact.amount')} (${currency})`, 1, most, digits),
    amountField('vatAmount', t('vipps-payment.vat'), 0, most, digits),
  ];
  return { fields, typed: () => ({ transaction: typedAmounts(fields, digits) }) };
}
