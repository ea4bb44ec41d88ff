import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { read } from '../../src/api/shared-read.js';
import { accessTo } from '../../src/host/token.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import { throughPage } from '../support/page-world.js';
import { english, pausing, receipt } from './english.js';
import {
  apiBase,
  button,
  buttons,
  held,
  json,
  networkError,
  settled,
  shown,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  type FakeServer,
  type Reply,
  messages,
  offered,
} from './support.js';

const post = 'POST /v1/api/payment/invoice';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const created = json({ success: true, transactionId: 43 });
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });
const ours = 'connect=pay-invoice~return~42~nexi~DN~1001';
const ids = { flow: 'pay-invoice', transactionId: 42 };

interface Arrived {
  element: ConnectPayInvoice;
  server: FakeServer;
  events: [string, unknown][];
  navigations: { url: string; target: string }[];
  waits: number[];
  address: () => string;
}

const invoiceElement = (invoice = '1001') =>
  html`<connect-pay-invoice
    invoice-number=${invoice}
    product-code="DN"
    company-code="AM"
    client-id="site"
    api-url=${apiBase}
    token="t0ken"
  ></connect-pay-invoice>`;

/** The element on a page with this query, once it has something to say. */
async function arrive(
  query: string,
  table: Record<string, Reply | Reply[]>,
  around: (element: ReturnType<typeof html>) => ReturnType<typeof html> = (element) => element,
): Promise<Arrived> {
  useStore();
  const waits = useWaits();
  const address = useAddress(`https://site.example/pay?tab=2&${query}#invoices`);
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const root = await fixture(html`<div>${around(invoiceElement())}</div>`);
  const element = root.querySelector('connect-pay-invoice');
  if (!element) throw new Error('no element');
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  return { element, server, events, navigations, waits, address };
}

async function startOver(element: Element): Promise<void> {
  button(element, 'pay-invoice.start-over').click();
  await until(() => messages(element).includes('pay-invoice.ask.start-over.title'), 'it asks');
  button(element, 'pay-invoice.start-over.yes').click();
  await until(() => element.matches(':state(ready)'), 'it can be chosen');
}

const told = (events: [string, unknown][], type: string) =>
  events.filter(([name]) => name === type).map(([, detail]) => detail);

const isConfirmed = (events: [string, unknown][]) => () => told(events, 'connect-confirmed').length;

it('is told once where the address stays as it is', async () => {
  const { element, events, server } = await arrive(
    `${ours}&status=finished`,
    { [invoices]: unpaid },
    (one) => {
      // As where a router of the page changes it later, or a browser refuses.
      usePlatform({ replaceAddress: () => undefined });
      return html`${one}${invoiceElement('1002')}<connect-invoices
          product-code="DN"
          api-url=${apiBase}
          token="t0ken"
        ></connect-invoices>`;
    },
  );
  await element.reload();
  await until(() => server.count(invoices) > 2, 'all have asked');
  await settled();
  expect(told(events, 'connect-outcome')).to.have.length(1);
  for (const one of document.querySelectorAll('connect-pay-invoice, connect-invoices'))
    one.remove();
});

it('is told once where a router of the page puts it back into the address, with more', async () => {
  const { element, events, address } = await arrive(`${ours}&status=cancelled`, {
    [invoices]: unpaid,
  });
  await until(isConfirmed(events), 'the server has been asked');
  const back = useAddress(`https://site.example/pay?${ours}&status=cancelled&unpaid=1`);
  expect(address()).to.not.equal(back());
  await element.reload();
  await fixture(invoiceElement('1002'));
  await settled();
  expect(back()).to.equal('https://site.example/pay?unpaid=1');
  expect(told(events, 'connect-outcome')).to.have.length(1);
});

it('is told again when the same comes back after the browser was sent away', async () => {
  const { element, events, navigations } = await arrive(`${ours}&status=cancelled`, {
    [invoices]: unpaid,
    [post]: json({ success: true, transactionId: 42 }),
  });
  await until(isConfirmed(events), 'the server has been asked');
  await element.pay();
  expect(navigations).to.have.length(1);
  element.remove();
  await settled();
  useAddress(`https://site.example/pay?${ours}&status=cancelled`);
  await fixture(invoiceElement());
  await settled();
  expect(told(events, 'connect-outcome')).to.have.length(2);
});

