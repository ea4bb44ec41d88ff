import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { isObject } from '../../../src/api/decode.js';

/** Somebody who is logged in to WordPress, in a browser of their own, and what their browser was told. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses that the browser asked for, since the last call. */
  requests(): string[];
  /** Everything that a page could read: answers with their headers, documents, storage. */
  seen(): Promise<string>;
  /** Whether a script called `ran`, since the last call. */
  hasRun(): boolean;
}

export async function visit(browser: Browser, origin: string, name: string): Promise<Visitor> {
  const context = await browser.newContext();
  // A machine with much to do is slow; nothing here is decided by time.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const requests: string[] = [];
  let hasRun = false;
  const answers: Promise<string>[] = [];
  await context.exposeFunction('ran', () => void (hasRun = true));
  context.on('dialog', (dialog) => {
    hasRun = true;
    void dialog.dismiss();
  });
  context.on('request', (request) => requests.push(request.url()));
  context.on('response', (response) => {
    const body = response.text().catch(() => '');
    const told = Promise.all([body, response.allHeaders()]).catch(() => []);
    answers.push(told.then((parts) => JSON.stringify(parts)));
  });
  // What the form of the login page sends; the page it leads to has no part in anything here.
  const form = { log: name, pwd: name };
  const answer = await context.request.post(`${origin}/wp-login.php`, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 302, `${name} is not logged in`);
  return {
    context,
    page,
    requests: () => requests.splice(0),
    seen: async () => {
      const stored = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
      );
      return [await page.content(), stored, ...(await Promise.all(answers))].join('\n');
    },
    hasRun: () => {
      const before = hasRun;
      hasRun = false;
      return before;
    },
  };
}

const nonces = new WeakMap<BrowserContext, string>();

/** Publishes by the API that WordPress' own editor uses, with the rights of whoever is logged in. Gives the address. */
export async function publish(
  { context }: Visitor,
  origin: string,
  content: string,
): Promise<string> {
  const known = nonces.get(context);
  const nonce =
    known ??
    (await (
      await context.request.get(`${origin}/wp-admin/admin-ajax.php?action=rest-nonce`)
    ).text());
  nonces.set(context, nonce);
  const answer = await context.request.post(`${origin}/wp-json/wp/v2/posts`, {
    headers: { 'X-WP-Nonce': nonce },
    data: { title: 'An article', status: 'publish', content },
  });
  const post: unknown = await answer.json();
  if (!isObject(post) || typeof post['link'] !== 'string') {
    throw new Error(`not published: ${JSON.stringify(post)}`);
  }
  return post['link'];
}
