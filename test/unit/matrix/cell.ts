import { platform } from '../../../src/platform/platform.js';
import type { Begun, Report, SandboxClient } from '../../support/sandbox-client.js';
import { english as all } from '../../../src/i18n/en/index.js';
import { fill } from '../../../src/i18n/fill.js';
import { find } from '../../../src/i18n/find.js';
import type { TextKey } from '../../../src/i18n/keys.js';
import {
  button,
  link,
  offered,
  shown,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
} from '../support.js';
import { requestsOf, type Counts, type Place, type Sight } from './places.js';
import { shortDeadline, type MatrixFault } from './rules.js';

const isChromium = navigator.userAgent.includes('Chrome/');

/** What was seen of one fault in one place. */
export interface Seen extends Sight {
  /** Codes of `connect-error`, each once. */
  readonly codes: readonly unknown[];
  readonly counts: Counts;
}

/** One fault in one place: an element on a page of its own, over real HTTP. */
export class Cell {
  readonly events = useEvents();
  readonly navigations = useNavigation();
  readonly waits: number[] = [];
  /** What was shown while the element waited. */
  readonly meanwhile = new Set<string>();
  /** Requests of the struck operation, from the struck one on. */
  tries = 0;
  /** Requests that the browser has sent again by itself. */
  resent = 0;
  /** How often a token was asked for because the last one was refused. */
  renewals = 0;
  element: HTMLElement = document.createElement('div');
  readonly #place: Place;
  readonly #fault: MatrixFault;
  readonly #sandbox: SandboxClient;
  readonly #page = document.createElement('connect-config');
  #isOver = false;

  constructor(place: Place, fault: MatrixFault, sandbox: SandboxClient) {
    this.#place = place;
    this.#fault = fault;
    this.#sandbox = sandbox;
  }

