import assert from 'node:assert/strict';
import { Caller, invoice, json, payment, product } from '../proxies/caller.js';
import { Rules } from '../proxies/rules.js';
import type { Site } from './site.js';
import type { Visitor } from './visitor.js';

const route = '/wp-json/connect-elements/v1/capi';

async function cookieOf({ context }: Visitor, origin: string): Promise<string> {
  const cookies = await context.cookies(origin);
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** The plugin's proxy, by the rules of every other, and by what WordPress could do to them. */
export async function proveProxy(site: Site): Promise<void> {
  const { proof, upstream, wordpress, token, as } = site;
  const kari = await as('kari');
  const url = wordpress.origin + route;
  const subject = { url, cookie: await cookieOf(kari, wordpress.origin), token, upstream };
  upstream.received();
  await new Rules(proof, subject).prove();
  const caller = new Caller(subject);
  await proveOrigins(site, caller, kari);
  await proveAnswers(site, caller);
  await proveCookies(site, caller, kari);
  await kari.context.close();
}

/** WordPress lets pages of every origin read its API. */
async function proveOrigins({ proof, upstream, wordpress }: Site, caller: Caller, kari: Visitor) {
  await proof.holds('lets no other origin read an answer', async () => {
    const { status, headers } = await caller.ask(product, {
      headers: { Origin: 'https://evil.example' },
    });
    assert.equal(status, 200);
    assert.equal(headers['access-control-allow-origin'], undefined);
    assert.equal(headers['access-control-allow-credentials'], undefined);
  });
  await proof.holds(
    "a page of another origin pays nothing with a subscriber's cookies",
    async () => {
      // A cookie is for every port of a host. The page is really served: Chromium lets one of no known
      // host ask nothing of this machine.
      const body = '<link rel="icon" href="data:,">A page';
      upstream.next({ status: 200, headers: { 'Content-Type': 'text/html' }, body });
      await kari.page.goto(upstream.url);
      upstream.received();
      const asked: readonly RequestInit[] = [
        { method: 'POST', headers: json, body: invoice },
        { method: 'POST', mode: 'no-cors', body: invoice },
      ];
      const url = wordpress.origin + route + payment;
      for (const one of asked) {
        const said = await kari.page.evaluate(
          ([address, init]) =>
            fetch(address, { ...init, credentials: 'include' }).then(
              (answer) => answer.text(),
              () => 'unread',
            ),
          [url, one] as const,
        );
        assert.match(said, /^(unread)?$/);
      }
      assert.deepEqual(upstream.received(), []);
    },
  );
}

async function proveAnswers({ proof, upstream }: Site, caller: Caller): Promise<void> {
  await proof.holds('passes no answer that is too long', async () => {
    for (const [length, status] of [
      [2 ** 20, 200],
      [2 ** 20 + 1, 502],
    ] as const) {
      upstream.next({ status: 200, headers: json, body: 'a'.repeat(length) });
      assert.equal((await caller.ask(product)).status, status, String(length));
    }
  });
  await proof.holds("has no other shape by WordPress' own parameters", async () => {
    const said = JSON.stringify({ paymentMethodResponseItems: [] });
    for (const name of ['_envelope', '_jsonp', '_fields', '_embed', '_pretty']) {
      upstream.next({ status: 200, headers: json, body: said });
      const { status, body, headers } = await caller.ask(`${product}?${name}=ran`);
      assert.deepEqual([status, body], [200, said], name);
      assert.match(String(headers['content-type']), /^application\/json/, name);
      assert.match(String(headers['cache-control']), /no-store/, name);
    }
    upstream.received();
  });
}

/** `logged_in` cookies: a name, when it ends, a session, and a hash of them. */
async function proveCookies(
  { proof, upstream, wordpress, token, as }: Site,
  caller: Caller,
  kari: Visitor,
): Promise<void> {
  await proof.holds('asks the API for no changed cookie', async () => {
    upstream.received();
    const cookie = await cookieOf(await as('ola'), wordpress.origin);
    const forged = cookie.replaceAll('=ola%7C', '=kari%7C');
    assert.notEqual(forged, cookie);
    await caller.refused(401, caller.ask(product, { headers: { Cookie: forged } }), 'name');
    const later = (await cookieOf(kari, wordpress.origin)).replace(/%7C\d/g, '%7C9');
    await caller.refused(401, caller.ask(product, { headers: { Cookie: later } }), 'end');
  });
  await proof.holds('asks the API for no session that is over', async () => {
    const left = await as('kari');
    const cookie = await cookieOf(left, wordpress.origin);
    const headers = { Cookie: cookie };
    assert.equal((await caller.ask(product, { headers })).status, 200);
    assert.equal(upstream.received()[0]?.headers.authorization, `Bearer ${token}`);
    await left.page.goto(`${wordpress.origin}/wp-login.php?action=logout`);
    await left.page.getByRole('link', { name: 'log out' }).click();
    await left.page.locator('#loginform').waitFor();
    await caller.refused(401, caller.ask(product, { headers }), 'logged out');
    await left.context.close();
  });
}
