// In every engine: dialogs, focus, what is kept and how the page is laid out are the browser's own.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectDue } from '../../src/elements/due.js';
import { idle as rests } from '../../src/host/idle.js';
import {
  apiBase,
  button,
  held,
  json,
  messages,
  networkError,
  offered,
  rateLimited,
  settled,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type Reply,
} from './support.js';

const get = 'GET /v1/customer/invoice/payment/DN?unpaid=true';
const all = 'GET /v1/customer/invoice/payment/DN';
const methods = 'GET /v1/product/payment/DN';
const cards = 'GET /v1/api/payment/payex/token';
const post = 'POST /v1/api/payment/invoice';
const created = json({ success: true, transactionId: 42 });
const hour = 3_600_000;
/** One page lives through all of these. */
let today = Date.UTC(2026, 10, 21, 12);

const open = (invoiceNumber: string, dueDate: string, more: object = {}) => ({
  ...{ invoiceNumber, product: 'DN', companyCode: 'AM', invoiceAmount: '149.00', paidAmount: 0 },
  ...{ invoiceDate: '2026-11-01', dueDate, ...more },
});
const late = open('1001', '2026-11-19');
const list = (...invoices: object[]) => json({ invoices, reminders: [] });
const byCard = json({
  paymentMethodResponseItems: [
    { paymentMethod: 'recurringPayExCardPayment', current: true },
    { paymentMethod: 'invoice' },
  ],
});
const card = (month: string, year: string) =>
  json({
    paymentRecurrenceTokens: [
      { recurrenceToken: 'r', productCode: 'DN', maskedCardNumber: 'x2348' },
    ].map((one) => ({ ...one, expirationMonth: month, expirationYear: year })),
  });