it('is told again when it comes back with another outcome', async () => {
  const { events } = await arrive(`${ours}&status=cancelled`, { [invoices]: unpaid });
  await until(isConfirmed(events), 'the server has been asked');
  useAddress(`https://site.example/pay?${ours}&status=finished`);
  await fixture(invoiceElement());
  await settled();
  const outcomes = told(events, 'connect-outcome');
  expect(outcomes).to.deep.equal(
    ['cancelled', 'finished'].map((outcome) => ({ ...ids, outcome, verified: false })),
  );
});

describe('coming back', () => {
  const outcomes: [string, string, string, string, boolean][] = [
    [
      'finished',
      `${ours}&status=finished`,
      'pay-invoice.outcome.finished.title',
      'pay-invoice.unconfirmed.finished.title',
      false,
    ],
    [
      'cancelled',
      `${ours}&status=cancelled`,
      'pay-invoice.outcome.cancelled.title',
      'pay-invoice.unconfirmed.cancelled.title',
      true,
    ],
    [
      'failed',
      `${ours}&status=failed`,
      'pay-invoice.outcome.failed.title',
      'pay-invoice.unconfirmed.failed.title',
      true,
    ],
    [
      'unknown',
      `${ours}&status=unknown`,
      'pay-invoice.outcome.unknown.title',
      'pay-invoice.unconfirmed.unknown.title',
      false,
    ],
    [
      'unknown',
      ours,
      'pay-invoice.outcome.unknown.title',
      'pay-invoice.unconfirmed.unknown.title',
      false,
    ],
    [
      'initiated',
      `${ours}&status=initiated`,
      'pay-invoice.outcome.initiated.title',
      'pay-invoice.unconfirmed.initiated.title',
      false,
    ],
    [
      'error',
      ours.replace('return', 'error'),
      'pay-invoice.outcome.error.title',
      'pay-invoice.unconfirmed.error.title',
      false,
    ],
  ];
  for (const [outcome, query, first, last, mayChoose] of outcomes) {
    it(`with ${outcome} (${query.slice(-16)}) tells it once, unverified, cleans the address and asks the server`, async () => {
      const { element, events, address, server } = await arrive(query, { [invoices]: unpaid });
      expect(told(events, 'connect-outcome')).to.deep.equal([{ ...ids, outcome, verified: false }]);
      expect(address()).to.equal('https://site.example/pay?tab=2#invoices');
      expect([first, last]).to.include(messages(element)[0]);
      await until(isConfirmed(events), 'the server has been asked');
      await element.updateComplete;
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
      expect(told(events, 'connect-error')).to.deep.equal([]);
      expect(events.findIndex(([type]) => type === 'connect-outcome')).to.be.below(
        events.findIndex(([type]) => type === 'connect-confirmed'),
      );
      expect(messages(element)).to.deep.equal([last]);
      expect(offered(element).includes('pay-invoice.action')).to.equal(mayChoose);
      expect(element.matches(mayChoose ? ':state(ready)' : ':state(settled)')).to.equal(true);
      expect(server.count(post)).to.equal(0);
    });

    it(`with ${outcome} (${query.slice(-16)}) believes the server when it says paid`, async () => {
      const { element, events } = await arrive(query, { [invoices]: paid });
      await until(isConfirmed(events), 'the server has been asked');
      await element.updateComplete;
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
      expect(messages(element)).to.include('pay-invoice.registered');
      expect(shown(element)).to.contain(receipt(42, '1001'));
      expect(offered(element)).to.deep.equal(['shared.copy']);
      expect(element.matches(':state(settled)')).to.equal(true);
    });
  }

  it('does not say the same again when the element is loaded again', async () => {
    const { element, events } = await arrive(`${ours}&status=cancelled`, { [invoices]: unpaid });
    await until(isConfirmed(events));
    await element.reload();
    await settled();
    expect(told(events, 'connect-outcome')).to.have.length(1);
  });

  it('moves the focus to the message', async () => {
    const { element } = await arrive(`${ours}&status=finished`, { [invoices]: paid });
    await until(() => shown(element).includes(receipt(42, '1001')));
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('message');
  });

  it('does not take the focus from a field that the reader is in', async () => {
    const field = await fixture<HTMLInputElement>(html`<input />`);
    field.focus();
    const { events } = await arrive(`${ours}&status=finished`, { [invoices]: paid });
    await until(isConfirmed(events));
    await settled();
    expect(document.activeElement).to.equal(field);
  });

  it('says unknown, never an error, when our parameter cannot be read, and sends nothing', async () => {
    const { element, events, address, server } = await arrive(
      'connect=pay-invoice~return~x&status=finished',
      {},
    );
    expect(messages(element)).to.deep.equal(['shared.unreadable.title']);
    expect(told(events, 'connect-outcome')).to.deep.equal([]);
    const [error] = told(events, 'connect-error');
    expect(error).to.include({ code: 'invalid-response', message: 'connect is not as documented' });
    expect(address()).to.equal('https://site.example/pay?tab=2#invoices');
    expect(server.count()).to.equal(0);
  });

  for (const query of ['status=finished', 'connect=true&status=finished', '']) {
    it(`is not what happened, and the address stays, with "${query}"`, async () => {
      const { element, events, address, server } = await arrive(query, {});
      expect(address()).to.equal(`https://site.example/pay?tab=2&${query}#invoices`);
      expect(events).to.deep.equal([['connect-load', { flow: 'pay-invoice', count: 4 }]]);
      expect(element.matches(':state(ready)')).to.equal(true);
      expect(server.count()).to.equal(0);
    });
  }

  it('about another invoice is told, since nobody else does, but not shown, and nothing is asked', async () => {
    const { element, events, server } = await arrive(
      'connect=pay-invoice~return~42~nexi~DN~9999&status=finished',
      {},
    );
    expect(messages(element)).to.deep.equal([]);
    expect(told(events, 'connect-outcome')).to.deep.equal([
      { ...ids, outcome: 'finished', verified: false },
    ]);
    expect(server.count()).to.equal(0);
  });

  it('is told by the right one of two elements, whichever comes first', async () => {
    const { element, events } = await arrive(
      `${ours}&status=cancelled`,
      { [invoices]: unpaid },
      (element) => html`${invoiceElement('9999')}${element}`,
    );
    await until(isConfirmed(events));
    expect(element.invoiceNumber).to.equal('9999');
    const right = element.nextElementSibling;
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(right && messages(right)).to.deep.equal(['pay-invoice.unconfirmed.cancelled.title']);
    expect(messages(element)).to.deep.equal([]);
  });

  for (const [outcome, answer, said] of [
    ['cancelled', unpaid, 'pay-invoice.unconfirmed.cancelled.title'],
    ['finished', paid, 'pay-invoice.registered'],
  ] as const) {
    it(`is shown by both of two equal elements, and told and confirmed once: ${outcome}`, async () => {
      const { element, events } = await arrive(
        `${ours}&status=${outcome}`,
        { [invoices]: answer },
        (one) => html`${one}${invoiceElement()}`,
      );
      const both = [element, element.nextElementSibling ?? element];
      await until(() => both.every((one) => messages(one)[0] === said), 'both know');
      await settled();
      expect(told(events, 'connect-outcome')).to.have.length(1);
      expect(told(events, 'connect-confirmed')).to.have.length(1);
    });
  }

  it('is told once when connect-outcome stands beside', async () => {
    const { events, server } = await arrive(
      `${ours}&status=finished`,
      { [invoices]: paid },
      (element) =>
        html`<connect-outcome api-url=${apiBase} token="t0ken"></connect-outcome>${element}
          <connect-outcome api-url=${apiBase} token="t0ken"></connect-outcome>`,
    );
    await until(isConfirmed(events));
    await settled();
    expect(told(events, 'connect-outcome')).to.deep.equal([
      { ...ids, outcome: 'finished', verified: false },
    ]);
    expect(server.count(invoices)).to.be.below(4);
  });

  it('is told by the document before the element can be paid, even where a setting is missing', async () => {
    useStore();
    useWaits();
    useAddress(`https://site.example/pay?${ours}&status=cancelled`);
    useServer({ [invoices]: unpaid });
    const events = useEvents();
    const root = await fixture(html`<div>${invoiceElement()}</div>`);
    root.querySelector('connect-pay-invoice')?.removeAttribute('client-id');
    await until(isConfirmed(events));
    expect(told(events, 'connect-outcome')).to.have.length(1);
  });
});