  /** Opens the page, and does what the subscriber does until the fault strikes. */
  async open(): Promise<void> {
    const { make, operation, nth, claim, tag, act, kind, unasked } = this.#place;
    const { fault } = this.#fault;
    sessionStorage.clear();
    const struck = fault && { ...fault, skip: nth - 1 };
    const begun = await this.#sandbox.begin({ make, operation, fault: struck });
    useAddress(`${location.origin}/account${claim?.(begun.transactionId) ?? ''}`);
    // What came back is asked about at pauses of a page that is seen: here it is asked about once.
    if (kind === 're-read' && unasked) usePlatform({ isSeen: () => false });
    usePlatform({
      fetch: this.#striking(platform.fetch),
      wait: async (ms) => {
        // A limit is not reached: what strikes here strikes before.
        if (ms > 1000) return new Promise(() => {});
        this.waits.push(ms);
        // What is said of it is rendered by then.
        for (let turn = 0; turn < 6; turn++) await Promise.resolve();
        if (unasked) await new Promise((resolve) => setTimeout(resolve));
        this.meanwhile.add(told(this.teller));
      },
    });
    if (!act) this.#hurry();
    this.element = this.#create(tag, begun);
    this.#page.setAttribute('operation-origins', this.#sandbox.vippsOrigin);
    this.#page.append(this.element);
    document.body.append(this.#page);
    if (!act) return;
    const { button: offered } = this.#place.sights.well ?? {};
    await poll(() => this.#isActable(offered));
    this.#hurry();
    await act(this.element);
  }

  /** The network is well again. */
  async calm(): Promise<void> {
    this.#isOver = true;
    await this.#sandbox.calm();
  }

  /**
   * How many requests of each operation the elements have sent, by what the server has seen. When a
   * connection is cut, some browsers send a request that changes nothing again by themselves, also on
   * a connection that they had not used before: Firefox ten times.
   */
  countsOf({ requests }: Report, wanted: Counts): Counts {
    const { operation, kind } = this.#place;
    const counts: Record<string, number> = {};
    for (const { operationId } of requests) counts[operationId] = (counts[operationId] ?? 0) + 1;
    const mayResend = this.#fault.strikes === 'cut' && kind !== 'write' && !isChromium;
    if (!mayResend) return counts;
    const seen = counts[operation] ?? 0;
    if (!this.#isOver) this.resent = Math.max(0, seen - (wanted[operation] ?? 0));
    return { ...counts, [operation]: seen - this.resent };
  }

  get teller(): HTMLElement {
    return this.#place.teller?.(this.element) ?? this.element;
  }

  /** What the subscriber sees, in the words that are expected when they are there. */
  look(expected: Sight): Sight {
    const { teller } = this;
    const text = told(teller);
    const says = expected.says.filter((key) => text.includes(sentence(key, teller)));
    // Where nothing is expected, nothing is said.
    const isSaid = says.length ? says.length === expected.says.length : !text;
    const labels = [link(teller)?.dataset['key'], ...offered(teller)].filter(
      (key) => key && !besides.includes(key),
    );
    return {
      says: isSaid ? says : [text],
      button: labels.includes(expected.button) ? expected.button : labels.join(' | '),
      state: teller.matches(`:state(${expected.state})`) ? expected.state : stateOf(teller),
    };
  }

  get codes(): readonly unknown[] {
    const codes = this.events
      .filter(([type]) => type === 'connect-error')
      .map(([, detail]) => (detail instanceof Object && 'code' in detail ? detail.code : detail));
    return [...new Set(codes)];
  }

  press(label: TextKey): void {
    button(this.teller, label).click();
  }

  close(): void {
    this.#page.remove();
  }

  #isActable(offered: string | undefined): boolean {
    const { kind, offers } = this.#place;
    const wanted = kind === 'write' ? offers.button : offered;
    return this.element.matches(':state(ready)') && wanted !== undefined;
  }

  #create(tag: string, begun: Begun): HTMLElement {
    const { apiUrl, loginUrl, clientId } = this.#sandbox;
    const element = document.createElement(tag);
    const settings = { 'api-url': apiUrl, 'login-url': loginUrl, 'client-id': clientId };
    const all = { ...settings, ...this.#place.attributes(begun, this.#sandbox) };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    const tokens = [...begun.tokens];
    const tokenProvider = ({ reason }: { reason: string }) => {
      if (reason === 'expired') this.renewals += 1;
      return tokens.shift() ?? '';
    };
    return Object.assign(element, { tokenProvider });
  }

  /** The deadline is short for the struck request, and for as little else as can be. */
  #hurry(): void {
    if (this.#fault.strikes === 'deadline') usePlatform({ deadline: shortDeadline });
  }

  /** Real requests, but for the host of the struck ones when no such host is the fault. */
  #striking(real: typeof platform.fetch): typeof platform.fetch {
    const { operation, nth } = this.#place;
    const pattern = requestsOf[operation];
    const patience = platform.deadline;
    const earlier: Promise<unknown>[] = [];
    return async (url, init) => {
      if (!pattern?.test(`${init.method} ${url}`)) return real(url, init);
      if (earlier.length < nth - 1) {
        const answer = real(url, init);
        earlier.push(answer.catch(() => undefined));
        return answer;
      }
      if (!this.#isOver) this.tries += 1;
      usePlatform({ deadline: patience });
      // The server counts them in the order in which they come.
      await Promise.all(earlier);
      const isLost = this.#fault.strikes === 'no address' && !this.#isOver;
      return real(isLost ? url.replace(/^http:\/\/[^/]+/, 'http://nowhere.invalid') : url, init);
    };
  }
}

/** What can be pressed beside what is offered: it says nothing of the payment. */
const besides = ['shared.copy', 'due.close'];

/** What an element shows, in a dialog of its own too. */
function told(element: Element): string {
  const dialog = element.shadowRoot?.querySelector('dialog [part=message]');
  return `${shown(element)} ${dialog?.textContent ?? ''}`.trim();
}

/** What stands under a key, about the one invoice that these places are about; else what is expected as it is. */
function sentence(key: string, teller: HTMLElement): string {
  const number: unknown = Reflect.get(teller, 'invoiceNumber');
  return fill(
    find(all, key) ?? key,
    { number: typeof number === 'string' ? number : '7435367' },
    'en',
  );
}

/** The sums, without those that are nothing. */
export function sum(...all: (Counts | undefined)[]): Counts {
  const counts: Record<string, number> = {};
  for (const one of all) {
    for (const [name, count] of Object.entries(one ?? {})) {
      counts[name] = (counts[name] ?? 0) + count;
    }
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count));
}

const states = ['loading', 'ready', 'empty', 'submitting', 'redirecting', 'settled', 'failed'];

function stateOf(element: HTMLElement): string {
  return states.find((state) => element.matches(`:state(${state})`)) ?? 'none';
}

/**
 * Waits until it holds, or for as long as a test has patience: what is there then is looked at. A resolver
 * that has lost a question is asked again after five seconds.
 */
export async function poll(holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 8000;
  while (!(await holds()) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
