import { decodeList, decodeTransactionId, invalidResponse } from '../decode.js';
import { note, shapeOf } from '../note.js';
import { read, write, type CallOptions } from '../shared-read.js';
import type { ConnectApi, Dialect } from './dialect.js';
import { decodePaymentMethodItem, type PaymentMethod } from './payment-method-item.js';
import type { components } from './schema.js';

/** A provider that an invoice can be paid through (Pay invoice, `paymentMethod`). */
export type InvoicePaymentMethod = components['schemas']['InvoicePaymentMethod'];
/** A way that a product can be paid (Change payment method, `paymentMethod`). */
export type ProductPaymentMethod = components['schemas']['ProductPaymentMethod'];
/** The request body, with a method that has not been checked against the enum. */
type InvoiceToPay = Partial<
  Record<keyof components['schemas']['PayInvoiceRequest'], string | undefined>
>;

/** List payment methods and Change payment method, below the API's address. */
export function productPath(productCode: string): string {
  return `/v1/product/payment/${encodeURIComponent(productCode)}`;
}

/** What was understood of the items of a list, and whether that is all of them. */
export interface MethodList {
  readonly methods: readonly PaymentMethod[];
  readonly isWhole: boolean;
}

/**
 * List payment methods: the existing and the possible methods of a product, as the server lists them.
 *
 * @param productCode 1 to 12 characters.
 */
export async function listPaymentMethods(
  api: ConnectApi,
  productCode: string,
  options: CallOptions,
): Promise<readonly PaymentMethod[]> {
  return (await readMethodList(api, productCode, options)).methods;
}

/** The same, for whoever goes by what is not listed too. */
export async function readMethodList(
  api: ConnectApi,
  productCode: string,
  options: CallOptions,
): Promise<MethodList> {
  return decodeMethodList(await read(api, productPath(productCode), options), api.dialect);
}

export function decodePaymentMethods(
  body: unknown,
  dialect?: Partial<Dialect>,
): readonly PaymentMethod[] {
  return decodeMethodList(body, dialect).methods;
}

function decodeMethodList(
  body: unknown,
  { paymentMethod = decodePaymentMethodItem }: Partial<Dialect> = {},
): MethodList {
  const items = decodeList(body, 'paymentMethodResponseItems');
  const methods = items.flatMap((item) => {
    const method = paymentMethod(item);
    const isOne = typeof method?.paymentMethod === 'string' && typeof method.current === 'boolean';
    if (!isOne) note(`paymentMethod cannot tell ${shapeOf(item)}`);
    return isOne ? method : [];
  });
  if (methods.length && !methods.some(({ current }) => current)) {
    note(`paymentMethod tells no current one among ${shapeOf(items[0])}`);
  }
  // Telling a subscriber that there is no method when we could not read one would be a wrong state.
  if (items.length && !methods.length) throw invalidResponse('paymentMethodResponseItems');
  return { methods, isWhole: methods.length === items.length };
}

/** Change payment method. Complete it at the login server with the id that this gives. */
export async function changePaymentMethod(
  api: ConnectApi,
  { productCode, paymentMethod }: { productCode: string; paymentMethod: string },
  options: CallOptions,
): Promise<number> {
  const body = await write(api, 'POST', productPath(productCode), { paymentMethod }, options);
  return decodeTransactionId(body, 'paymentChangeId');
}

/** Pay invoice. Complete it at the login server with the id that this gives. */
export async function payInvoice(
  api: ConnectApi,
  { invoiceNumber, productCode, companyCode, paymentMethod }: InvoiceToPay,
  options: CallOptions,
): Promise<number> {
  const invoice = { invoiceNumber, productCode, companyCode, paymentMethod };
  const body = await write(api, 'POST', '/v1/api/payment/invoice', invoice, options);
  return decodeTransactionId(body, 'transactionId');
}