describe('an outcome that the server may be late to know', () => {
  it('is asked about with growing pauses, counted down', async () => {
    const asked: number[] = [];
    const waits: number[] = [];
    useStore();
    useAddress(`https://site.example/pay?${ours}&status=initiated`);
    const events = useEvents();
    useServer({ [invoices]: (sent) => (asked.push(waits.length), unpaid(sent)) });
    usePlatform({ wait: (ms) => Promise.resolve(waits.push(ms)) });
    const root = await fixture(html`<div>${invoiceElement()}</div>`);
    await until(isConfirmed(events));
    // A Vipps request lives ten minutes.
    expect(asked).to.deep.equal([0, 2, 6, 14, 30, 60, 120, 240, 420, 600]);
    expect(new Set(waits)).to.deep.equal(new Set([1000]));
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
    const element = root.querySelector('connect-pay-invoice');
    expect(element?.matches(':state(settled)')).to.equal(true);
  });

  it('is counted down visibly', async () => {
    useStore();
    useAddress(`https://site.example/pay?${ours}&status=initiated`);
    useServer({ [invoices]: unpaid });
    usePlatform({ wait: () => new Promise(() => {}) });
    const root = await fixture(html`<div>${invoiceElement()}</div>`);
    const element = root.querySelector('connect-pay-invoice');
    await until(() => element && shown(element).includes(pausing('pay-invoice', 2)), 'it counts');
    expect(element && shown(element)).to.contain(english('pay-invoice.outcome.initiated.title'));
  });

  it('is no longer asked about once it is confirmed', async () => {
    const { events, server } = await arrive(`${ours}&status=initiated`, {
      [invoices]: [unpaid, unpaid, paid],
    });
    await until(isConfirmed(events));
    expect(server.count(invoices)).to.equal(3);
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
  });

  for (const outcome of ['cancelled', 'failed']) {
    it(`does not include ${outcome}, which is asked about twice`, async () => {
      const { events, server } = await arrive(`${ours}&status=${outcome}`, { [invoices]: unpaid });
      await until(isConfirmed(events));
      expect(server.count(invoices)).to.equal(2);
    });
  }

  for (const outcome of ['cancelled', 'failed', 'error']) {
    it(`includes ${outcome} where it is only guessed that this is the outcome`, async () => {
      const { events, server, address } = await arrive(`${ours}&fulfillmentStatus=${outcome}`, {
        [invoices]: unpaid,
      });
      await until(isConfirmed(events));
      expect(told(events, 'connect-outcome')).to.deep.equal([{ ...ids, outcome, verified: false }]);
      expect(server.count(invoices)).to.equal(10);
      expect(address()).to.equal('https://site.example/pay?tab=2#invoices');
    });
  }

  it('is no longer asked about when the element is removed', async () => {
    const answer = held(unpaid);
    const { element, events, server } = await arrive(`${ours}&status=initiated`, {
      [invoices]: answer.reply,
    });
    await until(() => server.count(invoices) === 1);
    element.remove();
    await settled();
    answer.release();
    await settled();
    expect(server.sent[0]?.init.signal?.aborted).to.equal(true);
    expect(told(events, 'connect-confirmed')).to.deep.equal([]);
    expect(server.count(invoices)).to.equal(1);
  });

  it('can be checked again by hand', async () => {
    const { element, events, server } = await arrive(`${ours}&status=finished`, {
      [invoices]: unpaid,
    });
    await until(isConfirmed(events));
    await element.updateComplete;
    const before = server.count(invoices);
    server.answer(invoices, paid);
    button(element, 'pay-invoice.check-again').click();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    expect(server.count(invoices)).to.equal(before + 1);
    expect(told(events, 'connect-outcome')).to.have.length(1);
  });

  it('is not offered to be paid again when it is finished, but behind a question', async () => {
    const { element, events, server } = await arrive(`${ours}&status=finished`, {
      [invoices]: unpaid,
    });
    await until(isConfirmed(events));
    await element.updateComplete;
    expect(offered(element)).to.deep.equal(['pay-invoice.check-again', 'pay-invoice.not-paid']);
    button(element, 'pay-invoice.not-paid').click();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['pay-invoice.ask.not-paid.title']);
    button(element, 'pay-invoice.start-over.no').click();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['pay-invoice.unconfirmed.finished.title']);
    expect(server.count(post)).to.equal(0);
  });

  it('can be started over when it is unknown', async () => {
    const { element, events, server, navigations } = await arrive(ours, {
      [invoices]: unpaid,
      [post]: created,
    });
    await until(isConfirmed(events));
    await element.updateComplete;
    await startOver(element);
    expect(server.count(post)).to.equal(0);
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(1);
  });

  it('is not told again once it has been started over, though the element is loaded again', async () => {
    const { element, events, server } = await arrive(ours, { [invoices]: unpaid });
    await until(isConfirmed(events));
    await element.updateComplete;
    await startOver(element);
    const before = server.count();
    await element.reload();
    await settled();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(messages(element)).to.not.include('pay-invoice.outcome.unknown.title');
    expect(server.count()).to.equal(before);
    // Nor where the browser has left it in the address.
    useAddress(`https://site.example/pay?${ours}`);
    await element.reload();
    await settled();
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(server.count()).to.equal(before);
  });

  it('cannot be paid again by pay() while it is open', async () => {
    const { element, server, events } = await arrive(`${ours}&status=finished`, {
      [invoices]: unpaid,
      [post]: created,
    });
    await until(isConfirmed(events));
    await element.pay();
    expect(server.count(post)).to.equal(0);
  });
});

