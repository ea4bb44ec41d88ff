import { isInvoicePaid } from '../api/connect/invoices.js';
import { changePaymentMethod, listPaymentMethods, payInvoice } from '../api/connect/payment.js';
import type { Api, CallOptions } from '../api/shared-read.js';
import type { RedirectFlowName, Subject } from '../flow/transaction.js';

/** What a subject needs beyond itself to be asked for. */
export interface NewSubject extends Subject {
  readonly companyCode?: string;
}

/** What tells the redirect flows apart. */
export interface Operation {
  readonly flow: RedirectFlowName;
  /** Below the login server's base address. */
  readonly path: string;
  readonly idParameter: 'transactionId' | 'paymentChangeId';
  /** The POST. Gives the id to redirect with. */
  create(api: Api, subject: NewSubject, options: CallOptions): Promise<number>;
  /** Reads the server: is what the subject asks for a fact now? */
  isRegistered(api: Api, subject: Subject, options: CallOptions): Promise<boolean>;
}

export const invoicePayment: Operation = {
  flow: 'pay-invoice',
  path: '/payment/invoice/pay',
  idParameter: 'transactionId',
  create: payInvoice,
  isRegistered: isInvoicePaid,
};

/**
 * ASSUMED: `paymentChange` hangs on the login server like its siblings; the reference prints the path
 * without a server.
 */
export const methodChange: Operation = {
  flow: 'change-method',
  path: '/paymentChange',
  idParameter: 'paymentChangeId',
  create: changePaymentMethod,
  isRegistered: async (api, { productCode, paymentMethod }, options) => {
    const methods = await listPaymentMethods(api, productCode, options);
    return methods.some((method) => method.current && method.paymentMethod === paymentMethod);
  },
};