const complete = {
  'product-code': 'DN',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

interface Place {
  readonly query?: string;
  readonly parent?: Element;
  /** What was stored before. */
  readonly stored?: ReadonlyMap<string, string>;
}

/** A page with the element on it, before anything has happened. */
async function page(
  table: Record<string, Reply | Reply[]>,
  attributes: Record<string, string | undefined> = {},
  { query = '', parent, stored = new Map() }: Place = {},
) {
  const store = useStore();
  stored.forEach((value, key) => store.set(key, value));
  useWaits();
  const clock = { now: (today += 48 * hour) };
  const address = useAddress(`https://site.example/?${query}`);
  usePlatform({ now: () => clock.now, isSeen: () => true });
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const root = parent ?? (await fixture<HTMLElement>(html`<div></div>`));
  const element = document.createElement('connect-due');
  for (const [name, value] of Object.entries({ ...complete, ...attributes })) {
    if (value != null) element.setAttribute(name, value);
  }
  root.append(element);
  const loads = () => events.flatMap(([type, detail]) => (type === 'connect-load' ? [detail] : []));
  return { element, server, events, navigations, store, clock, address, loads };
}

/** The same, once it has loaded or failed. */
async function scene(...given: Parameters<typeof page>) {
  const made = await page(...given);
  await until(
    () => made.events.some(([type]) => /connect-(load|error)/.test(type)),
    'it has loaded',
  );
  await made.element.updateComplete;
  return made;
}

const said = (element: ConnectDue) =>
  (element.shadowRoot?.querySelector('section p')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const dialog = (element: ConnectDue) => element.shadowRoot?.querySelector('dialog');
const payment = (element: ConnectDue) => dialog(element)?.querySelector('connect-pay-invoice');
const change = (element: ConnectDue) => dialog(element)?.querySelector('connect-change-method');

/** The dates of the table are of one year: what is late stays late as the clock goes on. */
const { begins } = rests;
afterEach(() => (rests.begins = begins));

const soon = () => new Date(today + 72 * hour).toISOString().slice(0, 10);

describe('a strip', () => {
  it('renders nothing while nothing is owed', async () => {
    const { element, loads } = await scene({ [get]: list() });
    expect(element.shadowRoot?.children.length).to.equal(0);
    expect(element.due).to.equal(undefined);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 0 }]);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(getComputedStyle(element).display).to.equal('contents');
  });

  it('says in one line what is due, with one button', async () => {
    const { element, loads } = await scene({ [get]: list(late) });
    expect(said(element)).to.equal('Invoice 1001, NOK 149.00, was due on Nov 19, 2026');
    expect(offered(element)).to.deep.equal(['pay-invoice.action']);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 1 }]);
    expect(element.due).to.deep.include({ kind: 'invoice', invoiceNumber: '1001', amount: 149 });
    expect(JSON.parse(JSON.stringify(element.due))).to.deep.equal(element.due);
  });

  it('names the most urgent of several, with the number and the sum of the rest', async () => {
    const { element, loads } = await scene({
      [get]: list(open('3', soon()), late, open('2', '2026-11-20', { paidAmount: 49 })),
    });
    expect(said(element)).to.equal(
      'Invoice 1001, NOK 149.00, was due on Nov 19, 2026 · 2 more invoices, NOK 249.00',
    );
    expect(loads()).to.deep.equal([{ flow: 'due', count: 3 }]);
  });

  it('does not say that an invoice is late whose day is not over', async () => {
    const { element } = await scene({ [get]: list(open('1001', '2036-01-31')) });
    expect(said(element)).to.equal('Invoice 1001, NOK 149.00, is due on Jan 31, 2036');
  });

  it('says less where the server does', async () => {
    const { element } = await scene({ [get]: list(open('1001', '')) });
    expect(said(element)).to.equal('Invoice 1001 is not paid');
  });

  it('has no button where there is nothing to pay with', async () => {
    const { element } = await scene({ [get]: list(open('1001', soon(), { companyCode: '' })) });
    expect(offered(element)).to.deep.equal([]);
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('counts in the currency of the country', async () => {
    const { element } = await scene({ [get]: list(late) }, { country: 'se' });
    expect(said(element)).to.contain('SEK 149.00');
  });

  it('tells the reader of no error, but the site', async () => {
    for (const reply of [networkError, unauthorized, json({}, 500), json('no list')]) {
      const { element, events } = await scene({ [get]: reply });
      expect(element.shadowRoot?.children.length).to.equal(0);
      const [error] = events.filter(([type]) => type === 'connect-error');
      expect(error?.[1]).to.deep.include({ flow: 'due' });
      element.remove();
    }
  });

  for (const [name, attributes, named] of [
    ['a product', { 'product-code': undefined }, 'product-code'],
    ['a page to pay at that is no page', { 'pay-url': 'javascript:alert(1)' }, 'pay-url'],
    ['a page to pay at without TLS', { 'pay-url': 'http://other.example/' }, 'pay-url'],
    ['something to watch that there is not', { watch: 'weather' }, 'watch'],
  ] as const) {
    it(`is told by its name to who has not set it right: ${name}`, async () => {
      const warnings = useWarnings();
      const { element, events, server } = await scene({}, attributes);
      expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
      expect(events[0]?.[1]).to.deep.include({ code: 'config' });
      expect(warnings.join()).to.contain(named);
      expect(server.sent.length).to.equal(0);
      expect(element.shadowRoot?.children.length).to.equal(0);
    });
  }

  it('speaks the language of the page', async () => {
    const { element } = await scene({ [get]: list(late) }, { lang: 'nb' });
    await until(() => said(element).startsWith('Faktura 1001'), 'it speaks Norwegian');
    expect(said(element)).to.contain('forfalt 19. nov. 2026');
  });
});