describe('the answer of the server to an arrival', () => {
  for (const [outcome, reply] of [
    ['finished', paid],
    ['cancelled', unpaid],
    ['unknown', unpaid],
  ] as const) {
    it(`does not take the focus again, after ${outcome}`, async () => {
      const answer = held(reply);
      const query = `${ours}&status=${outcome}`;
      const { element, events } = await arrive(query, { [invoices]: answer.reply });
      const focused = () => element.shadowRoot?.activeElement;
      await until(() => focused()?.getAttribute('part') === 'message', 'it has the focus');
      const message = focused();
      if (message instanceof HTMLElement) message.blur();
      answer.release();
      await until(isConfirmed(events), 'the server has been asked');
      await settled();
      expect(focused()).to.equal(null);
    });
  }

  it('is not shared with a request that began before', async () => {
    const { element, server, events } = await arrive(`${ours}&status=finished`, {
      [invoices]: unpaid,
    });
    await until(isConfirmed(events), 'the server has been asked');
    await element.updateComplete;
    const older = held(unpaid);
    server.answer(invoices, older.reply, paid);
    const api = { url: apiBase, access: accessTo(apiBase, { token: 't0ken' }), ...throughPage };
    const { signal } = new AbortController();
    const reading = read(api, '/v1/customer/invoice/payment/DN', { signal });
    button(element, 'pay-invoice.check-again').click();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    const message = element.shadowRoot?.querySelector('[part=message]');
    expect(message?.classList.contains('registered')).to.equal(true);
    older.release();
    await reading;
  });
});

