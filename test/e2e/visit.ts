import assert from 'node:assert/strict';
import type { Outcome } from '../../demo/sandbox/names.js';
import { startDemo, type Demo } from '../../demo/server.js';
import { startDriver, type Driver } from '../support/drivers.js';
import type { Key } from '../support/keys.js';
import type { Engine } from '../support/engines.js';
import type { TextKey } from '../../src/i18n/keys.js';

/** The newspaper's pages write every event down, over the way to the provider and back. */
const events = `JSON.parse(sessionStorage.getItem('event-log') ?? '[]')`;

/** A reader who is logged in to the newspaper, in one engine. */
export class Visit {
  readonly demo: Demo;
  readonly #driver: Driver;

  constructor(demo: Demo, driver: Driver) {
    this.demo = demo;
    this.#driver = driver;
  }

  static async begin(engine: Engine): Promise<Visit> {
    // First, since a server that is left open would keep the process alive when no browser starts.
    const driver = await startDriver(engine);
    const demo = await startDemo({ sandbox: { settleAfter: 1500 } });
    const visit = new Visit(demo, driver);
    try {
      await driver.open(`${demo.url}/login`);
      await visit.press('#login');
      await visit.until(`location.href === '${demo.url}/subscription'`);
    } catch (error) {
      await visit.end();
      throw error;
    }
    return visit;
  }

  /** Opens a page of the newspaper, with the sandbox's state as at the start. */
  async open(path: string): Promise<void> {
    // A document of the same origin in which no script runs: nothing is written down after it was cleared.
    await this.#driver.open(`${this.demo.url}/public/newspaper.css`);
    await this.evaluate('sessionStorage.clear(), localStorage.clear()');
    this.demo.reset();
    await this.#driver.open(this.demo.url + path);
  }

  evaluate(expression: string): Promise<unknown> {
    return this.#driver.evaluate(expression);
  }

  back(): Promise<void> {
    return this.#driver.back();
  }

  /** Waits until an expression is true in the page, whichever page that is by then. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + 20_000;
    for (;;) {
      // A page that is just being left answers with an error.
      const holds = await this.evaluate(`Boolean(${expression})`).catch(() => false);
      if (holds === true) return;
      if (Date.now() > end) throw new Error(`waited in vain until ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Presses an element with the pointer as soon as it is there; see {@link Driver.click}. */
  async press(...path: string[]): Promise<void> {
    const queries = path.map((selector) => `querySelector('${selector}')`);
    await this.until(`document.${queries.join('?.shadowRoot?.')}`);
    await this.#driver.click(...path);
  }

  async key(...names: Key[]): Promise<void> {
    for (const name of names) await this.#driver.key(name);
  }

  /** Waits until an element shows a text. */
  /** Waits until an element says the text under a key. */
  async seesKey(tag: string, key: TextKey): Promise<void> {
    await this.until(
      `document.querySelector('${tag}')?.shadowRoot?.querySelector('[data-key="${key}"]')`,
    );
  }

  async sees(tag: string, text: string): Promise<void> {
    await this.until(
      `document.querySelector('${tag}')?.shadowRoot?.textContent.includes('${text}')`,
    );
  }

  /** The details of the events of a type. */
  told(type: string): Promise<unknown> {
    return this.evaluate(
      `${events}.filter((event) => event.type === '${type}').map(({ detail }) => detail)`,
    );
  }

  /** How many requests of an operation reached the sandbox. */
  requests(operationId: string): number {
    return this.demo.sandbox.requests.filter((sent) => sent.operationId === operationId).length;
  }

  async end(): Promise<void> {
    await this.#driver.close();
    await this.demo.close();
  }

  /** One transaction, one redirect, one outcome; then what the server says of it, when it says it soon. */
  async assertTold(flow: string, outcome: Outcome, confirmed: boolean | undefined): Promise<void> {
    const id = await this.evaluate(
      `${events}.find(({ detail }) => detail.transactionId).detail.transactionId`,
    );
    assert.equal(typeof id, 'number');
    const common = { flow, transactionId: id };
    if (confirmed !== undefined) {
      await this.until(`${events}.some(({ type }) => type === 'connect-confirmed')`);
      assert.deepEqual(await this.told('connect-confirmed'), [{ ...common, confirmed }]);
    }
    assert.deepEqual(await this.told('connect-outcome'), [{ ...common, outcome, verified: false }]);
    const redirects = `${events}.filter(({ type }) => type === 'connect-redirect').length`;
    assert.equal(await this.evaluate(redirects), 1);
    assert.doesNotMatch(String(await this.evaluate('location.search')), /connect=|status=/);
  }
}
