// In test:all: every journey of pay, change and add under each dialect of the sandbox.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { dialectNames } from '../../demo/sandbox/index.js';
import type { DialectName } from '../../demo/sandbox/dialects/index.js';
import type { Outcome } from '../../demo/sandbox/names.js';
import { check } from '../../src/check/check.js';
import { writtenDialect } from '../../src/check/written.js';
import { returnAddress } from '../../src/flow.js';
import { world } from '../../src/platform/world.js';
import { it } from '../support/limited.js';
import { isWhole } from '../support/whole.js';
import { complete, payAddress, startPayment } from '../sandbox/client.js';
import { saying } from '../support/saying.js';
import { choice, forget, setStage, type SeenEvent, type Stage } from './support.js';

let stage: Stage;
before(async () => {
  stage = await setStage();
});
after(() => stage.close());

const productCode = 'CO27409';
const pages = {
  'connect-pay-invoice': '/invoices?pay=7435367',
  'connect-change-method': '/subscription',
  'connect-agreements': '/agreements',
} as const;
type Tag = keyof typeof pages;

/** What is pressed: where several stand on a page, that of Klarna. */
const element = (tag: Tag) =>
  stage.page.locator(tag === 'connect-agreements' ? `${tag}[provider=klarna]` : tag);

/** The button that begins a journey. */
const beginning = {
  'connect-pay-invoice': 'pay-invoice.action',
  'connect-change-method': 'change-method.action',
  'connect-agreements': 'add-agreement.action',
} as const;

const seen: SeenEvent[] = [];

/** A page of the newspaper, of a sandbox that speaks so and has just been started. */
async function begin(tag: Tag, name: DialectName): Promise<void> {
  const { demo, page } = stage;
  await stage.open('/');
  demo.sandbox.speak(name);
  await forget(page);
  await page.goto(demo.url + pages[tag]);
  stage.errors();
  stage.events();
  seen.length = 0;
}

