import {
  invoiceAmong,
  methodAmong,
  type ListedInvoice,
  type ListedMethod,
} from '../api/connect/findings.js';
import { invalidResponse, isTransactionId } from '../api/decode.js';
import { configError, ConnectError } from '../api/errors.js';
import type { Clock } from './pending.js';
import { unlessRenewed } from './renewal.js';
import type { FlowServer, LookOptions } from './seam.js';
import type { Finding } from './states.js';
import type { Subject } from './transaction.js';

/** What a flow asks: a client of `connect-elements/client`, or whatever does the same. */
export interface FlowClient {
  listInvoices(
    productCode: string,
    filter: undefined,
    options: Asking,
  ): Promise<{ readonly invoices: readonly ListedInvoice[] }>;
  listPaymentMethods(productCode: string, options: Asking): Promise<readonly ListedMethod[]>;
  payInvoice(payment: {
    readonly invoiceNumber: string;
    readonly productCode: string;
    readonly companyCode: string;
    readonly paymentMethod: string;
  }): Promise<number>;
  changePaymentMethod(change: {
    readonly productCode: string;
    readonly paymentMethod: string;
  }): Promise<number>;
}

interface Asking {
  readonly signal: AbortSignal;
  readonly isFresh: true;
  readonly onWait?: ((seconds: number) => void) | undefined;
  /** One try and no more: the flow goes on without an answer. */
  readonly isOnce: boolean;
  /** Nobody has asked for it: one try, and none for a minute after any 429. */
  readonly isUnasked: boolean;
}

/** What it is about: an invoice to pay, or a product to pay in another way. */
export type FlowAbout =
  | {
      readonly flow: 'pay-invoice';
      /** 1 to 10 characters, without `~`. */
      readonly invoiceNumber: string;
      /** 1 to 12 characters, without `~`. */
      readonly productCode: string;
      /** 1 to 12 characters. */
      readonly companyCode: string;
    }
  | {
      readonly flow: 'change-method';
      /** 1 to 12 characters, without `~`. */
      readonly productCode: string;
    };

/** Milliseconds. A client of the site's own may wait for ever; ours has answered by then. */
const patience = 90_000;

/** What each flow asks of a client. */
const asked = {
  'pay-invoice': ['listInvoices', 'payInvoice'],
  'change-method': ['listPaymentMethods', 'changePaymentMethod'],
} as const satisfies Record<FlowAbout['flow'], readonly (keyof FlowClient)[]>;

/**
 * What a flow asks, asked of a client.
 *
 * @throws {ConnectError} `config` when the client cannot be asked: every payment would be in doubt.
 */
export function clientServer(about: FlowAbout, client: FlowClient, clock: Clock): FlowServer {
  for (const name of asked[about.flow]) {
    if (typeof Reflect.get(Object(client), name) !== 'function') {
      throw configError('client', `one with ${name}`);
    }
  }
  const overdue = (code: 'timeout' | 'in-doubt') =>
    clock.wait(patience).then((): never => {
      throw new ConnectError(code, 'no answer');
    });
  return {
    look: (subject, { signal, onWait, isOnce, isUnasked = false }: LookOptions) => {
      const asking = { signal, isFresh: true, onWait, isOnce, isUnasked } as const;
      const finding =
        about.flow === 'pay-invoice'
          ? invoiceStands(client, about, asking)
          : methodStands(client, subject, asking);
      return isUnasked ? Promise.race([finding, overdue('timeout')]) : finding;
    },
    create: async ({ paymentMethod }) => {
      const created =
        about.flow === 'pay-invoice'
          ? client.payInvoice({ ...about, paymentMethod })
          : client.changePaymentMethod({ ...about, paymentMethod });
      const id = await Promise.race([created, overdue('in-doubt')]);
      // What nobody could come back with is no transaction to leave with.
      if (!isTransactionId(id)) throw invalidResponse('transactionId');
      return id;
    },
  };
}

/** One that is not listed is not known to be paid. */
async function invoiceStands(
  client: FlowClient,
  invoice: Extract<FlowAbout, { flow: 'pay-invoice' }>,
  asking: Asking,
): Promise<Finding> {
  const { invoices } = await client.listInvoices(invoice.productCode, undefined, asking);
  return invoiceAmong(invoices, invoice) ?? { is: 'open' };
}

async function methodStands(
  client: FlowClient,
  subject: Subject,
  asking: Asking,
): Promise<Finding> {
  const { productCode, paymentMethod } = subject;
  const methods = await client.listPaymentMethods(productCode, asking);
  return unlessRenewed(methodAmong(methods, paymentMethod), subject);
}