describe('when a strip asks', () => {
  it('is once the page is idle and seen', async () => {
    let rest = () => {};
    const idle = new Promise<void>((resolve) => (rest = resolve));
    rests.begins = () => idle;
    const { element, server, loads } = await page({ [get]: list(late) });
    await settled();
    expect(server.sent.length).to.equal(0);
    expect(element.shadowRoot?.children.length).to.equal(0);
    rest();
    await until(() => loads().length, 'it has loaded');
    expect(server.count()).to.equal(1);
  });

  it('is never, when it has gone before', async () => {
    let rest = () => {};
    const idle = new Promise<void>((resolve) => (rest = resolve));
    rests.begins = () => idle;
    const { element, server } = await page({});
    element.remove();
    rest();
    await settled();
    expect(server.sent.length).to.equal(0);
  });

  it('is once, whatever is answered', async () => {
    for (const reply of [networkError, json({}, 500), rateLimited()]) {
      const { server } = await scene({ [get]: reply });
      await settled();
      expect(server.count()).to.equal(1);
    }
  });

  it('is not for a minute after a 429 anywhere on the page', async () => {
    const { clock } = await scene({ [get]: rateLimited() });
    const { now } = clock;
    const { server, events } = await page({ [get]: list(late) });
    usePlatform({ now: () => now + 59_000 });
    await until(() => events.length, 'it has told');
    expect(server.sent.length).to.equal(0);
    expect(events[0]?.[0]).to.equal('connect-error');
    expect(events[0]?.[1]).to.deep.include({ code: 'rate-limited', flow: 'due' });
  });

  it('is not for six hours after nothing was owed, for this subscriber and this product', async () => {
    const subscriber = 'ada';
    const first = await scene({ [get]: list() }, { subscriber });
    const again = async (after: number, attributes: object, stored = first.store) => {
      const { server, clock, element, loads, events } = await page(
        { [get]: list(late), 'GET /v1/customer/invoice/payment/AB?unpaid=true': list() },
        { subscriber, ...attributes },
        { stored },
      );
      clock.now = first.clock.now + after;
      await until(() => loads().length || events.length, 'it has loaded');
      element.remove();
      return [server.count(), loads()];
    };
    const silent = [0, [{ flow: 'due', count: 0 }]];
    expect(await again(6 * hour - 1, {})).to.deep.equal(silent);
    expect(await again(6 * hour, {})).to.deep.equal([1, [{ flow: 'due', count: 1 }]]);
    expect(await again(0, { subscriber: 'bob' })).to.deep.equal([1, [{ flow: 'due', count: 1 }]]);
    expect(await again(0, { 'product-code': 'AB' })).to.deep.equal([1, silent[1]]);
  });

  it('is anew on each page as long as something is owed', async () => {
    const first = await scene({ [get]: list(late) }, { subscriber: 'ada' });
    first.element.remove();
    const { server } = await scene(
      { [get]: list(late) },
      { subscriber: 'ada' },
      { stored: first.store },
    );
    expect(server.count()).to.equal(1);
  });

  it('is at once, whatever is kept, when the site says so', async () => {
    const { element, server, loads } = await scene({ [get]: [list(), list(late)] });
    rests.begins = () => new Promise(() => {});
    await element.reload();
    expect(server.count()).to.equal(2);
    expect(loads()).to.deep.equal([
      { flow: 'due', count: 0 },
      { flow: 'due', count: 1 },
    ]);
    await element.updateComplete;
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('is the same request for several that ask the same', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const answer = held(list(late));
    const first = await page({ [get]: answer.reply }, {}, { parent });
    const second = document.createElement('connect-due');
    for (const [name, value] of Object.entries(complete)) second.setAttribute(name, value);
    parent.append(second);
    await until(() => first.server.count(), 'it has asked');
    await settled();
    answer.release();
    await until(() => first.loads().length === 2, 'both have loaded');
    expect(first.server.count()).to.equal(1);
  });
});

describe('where a strip keeps that nothing is owed', () => {
  beforeEach(() => {
    usePlatform({ now: () => today });
  });

  async function kept(attributes: object) {
    const { platform } = await import('../../src/platform/platform.js');
    const { store } = platform;
    const made = await page({ [get]: list() }, { ...attributes });
    usePlatform({ store });
    await until(() => made.loads().length, 'it has loaded');
    return [Object.keys(localStorage), Object.keys(sessionStorage)];
  }

  it('is the tab, without a subscriber', async () => {
    expect(await kept({})).to.deep.equal([[], ['connect-elements due DN']]);
  });

  it('is the browser, under the subscriber', async () => {
    expect(await kept({ subscriber: 'ada' })).to.deep.equal([
      ['connect-elements "ada" due DN'],
      [],
    ]);
  });

  it('tells apart what was looked at', async () => {
    usePlatform({});
    const { store } = await scene(
      { [get]: list(), [methods]: byCard, [cards]: card('1', '99') },
      { watch: 'card' },
    );
    expect([...store.keys()]).to.deep.equal(['connect-elements due DN card']);
  });

  it('is the page alone where nothing may be kept', async () => {
    expect(await kept({ storage: 'none' })).to.deep.equal([[], []]);
  });
});

describe('a strip that watches the card', () => {
  const end = (months: number) => {
    const day = new Date(today + 48 * hour);
    const then = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months));
    return [`${then.getUTCMonth() + 1}`, `${then.getUTCFullYear() % 100}`] as const;
  };
  const table = (months: number) => ({
    [get]: list(),
    [methods]: byCard,
    [cards]: card(...end(months)),
  });

  it('says when it has expired', async () => {
    const { element, loads } = await scene(table(-1), { watch: 'card' });
    expect(said(element)).to.contain('Your card x2348 expired');
    expect(offered(element)).to.deep.equal(['due.renew']);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 1 }]);
    expect(element.due).to.deep.include({ kind: 'card', isLate: true });
  });

  it('says nothing of one that is good for months', async () => {
    const { element, server } = await scene(table(3), { watch: 'card' });
    expect(element.due).to.equal(undefined);
    expect(server.count()).to.equal(3);
  });

  it('asks nothing more without being told to', async () => {
    const { server } = await scene(table(-1));
    expect(server.sent.map(({ path }) => path)).to.deep.equal([get.slice(4)]);
  });

  it('renews it in place, with the same method alone', async () => {
    const { element } = await scene(table(-1), { watch: 'card' });
    button(element, 'due.renew').click();
    await until(() => change(element), 'it has opened');
    const changing = change(element);
    expect(changing?.methods).to.equal('recurringPayExCardPayment');
    expect(changing?.productCode).to.equal('DN');
    await until(() => changing?.matches(':state(ready)'), 'there is something to choose');
    expect(changing?.shadowRoot?.querySelectorAll('input').length).to.equal(1);
  });

  it('says when the product has no valid agreement any more', async () => {
    const { element } = await scene(
      { [get]: list(), [methods]: byCard, [cards]: json({ paymentRecurrenceTokens: [] }) },
      { watch: 'card' },
    );
    expect(said(element)).to.equal('Your subscription has no valid payment agreement');
  });
});