/** @param flow Whose event, where several elements of a page tell it. */
async function told(type: string, flow?: string): Promise<Record<string, unknown>> {
  for (const end = Date.now() + 15_000; Date.now() < end;) {
    seen.push(...stage.events());
    const found = seen.find(
      (event) => event.type === type && (!flow || event.detail['flow'] === flow),
    );
    if (found) return found.detail;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${type} in 15 s, but ${seen.map((event) => event.type).join(', ')}`);
}

/**
 * Chooses where there is a choice, presses, approves at the provider's and comes back; gives what the address was
 * read as.
 */
async function goThrough(tag: Tag, method: string, ends: Outcome = 'finished'): Promise<unknown> {
  const { page, demo } = stage;
  if (method) await choice(element(tag), method).check();
  await element(tag).locator(saying(beginning[tag])).click();
  await page.click(`#outcome-${ends}`);
  await page.waitForURL(`${demo.url}/**`);
  return (await told('connect-outcome'))['outcome'];
}

interface Journey {
  /** What is told of the way back. */
  readonly outcome?: Outcome;
  /** How it ends at the provider's. */
  readonly ends?: Outcome;
  /** Milliseconds that the sandbox's clock is moved by before the page is read again. */
  readonly later?: number;
  /** Nobody can say what the server has registered: nothing is confirmed. */
  readonly isUnclear?: boolean;
}

const day = 86_400_000;
/** What the reader meets in each dialect that is not met where all is as assumed. */
const journeys: Readonly<Record<Tag, Partial<Record<DialectName, Journey>>>> = {
  'connect-pay-invoice': {
    'capital-outcome': { outcome: 'unknown' },
    'doubled-outcome': { outcome: 'unknown' },
    'other-invoice-fields': { isUnclear: true },
    'paid-after-20-seconds': { later: 20_000 },
    'paid-after-nine-minutes': { later: 540_000 },
    'paid-after-a-day': { later: day },
    'error-after-payment': { outcome: 'error', ends: 'error' },
  },
  'connect-change-method': {
    'capital-outcome': { outcome: 'unknown' },
    'doubled-outcome': { outcome: 'unknown' },
    'late-lists': { later: 20_000 },
    'error-after-payment': { outcome: 'error', ends: 'error' },
  },
  'connect-agreements': {
    'capital-outcome': { outcome: 'unknown' },
    'doubled-outcome': { outcome: 'unknown' },
    'late-lists': { later: 20_000 },
    'error-after-payment': { outcome: 'error', ends: 'error' },
    // What nothing names cannot be told from what was there before.
    'renamed-agreements': { isUnclear: true },
  },
};

/** Walks a journey to its end, and looks into the sandbox for what came of it. */
async function walk(tag: Tag, method: string, journey: Journey): Promise<void> {
  const { outcome = 'finished', ends, later, isUnclear } = journey;
  assert.equal(await goThrough(tag, method, ends), outcome);
  if (later) {
    // A page that asks of its own accord would hear it while it is being left, and what it tells then is lost.
    const address = stage.page.url();
    await stage.page.goto('about:blank');
    stage.demo.sandbox.advance(later);
    await stage.page.goto(address);
  }
  if (isUnclear) assert.equal(seen.filter(({ type }) => type === 'connect-confirmed').length, 0);
  else assert.equal((await told('connect-confirmed'))['confirmed'], true);
  assert.equal(stage.demo.sandbox.transactions().length, 1);
  assert.equal(await registered(tag), true);
  assert.deepEqual(stage.errors(), []);
}

/** Whether the server has registered it, as it says itself once nothing is spoken any more. */
async function registered(tag: Tag): Promise<boolean> {
  const { sandbox } = stage.demo;
  sandbox.speak();
  const { path, shows } = registrations[tag];
  const answer = await fetch(`${sandbox.apiUrl}/v1/${path}`, {
    headers: { accept: 'application/json', authorization: `Bearer ${await sandbox.accessToken()}` },
  });
  return shows.test(await answer.text());
}

/** Where the server says what a journey came to. */
const registrations: Readonly<Record<Tag, { readonly path: string; readonly shows: RegExp }>> = {
  'connect-pay-invoice': {
    path: `customer/invoice/payment/${productCode}`,
    shows: /"invoiceNumber":"7435367"[^}]*"paymentStatus":"1"/,
  },
  'connect-change-method': {
    path: `product/payment/${productCode}`,
    shows: /"paymentMethod":"autoGiro","current":true/,
  },
  'connect-agreements': {
    path: 'customer/payment/klarna/token',
    shows: /"recurrenceToken":"klarna-1"/,
  },
};

/** The items of these are not understood: one changes, and nobody can say what the server has registered. */
const itemShapes: readonly DialectName[] = [
  'nested-methods',
  'localised-methods',
  'numbered-methods',
  'capital-methods',
];

