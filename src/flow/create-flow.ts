import { isBare, isSecure, withoutSlash } from '../api/address.js';
import type { Dialect } from '../api/connect/dialect.js';
import { checkedText } from '../api/checked-text.js';
import { guardedDialect } from '../api/connect/guarded-dialect.js';
import { configError } from '../api/errors.js';
import { checkedAmount, checkedCode, checkedMethod } from './checked-code.js';
import { clientServer, type FlowAbout, type FlowClient } from './client-server.js';
import type { Told } from './events.js';
import { flowArrival } from './flow-arrival.js';
import { keepingPage, type KeepingBrowser } from './keeping-page.js';
import { keptName } from './kept-key.js';
import { loginAddress } from './login-address.js';
import { loginPaths, spokenPath } from './login-path.js';
import { FlowRunner } from './runner.js';
import type { FlowState, Request } from './states.js';
import type { Subject, Transaction } from './transaction.js';
import { events, view, type ActionName, type View } from './view.js';

export interface FlowOptions {
  readonly about: FlowAbout;
  readonly client: FlowClient;
  /** The site's Connect client id. */
  readonly clientId: string;
  /** Absolute base of the login server, such as `https://connectid.no/user`. */
  readonly loginUrl: string;
  /** Where the browser comes back; absolute. The page's own address, as it is when somebody leaves, when absent. */
  readonly returnUrl?: string | undefined;
  /** Where it comes back after a system error; `returnUrl` when absent. */
  readonly errorUrl?: string | undefined;
  /** Names, separated by spaces, of the query parameter that carries the outcome. */
  readonly resultParam?: string | undefined;
  /**
   * An opaque name of who is logged in; never sent. What is open is kept in the browser under it, so that the next
   * reader of a shared computer is not offered it. Without it, what is open of a change is kept for the tab alone. End
   * the flow and begin another when somebody else logs in.
   */
  readonly subscriber?: string | undefined;
  /** What is known better of the login server than is assumed; the client has its own of the API's answers. */
  readonly dialect?: Partial<Dialect> | undefined;
  /** Asked before a request is sent: false sends nothing. */
  readonly permit?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** Hears what the elements fire as events. Grant nothing on an `outcome`: ask your server. */
  readonly onTold?: ((told: Told) => void) | undefined;
}

/** The browser, or what stands for it in a test or a worker. */
export interface FlowBrowser extends KeepingBrowser {
  /** The page's address. */
  href(): string;
  replaceAddress(url: string): void;
  /** Whether the page is rendered before anybody has asked for it: the flow then begins when it is `seen()`. */
  isPrerendering?(): boolean;
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
  const { subscriber } = options;
  const page = keepingPage(browser, subject.flow, subscriber);
  const arrival = flowArrival(subject, page, browser, options);
  const runner = new FlowRunner(subject, page, clientServer(options.about, options.client, page), {
    changed: () => listeners.forEach((listener) => heard(listener)),
    permit: async (request) => (await options.permit?.(request)) ?? true,
    depart,
    tell: (told) => {
      if (told.name === 'confirmed' && told.confirmed) arrival.end();
      if (told.name !== 'outcome' || !arrival.isTold()) heard(() => options.onTold?.(told));
    },
    forgetArrival: () => arrival.end(),
  });
  const begin = () => {
    const isBack = arrival.take((back) => runner.arrive({ arrival: back }));
    if (!isBack) runner.begin();
  };
  // Nobody may ever open it: nothing is told, confirmed, stored or taken away.
  let begins = browser.isPrerendering?.() ? begin : undefined;
  if (!begins) begin();
  const seen = () => {
    const next = begins ?? (() => runner.seen());
    begins = undefined;
    next();
  };
  const end = () => {
    begins = undefined;
    runner.end();
  };
  return handle(runner, options, { listeners, seen, end });
}

/** What hears is the site's own: what goes wrong there keeps nobody from leaving, and no lock. */
function heard(hear: () => void): void {
  try {
    hear();
  } catch (cause) {
    console.error(cause);
  }
}

function handle(
  runner: FlowRunner,
  { about, subscriber }: FlowOptions,
  { listeners, seen, end }: Pick<Flow, 'seen' | 'end'> & { readonly listeners: Set<() => void> },
): Flow {
  const request = (paymentMethod: string, amount?: number): Request => ({
    ...subjectOf(about),
    paymentMethod: checkedMethod(paymentMethod),
    amount: checkedAmount(amount),
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
    send: (action) => {
      if (!Object.hasOwn(events, action)) throw configError('action', 'one of the view');
      runner.send(events[action]);
    },
    seen,
    heed: (key) => {
      const name = key === null ? key : keptName(subscriber, key);
      if (name !== undefined) runner.heed(name);
    },
    end,
  };
}

function subjectOf(about: FlowAbout): Subject {
  const { flow, productCode } = about;
  if (!Object.hasOwn(loginPaths, flow))
    throw configError('flow', Object.keys(loginPaths).join(' or '));
  const invoiceNumber =
    flow === 'pay-invoice' ? checkedCode('invoiceNumber', about.invoiceNumber, 10) : '';
  if (flow === 'pay-invoice') checkedText('companyCode', about.companyCode, 12);
  return {
    flow,
    paymentMethod: '',
    productCode: checkedCode('productCode', productCode, 12),
    invoiceNumber,
  };
}

function departure(options: FlowOptions, browser: FlowBrowser) {
  const { clientId, loginUrl } = options;
  if (!clientId) throw configError('clientId', 'a client id');
  const base = address('loginUrl', loginUrl);
  if (!isBare(base)) throw configError('loginUrl', 'an https address without a query');
  // A router may have changed the page's own by the time that somebody leaves.
  const way = () => {
    const { returnUrl = browser.href(), errorUrl = returnUrl } = options;
    return {
      loginUrl: withoutSlash(base),
      clientId,
      returnUrl: address('returnUrl', returnUrl).href,
      errorUrl: address('errorUrl', errorUrl).href,
    };
  };
  way();
  const path = spokenPath(loginPaths[options.about.flow], options.dialect ?? {});
  return (transaction: Transaction): Promise<void> => {
    browser.navigate(loginAddress(way(), path, transaction), '_self');
    return Promise.resolve();
  };
}

function address(name: string, value: string): URL {
  if (URL.canParse(value) && isSecure(new URL(value))) return new URL(value);
  throw configError(name, 'an absolute https address');
}
