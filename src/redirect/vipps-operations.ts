import type { JsonObject } from '../api/decode.js';
import { configError, ConnectError } from '../api/errors.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import type { Text } from '../i18n/dictionary.js';
import { vippsPayment as words } from '../i18n/vipps-payment.js';

/** A file that most pages never need, and that lies beside the elements. */
export function loaded<Module>(file: Promise<Module>): Promise<Module> {
  return file.catch(() => {
    throw seamlessFailure(false);
  });
}

/** Why the vendor's page cannot be shown in ours. */
export function seamlessFailure(isRefused: boolean): ConnectError {
  return isRefused
    ? configError('trusted-types', 'connect-elements')
    : new ConnectError('network', 'no answer');
}

/** What an operation that we offer is called. */
export function operationName(rel: string): Text {
  return Object.entries(words.operations).find(([name]) => name === rel)?.[1] ?? words.done;
}

/** The body of an operation that changes the payment; fields that are given win over ours. */
export async function bodyOf(
  rel: string,
  payment: VippsPayment,
  given?: JsonObject,
): Promise<JsonObject> {
  if (rel.endsWith('abort')) {
    return { payment: { operation: 'Abort', abortReason: 'CancelledByConsumer' }, ...given };
  }
  const { transactionBody } = await loaded(import('../host/charges.js'));
  return transactionBody(rel, payment, given, configError);
}
