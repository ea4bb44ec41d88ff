import type { ConnectApi } from '../api/connect/dialect.js';
import { lookForInvoice, lookForMethod } from '../api/connect/look.js';
import { changePaymentMethod, payInvoice } from '../api/connect/payment.js';
import type { CallOptions } from '../api/shared-read.js';
import { loginPaths, type LoginPath } from './login-path.js';
import { unlessRenewed } from './renewal.js';
import type { Finding, Request } from './states.js';
import type { RedirectFlowName } from './transaction.js';

/** What tells the redirect flows apart. */
export interface Operation extends LoginPath {
  readonly flow: RedirectFlowName;
  /** The POST. Gives the id to redirect with. */
  create(api: ConnectApi, subject: Request, options: CallOptions): Promise<number>;
  /** Reads the server: is what the subject asks for a fact now? */
  look(api: ConnectApi, subject: Request, options: CallOptions): Promise<Finding>;
}

export const invoicePayment: Operation = {
  flow: 'pay-invoice',
  ...loginPaths['pay-invoice'],
  create: payInvoice,
  look: lookForInvoice,
};

export const methodChange: Operation = {
  flow: 'change-method',
  ...loginPaths['change-method'],
  create: changePaymentMethod,
  look: async (api, subject, options) =>
    unlessRenewed(await lookForMethod(api, subject, options), subject),
};
