import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { settingsOf } from '../../e2e/strict-pages.js';
import { forget, requestsOf, setStage, type SeenEvent, type Stage } from '../../e2e/support.js';
import { Copies, copyNames, type Copy } from './copies.js';
import { saying } from '../../support/saying.js';

/** What stands in front of the newspaper's own pages. */
interface Served {
  /** By path. */
  readonly pages: Map<string, string>;
  /** By the first part of a path. */
  readonly folders: Map<string, string>;
}

const html = 'text/html; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.html': html,
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

/** A page of the newspaper's with what a test writes into it, and the two copies beside it. */
export class Ground {
  readonly copies: Copies;
  readonly stage: Stage;
  readonly #served: Served;
  #warnings: string[] = [];
  #requests: string[] = [];

  private constructor(copies: Copies, stage: Stage, served: Served) {
    this.copies = copies;
    this.stage = stage;
    this.#served = served;
    const context = stage.page.context();
    context.on('console', (message) => {
      if (message.type() === 'warning') this.#warnings.push(message.text());
    });
    context.on('request', (request) => this.#requests.push(new URL(request.url()).pathname));
  }

  static async set(tarball: string): Promise<Ground> {
    const copies = await Copies.make(tarball);
    const served = { pages: new Map<string, string>(), folders: new Map<string, string>() };
    const inFrontOfSite = ({ pathname }: URL) => answer(served, pathname);
    const moreOrigins = ['http://localhost:*', 'http://127.0.0.1:*', 'null'];
    const stage = await setStage({ inFrontOfSite, moreOrigins });
    stage.page.context().setDefaultTimeout(30_000);
    const ground = new Ground(copies, stage, served);
    for (const name of copyNames) ground.mount(name, join(copies.folder, name));
    return ground;
  }

  get page(): Page {
    return this.stage.page;
  }

  /** What a `connect-config` needs to know, in a session of the newspaper's. */
  get settings(): string {
    return `${settingsOf(this.stage.demo)} token-url="/token"`;
  }

  /** Puts a page at an address of the newspaper's. */
  serve(path: string, body: string, head = ''): void {
    const title = '<meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">';
    const html = `<!doctype html><html lang="en"><head>${title}${head}</head><body>${body}</body></html>`;
    this.#served.pages.set(path, html);
  }

  /** Puts a folder at an address of the newspaper's: what is in it is below `/<name>/`. */
  mount(name: string, folder: string): void {
    this.#served.folders.set(name, folder);
  }

  /** Opens a page that is written here. */
  async open(body: string, head = ''): Promise<void> {
    this.serve('/made', body, head);
    await this.page.goto(`${this.stage.demo.url}/made`);
  }

  /** Loads files of the elements in this order. */
  scripts(...addresses: readonly string[]): string {
    return addresses.map((src) => `<script type="module" src="${src}"></script>`).join('');
  }

  file(copy: Copy, name?: string): string {
    return this.copies.file(copy, name);
  }

  /** The button of an element that is ready. */
  pay(tag = 'connect-pay-invoice', within: Pick<Page, 'locator'> = this.page): Locator {
    return within.locator(tag).locator(saying('pay-invoice.action')).first();
  }

  /** The same, where it speaks Norwegian. */
  payInNorwegian(): Locator {
    return this.pay().filter({ hasText: /^\s*Betal\b/ });
  }

  /** The button of the first row of a list that can be paid. */
  payRow(tag = 'connect-invoices'): Locator {
    return this.page.locator(tag).locator(saying('invoices.pay')).first();
  }

  /** From the button to the provider and back, until the server has confirmed it: once, and told once. */
  async payAndReturn(button = this.pay(), page = this.page): Promise<void> {
    await button.click();
    await page.click('#outcome-finished');
    await page.locator(saying('pay-invoice.registered')).first().waitFor();
    this.assertPaidOnce();
    assert.equal(new URL(page.url()).search, '');
  }

  assertPaidOnce(): void {
    const events = this.stage.events();
    assert.equal(this.payments(), 1);
    assert.deepEqual(outcomesOf(events), ['finished']);
    assert.deepEqual(this.stage.errors(), []);
  }

  /** How many payments the API was asked for. */
  payments(): number {
    return requestsOf(this.stage, 'payInvoice');
  }

  /** What was written in the console as a warning since the last call. */
  warnings(): string[] {
    return this.#warnings.splice(0);
  }

  /** The paths that were asked for since the last call. */
  requests(): string[] {
    return this.#requests.splice(0);
  }

  /** As if nobody had been here, but for the login. */
  async clear(): Promise<void> {
    const { page, stage } = this;
    for (const other of page.context().pages()) if (other !== page) await other.close();
    // A document of the same origin in which no script runs.
    await page.goto(`${stage.demo.url}/public/newspaper.css`);
    await forget(page);
    stage.demo.reset();
    this.#served.pages.clear();
    stage.errors();
    stage.events();
    this.warnings();
    this.requests();
  }

  async close(): Promise<void> {
    await this.stage.close();
    await this.copies.remove();
  }
}

/** What the pages were told to have come back. */
export function outcomesOf(events: readonly SeenEvent[]): unknown[] {
  return events
    .filter(({ type }) => type === 'connect-outcome')
    .map(({ detail }) => detail['outcome']);
}

function answer({ pages, folders }: Served, pathname: string): Response | undefined {
  const page = pages.get(pathname);
  if (page !== undefined) return new Response(page, { headers: { 'Content-Type': html } });
  const [, name = '', ...rest] = pathname.split('/');
  const folder = folders.get(name);
  const type = types[extname(pathname)];
  const file = folder && join(folder, ...rest);
  if (!file || !type || !existsSync(file)) return undefined;
  // Modules of a frame of another origin have to be let out.
  const headers = { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' };
  return new Response(readFileSync(file), { headers });
}