describe('an arrival whose confirmation fails', () => {
  it('keeps the outcome, tells the error and leaves the reader a way on', async () => {
    const { element, events } = await arrive(`${ours}&status=cancelled`, {
      [invoices]: networkError,
    });
    await until(() => told(events, 'connect-error').length, 'the error is told');
    await element.updateComplete;
    expect(told(events, 'connect-error')[0]).to.include({ code: 'network', retryable: true });
    expect(told(events, 'connect-confirmed')).to.deep.equal([]);
    // That it is not registered as paid is not said: nobody knows.
    expect(messages(element)).to.include('pay-invoice.outcome.cancelled.title');
    expect(shown(element)).to.contain(english('shared.check.no-answer'));
    expect(offered(element)).to.deep.equal(['pay-invoice.action']);
  });

  it('that may yet be paid can be checked again', async () => {
    const { element, server, events } = await arrive(`${ours}&status=unknown`, {
      [invoices]: networkError,
    });
    await until(() => told(events, 'connect-error').length, 'the error is told');
    await element.updateComplete;
    expect(shown(element)).to.contain(english('shared.check.no-answer'));
    server.answer(invoices, unpaid);
    button(element, 'pay-invoice.check-again').click();
    await until(isConfirmed(events), 'it is confirmed');
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
  });

  it('because the answer cannot tell ends at once, and denies nothing', async () => {
    const unclear = json({ invoices: [{ invoiceNumber: '1001', amount: 'much', paidAmount: 0 }] });
    const { element, server, events } = await arrive(`${ours}&status=finished`, {
      [invoices]: unclear,
    });
    await until(() => shown(element).includes(english('shared.check.unclear')), 'it is told');
    expect(server.count(invoices)).to.equal(1);
    expect(told(events, 'connect-confirmed')).to.deep.equal([]);
    expect(offered(element)).to.deep.equal(['pay-invoice.check-again', 'pay-invoice.not-paid']);
  });

  it('tells that the subscriber must log in again', async () => {
    const { events } = await arrive(`${ours}&status=finished`, { [invoices]: unauthorized });
    await until(() => told(events, 'connect-error').length, 'the error is told');
    expect(told(events, 'connect-error')[0]).to.include({ code: 'unauthorized', status: 401 });
  });
});

