/**
 * The Connect API's operations with typed answers, without elements: `connect-elements/client`. Runs in pages,
 * workers and Node.
 *
 * @packageDocumentation
 */
import { apiAddress, isBare, isSecure, withoutSlash } from './api/address.js';
import {
  addAgreement,
  agreementProviders,
  isProvider,
  listAgreements,
  removeAgreement,
  type Agreement,
  type AgreementProvider,
} from './api/connect/agreements.js';
import type { ConnectApi, Dialect } from './api/connect/dialect.js';
import { guardedDialect } from './api/connect/guarded-dialect.js';
import { listInvoices, type InvoiceFilter, type InvoiceList } from './api/connect/invoice-list.js';
import type { PaymentMethod } from './api/connect/payment-method-item.js';
import {
  changePaymentMethod,
  listPaymentMethods,
  payInvoice,
  type InvoicePaymentMethod,
  type ProductPaymentMethod,
} from './api/connect/payment.js';
import { checkedText } from './api/checked-text.js';
import { configError } from './api/errors.js';
import { never, type Access } from './api/http.js';
import type { CallOptions } from './api/shared-read.js';
import { checkToken, singleFlight, type TokenProvider } from './api/token.js';
import { world, type World } from './platform/world.js';

export type { AgreementReference, ApiRequest, Dialect } from './api/connect/dialect.js';
export { ConnectError } from './api/errors.js';
export type { ConnectErrorCode } from './api/errors.js';
export type { Invoice, InvoiceFilter, InvoiceList, Reminder } from './api/connect/invoice-list.js';
export type { Outcome } from './api/connect/outcome.js';
export type { Standing } from './api/connect/standing.js';
export type { TokenProvider, TokenRequest } from './api/token.js';
export type { Agreement, AgreementProvider, InvoicePaymentMethod, PaymentMethod };
export type { ProductPaymentMethod };

/** Where, as whom and through what a client asks. */
export interface ClientOptions {
  /**
   * Absolute base of the API, or of a proxy for it: `https:`, or `http:` on this machine. Wins over
   * `environment`.
   */
  readonly url?: string | undefined;
  /** Which of the vendor's servers: `production` (default) or `test`. Norway and Sweden share them. */
  readonly environment?: 'production' | 'test' | undefined;
  /**
   * The subscriber's access token, or a function that gives it: asked once at a time, and again after a
   * 401, which is replayed once. Without one nothing is sent but, in a page, the cookies of its own origin.
   */
  readonly token?: string | TokenProvider | undefined;
  /** In place of the platform's own. */
  readonly fetch?: World['fetch'] | undefined;
  /** Milliseconds that a request, or a token, may take; 20 000 when absent. */
  readonly deadline?: number | undefined;
  /** What is known better of the API than is assumed: each member that is given replaces the assumed one. */
  readonly dialect?: Partial<Dialect> | undefined;
}

/** Of one call. */
export interface ClientCallOptions {
  /**
   * Ends a read, which then rejects with the signal's reason, as what changes something does that has not
   * been sent yet. Once it has been sent its fate is unknown: it rejects with `in-doubt`.
   */
  readonly signal?: AbortSignal | undefined;
  /** Called once a second during a wait of over two seconds, with the whole seconds left; with 0 when it is over. */
  readonly onWait?: ((seconds: number) => void) | undefined;
  /**
   * Asks by itself. Else a read that asks the same as one under way shares its answer, which may tell of
   * before something was done.
   */
  readonly isFresh?: boolean | undefined;
  /** A read that is never tried again: whoever asks goes on without an answer. */
  readonly isOnce?: boolean | undefined;
  /**
   * A read that no reader has asked for, such as one when the page is seen again: it is never tried again, and for a
   * minute after any 429 it is not sent at all and rejects with `rate-limited`.
   */
  readonly isUnasked?: boolean | undefined;
}

/** What is paid. */
export interface InvoicePayment {
  /** 1 to 10 characters. */
  readonly invoiceNumber: string;
  /** 1 to 12 characters. */
  readonly productCode: string;
  /** 1 to 12 characters. */
  readonly companyCode: string;
  readonly paymentMethod: InvoicePaymentMethod;
}

/**
 * The operations. Each rejects with a `ConnectError`: `config` when what it is given cannot be asked, and the
 * codes of the list `ConnectErrorCode`. A read is tried again up to three times on network errors, 429 and
 * 5xx; what changes something is never sent twice, but after a 401.
 *
 * What creates something resolves to the id to go to the login server with; nothing is paid or changed
 * before the subscriber has been there.
 */
