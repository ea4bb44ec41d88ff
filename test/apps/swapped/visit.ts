import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { isAboutIcon } from '../../e2e/support.js';
import { buttonSaying, saying } from '../../support/saying.js';
import type { Library } from './libraries.js';
import type { Site } from './site.js';

/** Of an event that money or a reader hangs on, what a page heard. */
interface Heard {
  readonly type: string;
  readonly invoice: string;
}

/** Requests that are kept waiting. */
export interface Held {
  release(): void;
  /** Waits until there is one. */
  waits(): Promise<void>;
}

/** A press has led to the sandbox's login server or on to its provider. */
const away = '#login, #outcome-finished';

/** A browser that has never been on the site, with the sandbox as at the start. */
export class Visit {
  readonly site: Site;
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #heard: Heard[] = [];
  readonly #errors: string[] = [];

  private constructor(site: Site, context: BrowserContext, page: Page) {
    this.site = site;
    this.page = page;
    this.#context = context;
  }

  static async during(browser: Browser, site: Site, work: (visit: Visit) => Promise<void>) {
    site.sandbox.reset();
    const context = await browser.newContext();
    try {
      const visit = new Visit(site, context, await context.newPage());
      await visit.#watch();
      await work(visit);
      assert.deepEqual(visit.#errors, []);
    } finally {
      await context.close();
    }
  }

  /** Another tab of the same reader's. */
  async another(): Promise<Visit> {
    const page = await this.#context.newPage();
    page.setDefaultTimeout(20_000);
    return new Visit(this.site, this.#context, page);
  }

  /** Loads a page, and marks its document: it is to be the same after each swap. */
  async load(path: string): Promise<void> {
    await this.page.goto(this.site.url + path);
    await this.page.evaluate(() => Reflect.set(window, 'isSame', true));
  }

  /** Follows a link, by which the library swaps the page. */
  async follow(path: string): Promise<void> {
    await this.page.locator(`nav a[href="${path}"]`).click();
    await this.swapped(path);
  }

  /** Goes one step in the history of one document. */
  async go(by: -1 | 1, path: string): Promise<void> {
    await this.page.evaluate((by) => history.go(by), by);
    await this.swapped(path);
  }

  /** The page of this path is there, in the document that was there before. */
  async swapped(path: string): Promise<void> {
    await this.page.locator('#main h1', { hasText: new RegExp(`^${path}$`) }).waitFor();
    await until(`the address is ${path}`, () => this.page.url() === this.site.url + path);
    assert.ok(await this.page.evaluate('window.isSame'), 'it was loaded anew');
  }

  get payment(): Locator {
    return this.page.locator(
      '#main connect-pay-invoice, body > connect-config connect-pay-invoice',
    );
  }

  get payButton(): Locator {
    return this.payment.locator(buttonSaying('pay-invoice.action'));
  }

  /** Waits until one may press the button that has this on it. */
  async offers(amount: string): Promise<void> {
    await this.payButton.and(this.page.locator(':enabled')).filter({ hasText: amount }).waitFor();
  }

  async says(key: Parameters<typeof saying>[0]): Promise<void> {
    await this.payment.locator(saying(key)).first().waitFor();
  }

  /** What the library keeps of the page under a path. */
  async kept({ keeps }: Library, path: string): Promise<string> {
    return String(await this.page.evaluate(`(async (path) => ${keeps.read})('${path}')`));
  }

  /** Pays and comes back. */
  async pay(): Promise<void> {
    await this.payButton.click();
    await this.finish();
  }

  /** On the login server and at the provider, who sends the browser back. */
  async finish(): Promise<void> {
    await this.arrive();
    await this.end('finished');
    await this.says('pay-invoice.registered');
  }

  /** Chooses what comes of it at the provider, who sends the browser back. */
  async end(outcome: 'finished' | 'initiated'): Promise<void> {
    if (await this.page.locator('#login').isVisible()) await this.page.click('#login');
    await this.page.click(`#outcome-${outcome}`);
    await this.page.locator('#main').waitFor();
    await this.page.evaluate(() => Reflect.set(window, 'isSame', true));
  }

  /** Waits until the browser has left the site. */
  async arrive(): Promise<void> {
    await this.page.locator(away).first().waitFor();
  }

  /** Keeps payments that are asked for waiting. */
  holdPayments(): Promise<Held> {
    return this.#hold(
      (request) => request.url().endsWith('/v1/api/payment/invoice') && request.method() === 'POST',
    );
  }

  /** Keeps what is read of the invoices waiting. */
  holdReads(): Promise<Held> {
    return this.#hold((request) => request.url().includes('/v1/customer/invoice/payment/'));
  }

  /** Keeps the page of a path, as the library asks for it, waiting. */
  holdPage(path: string): Promise<Held> {
    return this.#hold(
      (request) => request.url() === this.site.url + path && !request.isNavigationRequest(),
    );
  }

  async #hold(isMeant: (request: Request) => boolean): Promise<Held> {
    let release = () => {};
    let count = 0;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.#context.route('**', async (route) => {
      if (isMeant(route.request())) {
        count++;
        await released;
      }
      await route.fallback();
    });
    return { release, waits: () => until('something is asked for', () => count > 0) };
  }

  /** How often an event came, in all pages of the reader's. */
  heard(name: string): number {
    return this.#heard.filter(({ type }) => type === `connect-${name}`).length;
  }

  /** How many payments the sandbox was asked for. */
  get posts(): number {
    const { requests } = this.site.sandbox;
    return requests.filter(({ operationId }) => operationId === 'payInvoice').length;
  }

  /** Everything has come once that comes of one payment. */
  paidOnce(times = 1): void {
    assert.equal(this.posts, times, 'requests');
    for (const name of ['submit', 'transaction', 'redirect', 'outcome', 'confirmed']) {
      assert.equal(this.heard(name), times, name);
    }
  }

  /** What could be pressed to pay, in each frame since the last call. */
  offered(): Promise<readonly string[]> {
    return this.page.evaluate(() => {
      const offered: unknown = Reflect.get(window, 'offered');
      Reflect.set(window, 'offered', new Set());
      return offered instanceof Set ? [...offered].map(String) : [];
    });
  }

  async #watch(): Promise<void> {
    const context = this.#context;
    this.page.setDefaultTimeout(20_000);
    context.on('weberror', (error) => this.#errors.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error' && !isAboutIcon(message)) this.#errors.push(message.text());
    });
    await context.exposeFunction('tellTest', (heard: Heard) => void this.#heard.push(heard));
    await context.addInitScript({ path: 'test/apps/swapped/watch.js' });
  }
}

/** Waits for what a page has no event of. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(30);
  }
}
