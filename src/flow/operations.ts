import { isInvoicePaid } from '../api/connect/invoices.js';
import { changePaymentMethod, listPaymentMethods, payInvoice } from '../api/connect/payment.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import type { CallOptions } from '../api/shared-read.js';
import { loginPaths, type LoginPath } from './login-path.js';
import type { RedirectFlowName, Subject } from './transaction.js';

/** What a subject needs beyond itself to be asked for. */
export interface NewSubject extends Subject {
  readonly companyCode?: string;
}

/** What tells the redirect flows apart. */
export interface Operation extends LoginPath {
  readonly flow: RedirectFlowName;
  /** The POST. Gives the id to redirect with. */
  create(api: ConnectApi, subject: NewSubject, options: CallOptions): Promise<number>;
  /** Reads the server: is what the subject asks for a fact now? */
  isRegistered(api: ConnectApi, subject: Subject, options: CallOptions): Promise<boolean>;
}

export const invoicePayment: Operation = {
  flow: 'pay-invoice',
  ...loginPaths['pay-invoice'],
  create: payInvoice,
  isRegistered: isInvoicePaid,
};

export const methodChange: Operation = {
  flow: 'change-method',
  ...loginPaths['change-method'],
  create: changePaymentMethod,
  isRegistered: async (api, { productCode, paymentMethod }, options) => {
    const methods = await listPaymentMethods(api, productCode, options);
    return methods.some((method) => method.current && method.paymentMethod === paymentMethod);
  },
};