describe('paying from a strip', () => {
  const opened = async (attributes: Record<string, string> = {}, table = {}) => {
    const made = await scene({ [get]: list(late), [post]: created, ...table }, attributes);
    const pay = button(made.element, 'pay-invoice.action');
    pay.focus();
    pay.click();
    await until(() => dialog(made.element)?.open, 'the dialog is open');
    return made;
  };

  it('is done in a dialog of its own', async () => {
    const { element, navigations } = await opened();
    expect(dialog(element)?.matches(':modal')).to.equal(true);
    const paying = payment(element);
    expect(paying?.invoiceNumber).to.equal('1001');
    expect(paying?.companyCode).to.equal('AM');
    expect(paying?.amount).to.equal('149');
    await until(() => paying?.shadowRoot?.activeElement, 'the focus is at the choice');
    expect(paying?.shadowRoot?.activeElement?.localName).to.equal('input');
    await paying?.pay();
    await until(() => navigations.length, 'it has left');
    expect(navigations[0]?.url).to.contain('transactionId=42');
  });

  it('goes by the own settings of the strip, also when they change', async () => {
    const { element } = await opened({ 'client-id': 'first' });
    const paying = payment(element);
    expect(paying?.clientId).to.equal('first');
    element.setAttribute('client-id', 'second');
    await element.updateComplete;
    expect(paying?.clientId).to.equal('second');
  });

  it('goes on where the strip is put back some promises later', async () => {
    const answer = held(created);
    const { element, navigations, server } = await opened({}, { [post]: answer.reply });
    const paying = payment(element);
    void paying?.pay();
    await until(() => server.count(post), 'it is asked for');
    const place = element.parentElement;
    element.remove();
    for (let round = 0; round < 8; round++) await Promise.resolve();
    place?.append(element);
    answer.release();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(1);
    expect(payment(element)).to.equal(paying);
  });

  it('can be left, and the focus is where it was', async () => {
    const { element } = await opened();
    button(element, 'due.close').click();
    await until(() => !dialog(element), 'the dialog is gone');
    const isBack = element.shadowRoot?.activeElement === button(element, 'pay-invoice.action');
    expect(isBack).to.equal(true);
    button(element, 'pay-invoice.action').click();
    await until(() => dialog(element)?.open, 'it opens again');
  });

  it('makes the strip go once the invoice is paid, and not the dialog', async () => {
    const { element, server, loads } = await opened();
    server.answer(get, list());
    const paying = payment(element);
    const detail = { flow: 'pay-invoice', transactionId: 42, confirmed: true };
    paying?.dispatchEvent(
      new CustomEvent('connect-confirmed', { detail, bubbles: true, composed: true }),
    );
    await until(() => loads().length > 1 && !said(element), 'the strip has gone');
    expect(dialog(element)?.open).to.equal(true);
    dialog(element)?.close();
    await until(() => !element.shadowRoot?.children.length, 'nothing is left');
  });

  it('is done at a page of the site instead', async () => {
    const table = { [get]: list(late) };
    const { element, navigations } = await scene(table, { 'pay-url': '/invoices' });
    button(element, 'pay-invoice.action').click();
    expect(navigations).to.deep.equal([{ url: 'https://site.example/invoices', target: '_self' }]);
    expect(dialog(element)).to.equal(null);
  });

  it('is legible on its own ground, whatever the page has chosen for another', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div
        style="color: #fff; --connect-color-text: #fff; --connect-color-surface: #000"
      ></div>`,
    );
    const { element } = await scene({ [get]: list(late) }, {}, { parent });
    button(element, 'pay-invoice.action').click();
    await until(() => dialog(element)?.open, 'the dialog is open');
    const [ground, paying] = [dialog(element), payment(element)];
    if (!ground || !paying) throw new Error('nothing is opened');
    expect(getComputedStyle(ground).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(paying).color).to.equal('rgb(0, 0, 0)');
    Object.assign(ground.style, { background: '#000', color: '#ff0' });
    expect(getComputedStyle(paying).color).to.equal('rgb(255, 255, 0)');
  });

  it('locks no page with a dialog that nobody can see', async () => {
    const parent = await fixture<HTMLElement>(html`<div style="display: none"></div>`);
    const { element } = await scene({ [get]: list(late) }, {}, { parent });
    button(element, 'pay-invoice.action').click();
    await element.updateComplete;
    expect(dialog(element)?.open, 'it is there, and closed').to.equal(false);
    await until(() => !dialog(element), 'the dialog is gone');
    expect(document.querySelector(':modal')).to.equal(null);
  });

  it('goes on when the strip is taken out and put back while it is under way', async () => {
    const answer = held(created);
    const { element, server, navigations } = await opened({}, { [post]: answer.reply });
    void payment(element)?.pay();
    await until(() => server.count(post) === 1, 'it is sent');
    const place = element.parentElement;
    element.remove();
    await settled();
    place?.append(element);
    await until(() => dialog(element)?.matches(':modal'), 'its dialog is over the page again');
    answer.release();
    await until(() => navigations.length === 1, 'it leaves');
    expect(navigations[0]?.url).to.include('transactionId=42');
    expect(server.count(post)).to.equal(1);
  });
});

describe('a payment that comes back to a strip', () => {
  const back = (outcome: string, number = '1001', product = 'DN') =>
    `connect=pay-invoice~return~42~nexi~${product}~${number}&status=${outcome}`;

  it('is told in its dialog, at once', async () => {
    rests.begins = () => new Promise(() => {});
    const answer = held(list(late));
    const table = { [all]: answer.reply };
    const { element, events } = await page(table, {}, { query: back('finished') });
    await until(() => messages(element).length, 'it is told');
    expect(messages(element)).to.deep.equal(['pay-invoice.outcome.finished.title']);
    expect(dialog(element)?.matches(':modal')).to.equal(true);
    expect(element.shadowRoot?.activeElement?.part.value).to.equal('message');
    const outcomes = events.filter(([type]) => type === 'connect-outcome');
    expect(outcomes.map(([, detail]) => detail)).to.deep.equal([
      { flow: 'pay-invoice', transactionId: 42, outcome: 'finished', verified: false },
    ]);
  });

  it('is told as paid once the server says so, and the strip is read again', async () => {
    const paid = { ...late, paidAmount: 149 };
    const { element, loads } = await scene(
      { [get]: list(), [all]: list(paid) },
      {},
      { query: back('finished') },
    );
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is paid');
    await until(() => loads().length, 'it has loaded');
    expect(said(element)).to.equal('');
  });

  it('is not told again once the reader has gone on', async () => {
    const { element } = await scene(
      { [get]: list(late), [all]: list(late) },
      {},
      { query: back('cancelled') },
    );
    await until(() => dialog(element)?.open, 'it is told');
    button(element, 'due.close').click();
    await until(() => !dialog(element), 'it is gone');
    await element.reload();
    await settled();
    expect(dialog(element)).to.equal(null);
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('is left to the element of the page that is about it', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const { element, events } = await page(
      { [get]: list(late), [all]: list(late) },
      {},
      { query: back('cancelled'), parent },
    );
    const payment = document.createElement('connect-pay-invoice');
    const about = { ...complete, 'invoice-number': '1001', 'company-code': 'AM' };
    for (const [name, value] of Object.entries(about)) payment.setAttribute(name, value);
    parent.append(payment);
    await until(() => messages(payment).length, 'it is told');
    await settled();
    expect(dialog(element)).to.equal(null);
    expect(events.filter(([type]) => type === 'connect-outcome').length).to.equal(1);
  });

  it('of another product opens nothing, and is told to the site', async () => {
    const { element, events } = await scene(
      { [get]: list(late) },
      {},
      { query: back('finished', '1', 'AB') },
    );
    await until(() => events.some(([type]) => type === 'connect-outcome'), 'it is told');
    await settled();
    expect(dialog(element)).to.equal(null);
  });

  it('is a renewal that is told where it was begun', async () => {
    const { element, events } = await page(
      { [get]: list(), [methods]: byCard, [cards]: card('1', '99') },
      { watch: 'card' },
      {
        query: `connect=change-method~return~43~recurringPayExCardPayment~DN~~recurringPayExCardPayment&status=cancelled`,
      },
    );
    await until(() => messages(element).length, 'it is told');
    await settled();
    expect(events.filter(([type]) => type === 'connect-outcome').length).to.equal(1);
  });
});

describe('a strip that can be put off', () => {
  const first = async () => {
    const made = await scene({ [get]: list(late) }, { dismissible: '', subscriber: 'ada' });
    button(made.element, 'due.later').click();
    await until(() => !made.element.shadowRoot?.children.length, 'it has gone');
    return made;
  };

  it('has no such button unless the site wants it', async () => {
    const { element } = await scene({ [get]: list(late) });
    expect(offered(element)).to.not.include('due.later');
  });

  it('is gone for a day, and asks nothing', async () => {
    const { store, clock, element } = await first();
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(element.due).to.deep.include({ invoiceNumber: '1001' });
    element.remove();
    for (const [after, asked] of [
      [24 * hour - 1, 0],
      [24 * hour, 1],
    ] as const) {
      const made = await page({ [get]: list(late) }, { subscriber: 'ada' }, { stored: store });
      made.clock.now = clock.now + after;
      await until(() => made.loads().length, 'it has loaded');
      expect(made.server.count()).to.equal(asked);
      made.element.remove();
    }
  });

  it('stays gone when the site asks anew what is due', async () => {
    const { element, server } = await first();
    await element.reload();
    await element.updateComplete;
    expect(server.count()).to.equal(2);
    expect(said(element)).to.equal('');
    expect(element.due).to.deep.include({ invoiceNumber: '1001' });
  });
});

describe('the page around a strip', () => {
  it('is laid out as if there were none, until there is something to say', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div style="display: grid; gap: 20px"><p style="margin: 0">above</p></div>`,
    );
    const before = parent.getBoundingClientRect().height;
    const { element, server } = await scene({ [get]: list() }, {}, { parent });
    expect(parent.getBoundingClientRect().height).to.equal(before);
    server.answer(get, list(late));
    await element.reload();
    await element.updateComplete;
    expect(parent.getBoundingClientRect().height).to.be.greaterThan(before);
    expect(getComputedStyle(element).display).to.equal('block');
  });

  it('keeps the focus where it is', async () => {
    const parent = await fixture<HTMLElement>(html`<div><input /></div>`);
    const field = parent.querySelector('input');
    field?.focus();
    await scene({ [get]: list(late) }, {}, { parent });
    expect(document.activeElement === field).to.equal(true);
  });

  it('may hide it', async () => {
    const { element } = await scene({ [get]: list(late) }, { hidden: '' });
    expect(getComputedStyle(element).display).to.equal('none');
  });
});
