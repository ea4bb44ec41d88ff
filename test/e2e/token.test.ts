import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import type { Request } from 'playwright-core';
import { outcomes } from '../../demo/sandbox/names.js';
import { it } from '../support/limited.js';
import { startFront, type Front } from './front.js';
import { choice, setStage, type Stage } from './support.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { saying } from '../support/saying.js';
import { some } from '../support/whole.js';

/** So much of a token is a leak. */
const size = 12;

let front: Front;
let stage: Stage;
let requests: Request[] = [];
let readings = 0;

before(async () => {
  front = await startFront();
  stage = await setStage({ inFrontOfApi: front.before });
  await stage.page.addInitScript({ path: 'test/e2e/page-reader.js' });
  stage.page.on('request', (request) => void requests.push(request));
});
after(async () => {
  await stage.close();
  await front.close();
  console.log(`tally ${readings} readings of a page for a token`);
});
beforeEach(() => {
  front.behave('as it is');
  requests = [];
});

/** Every piece of every secret; a token's header is the same for all tokens of a server. */
function pieces(): Set<string> {
  const { onlineFundraising, swedbankPay } = stage.demo;
  const ofTokens = [...front.tokens].map((token) => token.split('.').slice(1).join('.'));
  const found = new Set<string>();
  for (const secret of [...ofTokens, onlineFundraising.key, swedbankPay.token]) {
    for (let at = 0; at + size <= secret.length; at += 1) found.add(secret.slice(at, at + size));
  }
  return found;
}

/** Where in the texts a piece of a secret stands, with what is around it. */
function leaks(texts: Readonly<Record<string, readonly string[]>>): string[] {
  const secret = pieces();
  assert.ok(secret.size > size, 'no token has come by');
  return Object.entries(texts).flatMap(([place, parts]) => {
    const text = parts.join('\n');
    for (let at = 0; at + size <= text.length; at += 1) {
      if (!secret.has(text.slice(at, at + size))) continue;
      return [`${place}: ${text.slice(Math.max(0, at - 60), at + size)}`];
    }
    return [];
  });
}

/** All that a script of the page can read now, by place. */
async function readPage(): Promise<Record<string, readonly string[]>> {
  const read: unknown = await stage.page.evaluate(async () => {
    const reader: unknown = Reflect.get(window, Symbol.for('read everything'));
    if (typeof reader !== 'function') return [];
    const parts: unknown = await Reflect.apply(reader, window, []);
    return parts;
  });
  const parts = Array.isArray(read) ? read.filter((part) => Array.isArray(part)) : [];
  return Object.fromEntries(
    parts.map(([place, texts]: unknown[]) => [String(place), [String(texts)]]),
  );
}

/** What of a secret the page, or any server but the API, has been told. */
async function findLeaks(): Promise<string[]> {
  const texts = await readPage();
  assert.ok(Object.keys(texts).length > 6, 'the page was not read');
  const api = new URL(await front.before(stage.demo.sandbox.apiUrl)).origin;
  const sent = await Promise.all(
    requests.map(async (request) => {
      const headers = await request.allHeaders();
      const isApi = new URL(request.url()).origin === api;
      if (isApi) delete headers['authorization'];
      return JSON.stringify([request.url(), headers, request.postData()]);
    }),
  );
  return [...leaks({ ...texts, sent }), ...front.elsewhere.map(({ url }) => `elsewhere: ${url}`)];
}

async function assertNothingLeaks(): Promise<void> {
  assert.deepEqual(await findLeaks(), []);
  readings += 1;
}

const button = (tag: string, key: TextKey) => stage.page.locator(tag).locator(saying(key)).first();
const saysKey = (tag: string, key: TextKey) => button(tag, key).waitFor();
const invoicePage = '/invoices?pay=7435367';

