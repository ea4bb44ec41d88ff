import type { JsonObject } from '../api/decode.js';
import { configError, ConnectError } from '../api/errors.js';
import type { VippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import type { VippsRel } from '../api/swedbank-pay/operations.js';
import type { TextKey } from '../i18n/keys.js';

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

/** What we offer, in this order. */
export const offered = [
  'redirect-authorization',
  'view-authorization',
  'view-payment',
  'create-capture',
  'create-cancellation',
  'paid-payment',
  'failed-payment',
  'aborted-payment',
  'update-payment-abort',
] as const satisfies readonly VippsRel[];

/** What an operation that we offer is called. */
export function operationName(rel: string): TextKey {
  const known = offered.find((name) => name === rel);
  // The two ways to open the seamless view are one to the payer.
  if (known === 'view-payment') return 'vipps-payment.operation.view-authorization';
  return known ? `vipps-payment.operation.${known}` : 'vipps-payment.done';
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
