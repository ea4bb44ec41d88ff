import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { decodeObject, text } from '../../../src/api/decode.js';

/** Somebody who is logged in to WordPress, in a browser of their own, and what their browser was told. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Addresses that the browser asked for, since the last call. */
  requests(): string[];
  /** Everything that a page could read: the document, storage, and answers with their headers since the last call. */
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
      return [await page.content(), stored, ...(await Promise.all(answers.splice(0)))].join('\n');
    },
    hasRun: () => {
      const before = hasRun;
      hasRun = false;
      return before;
    },
  };
}

const nonces = new WeakMap<BrowserContext, string>();

/** An article: its address, and what WordPress has left of its text. */
interface Post {
  readonly link: string;
  readonly raw: string;
}

/** What WordPress' own pages send along, so that no other site's page can ask. */
export async function nonceOf({ context }: Visitor, origin: string): Promise<string> {
  const known = nonces.get(context);
  if (known !== undefined) return known;
  const answer = await context.request.get(`${origin}/wp-admin/admin-ajax.php?action=rest-nonce`);
  const nonce = await answer.text();
  nonces.set(context, nonce);
  return nonce;
}

/** Publishes by the API that WordPress' own editor uses, with the rights of whoever is logged in. */
export async function post(visitor: Visitor, origin: string, content: string): Promise<Post> {
  const answer = await visitor.context.request.post(`${origin}/wp-json/wp/v2/posts`, {
    headers: { 'X-WP-Nonce': await nonceOf(visitor, origin) },
    data: { title: 'An article', status: 'publish', content },
  });
  const said = decodeObject(await answer.json());
  assert.equal(answer.status(), 201, JSON.stringify(said));
  return { link: text(said['link']), raw: text(decodeObject(said['content'])['raw']) };
}

/** Publishes, and gives the address. */
export async function publish(visitor: Visitor, origin: string, content: string): Promise<string> {
  return (await post(visitor, origin, content)).link;
}
