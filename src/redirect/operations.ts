import { isInvoicePaid } from '../api/connect/invoices.js';
import { changePaymentMethod, listPaymentMethods, payInvoice } from '../api/connect/payment.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import { assumedLogin } from '../api/connect/login.js';
import type { CallOptions } from '../api/shared-read.js';
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
  create(api: ConnectApi, subject: NewSubject, options: CallOptions): Promise<number>;
  /** Reads the server: is what the subject asks for a fact now? */
  isRegistered(api: ConnectApi, subject: Subject, options: CallOptions): Promise<boolean>;
}

export const invoicePayment: Operation = {
  flow: 'pay-invoice',
  path: '/payment/invoice/pay',
  idParameter: 'transactionId',
  create: payInvoice,
  isRegistered: isInvoicePaid,
};

export const methodChange: Operation = {
  flow: 'change-method',
  path: assumedLogin.changeMethodPath,
  idParameter: 'paymentChangeId',
  create: changePaymentMethod,
  isRegistered: async (api, { productCode, paymentMethod }, options) => {
    const methods = await listPaymentMethods(api, productCode, options);
    return methods.some((method) => method.current && method.paymentMethod === paymentMethod);
  },
};
