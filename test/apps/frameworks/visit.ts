import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { choice, isAboutIcon } from '../../e2e/support.js';
import type { Held, Site } from './site.js';
import { saying } from '../../support/saying.js';

/** What is visited: an app, and the sandbox behind it. */
export type Visited = Pick<Site, 'url' | 'sandbox'>;

/** The app in a page of a browser that has never been there, with the sandbox as at the start. */
export class Visit<Where extends Visited = Site> {
  readonly page: Page;
  readonly site: Where;
  readonly #console: string[] = [];
  readonly #errors: string[] = [];

  private constructor(page: Page, site: Where) {
    this.page = page;
    this.site = site;
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      const text = message.text();
      // Lit speaks up in every development build.
      const isUsual = isAboutIcon(message) || text.startsWith('Lit is in dev mode');
      if (!/error|warning/.test(message.type())) this.#console.push(text);
      else if (!isUsual) this.#errors.push(text);
    });
  }

  /**
   * Works with an app that is being visited; nothing may have been complained of in its console then.
   *
   * @param complaint What has to be complained of, and that alone.
   */
  static async during<Where extends Visited>(
    browser: Browser,
    site: Where,
    work: (visit: Visit<Where>) => Promise<void>,
    complaint?: RegExp,
  ) {
    site.sandbox.reset();
    const context = await browser.newContext();
    const visit = new Visit(await context.newPage(), site);
    try {
      await work(visit);
      const errors = visit.#errors.filter((error) => !complaint?.test(error));
      assert.deepEqual(errors, []);
      assert.equal(visit.#errors.length > 0, complaint !== undefined);
    } finally {
      await context.close();
    }
  }

  get payment(): Locator {
    return this.page.locator('connect-pay-invoice');
  }

  get list(): Locator {
    return this.page.locator('connect-payment-methods');
  }

  async open(): Promise<void> {
    await this.page.goto(this.site.url);
    await this.ready();
  }

  /** Waits until both elements show what they are for. */
  async ready(): Promise<void> {
    await this.payButton.waitFor();
    await this.list.locator('[part=item]').first().waitFor();
  }

  get payButton(): Locator {
    return this.payment.locator(saying('pay-invoice.action'));
  }

  /** Presses a button of the app's own. */
  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Waits until the element shows a method as the chosen one. */
  async shows(paymentMethod: string): Promise<void> {
    const radio = choice(this.payment, paymentMethod);
    await until(`${paymentMethod} is chosen`, () => radio.isChecked());
  }

  /** Pays, and waits until the request is on its way and kept there. */
  async payHeld(this: Visit): Promise<Held> {
    const held = this.site.hold();
    await this.payButton.click();
    await until('a payment is asked for', () => Promise.resolve(held.count() > 0));
    return held;
  }

  /** On the login server and at the provider, who sends the browser back. */
  async finish(): Promise<void> {
    await this.page.click('#login');
    await this.page.click('#outcome-finished');
    await this.payment.locator(saying('pay-invoice.registered')).waitFor();
  }

  /** How often the app has said this in the console. */
  said(text: string): number {
    return this.#console.filter((one) => one === text).length;
  }

  /** The details with which the app's own listener was called. */
  told(type: string): readonly unknown[] {
    const ours = this.#console.filter((text) => text.startsWith(`${type} `));
    return ours.map((text): unknown => JSON.parse(text.slice(type.length)));
  }

  /** The requests of an operation that reached the sandbox. */
  requests(operationId: string): number {
    const { requests } = this.site.sandbox;
    return requests.filter((request) => request.operationId === operationId).length;
  }
}

/** Waits for what a page has no event of. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await sleep(30);
  }
}