describe('where the server is unlike the assumed, paying', () => {
  for (const name of dialectNames) {
    it(`degrades, and still pays: ${name}`, async () => {
      await begin('connect-pay-invoice', name);
      const journey = journeys['connect-pay-invoice'][name] ?? {};
      await walk('connect-pay-invoice', 'vippsEcommerce', journey);
    });
  }

  it('is cancelled by Back from the provider, asks for no second one by itself, and pays when started over', async () => {
    await begin('connect-pay-invoice', 'back-cancels');
    const { page, demo } = stage;
    await choice(page.locator('connect-pay-invoice'), 'vippsEcommerce').check();
    await page.locator('connect-pay-invoice').locator('button').first().click();
    await page.waitForSelector('#outcome-finished');
    await page.goBack();
    const isCancelled = () => demo.sandbox.transactions()[0]?.completed === true;
    for (const end = Date.now() + 10_000; !isCancelled() && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(isCancelled(), true);
    assert.equal(demo.sandbox.transactions().length, 1);
    // What is open is not registered.
    assert.equal((await told('connect-confirmed'))['confirmed'], false);
    seen.length = 0;
    for (const key of ['pay-invoice.start-over', 'pay-invoice.start-over.yes']) {
      await page.locator(`connect-pay-invoice button[data-key="${key}"]`).click();
    }
    assert.equal(await goThrough('connect-pay-invoice', 'vippsEcommerce'), 'finished');
    assert.equal((await told('connect-confirmed'))['confirmed'], true);
    assert.equal(demo.sandbox.transactions().length, 2);
  });

  it('tells that an invoice is paid of which two transactions were approved', async () => {
    await begin('connect-pay-invoice', 'paid-twice');
    const { sandbox } = stage.demo;
    const other = await startPayment(sandbox);
    await choice(stage.page.locator('connect-pay-invoice'), 'vippsEcommerce').check();
    await stage.page.locator('connect-pay-invoice').locator('button').first().click();
    await stage.page.waitForSelector('#outcome-finished');
    sandbox.complete(other, 'finished');
    await stage.page.click('#outcome-finished');
    await stage.page.waitForURL(`${stage.demo.url}/**`);
    assert.equal((await told('connect-confirmed'))['confirmed'], true);
  });
});

describe('where the server is unlike the assumed, changing the method', () => {
  for (const name of dialectNames) {
    // What is unlike in invoices alone is nothing to it: that is tried in test:all.
    const isAbout = name.includes('outcome') || name in journeys['connect-change-method'];
    if (!(isWhole || isAbout || itemShapes.includes(name))) continue;
    it(`degrades, and still changes: ${name}`, async () => {
      await begin('connect-change-method', name);
      const isUnclear = itemShapes.includes(name);
      const journey = { isUnclear, ...journeys['connect-change-method'][name] };
      await walk('connect-change-method', 'autoGiro', journey);
    });
  }
});

describe('where the server is unlike the assumed, adding an agreement', () => {
  for (const name of dialectNames) {
    const isAbout = name.includes('outcome') || name in journeys['connect-agreements'];
    if (!(isWhole || isAbout)) continue;
    it(`degrades, and still adds: ${name}`, async () => {
      await begin('connect-agreements', name);
      await walk('connect-agreements', '', journeys['connect-agreements'][name] ?? {});
    });
  }
});

/** Lists that say nothing of what is possible, and answers that are none. */
const sayNothing: Readonly<Record<string, { status?: number; body: string; type?: string }>> = {
  null: { body: '{"paymentMethodResponseItems":null}' },
  '[]': { body: '{"paymentMethodResponseItems":[]}' },
  'items that are null': { body: '{"paymentMethodResponseItems":[null]}' },
  'unknown objects': { body: '{"paymentMethodResponseItems":[{"id":3,"name":"Faktura"}]}' },
  'unknown codes': { body: '{"paymentMethodResponseItems":["FAKTURA","KORT"]}' },
  'only the current method': {
    body: '{"paymentMethodResponseItems":[{"paymentMethod":"invoice","current":true}]}',
  },
  'a 404': { status: 404, body: '{"errorMessage":"no"}' },
  HTML: { body: '<!doctype html><title>Log in</title>', type: 'text/html' },
};

describe('a list that says nothing of what is possible', () => {
  async function beginWith(answer: { status?: number; body: string; type?: string }) {
    const { demo, page } = stage;
    const lists = `${demo.sandbox.apiUrl}/v1/product/payment/**`;
    await stage.open('/');
    demo.sandbox.reset();
    await page.route(lists, (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const { status = 200, body, type = 'application/json' } = answer;
      const headers = { 'Access-Control-Allow-Origin': '*' };
      return route.fulfill({ status, body, contentType: type, headers });
    });
    await forget(page);
    await page.goto(demo.url + pages['connect-change-method']);
    stage.events();
    return () => page.unroute(lists);
  }

  for (const [name, answer] of Object.entries(sayNothing)) {
    it(`leaves for the login server with the chosen method: ${name}`, async () => {
      const end = await beginWith(answer);
      try {
        seen.length = 0;
        assert.equal((await told('connect-load', 'change-method'))['count'], 6);
        await choice(element('connect-change-method'), 'recurringKlarnaPayment').check();
        await element('connect-change-method').locator('button').first().click();
        await stage.page.waitForSelector('#outcome-finished');
      } finally {
        await end();
      }
      const [transaction, ...more] = stage.demo.sandbox.transactions();
      assert.equal(transaction?.paymentMethod, 'recurringKlarnaPayment');
      assert.deepEqual(more, []);
    });
  }

  it('switches off in place what is not listed, but not under the pointer', async () => {
    let letIn = () => {};
    const isLetIn = new Promise<void>((resolve) => (letIn = resolve));
    const { demo, page } = stage;
    const lists = `${demo.sandbox.apiUrl}/v1/product/payment/**`;
    await stage.open('/');
    demo.sandbox.reset();
    await page.route(lists, async (route) => {
      await isLetIn;
      const items = [{ paymentMethod: 'invoice', current: true }, 'autoGiro'];
      await route.fulfill({
        json: { paymentMethodResponseItems: items },
        headers: { 'Access-Control-Allow-Origin': '*' },
      });
    });
    try {
      await page.goto(demo.url + pages['connect-change-method']);
      seen.length = 0;
      stage.events();
      await choice(element('connect-change-method'), 'recurringNexiPayment').locator('..').hover();
      letIn();
      await told('connect-load', 'change-method');
      const isOff = (method: string) =>
        choice(element('connect-change-method'), method).isDisabled();
      assert.equal(await isOff('recurringKlarnaPayment'), true);
      assert.equal(await isOff('recurringNexiPayment'), false);
      await page.mouse.move(1, 1);
      await page.waitForFunction(() => {
        const root = document.querySelector('connect-change-method')?.shadowRoot;
        return root?.querySelector('input[value=recurringNexiPayment]:disabled');
      });
      assert.equal(await element('connect-change-method').locator('input').count(), 6);
    } finally {
      await page.unroute(lists);
    }
  });
});

/** What the checking tool writes of this sandbox, as a script without exports. */
async function writtenFor(name: DialectName): Promise<string> {
  const { sandbox, url } = stage.demo;
  sandbox.reset();
  sandbox.speak(name);
  const transactionId = await startPayment(sandbox);
  const about = {
    flow: 'pay-invoice',
    transactionId,
    paymentMethod: 'vippsEcommerce',
    productCode,
    invoiceNumber: '7435367',
  } as const;
  const returnUrl = returnAddress(`${url}/account`, 'return', about);
  const addresses = { returnUrl, errorUrl: returnUrl };
  const cameBack = await complete(payAddress(sandbox, transactionId, addresses), 'finished');
  const token = await sandbox.accessToken();
  const access = { id: 'test', token: () => Promise.resolve(token) };
  const api = { url: sandbox.apiUrl, access, world, dialect: {} };
  const { findings } = await check({ api, productCode, cameBack });
  return (writtenDialect(findings) ?? '').replace('export const', 'const');
}

const chosen: Readonly<Record<Tag, string>> = {
  'connect-pay-invoice': 'vippsEcommerce',
  'connect-change-method': 'autoGiro',
  'connect-agreements': '',
};

describe('with the dialect that the checking tool writes, a journey is whole again', () => {
  const whole: readonly (readonly [DialectName, Tag])[] = [
    ...itemShapes.map((name) => [name, 'connect-change-method'] as const),
    ['renamed-outcome', 'connect-pay-invoice'],
    ['capital-outcome', 'connect-pay-invoice'],
    ['capital-outcome', 'connect-change-method'],
    ['doubled-outcome', 'connect-pay-invoice'],
    ['norwegian-days', 'connect-pay-invoice'],
    ['other-invoice-fields', 'connect-pay-invoice'],
    ['renamed-agreements', 'connect-agreements'],
  ];
  for (const [name, tag] of whole) {
    it(`${name}, in ${tag}`, async () => {
      const written = await writtenFor(name);
      const body = `import { configure } from '/dist/cdn/connect-elements.js';
        ${written}
        configure({ dialect });`;
      // The script that stands before the elements on every page of the newspaper.
      const script = `${stage.demo.url}/public/tools.js`;
      await stage.page.route(script, (route) =>
        route.fulfill({ contentType: 'text/javascript', body }),
      );
      try {
        await begin(tag, name);
        await walk(tag, chosen[tag], {});
      } finally {
        await stage.page.unroute(script);
      }
    });
  }
});