export interface Client {
  /** List payment methods: the existing and the possible ones of a product, as the server lists them. */
  listPaymentMethods(
    productCode: string,
    options?: ClientCallOptions,
  ): Promise<readonly PaymentMethod[]>;
  /** Pay invoice. Resolves to a `transactionId`. */
  payInvoice(payment: InvoicePayment, options?: ClientCallOptions): Promise<number>;
  /** Change payment method. Resolves to a `paymentChangeId`. */
  changePaymentMethod(
    change: { readonly productCode: string; readonly paymentMethod: ProductPaymentMethod },
    options?: ClientCallOptions,
  ): Promise<number>;
  /** List invoices and reminders for product; by default all, whatever their day. */
  listInvoices(
    productCode: string,
    filter?: Partial<InvoiceFilter>,
    options?: ClientCallOptions,
  ): Promise<InvoiceList>;
  /** List agreements, tokens or subscriptions of the subscriber, for all products. */
  listAgreements(
    provider: AgreementProvider,
    options?: ClientCallOptions,
  ): Promise<readonly Agreement[]>;
  /** Add. Resolves to a `transactionId`. */
  addAgreement(
    addition: { readonly provider: AgreementProvider; readonly productCode: string },
    options?: ClientCallOptions,
  ): Promise<number>;
  /** Remove one that was listed. Resolves when the server said that it is done. */
  removeAgreement(agreement: Agreement, options?: ClientCallOptions): Promise<void>;
}

/**
 * A client of the Connect API. Make one for each subscriber: it keeps their token.
 *
 * @throws {ConnectError} `config` naming `url`, `environment`, `deadline` or `token`.
 */
export function createClient(options: ClientOptions = {}): Client {
  const api = apiOf(options);
  return {
    listPaymentMethods: async (productCode, call) => {
      checkCodes({ productCode });
      return listPaymentMethods(api, productCode, reading(call));
    },
    payInvoice: async (payment, call) => {
      const { invoiceNumber, companyCode, productCode, paymentMethod } = payment;
      checkCodes({ invoiceNumber, companyCode, productCode, paymentMethod });
      return payInvoice(api, payment, writing(call));
    },
    changePaymentMethod: async (change, call) => {
      const { productCode, paymentMethod } = change;
      checkCodes({ productCode, paymentMethod });
      return changePaymentMethod(api, change, writing(call));
    },
    listInvoices: async (productCode, filter, call) => {
      checkCodes({ productCode });
      return listInvoices(api, productCode, { unpaid: false, ...filter }, reading(call));
    },
    listAgreements: async (provider, call) => {
      checkProvider(provider);
      return listAgreements(api, provider, reading(call));
    },
    addAgreement: async (addition, call) => {
      const { provider, productCode } = addition;
      checkProvider(provider);
      checkCodes({ productCode });
      return addAgreement(api, provider, productCode, writing(call));
    },
    removeAgreement: async (agreement, call) => {
      checkProvider(agreement.provider);
      // What has no name cannot be named in a removal.
      if (!agreement.reference) throw configError('agreement', 'one with a reference');
      return removeAgreement(api, agreement, writing(call));
    },
  };
}

function apiOf(options: ClientOptions): ConnectApi {
  const { environment = 'production', url = apiAddress(environment), token } = options;
  const { fetch = world.fetch, deadline = world.deadline, dialect = {} } = options;
  const address = URL.canParse(url) && new URL(url);
  if (!address || !isSecure(address) || !isBare(address)) {
    throw configError('url', 'an absolute https address without a query');
  }
  if (!Number.isSafeInteger(deadline) || deadline < 1) {
    throw configError('deadline', 'whole milliseconds');
  }
  // A browser's own `fetch` belongs to no other object.
  const ours: World = { ...world, fetch: (to, init) => fetch(to, init), deadline };
  return {
    url: withoutSlash(address),
    access: accessBy(token, ours),
    world: ours,
    dialect: guardedDialect(dialect),
  };
}

let clients = 0;

/** No client gets the answer to another's request, even where both have the same token. */
function accessBy(token: ClientOptions['token'], ours: World): Access {
  clients += 1;
  const id = `client ${clients}`;
  if (token === undefined) return { id };
  if (typeof token === 'function') {
    return { id, token: singleFlight(async (asked) => ({ token: await token(asked) }), ours) };
  }
  const checked = checkToken(token);
  return { id, token: () => Promise.resolve(checked) };
}

function reading({
  signal = never,
  onWait,
  isFresh,
  isOnce,
  isUnasked,
}: ClientCallOptions = {}): CallOptions {
  return { signal, onWait, isFresh, isOnce, isUnasked };
}

function writing({ signal = never, onWait }: ClientCallOptions = {}): CallOptions {
  signal.throwIfAborted();
  return { signal, onWait };
}

/** Characters; of any other code 12. */
const longestOf: Readonly<Record<string, number>> = { invoiceNumber: 10, paymentMethod: 64 };

/** @throws {ConnectError} `config` naming the first that is absent, too long or no text. */
function checkCodes(codes: Readonly<Record<string, unknown>>): void {
  for (const [name, code] of Object.entries(codes)) checkedText(name, code, longestOf[name] ?? 12);
}

function checkProvider(provider: AgreementProvider): void {
  if (isProvider(provider)) return;
  throw configError('provider', Object.keys(agreementProviders).join(', '));
}
