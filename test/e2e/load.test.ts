// In test:all: hundreds of elements and ten thousand cycles.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import type { CDPSession } from 'playwright-core';
import { it } from '../support/limited.js';
import { config, invoice, MadePages, product } from './strict-pages.js';
import { requestsOf, setStage, type Stage } from './support.js';

const made = new MadePages();
let stage: Stage;
before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer });
});
after(() => stage.close());
beforeEach(async () => {
  // What the page before still asks is not this one's.
  await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
  stage.demo.reset();
  made.clear();
});

async function open(body: string, script = '', file?: string): Promise<void> {
  made.serve('/made/load', { body, script, ...(file && { file }) });
  await stage.page.goto(`${stage.demo.url}/made/load`);
}

const shown = (tag: string) => stage.page.locator(`${tag}:not(:state(loading))`);

describe('a page with a hundred elements', () => {
  it('asks for one token, and for each list once', async () => {
    const tokens: string[] = [];
    const note = (request: { url(): string }) => {
      if (request.url().endsWith('/token')) tokens.push(request.url());
    };
    stage.page.on('request', note);
    const lists = ['connect-payment-methods', 'connect-change-method', 'connect-invoices'];
    const agreements = product('connect-agreements', 'provider="vipps"');
    const four = lists.map((tag) => product(tag)).join('') + agreements;
    await open(config(stage.demo, four.repeat(25)));
    await stage.page.waitForFunction(
      () => document.querySelectorAll(':state(ready)').length === 100,
    );
    stage.page.off('request', note);
    assert.equal(tokens.length, 1);
    const asked = ['listPaymentMethods', 'listInvoices', 'listVippsAgreements'];
    assert.deepEqual(
      asked.map((operation) => requestsOf(stage, operation)),
      [1, 1, 1],
    );
    assert.equal(stage.demo.sandbox.requests.length, 3);
  });

  it('that only pay asks for nothing at all', async () => {
    await open(config(stage.demo, invoice().repeat(100)));
    await shown('connect-pay-invoice').nth(99).waitFor();
    assert.equal(stage.demo.sandbox.requests.length, 0);
  });

  it('shows five hundred methods of one list', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `method${index}`);
    const answer = JSON.stringify({ paymentMethodResponseItems: names });
    const script = `const send = fetch;
      globalThis.fetch = (url, init) => /product\\/payment/.test(url)
        ? Promise.resolve(new Response(${JSON.stringify(answer)})) : send(url, init);`;
    await open(config(stage.demo, product('connect-payment-methods')), script);
    await shown('connect-payment-methods').waitFor();
    assert.equal(await stage.page.locator('connect-payment-methods [part=item]').count(), 500);
  });
});

/** What a page holds after its garbage has been collected. */
async function held(session: CDPSession) {
  // Twice: what the first finds dead may have been all that held something else.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const count = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { heap: usedSize, listeners: count('JSEventListeners'), nodes: count('Nodes') };
}

/** The elements, each with an attribute whose change begins it anew, and two values for it. */
const kinds = (): readonly (readonly [html: string, attribute: string, a: string, b: string])[] => [
  [product('connect-payment-methods'), 'product-code', 'A', 'B'],
  [product('connect-change-method'), 'product-code', 'A', 'B'],
  [invoice(), 'invoice-number', '1', '2'],
  [product('connect-invoices'), 'from', '2026-01-01', '2026-01-02'],
  [product('connect-agreements'), 'product-code', 'A', 'B'],
  ['<connect-outcome></connect-outcome>', 'country', 'no', 'se'],
  ['<connect-method-status api-url="/x" guid="a"></connect-method-status>', 'guid', 'b', 'c'],
  ['<connect-vipps-payment src="/vipps"></connect-vipps-payment>', 'src', '/vipps/1', '/vipps/2'],
  ['<connect-config></connect-config>', 'country', 'no', 'se'],
];

const rounds = 1000;
/** What a round may leave, in bytes: the smallest element that stays would be many times this. */
const perRound = 250;