describe('paying again after an arrival', () => {
  it('forgets the old outcome', async () => {
    const { element, server, navigations, events } = await arrive(`${ours}&status=cancelled`, {
      [invoices]: unpaid,
      [post]: created,
    });
    await until(isConfirmed(events));
    await until(() => element.matches(':state(ready)'));
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length, 'it has left');
    await element.updateComplete;
    expect(messages(element)).to.not.include('pay-invoice.outcome.cancelled.title');
    expect(server.count(post)).to.equal(1);
    expect(navigations[0]?.url).to.contain('transactionId=43');
    expect(new URL(navigations[0]?.url ?? '').searchParams.get('returnUrl')).to.not.contain('42');
  });
});

describe('a fresh load while a payment is open', () => {
  const now = 1_750_000_000_000;

  async function reopened(stored: string, table: Record<string, Reply | Reply[]>) {
    const entries = useStore();
    usePlatform({ now: () => now });
    entries.set('connect-elements pay-invoice DN 1001', stored);
    useAddress('https://site.example/pay');
    useWaits();
    const server = useServer(table);
    const navigations = useNavigation();
    const events = useEvents();
    const root = await fixture(html`<div>${invoiceElement()}</div>`);
    const element = root.querySelector('connect-pay-invoice');
    if (!element) throw new Error('no element');
    await until(() => !element.matches(':state(loading)'));
    return { element, server, navigations, events, entries };
  }

  it('offers to continue it, and makes no second transaction', async () => {
    const { element, server, navigations, events } = await reopened(
      `left 42 ${now - 60_000} other nexi`,
      {
        [invoices]: unpaid,
        [post]: created,
      },
    );
    await until(() => buttons(element).length === 2, 'it offers something');
    expect(messages(element)).to.include('pay-invoice.open.title');
    expect(messages(element)).to.include('pay-invoice.open.title');
    await element.pay();
    button(element, 'pay-invoice.continue').click();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(0);
    const url = new URL(navigations[0]?.url ?? '');
    expect(url.searchParams.get('transactionId')).to.equal('42');
    expect(url.searchParams.get('returnUrl')).to.contain('42~nexi~DN~1001~end');
    expect(told(events, 'connect-submit')).to.deep.equal([]);
    expect(told(events, 'connect-transaction')).to.deep.equal([]);
    expect(told(events, 'connect-redirect')).to.have.length(1);
  });

  it('says of nothing that it is sent while it is continued', async () => {
    const { element, navigations } = await reopened(`left 42 ${now} other nexi`, {
      [invoices]: unpaid,
    });
    await until(() => buttons(element).length === 2, 'it offers something');
    let take = () => {};
    usePlatform({ lock: () => new Promise((resolve) => (take = () => resolve(() => {}))) });
    button(element, 'pay-invoice.continue').click();
    await element.updateComplete;
    expect(element.matches(':state(settled)')).to.equal(true);
    expect(messages(element)).to.include('pay-invoice.open.title');
    take();
    await until(() => navigations.length, 'it has left');
  });

  it('offers to start over', async () => {
    const { element, server, navigations, entries } = await reopened(`left 42 ${now} other nexi`, {
      [invoices]: unpaid,
      [post]: created,
    });
    await until(() => buttons(element).length === 2, 'it offers something');
    await startOver(element);
    expect([...entries.values()].join('')).to.equal('');
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(1);
    expect([...entries.values()].join('')).to.match(/^left 43 /);
  });

  it('says so when it is paid by now', async () => {
    const { element, entries } = await reopened(`left 42 ${now} other nexi`, { [invoices]: paid });
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    // For whoever comes to it later.
    expect([...entries.values()].join('')).to.match(/^done 42 /);
  });

  for (const stored of [
    `left 42 ${now - 11 * 60_000} other nexi`,
    '',
    'x y z',
    `left -1 ${now} other nexi`,
    `left 42 ${now} other`,
    `left 4.2 ${now} other nexi`,
    `42 ${now} nexi`,
    'left 42',
  ]) {
    it(`offers nothing for what is old or is not ours: "${stored}"`, async () => {
      const { element, server } = await reopened(stored, {});
      expect(element.matches(':state(ready)')).to.equal(true);
      await settled();
      expect(server.count()).to.equal(0);
      expect(offered(element)).to.deep.equal(['pay-invoice.action']);
    });
  }

  it('works without storage', async () => {
    usePlatform({ store: () => null });
    useAddress('https://site.example/pay');
    const navigations = useNavigation();
    useServer({ [post]: created });
    const root = await fixture(html`<div>${invoiceElement()}</div>`);
    const element = root.querySelector('connect-pay-invoice');
    await until(() => element?.matches(':state(ready)'));
    await element?.pay();
    expect(navigations).to.have.length(1);
  });

  it('is continued with the addresses that it left with', async () => {
    const { element, navigations } = await reopened('', { [post]: created, [invoices]: unpaid });
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length === 1, 'it has left');
    element.remove();
    await settled();
    const again = await fixture(html`<div>${invoiceElement()}</div>`);
    const next = again.querySelector('connect-pay-invoice');
    if (!next) throw new Error('no element');
    await until(() => buttons(next).length === 2, 'it offers something');
    button(next, 'pay-invoice.continue').click();
    await until(() => navigations.length === 2, 'it has left again');
    expect(navigations[1]).to.deep.equal(navigations[0]);
  });

  it('is not offered any more after exactly ten minutes', async () => {
    const { element } = await reopened(`left 42 ${now - 10 * 60_000} other nexi`, {});
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('whose request has had no answer is looked up before another can be made', async () => {
    const { element, server, entries } = await reopened(`posting 0 ${now} other nexi`, {
      [invoices]: unpaid,
    });
    await until(() => element.matches(':state(ready)'), 'it can be tried again');
    expect(server.count(invoices)).to.equal(2);
    expect(server.count(post)).to.equal(0);
    expect(messages(element)).to.deep.equal(['pay-invoice.not-registered.title']);
    expect([...entries.values()].join('')).to.equal('');
  });

  it('whose request has had no answer is told as paid when it is', async () => {
    const { element, events } = await reopened(`posting 0 ${now} other nexi`, { [invoices]: paid });
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    const detail = { flow: 'pay-invoice', transactionId: 0, confirmed: true };
    expect(told(events, 'connect-confirmed')).to.deep.equal([detail]);
  });

  it('that began elsewhere after this page was loaded is looked into instead of paid again', async () => {
    const { element, server, entries, navigations } = await reopened('', { [invoices]: unpaid });
    entries.set('connect-elements pay-invoice DN 1001', `posting 0 ${now} other nexi`);
    await element.pay();
    await until(() => server.count(invoices) === 1, 'the server is read');
    await until(() => messages(element).includes('pay-invoice.not-registered.title'), 'it is told');
    expect(server.count(post)).to.equal(0);
    expect(navigations).to.have.length(0);
  });

  it('stays in doubt for the next load while nobody knows what became of it', async () => {
    const { element, entries } = await reopened('', {
      [post]: networkError,
      [invoices]: networkError,
    });
    await element.pay();
    await until(() => element.matches(':state(failed)'), 'it failed');
    expect([...entries.values()][0]).to.match(
      new RegExp(`^posting 0 ${now} [a-z0-9]+ creditcardPayex $`),
    );
  });

  it('stays open when it cannot be continued', async () => {
    const { element, entries, navigations } = await reopened(`left 42 ${now} other nexi`, {
      [invoices]: unpaid,
    });
    await until(() => buttons(element).length === 2, 'it offers something');
    element.clientId = '';
    button(element, 'pay-invoice.continue').click();
    await settled();
    expect(navigations).to.have.length(0);
    expect([...entries.values()].join('')).to.match(/^left 42 /);
  });
});