async function waitForEvent(type: string, code?: string): Promise<void> {
  const seen: string[] = [];
  for (let tries = 0; tries < 400; tries += 1) {
    for (const { type: told, detail } of stage.events()) {
      if (told === type && (!code || detail['code'] === code)) return;
      seen.push(`${told} ${JSON.stringify(detail['code'])}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${type} ${code ?? ''} in ${seen.join()}`);
}

describe('the reader of a page', () => {
  const hiding: [string, (token: string) => unknown][] = [
    ['an attribute', (token) => document.body.setAttribute('data-x', token)],
    [
      'a shadow root',
      (token) => {
        const [element] = document.getElementsByTagName('connect-payment-methods');
        element?.shadowRoot?.append(token);
      },
    ],
    [
      'a private-looking field of an element',
      (token) => {
        const [element] = document.getElementsByTagName('connect-payment-methods');
        Object.assign(element ?? {}, { _x: new Map([['deep', { er: [token] }]]) });
      },
    ],
    ['the console', (token) => console.debug('x', { token })],
    [
      'a thrown error',
      (token) => {
        setTimeout(() => {
          throw new Error(token);
        });
      },
    ],
    ['a rejection', (token) => void Promise.reject(new TypeError(token))],
    [
      'an event',
      (detail) => document.body.dispatchEvent(new CustomEvent('connect-error', { detail })),
    ],
    ['the address', (token) => history.replaceState(null, '', `?x=${token}`)],
    ["the history's state", (token) => history.replaceState({ token }, '')],
    ['the storage of the session', (token) => sessionStorage.setItem('x', token)],
    ['a cookie', (token) => (document.cookie = `x=${token}`)],
    ['a cache', async (token) => (await caches.open('x')).put('/x', new Response(token))],
    ['performance entries', (token) => performance.mark(token)],
    ['a global', (token) => Object.assign(window, { leaked: { in: [token] } })],
    ['a request', (token) => fetch(`/x?${token}`)],
  ];
  for (const [place, hide] of hiding) {
    it(`finds a piece of a token in ${place}`, async () => {
      await stage.open('/subscription');
      await button('connect-change-method', 'change-method.action').waitFor();
      const token = [...front.tokens].at(-1)?.slice(-40, -20) ?? '';
      await stage.page.evaluate(hide, token);
      // What a page is told of errors comes in a task of its own.
      let found: string[] = [];
      for (let tries = 0; tries < 20 && !found.length; tries += 1) found = await findLeaks();
      assert.notDeepEqual(found, []);
      await stage.page.evaluate(() => {
        history.replaceState(null, '', '/');
        return caches.delete('x');
      });
      await stage.page.context().clearCookies({ name: 'x' });
    });
  }
});

describe('no piece of a token can be read', () => {
  it('after listing', async () => {
    await stage.open('/subscription');
    await button('connect-change-method', 'change-method.action').waitFor();
    await assertNothingLeaks();
    await stage.open('/invoices');
    await waitForEvent('connect-load');
    await assertNothingLeaks();
  });

  for (const outcome of some(outcomes)) {
    it(`while paying, at the provider, and back with ${outcome}`, async () => {
      await stage.open(invoicePage);
      await choice(stage.page.locator('connect-pay-invoice'), 'vippsEcommerce').check();
      await assertNothingLeaks();
      await stage.page.locator('connect-pay-invoice button').click();
      await stage.page.locator(`#outcome-${outcome}`).waitFor();
      await assertNothingLeaks();
      await stage.page.click(`#outcome-${outcome}`);
      await stage.page.waitForURL(`${stage.demo.url}/**`);
      // These two are asked about for ten minutes.
      const isOpen = outcome === 'unknown' || outcome === 'error';
      await waitForEvent(isOpen ? 'connect-outcome' : 'connect-confirmed');
      await assertNothingLeaks();
    });
  }

  it('after changing the method', async () => {
    await stage.open('/subscription');
    await choice(stage.page.locator('connect-change-method'), 'autoGiro').check();
    await button('connect-change-method', 'change-method.action').click();
    await stage.page.click('#outcome-finished');
    await waitForEvent('connect-confirmed');
    await assertNothingLeaks();
  });

  it('after adding and removing an agreement', async () => {
    const tag = 'connect-agreements[provider=vipps]';
    await stage.open('/agreements');
    await button(tag, 'add-agreement.action').click();
    await stage.page.click('#outcome-finished');
    await waitForEvent('connect-confirmed');
    await assertNothingLeaks();
    await button(tag, 'agreements.remove').click();
    await button(tag, 'agreements.remove.yes').click();
    await waitForEvent('connect-removed');
    await assertNothingLeaks();
  });

  it('nor of the key, after cancelling a stored payment method', async () => {
    await stage.open('/stored-method');
    await button('connect-method-status', 'method-status.cancel').click();
    await button('connect-method-status', 'method-status.cancel.yes').click();
    await waitForEvent('connect-removed');
    await assertNothingLeaks();
  });

  it('nor of the key, after a Vipps payment on the page and elsewhere', async () => {
    const tag = 'connect-vipps-payment';
    await stage.open('/vipps-payment?new');
    await button(tag, 'vipps-payment.operation.view-authorization').click();
    const payer = stage.page.frameLocator(`${tag} iframe`);
    await payer.locator('#decline').click();
    await waitForEvent('connect-error', 'declined');
    await assertNothingLeaks();
    await stage.open('/vipps-payment?new');
    await button(tag, 'vipps-payment.operation.redirect-authorization').click();
    await stage.page.click('#approve');
    await saysKey(tag, 'vipps-payment.registered');
    await button(tag, 'vipps-payment.operation.paid-payment').click();
    await assertNothingLeaks();
  });
});

describe('no piece of a token can be read after a failure:', () => {
  for (const [mood, read, write] of [
    ['quoting', 'server', 'in-doubt'],
    ['redirecting', 'invalid-response', 'in-doubt'],
    ['gone', 'network', 'in-doubt'],
  ] as const) {
    it(`the API is ${mood} when something is listed`, async () => {
      await stage.open('/');
      front.behave(mood, 'GET');
      await stage.page.goto(`${stage.demo.url}/agreements`);
      await waitForEvent('connect-error', read);
      await assertNothingLeaks();
    });

    it(`the API is ${mood} when something is paid`, async () => {
      await stage.open(invoicePage);
      front.behave(mood, 'POST');
      await stage.page.locator('connect-pay-invoice button').click();
      await waitForEvent('connect-error', write);
      await assertNothingLeaks();
    });

    it(`the API is ${mood} when something is removed`, async () => {
      const tag = 'connect-agreements[provider=vipps]';
      await stage.open('/agreements');
      await button(tag, 'agreements.remove').click();
      front.behave(mood, 'PATCH');
      await button(tag, 'agreements.remove.yes').click();
      await waitForEvent('connect-error', write);
      await assertNothingLeaks();
    });
  }

  it('the API says 401 to everything', async () => {
    await stage.open('/');
    stage.demo.sandbox.faults.set('*', { kind: 'unauthorized' });
    await stage.page.goto(`${stage.demo.url}/subscription`);
    await waitForEvent('connect-error', 'unauthorized');
    await assertNothingLeaks();
  });

  it('the API says 401 to a payment', async () => {
    await stage.open(invoicePage);
    stage.demo.sandbox.faults.set('payInvoice', { kind: 'unauthorized' });
    await stage.page.locator('connect-pay-invoice button').click();
    await waitForEvent('connect-error', 'unauthorized');
    await assertNothingLeaks();
  });
});
