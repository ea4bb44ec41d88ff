import { isBare, isSecure, withoutSlash } from '../api/address.js';
import type { Dialect } from '../api/connect/dialect.js';
import { guardedDialect } from '../api/connect/guarded-dialect.js';
import { productMethods } from '../api/connect/product-methods.js';
import { configError } from '../api/errors.js';
import { checkedCode } from './checked-code.js';
import type { Told } from './events.js';
import { loginAddress } from './login-address.js';
import { loginPaths, spokenPath } from './login-path.js';
import { readArrival } from './read-arrival.js';
import { unlessRenewed } from './renewal.js';
import { FlowRunner } from './runner.js';
import type { FlowPage, FlowServer, LookOptions } from './seam.js';
import type { Finding, FlowState, Request } from './states.js';
import type { Subject, Transaction } from './transaction.js';
import { events, view, type ActionName, type View } from './view.js';

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
}

interface ListedInvoice {
  readonly invoiceNumber: string;
  readonly standing: 'owed' | 'paid' | 'nothing' | 'unclear';
  readonly total: number;
}

interface ListedMethod {
  readonly paymentMethod: string;
  readonly current: boolean;
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

export interface FlowOptions {
  readonly about: FlowAbout;
  readonly client: FlowClient;
  /** The site's Connect client id. */
  readonly clientId: string;
  /** Absolute base of the login server, such as `https://connectid.no/user`. */
  readonly loginUrl: string;
  /** Where the browser comes back; absolute. The page's own address when absent. */
  readonly returnUrl?: string | undefined;
  /** Where it comes back after a system error; `returnUrl` when absent. */
  readonly errorUrl?: string | undefined;
  /** Names, separated by spaces, of the query parameter that carries the outcome. */
  readonly resultParam?: string | undefined;
  /** What is known better of the login server than is assumed; the client has its own of the API's answers. */
  readonly dialect?: Partial<Dialect> | undefined;
  /** Asked before a request is sent: false sends nothing. */
  readonly permit?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** Hears what the elements fire as events. Grant nothing on an `outcome`: ask your server. */
  readonly onTold?: ((told: Told) => void) | undefined;
}

/** The browser, or what stands for it in a test or a worker. */
export interface FlowBrowser extends FlowPage {
  /** The page's address. */
  href(): string;
  replaceAddress(url: string): void;
  /** One navigation of the window itself. */
  navigate(url: string, target: string): void;
}

/** The way to the login server and back, without a look of its own. */
export interface Flow {
  readonly state: FlowState;
  /** What an element would show of the state, by keys of texts. */
  readonly view: View;
  /** Whole seconds until the server is asked again; 0 when none are known. */
  readonly secondsLeft: number;
  /** Calls back after each change. Gives what ends that. */
  subscribe(listener: () => void): () => void;
  /** Asks for a transaction and leaves with it, as the button of an element does. Seven presses are one request. */
  press(paymentMethod: string, amount?: number): void;
  /** The reader is about to press: the server may be read before. */
  touch(paymentMethod: string): void;
  /** What one of the view's actions does. */
  send(action: ActionName): void;
  /** The page was hidden, frozen or cached, and is seen again. */
  seen(): void;
  /** Another tab has changed what is stored under a key; all of it when there is none. */
  heed(key: string | null): void;
  /** Asks and waits for nothing any more; a request that is under way is written down when it is answered. */
  end(): void;
}

/**
 * Begins a flow: takes up what the page's address says about it, else what the browser keeps of it.
 *
 * @throws {ConnectError} `config` naming what is missing or wrong.
 */
export function createFlow(given: FlowOptions, browser: FlowBrowser): Flow {
  const options = { ...given, dialect: guardedDialect(given.dialect ?? {}) };
  const subject = subjectOf(options.about);
  const depart = departure(options, browser);
  const listeners = new Set<() => void>();
  const runner = new FlowRunner(subject, browser, serverOf(options), {
    changed: () => listeners.forEach((listener) => listener()),
    permit: async (request) => (await options.permit?.(request)) ?? true,
    depart,
    tell: (told) => options.onTold?.(told),
    forgetArrival: () => {},
  });
  arrive(runner, subject, options, browser);
  return handle(runner, options.about, listeners);
}

function handle(runner: FlowRunner, about: FlowAbout, listeners: Set<() => void>): Flow {
  const request = (paymentMethod: string, amount?: number): Request => ({
    ...subjectOf(about),
    paymentMethod,
    amount,
    ...(about.flow === 'pay-invoice' && { companyCode: about.companyCode }),
  });
  return {
    get state() {
      return runner.state;
    },
    get view() {
      return view(runner.state);
    },
    get secondsLeft() {
      return runner.secondsLeft;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    press: (paymentMethod, amount) =>
      runner.send({ type: 'pressed', subject: request(paymentMethod, amount) }),
    touch: (paymentMethod) => runner.touch(request(paymentMethod)),
    send: (action) => runner.send(events[action]),
    seen: () => runner.seen(),
    heed: (key) => runner.heed(key),
    end: () => runner.end(),
  };
}

function subjectOf(about: FlowAbout): Subject {
  const { flow, productCode } = about;
  const invoiceNumber =
    flow === 'pay-invoice' ? checkedCode('invoiceNumber', about.invoiceNumber, 10) : '';
  if (flow === 'pay-invoice') checkedCode('companyCode', about.companyCode, 12);
  return {
    flow,
    paymentMethod: '',
    productCode: checkedCode('productCode', productCode, 12),
    invoiceNumber,
  };
}

function departure(options: FlowOptions, browser: FlowBrowser) {
  const { clientId, loginUrl, returnUrl = browser.href(), errorUrl = returnUrl } = options;
  if (!clientId) throw configError('clientId', 'a client id');
  const base = address('loginUrl', loginUrl);
  if (!isBare(base)) throw configError('loginUrl', 'an https address without a query');
  const way = {
    loginUrl: withoutSlash(base),
    clientId,
    returnUrl: address('returnUrl', returnUrl).href,
    errorUrl: address('errorUrl', errorUrl).href,
  };
  const path = spokenPath(loginPaths[options.about.flow], options.dialect ?? {});
  return (transaction: Transaction): Promise<void> => {
    browser.navigate(loginAddress(way, path, transaction), '_self');
    return Promise.resolve();
  };
}

function address(name: string, value: string): URL {
  if (URL.canParse(value) && isSecure(new URL(value))) return new URL(value);
  throw configError(name, 'an absolute https address');
}

function arrive(
  runner: FlowRunner,
  subject: Subject,
  { resultParam, dialect = {} }: FlowOptions,
  browser: FlowBrowser,
): void {
  const read = readArrival(browser.href(), { resultParam, dialect });
  const { arrival } = read ?? {};
  const isOurs =
    arrival?.flow === subject.flow &&
    arrival.productCode === subject.productCode &&
    arrival.invoiceNumber === subject.invoiceNumber;
  if (!read || !isOurs) return runner.begin();
  browser.replaceAddress(read.rest);
  runner.send({ type: 'arrived', back: { arrival } });
}

function serverOf({ about, client }: FlowOptions): FlowServer {
  return {
    look: (subject, { signal, onWait }: LookOptions) => {
      const asking = { signal, isFresh: true, onWait } as const;
      return about.flow === 'pay-invoice'
        ? invoiceStands(client, about, asking)
        : methodStands(client, subject, asking);
    },
    create: (request) =>
      about.flow === 'pay-invoice'
        ? client.payInvoice({ ...about, paymentMethod: request.paymentMethod })
        : client.changePaymentMethod({ ...about, paymentMethod: request.paymentMethod }),
  };
}

/** One that is not listed is not known to be paid. */
async function invoiceStands(
  client: FlowClient,
  { productCode, invoiceNumber }: Extract<FlowAbout, { flow: 'pay-invoice' }>,
  asking: Asking,
): Promise<Finding> {
  const { invoices } = await client.listInvoices(productCode, undefined, asking);
  const found = invoices.filter((invoice) => invoice.invoiceNumber === invoiceNumber);
  const [invoice] = found;
  if (!invoice) return { is: 'open' };
  // Two companies may use one number.
  if (found.length > 1 || invoice.standing === 'unclear') return { is: 'unclear' };
  return invoice.standing === 'paid' ? { is: 'done' } : { is: 'open', amount: invoice.total };
}

async function methodStands(
  client: FlowClient,
  subject: Subject,
  asking: Asking,
): Promise<Finding> {
  const { productCode, paymentMethod } = subject;
  const methods = await client.listPaymentMethods(productCode, asking);
  const current = methods.find((method) => method.current);
  if (!current) return { is: 'unclear' };
  const isDone = current.paymentMethod === paymentMethod;
  // A code that nobody knows may be this one by another name.
  if (!isDone && !productMethods.includes(current.paymentMethod)) return { is: 'unclear' };
  return unlessRenewed({ is: isDone ? 'done' : 'open' }, subject);
}
