// In every engine: which events a browser fires, and in which order, differs.
import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/index.js';
import {
  apiBase,
  held,
  json,
  messages,
  networkError,
  payInvoice1001,
  rateLimited,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';

const invoices = 'GET /v1/customer/invoice/payment/DN';
const methods = 'GET /v1/product/payment/DN';
const minute = 60_000;
/** One page lives through all of these. */
let today = Date.UTC(2026, 10, 21, 12);

const unpaid = {
  ...{ invoiceNumber: '1001', product: 'DN', companyCode: 'AM', amount: 49 },
  ...{ invoiceAmount: '295.00', paidAmount: 0, invoiceDate: '2026-11-01', dueDate: '2026-12-01' },
};
const paid = { ...unpaid, paidAmount: 295 };
const list = (...items: object[]) => json({ invoices: items, reminders: [] });

/** The page is seen again, as browsers say it. */
const ways = {
  'out of the back/forward cache': () =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  'out of a prerendering': () => document.dispatchEvent(new Event('prerenderingchange')),
  'in a tab that was frozen': () => document.dispatchEvent(new Event('resume')),
  'in a tab that was hidden': () => document.dispatchEvent(new Event('visibilitychange')),
};
const [, , , hidden] = Object.values(ways);
const { 'out of the back/forward cache': cached } = ways;

const invoiceList = () =>
  html`<connect-invoices
    product-code="DN"
    client-id="site"
    api-url=${apiBase}
    token="t"
  ></connect-invoices>`;

/** An element, once it is there, a clock, and what tells its page that it is seen. */
async function scene(content: TemplateResult, table: Record<string, Reply | Reply[]>) {
  const store = useStore();
  useWaits();
  useAddress('https://site.example/account');
  const clock = { now: (today += minute) };
  usePlatform({ now: () => clock.now, isSeen: () => true });
  const server = useServer(table);
  const events = useEvents();
  const element = await fixture<HTMLElement>(content);
  await until(() => element.matches(':state(ready), :state(failed), :state(empty)'), 'it is there');
  const loads = () => events.filter(([type]) => type === 'connect-load').length;
  // What was said of the page before is some time ago.
  clock.now += minute;
  return { element, server, events, loads, clock, store };
}

describe('a list on a page that is seen again', () => {
  for (const [how, seen] of Object.entries(ways)) {
    it(`is read again: ${how}`, async () => {
      const { element, server, loads } = await scene(invoiceList(), {
        [invoices]: [list(unpaid), list(paid)],
      });
      seen();
      await until(() => shown(element).includes('Paid'), 'it says what holds now');
      expect(server.count(invoices)).to.equal(2);
      expect(loads(), 'as many as before').to.equal(1);
    });
  }

  it('is read once a minute at most by a reader who comes and goes', async () => {
    const { server, clock } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    for (let second = 0; second < 59; second += 2) {
      hidden?.();
      clock.now += 2_000;
      await settled();
    }
    expect(server.count(invoices)).to.equal(2);
    clock.now += 2_000;
    hidden?.();
    await settled();
    expect(server.count(invoices)).to.equal(3);
  });

  it('is read though the clock was set back since it was read last', async () => {
    const { server, clock } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    hidden?.();
    await settled();
    clock.now -= 60 * minute;
    hidden?.();
    await settled();
    expect(server.count(invoices)).to.equal(3);
  });

  it('is read though the clock was set back since the page was told to rest', async () => {
    const { server, clock } = await scene(invoiceList(), {
      [invoices]: [list(unpaid), rateLimited(), list(paid)],
    });
    hidden?.();
    await settled();
    expect(server.count(invoices)).to.equal(2);
    clock.now -= 60 * minute;
    hidden?.();
    await settled();
    expect(server.count(invoices)).to.equal(3);
  });

  it('is read for one whose window gets the focus a moment before the tab is seen', async () => {
    const { server } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    dispatchEvent(new Event('focus'));
    hidden?.();
    await settled();
    expect(server.count(invoices)).to.equal(2);
  });

  it('is read at once when it was in the cache, however short ago it was read', async () => {
    const { server, clock } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    hidden?.();
    await settled();
    clock.now += 2_000;
    cached();
    await settled();
    expect(server.count(invoices)).to.equal(3);
  });

  it('is not read for one who has looked at another window', async () => {
    const { server } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    dispatchEvent(new Event('focus'));
    await settled();
    expect(server.count(invoices)).to.equal(1);
  });

  it('stays as it was when it cannot be read, and nobody is told', async () => {
    for (const failure of [networkError, json({}, 500), json({}, 404), json([])]) {
      const { element, events } = await scene(invoiceList(), {
        [invoices]: [list(unpaid), failure],
      });
      const before = shown(element);
      cached();
      await settled();
      expect(shown(element)).to.equal(before);
      expect(events.map(([type]) => type)).to.not.include('connect-error');
      element.remove();
    }
  });

  it('tells its number when that is another', async () => {
    const { events } = await scene(invoiceList(), {
      [invoices]: [list(unpaid), list(unpaid, { ...unpaid, invoiceNumber: '1002' })],
    });
    cached();
    await settled();
    const counts = events.flatMap(([type, detail]) => (type === 'connect-load' ? [detail] : []));
    expect(counts).to.deep.equal([
      { flow: 'invoices', count: 1 },
      { flow: 'invoices', count: 2 },
    ]);
  });

  it('that had failed is there when it can be read by then', async () => {
    const { element, loads } = await scene(invoiceList(), {
      [invoices]: [json({}, 404), list(unpaid)],
    });
    expect(element.matches(':state(failed)')).to.equal(true);
    cached();
    await until(() => element.matches(':state(ready)'), 'it is there');
    expect(loads()).to.equal(1);
  });

  it('keeps a payment open that the reader is at', async () => {
    const { element, server } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    element.shadowRoot?.querySelector<HTMLElement>('[data-key="invoices.pay"]')?.click();
    const open = () => element.shadowRoot?.querySelector('connect-pay-invoice');
    await until(() => !!open()?.matches(':state(ready)'), 'it is open');
    const before = open();
    cached();
    await until(() => server.count(invoices) > 1, 'it is read');
    await settled();
    expect(open()).to.equal(before);
  });

  it('of methods is read as well', async () => {
    const item = (current: boolean) => ({ paymentMethod: 'invoice', current });
    const answer = (current: boolean) => json({ paymentMethodResponseItems: [item(current)] });
    const { server } = await scene(
      html`<connect-payment-methods
        product-code="DN"
        api-url=${apiBase}
        token="t"
      ></connect-payment-methods>`,
      { [methods]: [answer(false), answer(true)] },
    );
    cached();
    await settled();
    expect(server.count(methods)).to.equal(2);
  });
});

describe('a list while an invoice of it is paid in another tab', () => {
  const key = 'connect-elements pay-invoice DN 1001';
  const written = (phase: string) => `${phase} 42 ${today} other vippsEcommerce `;

  it('is read again when the other tab has it confirmed, and not before', async () => {
    const { element, server, store } = await scene(invoiceList(), {
      [invoices]: [list(unpaid), list(paid)],
    });
    for (const phase of ['left', 'back-finished']) {
      store.set(key, written(phase));
      dispatchEvent(new StorageEvent('storage', { key }));
    }
    await settled();
    expect(server.count(invoices)).to.equal(1);
    store.set(key, written('done'));
    dispatchEvent(new StorageEvent('storage', { key }));
    await until(() => shown(element).includes('Paid'), 'it says so');
  });

  it('hears nothing of another product, of another flow, or of what is not ours', async () => {
    const { server, store } = await scene(invoiceList(), { [invoices]: list(unpaid) });
    for (const other of [
      'connect-elements pay-invoice AB 1001',
      'connect-elements change-method DN ',
      'connect-elements last pay-invoice',
      'a site',
    ]) {
      store.set(other, written('done'));
      dispatchEvent(new StorageEvent('storage', { key: other }));
    }
    await settled();
    expect(server.count(invoices)).to.equal(1);
  });
});

describe('a payment element on a page that is seen again', () => {
  for (const [how, seen] of Object.entries(ways)) {
    it(`says that the invoice was paid meanwhile, and sends nothing: ${how}`, async () => {
      const { element, server, events } = await scene(payInvoice1001(), { [invoices]: list(paid) });
      expect(server.count(invoices)).to.equal(0);
      seen();
      await until(() => messages(element).includes('pay-invoice.already.title'), 'it says so');
      const confirmed = { flow: 'pay-invoice', transactionId: 0, confirmed: true };
      expect(events).to.deep.include(['connect-confirmed', confirmed]);
      expect(server.writes).to.have.length(0);
      expect(server.count(invoices)).to.equal(1);
    });
  }

  it('stays as it was when the invoice is open, or when nobody answers', async () => {
    const { element, clock } = await scene(payInvoice1001(), {
      [invoices]: [list(unpaid), networkError],
    });
    const before = shown(element);
    for (let time = 0; time < 2; time += 1) {
      cached();
      await settled();
      clock.now += minute;
      expect(shown(element)).to.equal(before);
    }
  });
});

describe('a read that nobody has asked for', () => {
  const back = 'connect=pay-invoice~return~42~nexi~DN~1001~end0&status=finished';

  /** A page that a payer comes back to. Its pauses are over when `go` is called. */
  async function arrive(reply: Reply | Reply[]) {
    useStore();
    useAddress(`https://site.example/account?${back}`);
    const clock = { now: (today += minute) };
    const pauses: (() => void)[] = [];
    usePlatform({
      now: () => clock.now,
      isSeen: () => true,
      wait: (ms) => new Promise<void>((over) => (ms > 1000 ? undefined : pauses.push(over))),
    });
    const server = useServer({ [invoices]: reply });
    const events = useEvents();
    const element = await fixture<HTMLElement>(payInvoice1001());
    const go = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        clock.now += 1_000;
        pauses.splice(0).forEach((over) => over());
        await settled();
      }
    };
    const told = (type: string) => events.filter(([name]) => name === type).length;
    await until(() => server.count(invoices) === 1, 'the server is asked');
    await settled();
    /** On a slow machine an answer may still be on its way to the next pause. */
    const counting = () => until(() => pauses.length, 'seconds are counted');
    return { element, server, go, told, counting };
  }

  for (const [name, reply] of [
    ['a lost network', networkError],
    ['500', json({}, 500)],
  ] as const) {
    it(`is not tried again after a return: ${name}; the flow asks at its own pauses`, async () => {
      const { element, server, go, told, counting } = await arrive([reply, reply, list(paid)]);
      await until(() => told('connect-error'), 'it is told');
      expect(told('connect-error')).to.equal(1);
      expect(messages(element)).to.deep.equal(['pay-invoice.outcome.finished.title']);
      await counting();
      await go(1);
      expect(server.count(invoices)).to.equal(1);
      await counting();
      await go(1);
      await until(() => server.count(invoices) === 2, 'it is asked again');
      await counting();
      await go(3);
      expect(server.count(invoices)).to.equal(2);
      await counting();
      await go(1);
      await until(() => told('connect-confirmed'), 'it is confirmed');
      expect(server.count(invoices)).to.equal(3);
      expect(told('connect-error'), 'is told once').to.equal(1);
    });
  }

  it('rests for a minute after any 429, after a return too', async () => {
    const { server, go, told } = await arrive([rateLimited(), list(paid)]);
    // After two seconds nothing is sent.
    await go(59);
    expect(server.count(invoices)).to.equal(1);
    await go(61);
    await until(() => told('connect-confirmed'), 'it is confirmed');
    expect(server.count(invoices)).to.equal(2);
  });

  it('does not go before the try that a list waits for after a 429, however often it is seen', async () => {
    const pauses: (() => void)[] = [];
    usePlatform({ wait: () => new Promise<void>((over) => void pauses.push(over)) });
    useStore();
    const server = useServer({ [invoices]: [rateLimited({ 'Retry-After': '3' }), list(paid)] });
    const element = await fixture<HTMLElement>(invoiceList());
    await until(() => pauses.length, 'it waits');
    for (let times = 0; times < 3; times++) {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settled();
    }
    expect(server.count(invoices)).to.equal(1);
    for (let seconds = 0; seconds < 3; seconds++) {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(server.count(invoices)).to.equal(1);
      pauses.splice(0).forEach((over) => over());
      await settled();
    }
    await until(() => shown(element).includes('Paid'), 'it is read');
    expect(server.count(invoices)).to.equal(2);
  });

  it('is the one of a list whose invoice was confirmed: a failure changes nothing', async () => {
    const { element, server, events, loads } = await scene(invoiceList(), {
      [invoices]: [list(unpaid), json({}, 500)],
    });
    const before = shown(element);
    const detail = { flow: 'pay-invoice', transactionId: 1, confirmed: true } as const;
    document.body.dispatchEvent(new CustomEvent('connect-confirmed', { detail, bubbles: true }));
    await until(() => server.count(invoices) === 2, 'it is read');
    await settled();
    expect(server.count(invoices)).to.equal(2);
    expect(shown(element)).to.equal(before);
    expect(loads()).to.equal(1);
    expect(events.some(([type]) => type === 'connect-error')).to.equal(false);
  });

  it('is sent anew for a list that was being read when its invoice was confirmed', async () => {
    const first = held(list(unpaid));
    useStore();
    const server = useServer({ [invoices]: [first.reply, list(paid)] });
    const element = await fixture<HTMLElement>(invoiceList());
    await until(() => server.count(invoices) === 1, 'it is read');
    const detail = { flow: 'pay-invoice', transactionId: 1, confirmed: true } as const;
    document.body.dispatchEvent(new CustomEvent('connect-confirmed', { detail, bubbles: true }));
    await until(() => shown(element).includes('Paid'), 'it says what holds now');
    first.release();
    await settled();
    expect(shown(element)).to.include('Paid');
  });
});
