import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectInvoices } from '../../src/elements/invoices.js';
import { signedOut } from '../../src/index.js';
import { forgetArrival } from '../../src/redirect/arrival.js';
import { pausing } from './english.js';
import {
  apiBase,
  button,
  json,
  messages,
  offered,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
} from './support.js';

const site = 'https://site.example/pay';
const ours = 'connect=pay-invoice~return~42~nexi~DN~1001';
const kept = 'connect=pay-invoice~told-finished~42~nexi~DN~1001~end0';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });

const paying = (number = '1001', storage?: string, subscriber?: string) =>
  html`<connect-pay-invoice
    invoice-number=${number}
    product-code="DN"
    company-code="AM"
    client-id="site"
    api-url=${apiBase}
    token="t0ken"
    .storage=${storage}
    .subscriber=${subscriber}
  ></connect-pay-invoice>`;

const outcome = (storage?: string) =>
  html`<connect-outcome api-url=${apiBase} token="t0ken" .storage=${storage}></connect-outcome>`;

const list = () =>
  html`<connect-invoices
    product-code="DN"
    client-id="site"
    api-url=${apiBase}
    token="t0ken"
  ></connect-invoices>`;

const told = (events: [string, unknown][], type = 'connect-outcome') =>
  events.filter(([name]) => name === type).map(([, detail]) => detail);

/** The reader comes back to what is not registered yet, and an element tells it. */
async function comesBack(status: string) {
  const store = useStore();
  useWaits();
  const server = useServer({ [invoices]: unpaid });
  const events = useEvents();
  useAddress(`${site}?${ours}&status=${status}`);
  const first = await fixture(paying());
  await until(() => told(events).length === 1, 'it is told');
  return { store, server, events, first };
}

/** As the browser does it: what the page knew is gone, and what it kept is not. */
async function reload(element: Element): Promise<void> {
  element.remove();
  await settled();
  signedOut();
  forgetArrival(true);
}