/**
 * The page's own tools. Answers come at once, since the network has buffers of its own; and deadlines
 * hold nothing, since a browser keeps each for its whole 20 seconds.
 */
const tools = `
  AbortSignal.timeout = () => new AbortController().signal;
  const answer = (url) =>
    /token$/.test(url) ? { access_token: 't' }
    : /subscriptions$/.test(url) ? []
    : /vipps/.test(url) ? { payment: { number: 1, state: 'Ready' }, operations: [] }
    : /x.paymentMethod/.test(url) ? { guid: 'a', state: 'Active' }
    : { invoices: [], reminders: [], paymentMethodResponseItems: ['invoice'], recurringAgreements: [] };
  globalThis.asked = 0;
  globalThis.fetch = async (url) => (asked++, new Response(JSON.stringify(answer(url))));
  const { port1, port2 } = new MessageChannel();
  const task = () => new Promise((done) => { port2.onmessage = done; port1.postMessage(0); });
  const make = (html) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.firstElementChild;
  };
  const place = () => document.querySelector('connect-config') ?? document.body;
  globalThis.attach = async (html, times) => {
    const kept = make(html);
    for (let round = 0; round < times; round++) {
      const fresh = make(html);
      place().append(kept, fresh);
      await task();
      if (round % 2) for (let turn = 0; turn < 4; turn++) await task();
      kept.remove();
      fresh.remove();
      await task();
    }
  };
  globalThis.change = async (html, times, attribute, ...values) => {
    const element = make(html);
    place().append(element);
    for (let round = 0; round < times; round++) {
      element.setAttribute(attribute, values[round % 2]);
      await task();
      if (round % 3) for (let turn = 0; turn < 4; turn++) await task();
    }
    element.remove();
    await task();
  };`;

describe('nothing stays of', () => {
  const counts = { attach: 0, change: 0 };
  after(() => {
    console.log(`tally ${counts.attach} attach and detach cycles`);
    console.log(`tally ${counts.change} attribute changes`);
  });

  /** The last is alone in its file, on a page where nothing gives it settings. */
  const cases = [
    ...kinds().map((kind) => ({ kind, page: () => config(stage.demo, ''), file: undefined })),
    { kind: [invoice(), 'amount', '1', '2'] as const, page: () => '', file: 'pay-invoice' },
  ];
  for (const { kind, page: body, file } of cases) {
    const [html, ...values] = kind;
    const [tag = ''] = /connect-[\w-]+/.exec(html) ?? [];
    for (const [work, what] of [
      ['attach', 'that is put into the page and taken out'],
      ['change', 'whose attribute changes'],
    ] as const) {
      it(`a ${tag} ${what}, a thousand times${file ? ', alone in its file' : ''}`, async () => {
        const { page } = stage;
        await open(body(), tools, file);
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable');
        const run = (times: number) =>
          page.evaluate(
            async ([name, ...given]) => {
              const work: unknown = Reflect.get(window, name);
              if (typeof work !== 'function') throw new Error(`no ${name}`);
              await Reflect.apply(work, window, given);
              return Number(Reflect.get(window, 'asked'));
            },
            [work, html, times, ...values] as const,
          );
        // What the engine learns of the code grows too, until it has learnt it.
        await run(rounds);
        const before = await held(session);
        const asked = await run(rounds);
        const after = await held(session);
        counts[work] += rounds;
        // It did something: only the settings themselves, and an outcome that is not there, ask nothing.
        if (!/config|outcome|pay-invoice/.test(tag)) assert.ok(asked > rounds / 2, `${asked}`);
        const grown = {
          heap: after.heap - before.heap,
          listeners: after.listeners - before.listeners,
          nodes: after.nodes - before.nodes,
        };
        const told = `${tag} ${work} ${JSON.stringify(grown)}`;
        assert.ok(grown.heap < rounds * perRound, told);
        assert.ok(grown.listeners < rounds / 50, told);
        // What the last one has told is kept, with it, until another tells something.
        assert.ok(grown.nodes < rounds / 10, told);
        await session.detach();
      });
    }
  }
});