describe('what was told in this tab', () => {
  it('is not told again after a reload, where a router has put it back, and is still asked about', async () => {
    const { store, server, events, first } = await comesBack('finished');
    await reload(first);
    const asked = server.count(invoices);
    const address = useAddress(`${site}?tab=2&${ours}&status=finished`);
    const second = await fixture(paying());
    await until(() => server.count(invoices) > asked, 'the server is asked on');
    expect(messages(second)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(address()).to.equal(`${site}?tab=2`);
    expect(told(events)).to.have.length(1);
    expect([...store.keys()]).to.contain('connect-elements told');
  });

  for (const [how, query] of [
    ['alone', `${ours}&tab=2`],
    ['behind the outcome', `status=finished&${ours}&tab=2`],
  ] as const) {
    it(`is not told again as less, where a router has put our parameter back ${how}`, async () => {
      const { events, first } = await comesBack('finished');
      first.remove();
      await settled();
      const address = useAddress(`${site}?${query}`);
      const second = await fixture(paying());
      await until(() => messages(second).length > 0, 'it is shown');
      await reload(second);
      useAddress(`${site}?${query}`);
      const third = await fixture(paying());
      await until(() => messages(third).length > 0, 'it is shown after a reload');
      const title = ['pay-invoice.outcome.finished.title'];
      expect([messages(second), messages(third)]).to.deep.equal([title, title]);
      expect(address()).to.not.contain('connect=');
      expect(told(events)).to.have.length(1);
    });
  }

  it('has ended, and is not told as open by the page that has read it, where our parameter is put back', async () => {
    const { events, first } = await comesBack('cancelled');
    first.remove();
    await settled();
    const address = useAddress(`${site}?${ours}&tab=2`);
    const second = await fixture(paying());
    await until(() => offered(second).length > 0, 'it can be pressed');
    expect(address()).to.equal(`${site}?tab=2`);
    expect(told(events)).to.have.length(1);
  });

  it('has ended, and what comes back of the same without an outcome is told: it may be paid', async () => {
    const { events, first } = await comesBack('cancelled');
    await reload(first);
    useAddress(`${site}?${ours}`);
    await fixture(paying());
    await until(() => told(events).length === 2, 'it is told too');
  });

  it('was open and is kept no longer, and what comes back of the same without an outcome is told and asked about', async () => {
    const { store, server, events, first } = await comesBack('initiated');
    await reload(first);
    // Ten minutes are over.
    store.delete('connect-elements pay-invoice DN 1001');
    const asked = server.count(invoices);
    useAddress(`${site}?${ours}`);
    const second = await fixture(paying());
    await until(() => told(events).length === 2, 'it is told too');
    await until(() => server.count(invoices) > asked, 'the server is asked');
    expect(offered(second)).to.not.include('pay-invoice.action');
  });

  it('is shown by a list where the element that showed it after a reload has gone', async () => {
    const { events, first } = await comesBack('finished');
    await reload(first);
    useAddress(`${site}?${ours}&status=finished`);
    const second = await fixture(paying());
    await until(() => messages(second).length, 'it is shown');
    second.remove();
    await settled();
    const third = await fixture(list());
    await until(() => messages(third).length, 'the list shows it');
    expect(messages(third)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(told(events)).to.have.length(1);
  });

  for (const [name, place] of Object.entries({ paying, list, outcome })) {
    it(`is shown by the next where a router has put it back and the first has gone (${name})`, async () => {
      useStore();
      useWaits();
      useServer({ [invoices]: unpaid });
      const events = useEvents();
      useAddress(`${site}?${ours}&status=finished`);
      const first = await fixture(place());
      await until(() => told(events, 'connect-confirmed').length, 'it is shown');
      for (const next of [paying, list, outcome, list]) {
        useAddress(`${site}?${ours}&status=finished`);
        const before = document.querySelector(
          'connect-pay-invoice, connect-invoices, connect-outcome',
        );
        before?.remove();
        await settled();
        const element = await fixture(next());
        await until(() => messages(element).length, 'the next shows it');
        expect(messages(element)[0]).to.match(
          /^pay-invoice\.(outcome|unconfirmed)\.finished\.title$/,
        );
      }
      expect(first.isConnected).to.equal(false);
      expect(told(events)).to.have.length(1);
    });
  }

  it('is not shown again once it is over', async () => {
    useStore();
    useWaits();
    useServer({ [invoices]: unpaid });
    const events = useEvents();
    useAddress(`${site}?${ours}&status=cancelled`);
    const first = await fixture(paying());
    await until(() => told(events, 'connect-confirmed').length, 'the server has been asked');
    await reload(first);
    useAddress(`${site}?${ours}&status=cancelled`);
    const second = await fixture(paying());
    await until(() => second.matches(':state(ready)'), 'it can be chosen');
    expect(messages(second)).to.deep.equal([]);
    expect(told(events)).to.have.length(1);
  });

  it('is not told again by connect-outcome, which says how far it has come', async () => {
    useStore();
    useWaits();
    const server = useServer({ [invoices]: paid });
    const events = useEvents();
    useAddress(`${site}?${ours}&status=finished`);
    const first = await fixture(outcome());
    await until(() => messages(first).includes('pay-invoice.registered'), 'it is confirmed');
    await reload(first);
    useAddress(`${site}?${ours}&status=finished`);
    const second = await fixture(outcome());
    await until(() => second.matches(':state(settled)'), 'it is said');
    expect(messages(second)).to.deep.equal(['pay-invoice.registered']);
    expect(told(events)).to.have.length(1);
    expect(server.count(invoices)).to.equal(1);
  });

  it('that could not be read is not told again either', async () => {
    useStore();
    useServer();
    const events = useEvents();
    useAddress(`${site}?connect=pay-invoice~x`);
    const first = await fixture(paying());
    await until(() => told(events, 'connect-error').length, 'it is told');
    await reload(first);
    useAddress(`${site}?connect=pay-invoice~x`);
    await fixture(paying());
    await settled();
    expect(told(events, 'connect-error')).to.have.length(1);
  });

  it('is not told again either where a code has a line break', async () => {
    useStore();
    useServer();
    const events = useEvents();
    for (let times = 0; times < 2; times++) {
      useAddress(`${site}?${ours.replace('DN', 'D%0AN')}&status=finished`);
      const element = await fixture(paying());
      await until(() => element.matches(':state(ready)'), 'it is there');
      await settled();
      await reload(element);
    }
    expect(told(events)).to.have.length(1);
  });

  it('is told again with another outcome, of another transaction, and to another subscriber', async () => {
    useStore();
    useWaits();
    useServer({ [invoices]: unpaid });
    const events = useEvents();
    const arrive = async (query: string, subscriber?: string) => {
      useAddress(`${site}?${query}`);
      const element = await fixture(paying('1001', undefined, subscriber));
      await settled();
      await reload(element);
    };
    await arrive(`${ours}&status=finished`);
    await arrive(`${ours}&status=failed`);
    await arrive(`${ours.replace('42', '43')}&status=finished`);
    await arrive(`${ours}&status=finished`, 'anna');
    await arrive(`${ours}&status=finished`, 'berit');
    await arrive(`${ours}&status=finished`, 'anna');
    expect(told(events)).to.have.length(5);
  });
});

describe('what nobody has told yet', () => {
  it('stays in the address until somebody can tell it, and a later element does', async () => {
    useStore();
    useWaits();
    useServer({ [invoices]: unpaid });
    const events = useEvents();
    const address = useAddress(`${site}?${ours}&status=finished`);
    // Taken out again before it has had its turn, as a framework does that renders twice.
    const first = document.createElement('connect-pay-invoice');
    const about = { invoiceNumber: '1002', productCode: 'DN', companyCode: 'AM' };
    Object.assign(first, about, { clientId: 'site', apiUrl: apiBase, token: 't0ken' });
    document.body.append(first);
    await Promise.resolve();
    first.remove();
    await settled();
    expect(told(events)).to.deep.equal([]);
    expect(address()).to.equal(`${site}?${ours}&status=finished`);
    await fixture(paying('1003'));
    await until(() => told(events).length, 'it is told');
    expect(address()).to.equal(site);
  });
});

describe('what may yet be paid for', () => {
  it('is remembered when it came back to a page that is about another invoice: plain pay is not offered later', async () => {
    useStore();
    useWaits();
    useServer({ [invoices]: unpaid });
    const events = useEvents();
    useAddress(`${site}?${ours}&status=finished`);
    const other = await fixture(paying('1003'));
    await until(() => told(events).length, 'it is told');
    await reload(other);
    useAddress(site);
    const element = await fixture(paying());
    await until(() => element.matches(':state(settled)'), 'it is known');
    expect(messages(element)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(told(events)).to.have.length(1);
  });

  for (const outcome of ['cancelled', 'failed']) {
    it(`is not what has ended: ${outcome}`, async () => {
      const store = useStore();
      useServer();
      const events = useEvents();
      useAddress(`${site}?${ours}&status=${outcome}`);
      await fixture(paying('1003'));
      await until(() => told(events).length, 'it is told');
      expect([...store.keys()]).to.deep.equal(['connect-elements told']);
    });
  }

  const places: Readonly<Record<string, () => void>> = {
    blocked: () => usePlatform({ store: () => null }),
    'full, but for what is short': () => {
      const entries = new Map<string, string>();
      const store = (key: string, value?: string) => {
        if (value && value.length < 5) entries.set(key, value);
        return entries.get(key) ?? null;
      };
      usePlatform({ store });
    },
  };
  for (const [how, use] of Object.entries(places)) {
    it(`stays in the address where the browser’s storage is ${how}, and is not told again`, async () => {
      use();
      useWaits();
      const server = useServer({ [invoices]: unpaid });
      const events = useEvents();
      const address = useAddress(`${site}?tab=2&${ours}&status=finished`);
      const first = await fixture(paying());
      await until(() => told(events).length, 'it is told');
      expect(address()).to.equal(`${site}?tab=2&${kept}`);
      await reload(first);
      const again = useAddress(`${site}?tab=2&${kept}`);
      const second = await fixture(paying());
      await until(() => messages(second).length, 'it is known');
      expect(messages(second)).to.deep.equal(['pay-invoice.outcome.finished.title']);
      expect(told(events)).to.have.length(1);
      server.answer(invoices, paid);
      await until(() => messages(second).includes('pay-invoice.registered'), 'it is confirmed');
      expect(again()).to.equal(`${site}?tab=2`);
    });
  }
});

describe('what the server is asked about', () => {
  for (const [name, place] of Object.entries({ paying, list, outcome })) {
    it(`is asked about at once where the site reads anew in a pause (${name}), and told once`, async () => {
      useStore();
      usePlatform({ wait: () => new Promise(() => {}) });
      const server = useServer({ [invoices]: unpaid });
      const events = useEvents();
      useAddress(`${site}?${ours}&status=initiated`);
      const element = await fixture<ConnectInvoices>(place());
      const isPausing = () =>
        [2, 4].some((one) => shown(element).includes(pausing('pay-invoice', one)));
      await until(isPausing, 'it waits');
      await element.reload();
      await until(isPausing, 'it waits again');
      expect(messages(element)).to.deep.equal(['pay-invoice.outcome.initiated.title']);
      server.answer(invoices, paid);
      await element.reload();
      await until(() => messages(element).includes('pay-invoice.registered'), 'it is confirmed');
      await element.reload();
      await settled();
      expect(told(events)).to.have.length(1);
      expect(told(events, 'connect-confirmed')).to.deep.equal([
        { flow: 'pay-invoice', transactionId: 42, confirmed: true },
      ]);
      expect(messages(element)).to.deep.equal(['pay-invoice.registered']);
    });
  }
});

describe('storage="none"', () => {
  // What the page remembers instead is gone with the page.
  afterEach(() => signedOut());

  it('keeps what came back in the address, without its outcome, until the server confirms it', async () => {
    const store = useStore();
    const server = useServer({ [invoices]: unpaid });
    useWaits();
    const events = useEvents();
    const address = useAddress(`${site}?tab=2&${ours}&status=finished`);
    const first = await fixture(paying('1001', 'none'));
    await until(() => told(events).length === 1, 'it is told');
    expect(address()).to.equal(`${site}?tab=2&${kept}`);
    await reload(first);
    useAddress(`${site}?tab=2&${kept}`);
    const asked = server.count(invoices);
    server.answer(invoices, paid);
    const again = useAddress(`${site}?tab=2&${kept}`);
    const second = await fixture(paying('1001', 'none'));
    await until(() => messages(second).includes('pay-invoice.registered'), 'it is confirmed');
    expect(server.count(invoices)).to.be.greaterThan(asked);
    expect(told(events)).to.have.length(1);
    expect(told(events, 'connect-confirmed')).to.deep.equal([
      { flow: 'pay-invoice', transactionId: 42, confirmed: true },
    ]);
    expect(again()).to.equal(`${site}?tab=2`);
    expect([...store.keys()]).to.deep.equal([]);
  });

  it('asks on in connect-outcome too', async () => {
    useServer({ [invoices]: unpaid });
    useWaits();
    const events = useEvents();
    const address = useAddress(`${site}?${kept}`);
    const element = await fixture(outcome('none'));
    await until(() => messages(element).length, 'it is said');
    expect(messages(element)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(told(events)).to.deep.equal([]);
    expect(address()).to.equal(`${site}?${kept}`);
  });

  for (const result of ['cancelled', 'failed']) {
    it(`keeps nothing of what has nothing to wait for: ${result}`, async () => {
      useServer({ [invoices]: unpaid });
      useWaits();
      const events = useEvents();
      const address = useAddress(`${site}?${ours}&status=${result}`);
      await fixture(paying('1001', 'none'));
      await until(() => told(events).length, 'it is told');
      expect(address()).to.equal(site);
    });
  }

  it('takes it out of the address when the reader begins anew', async () => {
    useServer({
      [invoices]: unpaid,
      'POST /v1/api/payment/invoice': json({ success: true, transactionId: 43 }),
    });
    useWaits();
    const navigations = useNavigation();
    const address = useAddress(`${site}?${kept.replace('finished', 'initiated')}`);
    const element = await fixture(paying('1001', 'none'));
    await until(
      () => messages(element).includes('pay-invoice.outcome.initiated.title'),
      'it is said',
    );
    await until(() => offered(element).includes('pay-invoice.start-over'), 'one may start over');
    button(element, 'pay-invoice.start-over').click();
    await until(() => messages(element).includes('pay-invoice.ask.start-over.title'), 'it asks');
    button(element, 'pay-invoice.start-over.yes').click();
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    expect(address()).to.equal(site);
    expect(navigations).to.deep.equal([]);
  });

  it('leaves from such an address with one parameter of ours', async () => {
    useServer({ [invoices]: unpaid });
    useWaits();
    const navigations = useNavigation();
    useAddress(`${site}?${kept}`);
    const element = await fixture(paying('1001', 'none'));
    await until(() => messages(element).length, 'it is said');
    const other = await fixture<HTMLElement & { pay(): Promise<void> }>(paying('1002', 'none'));
    await until(() => other.matches(':state(ready)'), 'it can be chosen');
    useServer({
      [invoices]: unpaid,
      'POST /v1/api/payment/invoice': json({ success: true, transactionId: 43 }),
    });
    await other.pay();
    const back = new URL(new URL(navigations[0]?.url ?? '').searchParams.get('returnUrl') ?? '');
    expect(back.searchParams.getAll('connect')).to.deep.equal([
      'pay-invoice~return~43~creditcardPayex~DN~1002~end0',
    ]);
  });
});
