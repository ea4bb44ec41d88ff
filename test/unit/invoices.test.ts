import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/index.js';
import type { ConnectInvoices } from '../../src/elements/invoices.js';
import { returnAddress } from '../../src/flow/return-address.js';
import type { Transaction } from '../../src/flow/transaction.js';
import type { TextKey } from '../../src/i18n/keys.js';
import { english, pausing, receipt } from './english.js';
import {
  apiBase,
  button,
  buttons,
  held,
  choices,
  json,
  networkError,
  once,
  page,
  radios,
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
  useWarnings,
  type Reply,
  messages,
  offered,
} from './support.js';

const get = 'GET /v1/customer/invoice/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const created = json({ success: true, transactionId: 42 });
const today = Date.UTC(2026, 10, 21, 12);

interface Fields {
  invoiceNumber: string | number;
  [name: string]: unknown;
}

/** An invoice that is to be paid, unless the fields say otherwise. */
const invoice = (fields: Fields): Fields => ({
  product: 'DN',
  companyCode: 'AM',
  productName: 'Weekly Magazine',
  amount: 49,
  invoiceAmount: '295.00',
  paidAmount: 0,
  invoiceDate: '2026-11-01',
  dueDate: '2026-12-01',
  invoiceHotelUrl: 'https://invoice.example/1',
  ...fields,
});
const unpaid = invoice({ invoiceNumber: '1001' });
const paid = invoice({ invoiceNumber: '1001', paidAmount: 295, paymentDate: '2026-11-20' });
const list = (...invoices: Fields[]) => json({ invoices, reminders: [] });
const many = (count: number, fields: object = {}) =>
  Array.from({ length: count }, (_, n) => invoice({ invoiceNumber: `${2000 + n}`, ...fields }));

const complete = {
  'product-code': 'DN',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

/** The element, once it has loaded or failed. */
async function scene(
  table: Record<string, Reply | Reply[]> = { [get]: list(unpaid), [post]: created },
  attributes: Record<string, string | undefined> = {},
  { query = '', parent }: { query?: string; parent?: Element } = {},
) {
  useStore();
  const waits = useWaits();
  usePlatform({ now: () => today });
  const address = useAddress(`https://site.example/invoices?tab=2${query}#top`);
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const root = parent ?? (await fixture<HTMLElement>(html`<div></div>`));
  const element = document.createElement('connect-invoices');
  for (const [name, value] of Object.entries({ ...complete, ...attributes })) {
    if (value != null) element.setAttribute(name, value);
  }
  root.append(element);
  await until(() => events.some(([type]) => /load|error/.test(type)), 'it has loaded');
  await element.updateComplete;
  return { element, server, events, navigations, waits, address };
}

const plain = (node: Node | null | undefined) =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const rows = (element: ConnectInvoices) => [
  ...(element.shadowRoot?.querySelectorAll('[part=item]') ?? []),
];

/** What stands in the row of an invoice or a reminder. */
function row(element: ConnectInvoices, name: string): string {
  const found = rows(element).find((one) => plain(one).includes(name));
  if (!found) throw new Error(`no row "${name}" in: ${shown(element)}`);
  return plain(found);
}

/** The first two words of each row, such as `Invoice 1001`. */
const names = (element: ConnectInvoices) =>
  rows(element).map((one) => {
    const texts = [...(one.querySelector('[part=label]')?.childNodes ?? [])];
    const name = texts.filter((node) => node instanceof Text).map((node) => node.data);
    return name.join('').trim().split(' ').slice(0, 2).join(' ');
  });

const payments = (element: ConnectInvoices) => [
  ...(element.shadowRoot?.querySelectorAll('connect-pay-invoice') ?? []),
];

/** Presses Pay of a row, and gives the element that opened, once it can be used. */
async function open(element: ConnectInvoices, index = 0) {
  const all = buttons(element).filter(({ dataset }) => dataset['key'] === 'invoices.pay');
  const pay = all[index];
  if (!pay) throw new Error(`no invoices.pay ${index} in: ${shown(element)}`);
  pay.click();
  await element.updateComplete;
  const [payment] = payments(element);
  if (!payment) throw new Error('nothing has opened');
  await until(() => payment.matches(':state(ready), :state(failed), :state(settled)'));
  await payment.updateComplete;
  return payment;
}

const money = (amount: number, language = 'en', currency = 'NOK') =>
  new Intl.NumberFormat(language, { style: 'currency', currency })
    .format(amount)
    .replace(/\s+/g, ' ');
const day = (iso: string, language = 'en') =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));

const told = (events: [string, unknown][], type: string) =>
  events.filter(([name]) => name === type).map(([, detail]) => detail);

/** The browser comes back to the page as it was when it left. */
const comeBack = () =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

describe('what is asked for', () => {
  const asked: [Record<string, string>, string][] = [
    [{}, '/v1/customer/invoice/payment/DN'],
    [{ unpaid: '' }, '/v1/customer/invoice/payment/DN?unpaid=true'],
    [{ from: '2026-01-01' }, '/v1/customer/invoice/payment/DN?from=2026-01-01'],
    [{ to: '2026-12-31' }, '/v1/customer/invoice/payment/DN?to=2026-12-31'],
    [
      { unpaid: 'unpaid', from: '2026-01-01', to: '2026-12-31' },
      '/v1/customer/invoice/payment/DN?unpaid=true&from=2026-01-01&to=2026-12-31',
    ],
    [{ from: '', to: '' }, '/v1/customer/invoice/payment/DN'],
    [{ 'product-code': 'A/1 Å' }, '/v1/customer/invoice/payment/A%2F1%20%C3%85'],
  ];
  for (const [attributes, path] of asked) {
    it(`is ${path} with ${JSON.stringify(attributes)}`, async () => {
      const { element, server } = await scene({ [`GET ${path}`]: list(unpaid) }, attributes);
      expect(server.sent.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
        `GET ${path}`,
      ]);
      expect(server.sent[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
      expect(element.matches(':state(ready)')).to.equal(true);
    });
  }

  it('is asked for by properties too', async () => {
    const { element, server } = await scene({ [get]: list(unpaid) });
    const path = `${get}?unpaid=true&from=2026-01-01&to=2026-12-31`;
    server.answer(path, list());
    Object.assign(element, { unpaid: true, from: '2026-01-01', to: '2026-12-31' });
    await once(element, 'connect-load');
    expect(server.count(path)).to.equal(1);
    expect(server.count()).to.equal(2);
  });

  const wrong: [string, Record<string, string | undefined>][] = [
    ['product-code', { 'product-code': undefined }],
    ['product-code', { 'product-code': '' }],
    ['product-code', { 'product-code': '1234567890123' }],
    ['product-code', { 'product-code': 'A~B' }],
    ['from', { from: 'yesterday' }],
    ['from', { from: '2026-1-1' }],
    ['from', { from: '2026-13-01' }],
    ['from', { from: '2026-02-31' }],
    ['from', { from: '2026-01-01T00:00' }],
    ['from', { from: '1767225600000' }],
    ['to', { to: '31.12.2026' }],
    ['to', { from: '2026-01-01', to: '2026-12-32' }],
    ['token', { token: undefined }],
  ];
  for (const [name, attributes] of wrong) {
    it(`is not sent, and ${name} is named, with ${JSON.stringify(attributes)}`, async () => {
      const warnings = useWarnings();
      const { element, server, events } = await scene({}, attributes);
      expect(warnings.join()).to.match(new RegExp(`^connect-invoices ${name}: `));
      expect(server.count()).to.equal(0);
      expect(events).to.have.length(1);
      const [error] = told(events, 'connect-error');
      expect(error).to.include({ flow: 'invoices', code: 'config', retryable: false });
      expect(JSON.stringify(error)).to.contain(`"message":"${name}: expected `);
      expect(messages(element)).to.include('invoices.load.error.config');
      expect(buttons(element)).to.have.length(0);
    });
  }

  it('is asked for once a wrong day is mended', async () => {
    useWarnings();
    const { element, server } = await scene(
      { [`${get}?from=2026-01-01`]: list(unpaid) },
      { from: '1 January' },
    );
    element.from = '2026-01-01';
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(server.count()).to.equal(1);
  });
});

describe('the invoices of a product', () => {
  it('are counted with the reminders that stand alone', async () => {
    const reply = json({
      invoices: [unpaid, invoice({ invoiceNumber: '1002' })],
      reminders: [{ invoiceNumber: 1001 }, { invoiceNumber: 9 }, { invoiceNumber: 9 }],
    });
    const { element, events } = await scene({ [get]: reply });
    expect(events).to.deep.equal([['connect-load', { flow: 'invoices', count: 4 }]]);
    expect(rows(element)).to.have.length(4);
  });

  it('stand in the order of their urgency', async () => {
    const { element } = await scene({
      [get]: list(
        invoice({ invoiceNumber: 'oldpaid', paidAmount: 295, invoiceDate: '2025-01-01' }),
        invoice({ invoiceNumber: 'later', dueDate: '2026-12-24' }),
        invoice({ invoiceNumber: 'newpaid', paidAmount: 295, invoiceDate: '2026-10-01' }),
        invoice({ invoiceNumber: 'longest', dueDate: '2026-01-01' }),
        invoice({ invoiceNumber: 'soon', dueDate: '2026-11-30' }),
      ),
    });
    const order = ['longest', 'soon', 'later', 'newpaid', 'oldpaid'];
    expect(names(element)).to.deep.equal(order.map((name) => `Invoice ${name}`));
    expect(element.invoices.map(({ invoiceNumber }) => invoiceNumber)).to.deep.equal(order);
  });

  it('are shown as text, never as markup', async () => {
    const { element } = await scene({
      [get]: list(invoice({ invoiceNumber: '<img>', productName: '<img src=x onerror=alert(1)>' })),
    });
    expect(element.shadowRoot?.querySelector('img')?.src).to.equal(undefined);
    expect(shown(element)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('show only what the API says of them', async () => {
    const { element } = await scene({ [get]: json({ invoices: [{ invoiceNumber: '1' }, {}] }) });
    expect(rows(element).map(plain)).to.deep.equal(['Invoice 1', 'Invoice']);
  });

  it('may have days that are none, and days that no calendar has', async () => {
    const { element } = await scene({
      [get]: list(
        invoice({ invoiceNumber: '1', dueDate: 'soon', paymentDate: {} }),
        invoice({ invoiceNumber: '2', dueDate: Date.UTC(9999, 11, 31, 23, 59) }),
        invoice({ invoiceNumber: '3', dueDate: 8.64e15 }),
      ),
    });
    expect(rows(element)).to.have.length(3);
    expect(shown(element)).to.not.contain('Due');
  });

  const marks: [string, object, string, string][] = [
    ['due tomorrow', { dueDate: '2026-11-22' }, '', 'Overdue'],
    ['due today', { dueDate: '2026-11-21' }, '', 'Overdue'],
    ['due yesterday', { dueDate: '2026-11-20' }, 'Overdue', 'Paid'],
    ['due on no day', { dueDate: undefined }, '', 'Overdue'],
    [
      'due yesterday and paid in part',
      { dueDate: '2026-11-20', paidAmount: 50 },
      'Overdue',
      'Paid',
    ],
    ['paid in part', { paidAmount: '50.00' }, `${money(50)} is paid`, 'Overdue'],
    [
      'paid',
      { paidAmount: 295, paymentDate: '2026-11-20' },
      `Paid ${day('2026-11-20')}`,
      'Overdue',
    ],
    [
      'paid on a day that is not said',
      { paidAmount: 295, dueDate: '2020-01-01' },
      'Paid',
      'Overdue',
    ],
    ['paid in full', { paidAmount: 295 }, 'Paid', 'is paid'],
    ['not paid', {}, '', 'is paid'],
    [
      'a credit note',
      { invoiceAmount: '-295.00', amount: -295, dueDate: '2020-01-01' },
      '',
      'Overdue',
    ],
    ['of nought', { invoiceAmount: '0.00', amount: 0, dueDate: '2020-01-01' }, '', 'Overdue'],
    [
      'of an unread amount',
      { invoiceAmount: '295 kr', dueDate: '2020-01-01' },
      '295 kr',
      'Overdue',
    ],
  ];
  for (const [name, fields, mark, not] of marks) {
    it(`are marked "${mark}", not "${not}", when ${name}`, async () => {
      const { element } = await scene({ [get]: list(invoice({ invoiceNumber: '7', ...fields })) });
      const said = row(element, 'Invoice 7');
      expect(said).to.contain(mark);
      expect(said).to.not.contain(not);
      expect(said).to.not.match(/false|undefined|NaN|Invalid/);
    });
  }

  it('are overdue from midnight in Oslo, wherever the reader is', async () => {
    const { element } = await scene({
      [get]: list(invoice({ invoiceNumber: '7', dueDate: '2026-11-21' })),
    });
    for (const [now, isOverdue] of [
      [Date.UTC(2026, 10, 21, 22, 59), false],
      [Date.UTC(2026, 10, 21, 23), true],
    ] as const) {
      usePlatform({ now: () => now });
      element.requestUpdate();
      await element.updateComplete;
      expect(row(element, 'Invoice 7').includes('Overdue')).to.equal(isOverdue);
    }
  });

  for (const [amounts, expected] of [
    [{ invoiceAmount: '295.00', amount: 49 }, money(295)],
    [{ invoiceAmount: undefined, amount: 49 }, money(49)],
    [{ invoiceAmount: 'many', amount: '49.5' }, 'many'],
    [{ invoiceAmount: '295,00', amount: 49 }, money(295)],
    [{ invoiceAmount: '0.00', amount: 49 }, money(0)],
  ] as const) {
    it(`are about ${expected} with ${JSON.stringify(amounts)}`, async () => {
      const { element } = await scene({ [get]: list(invoice({ invoiceNumber: '7', ...amounts })) });
      expect(row(element, 'Invoice 7')).to.contain(expected);
    });
  }
});

describe('amounts and days', () => {
  it('have what writes them made while the server is asked', async () => {
    const { NumberFormat } = Intl;
    const answer = held(list(unpaid));
    const made: unknown[] = [];
    Intl.NumberFormat = new Proxy(NumberFormat, {
      construct(target, given: [string[], Intl.NumberFormatOptions?]) {
        made.push(given[0]);
        return new target(...given);
      },
    });
    try {
      const whole = scene({ [get]: answer.reply }, { lang: 'fi' });
      await until(() => made.length > 0, 'a format is made');
      expect(made).to.deep.equal([['fi', 'en']]);
      answer.release();
      await whole;
      expect(made).to.have.lengthOf(1);
    } finally {
      Intl.NumberFormat = NumberFormat;
    }
  });

  const languages: [string, string, string][] = [
    ['nb', 'no', 'NOK'],
    ['sv', 'no', 'NOK'],
    ['en', 'no', 'NOK'],
    ['nb', 'se', 'SEK'],
    ['sv', 'se', 'SEK'],
    ['en-GB', 'se', 'SEK'],
  ];
  const due = invoice({ invoiceNumber: '7', invoiceAmount: '1295.50', dueDate: '2026-12-24' });
  const firstRow = async (element: ConnectInvoices) => {
    await until(() => rows(element)[0]?.textContent.includes('7'), 'its texts are there');
    return rows(element)[0]?.textContent.replace(/\s+/g, ' ');
  };
  for (const [language, country, currency] of languages) {
    it(`are written in ${language}, the nearest lang, with ${currency} for ${country}`, async () => {
      const root = await fixture(html`<div lang="fr"><p lang=${language}></p></div>`);
      const parent = root.querySelector('p') ?? root;
      const { element } = await scene({ [get]: list(due) }, { country }, { parent });
      expect(await firstRow(element)).to.contain(money(1295.5, language, currency));
      expect(await firstRow(element)).to.contain(day('2026-12-24', language));
    });
  }

  it('are written as Norwegians do', async () => {
    const { element } = await scene({ [get]: list(due) }, { lang: 'nb' });
    expect(await firstRow(element)).to.match(/1 295,50 kr|kr 1 295,50/);
    expect(await firstRow(element)).to.contain('24. des. 2026');
  });

  it('are written in the language around the shadow tree that the element is in', async () => {
    const host = await fixture(html`<div lang="sv"></div>`);
    const parent = host.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    parent.append(inner);
    const { element } = await scene({ [get]: list(due) }, {}, { parent: inner });
    expect(await firstRow(element)).to.contain(day('2026-12-24', 'sv'));
  });

  for (const lang of ['', 'no such language', 'x']) {
    it(`are shown whatever lang is: "${lang}"`, async () => {
      const { element } = await scene({ [get]: list(due) }, { lang });
      expect(row(element, 'Invoice 7')).to.contain(day('2026-12-24'));
    });
  }

  it('of a reminder are days in Oslo', async () => {
    const { element } = await scene({
      [get]: json({
        reminders: [
          { invoiceNumber: 9, amount: 49, reminderDate: 1560333600000, dueDate: 1561716000000 },
        ],
      }),
    });
    expect(row(element, 'invoice 9')).to.contain(`${day('2019-06-12')} · Due ${day('2019-06-28')}`);
    expect(row(element, 'invoice 9')).to.contain(money(49));
  });
});

describe('the document', () => {
  for (const url of ['https://invoice.example/1', 'http://mediaconnect.no/invoice/view/<id>']) {
    it(`is a link to ${url}`, async () => {
      const { element } = await scene({
        [get]: list(invoice({ invoiceNumber: '7', invoiceHotelUrl: url })),
      });
      const anchor = element.shadowRoot?.querySelector('a');
      expect(anchor?.href).to.equal(new URL(url).href);
      expect(anchor?.target).to.equal('_blank');
      expect(anchor?.rel).to.equal('noopener noreferrer');
      expect(anchor?.textContent).to.equal(english('invoices.document'));
    });
  }

  for (const url of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)//https://x',
    'data:text/html,<script>alert(1)</script>',
    'java\nscript:alert(1)',
    'vbscript:x',
    'ftp://invoice.example/1',
    '/invoice/1',
    'x\nhttps://invoice.example',
    '',
    7,
    null,
  ]) {
    it(`is no link when the address is ${JSON.stringify(url)}`, async () => {
      const { element } = await scene({
        [get]: json({
          invoices: [invoice({ invoiceNumber: '7', invoiceHotelUrl: url })],
          reminders: [{ invoiceNumber: 9, invoiceHotelUrl: url }],
        }),
      });
      expect(rows(element)).to.have.length(2);
      expect(element.shadowRoot?.querySelector('a')?.href).to.equal(undefined);
    });
  }
});

describe('a reminder', () => {
  const reminder = { invoiceNumber: 1001, reminderNumber: 2, amount: 65, dueDate: '2026-11-10' };

  it('stands in the row of its invoice', async () => {
    const { element, events } = await scene({
      [get]: json({ invoices: [unpaid], reminders: [reminder] }),
    });
    expect(rows(element)).to.have.length(1);
    expect(row(element, 'Invoice 1001')).to.contain(
      `Reminder 2 · ${money(65)} · Due ${day('2026-11-10')}`,
    );
    expect(events[0]?.[1]).to.include({ count: 1 });
    expect(element.invoices[0]?.reminders).to.have.length(1);
  });

  it('without its invoice stands alone, below, and cannot be paid', async () => {
    const { element } = await scene({
      [get]: json({ invoices: [paid], reminders: [{ ...reminder, invoiceNumber: '9' }] }),
    });
    expect(names(element)).to.deep.equal(['Invoice 1001', 'Reminder 2']);
    expect(row(element, 'Reminder 2 of invoice 9')).to.contain(money(65));
    expect(buttons(element)).to.have.length(0);
  });
});

describe('two hundred invoices', () => {
  it('are twenty rows, then all of them after the button', async () => {
    const { element, events } = await scene({ [get]: list(...many(200)) });
    expect(events[0]?.[1]).to.include({ count: 200 });
    expect(rows(element)).to.have.length(20);
    expect(button(element, 'invoices.all').textContent.trim()).to.equal('Show all 200 invoices');
    button(element, 'invoices.all').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(200);
    expect(new Set(names(element)).size).to.equal(200);
    expect(offered(element)).to.not.include('invoices.all');
  });

  it('are a sane number of nodes', async () => {
    const { element } = await scene({ [get]: list(...many(200)) });
    const count = () => element.shadowRoot?.querySelectorAll('*').length;
    expect(count()).to.be.below(20 * 12);
    expect(button(element, 'invoices.all').textContent.trim()).to.equal('Show all 200 invoices');
    button(element, 'invoices.all').click();
    await element.updateComplete;
    expect(count()).to.be.below(200 * 12);
    expect(payments(element)).to.have.length(0);
  });

  it('are all shown after they are read again, and twenty when they are others', async () => {
    const { element, server } = await scene({ [get]: list(...many(200)) });
    expect(button(element, 'invoices.all').textContent.trim()).to.equal('Show all 200 invoices');
    button(element, 'invoices.all').click();
    await element.reload();
    await element.updateComplete;
    expect(rows(element)).to.have.length(200);
    server.answer(`${get}?unpaid=true`, list(...many(30)));
    element.unpaid = true;
    await once(element, 'connect-load');
    await element.updateComplete;
    expect(rows(element)).to.have.length(20);
  });

  for (const count of [20, 21]) {
    it(`need a button, but ${count} ${count > 20 ? 'need one too' : 'need none'}`, async () => {
      const { element } = await scene({ [get]: list(...many(count)) });
      const all = offered(element).filter((key) => key === 'invoices.all');
      expect(all).to.have.length(count > 20 ? 1 : 0);
    });
  }
});

describe('Pay', () => {
  it('opens the payment of its invoice in place, with what it needs', async () => {
    const { element, server } = await scene(undefined, {
      country: 'se',
      'login-url': '/login',
      'return-url': '/back',
      'error-url': '/sorry',
      'result-param': 'utfall',
      target: '_top',
    });
    const payment = await open(element);
    expect(payment.closest('[part=item]') === rows(element)[0]).to.equal(true);
    expect(payment).to.include({
      invoiceNumber: '1001',
      productCode: 'DN',
      companyCode: 'AM',
      amount: '295.00',
      apiUrl: apiBase,
      clientId: 'site',
      country: 'se',
      loginUrl: '/login',
      returnUrl: '/back',
      errorUrl: '/sorry',
      resultParam: 'utfall',
      target: '_top',
    });
    expect(shown(payment)).to.contain('SEK 295.00');
    expect(choices(payment)).to.deep.equal(['Card', 'Swish', 'Vipps', 'Card, through Nexi']);
    expect(server.count()).to.equal(1);
  });

  it('moves the focus into the choice, and shows no second heading', async () => {
    const { element } = await scene();
    const payment = await open(element);
    await until(() => payment.shadowRoot?.activeElement, 'the focus has moved');
    expect(payment.shadowRoot?.activeElement === radios(payment)[0]).to.equal(true);
    expect(payment.shadowRoot?.querySelector('h2')?.checkVisibility()).to.equal(false);
  });

  it('sends one request with the own company and product of the invoice, and leaves once', async () => {
    const other = invoice({ invoiceNumber: 1002, companyCode: 'OTHER', product: 'DN2' });
    const { element, server, navigations, events } = await scene({
      [get]: list(unpaid, { ...other, dueDate: '2026-12-02' }),
      [post]: created,
    });
    const payment = await open(element, 1);
    const press = button(payment, 'pay-invoice.action');
    for (let n = 0; n < 7; n++) press.click();
    await until(() => navigations.length, 'it has left');
    await settled();
    expect(server.count(post)).to.equal(1);
    expect(server.sent.at(-1)?.body).to.deep.equal({
      invoiceNumber: '1002',
      productCode: 'DN2',
      companyCode: 'OTHER',
      paymentMethod: 'creditcardPayex',
    });
    expect(navigations).to.have.length(1);
    expect(told(events, 'connect-submit')).to.deep.equal([
      {
        flow: 'pay-invoice',
        paymentMethod: 'creditcardPayex',
        invoiceNumber: '1002',
        productCode: 'DN2',
      },
    ]);
    expect(told(events, 'connect-transaction')).to.have.length(1);
    expect(told(events, 'connect-redirect')).to.have.length(1);
  });

  it('takes the product of the list when the invoice names none', async () => {
    const { element } = await scene({ [get]: list(invoice({ invoiceNumber: '7', product: '' })) });
    expect((await open(element)).productCode).to.equal('DN');
  });

  it('asks for what is left of an invoice of which a part is paid, once', async () => {
    const partly = invoice({ invoiceNumber: '7', paidAmount: '45,10' });
    const { element, server } = await scene({ [get]: list(partly), [post]: created });
    const payment = await open(element);
    expect(payment.amount).to.equal('249.90');
    button(payment, 'pay-invoice.action').click();
    await until(() => server.count(post), 'it is sent');
  });

  for (const amounts of [
    { invoiceAmount: undefined, amount: undefined },
    { invoiceAmount: 'x', amount: 'y' },
    { invoiceAmount: '100', amount: 345, paidAmount: 100 },
  ]) {
    it(`shows no amount when there is none: ${JSON.stringify(amounts)}`, async () => {
      const { element } = await scene({ [get]: list(invoice({ invoiceNumber: '7', ...amounts })) });
      const payment = await open(element);
      expect(payment.amount).to.equal(undefined);
      expect(shown(payment)).to.not.match(/NaN|NOK/);
    });
  }

  it('is closed by Close, and can be opened again', async () => {
    const { element, server } = await scene();
    await open(element);
    button(element, 'invoices.close').click();
    await element.updateComplete;
    expect(payments(element)).to.have.length(0);
    expect(offered(element)).to.deep.equal(['invoices.pay']);
    await open(element);
    expect(payments(element)).to.have.length(1);
    expect(server.count()).to.equal(1);
  });

  it('has the focus again after Close', async () => {
    const { element } = await scene();
    await open(element);
    button(element, 'invoices.close').focus();
    button(element, 'invoices.close').click();
    await settled();
    expect(element.shadowRoot?.activeElement === button(element, 'invoices.pay')).to.equal(true);
  });

  it('opens one at a time', async () => {
    const { element } = await scene({ [get]: list(unpaid, invoice({ invoiceNumber: '1002' })) });
    await open(element);
    const second = await open(element);
    expect(payments(element)).to.have.length(1);
    expect(payments(element)[0] === second).to.equal(true);
    expect(second.invoiceNumber).to.equal('1002');
    expect(offered(element).sort()).to.deep.equal(['invoices.close', 'invoices.pay']);
  });

  it('tells two invoices with the same number apart by their company', async () => {
    const { element } = await scene({
      [get]: list(unpaid, invoice({ invoiceNumber: '1001', companyCode: 'BM' })),
    });
    const payment = await open(element, 1);
    expect(payment.companyCode).to.equal('BM');
    expect(payment.closest('[part=item]') === rows(element)[1]).to.equal(true);
    expect(offered(element)).to.deep.equal(['invoices.pay', 'invoices.close']);
  });

  const notPayable: [string, object][] = [
    ['without a company', { companyCode: undefined }],
    ['with an empty company', { companyCode: '' }],
    ['that is paid', { paidAmount: 295 }],
    ['that is overpaid', { paidAmount: '300.00' }],
    ['that is a credit note', { invoiceAmount: '-295.00', amount: -295 }],
    ['of nought', { invoiceAmount: '0.00', amount: 0 }],
    ['of an unread amount of which something is paid', { invoiceAmount: '1,295', paidAmount: 5 }],
  ];
  for (const [name, fields] of notPayable) {
    it(`is not offered for an invoice ${name}`, async () => {
      const { element } = await scene({ [get]: list(invoice({ invoiceNumber: '7', ...fields })) });
      expect(buttons(element)).to.have.length(0);
      expect(row(element, 'Invoice 7')).to.not.contain('false');
    });
  }

  it('is offered again when the list is read and the invoice is still not paid', async () => {
    const { element } = await scene();
    await open(element);
    await element.reload();
    await element.updateComplete;
    expect(payments(element)).to.have.length(1);
  });
});

describe('the token', () => {
  const pay = async (element: ConnectInvoices) => {
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await once(payment, 'connect-redirect');
  };
  const authorizations = (sent: { headers: Headers }[]) =>
    sent.map(({ headers }) => headers.get('Authorization'));

  it("of the element's own pays too, and stands in no attribute", async () => {
    const { element, server } = await scene();
    await pay(element);
    expect(authorizations(server.sent)).to.deep.equal([
      'Bearer t0ken',
      'Bearer t0ken',
      'Bearer t0ken',
    ]);
    expect(element.shadowRoot?.innerHTML).to.not.contain('t0ken');
    expect(element.outerHTML).to.not.contain('t0ken');
  });

  it('of the connect-config around it pays too', async () => {
    const parent = await fixture(
      html`<connect-config
        api-url=${apiBase}
        client-id="site"
        token="from-config"
      ></connect-config>`,
    );
    const bare = { 'api-url': undefined, 'client-id': undefined, token: undefined };
    const { element, server } = await scene(undefined, bare, { parent });
    await pay(element);
    expect(authorizations(server.sent)).to.deep.equal([
      'Bearer from-config',
      'Bearer from-config',
      'Bearer from-config',
    ]);
  });

  it('of a provider pays too, and is asked for once', async () => {
    let asked = 0;
    const parent = await fixture(
      html`<connect-config
        .tokenProvider=${() => `issued${++asked}`}
        api-url=${apiBase}
        client-id="site"
      ></connect-config>`,
    );
    const bare = { 'api-url': undefined, 'client-id': undefined, token: undefined };
    const { element, server } = await scene(undefined, bare, { parent });
    await pay(element);
    expect(authorizations(server.sent)).to.deep.equal([
      'Bearer issued1',
      'Bearer issued1',
      'Bearer issued1',
    ]);
  });

  it('of an element inside a config with another server is its own', async () => {
    const parent = await fixture(
      html`<connect-config
        api-url="https://other.example"
        client-id="site"
        token="from-config"
      ></connect-config>`,
    );
    const { element, server } = await scene(undefined, {}, { parent });
    await pay(element);
    expect(authorizations(server.sent)).to.deep.equal([
      'Bearer t0ken',
      'Bearer t0ken',
      'Bearer t0ken',
    ]);
    expect(server.sent.every(({ url }) => url.startsWith(apiBase))).to.equal(true);
  });

  it('that changes while a payment is open pays too', async () => {
    const { element, server } = await scene();
    const payment = await open(element);
    element.token = 'newer';
    element.clientId = 'other';
    await element.updateComplete;
    // Nobody knows whose it is before the list has been read.
    expect(payment.isConnected).to.equal(false);
    await until(() => payment.isConnected && payment.matches(':state(ready)'), 'it is there again');
    button(payment, 'pay-invoice.action').click();
    const { detail } = await once(payment, 'connect-redirect');
    expect(authorizations(server.sent)).to.deep.equal([
      'Bearer t0ken',
      // The list, which may be another reader's now; then the payment.
      'Bearer newer',
      'Bearer newer',
      'Bearer newer',
    ]);
    expect(new URL(detail.url).searchParams.get('clientId')).to.equal('other');
  });

  it('lets return-origins of the config lead the payment back', async () => {
    const parent = await fixture(
      html`<connect-config return-origins="https://shop.example"></connect-config>`,
    );
    const { element } = await scene(
      undefined,
      { 'return-url': 'https://shop.example/x' },
      { parent },
    );
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    const { detail } = await once(payment, 'connect-redirect');
    expect(new URL(detail.url).searchParams.get('returnUrl')).to.contain('https://shop.example/x');
  });
});

describe('a payment in place', () => {
  /** Leaves with the payment of a row and comes back to the same page. */
  async function leaveAndReturn(element: ConnectInvoices, index = 0) {
    const payment = await open(element, index);
    button(payment, 'pay-invoice.action').click();
    await once(payment, 'connect-redirect');
    await payment.updateComplete;
    const confirmed = once(element, 'connect-confirmed');
    comeBack();
    const { detail } = await confirmed;
    return { payment, detail };
  }

  it('that is paid by now is confirmed, the list is read again and the row says Paid', async () => {
    const { element, server } = await scene({
      [get]: [list(unpaid), list(unpaid), list(paid)],
      [post]: created,
    });
    const { payment, detail } = await leaveAndReturn(element);
    expect(detail).to.deep.equal({ flow: 'pay-invoice', transactionId: 42, confirmed: true });
    await until(() => row(element, 'Invoice 1001').includes('Paid'), 'the row says Paid');
    // Shown, before the payment, after it, the list of a page that is seen again, and what is confirmed.
    expect(server.count(get)).to.equal(5);
    expect(messages(payment)).to.include('pay-invoice.registered');
    expect(server.count(post)).to.equal(1);
  });

  it('goes on where the list is taken out and put back while its request is under way', async () => {
    const answer = held(created);
    const { element, server } = await scene({ [get]: list(unpaid), [post]: answer.reply });
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await until(() => server.count(post), 'it is asked for');
    const place = element.parentElement;
    element.remove();
    await settled();
    place?.append(element);
    await until(() => payment.isConnected, 'it is shown again');
    await settled();
    const left = once(payment, 'connect-redirect');
    answer.release();
    await left;
    expect(server.count(post)).to.equal(1);
  });

  it('goes on with a press where the list is put back some promises later', async () => {
    const read = held(list(unpaid));
    const { element, server } = await scene({
      [get]: [list(unpaid), read.reply, list(unpaid)],
      [post]: created,
    });
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await until(() => server.count(get) === 2, 'the server is read');
    const place = element.parentElement;
    element.remove();
    for (let round = 0; round < 8; round++) await Promise.resolve();
    place?.append(element);
    const left = once(payment, 'connect-redirect');
    read.release();
    await left;
    expect(server.count(post)).to.equal(1);
    expect(payment.isConnected).to.equal(true);
  });

  it('is shown to nobody whose list does not have its invoice, where it was taken out meanwhile', async () => {
    const answer = held(created);
    const other = { ...unpaid, invoiceNumber: '2002' };
    const { element, server } = await scene({
      [get]: [list(unpaid), list(unpaid), list(other)],
      [post]: answer.reply,
    });
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await until(() => server.count(post), 'it is asked for');
    const place = element.parentElement;
    element.remove();
    await settled();
    place?.append(element);
    await until(() => rows(element).length, 'the list is read');
    await settled();
    expect(payment.isConnected).to.equal(false);
    expect(shown(element)).not.to.include('1001');
    answer.release();
  });

  it('that is not paid leaves the list as it is', async () => {
    const { element, server } = await scene();
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await once(payment, 'connect-redirect');
    await payment.updateComplete;
    comeBack();
    await until(() => messages(payment).includes('pay-invoice.open.title'), 'it is looked into');
    await until(() => server.count(get) === 4, 'it has been looked into');
    await settled();
    // Shown, before the payment, after it, and the list of a page that is seen again.
    expect(server.count(get)).to.equal(4);
    expect(row(element, 'Invoice 1001')).to.not.contain('Paid');
  });

  const only = { [`${get}?unpaid=true`]: [list(unpaid, invoice({ invoiceNumber: '1002' }))] };

  it('stays in a list of what is unpaid until the reader moves on', async () => {
    const { element, server } = await scene(
      { ...only, [get]: [list(unpaid), list(paid)], [post]: created },
      { unpaid: '' },
    );
    server.answer(`${get}?unpaid=true`, list(invoice({ invoiceNumber: '1002' })));
    const { payment } = await leaveAndReturn(element);
    await until(() => names(element).length === 2 && row(element, 'Invoice 1001').includes('Paid'));
    await settled();
    expect(element.invoices).to.have.length(1);
    expect(payments(element)).to.have.length(1);
    expect(payments(element)[0] === payment).to.equal(true);
    expect(messages(payment)).to.include('pay-invoice.registered');
    button(element, 'invoices.close').click();
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['Invoice 1002']);
  });

  it('stays in a list of what is unpaid, also when it was the only one', async () => {
    const { element, server } = await scene(
      { [`${get}?unpaid=true`]: list(unpaid), [get]: [list(unpaid), list(paid)], [post]: created },
      { unpaid: '' },
    );
    server.answer(`${get}?unpaid=true`, list());
    const { payment } = await leaveAndReturn(element);
    await until(() => server.count(`${get}?unpaid=true`) === 2, 'the list is read again');
    await until(() => row(element, 'Invoice 1001').includes('Paid'), 'it is paid');
    await settled();
    expect(names(element)).to.deep.equal(['Invoice 1001']);
    expect(messages(payment)).to.include('pay-invoice.registered');
    button(element, 'invoices.close').click();
    await element.updateComplete;
    expect(rows(element)).to.have.length(0);
    expect(element.matches(':state(empty)')).to.equal(true);
  });

  it('is shown as paid, however many others are more urgent', async () => {
    const others = many(30, { paidAmount: 295, invoiceDate: '2026-11-10' });
    const { element } = await scene({
      [get]: [list(unpaid, ...others), list(unpaid, ...others), list(paid, ...others)],
      [post]: created,
    });
    const { payment } = await leaveAndReturn(element);
    await until(() => row(element, 'Invoice 1001').includes('Paid'), 'it is paid');
    expect(payments(element)).to.have.length(1);
    expect(payments(element)[0] === payment).to.equal(true);
  });

  it('that is in doubt and paid after all is shown as paid in its row', async () => {
    const { element } = await scene({
      [get]: [list(unpaid), list(unpaid), list(paid)],
      [post]: networkError,
    });
    const payment = await open(element);
    button(payment, 'pay-invoice.action').click();
    await until(() => messages(payment).includes('pay-invoice.registered'), 'it is told as paid');
    await until(() => row(element, 'Invoice 1001').includes('Paid'), 'it is paid');
  });
});

describe('a payment that came back', () => {
  const about: Transaction = {
    flow: 'pay-invoice',
    transactionId: 42,
    paymentMethod: 'nexi',
    productCode: 'DN',
    invoiceNumber: '1001',
  };
  const ids = { flow: 'pay-invoice', transactionId: 42 };
  const queryOf = (place: 'return' | 'error', more: Partial<Transaction> = {}) => {
    const url = new URL('https://site.example/');
    return `&${new URL(returnAddress(url.href, place, { ...about, ...more })).search.slice(1)}`;
  };
  const ours = queryOf('return');
  const outcomes = [
    ['finished', `${ours}&status=finished`],
    ['cancelled', `${ours}&status=cancelled`],
    ['failed', `${ours}&status=failed`],
    ['unknown', `${ours}&status=unknown`],
    ['unknown', ours],
    ['initiated', `${ours}&status=initiated`],
    ['error', queryOf('error')],
  ] as const;

  for (const [outcome, query] of outcomes) {
    it(`as ${outcome} (${query.slice(-16)}) is told once above the list, which stays`, async () => {
      const { element, events, address } = await scene({ [get]: list(unpaid) }, {}, { query });
      await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
      await settled();
      expect(told(events, 'connect-outcome')).to.deep.equal([{ ...ids, outcome, verified: false }]);
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
      expect(told(events, 'connect-load')).to.have.length(1);
      expect(address()).to.equal('https://site.example/invoices?tab=2#top');
      expect(messages(element)).to.deep.equal([`pay-invoice.unconfirmed.${outcome}.title`]);
      const about = { number: '1001' };
      const body = english(`pay-invoice.unconfirmed.${outcome}.body`, about);
      expect(shown(element)).to.match(new RegExp(`${body}.*Invoice 1001`));
      expect(row(element, 'Invoice 1001')).to.not.contain('Paid');
      await element.reload();
      await settled();
      expect(told(events, 'connect-outcome')).to.have.length(1);
    });

    it(`as ${outcome} (${query.slice(-16)}) is a fact when the server says paid`, async () => {
      const { element, events, server } = await scene({ [get]: list(paid) }, {}, { query });
      await until(() => server.count(get) === 3, 'the list is read again');
      await until(() => rows(element).length, 'it is shown');
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
      expect(shown(element)).to.contain(
        `${english('pay-invoice.registered', { number: '1001' })} ${receipt(42, '1001')}`,
      );
      expect(row(element, 'Invoice 1001')).to.contain('Paid');
      expect(server.count()).to.be.below(4);
    });
  }

  it('is counted down above the list', async () => {
    useStore();
    useAddress(`https://site.example/?${ours.slice(1)}&status=initiated`);
    useServer({ [get]: list(unpaid) });
    usePlatform({ wait: () => new Promise(() => {}) });
    const element = await fixture<ConnectInvoices>(
      html`<connect-invoices
        product-code="DN"
        api-url=${apiBase}
        token="t0ken"
      ></connect-invoices>`,
    );
    await until(() => shown(element).includes(pausing('pay-invoice', 2)), 'it counts');
    await until(() => rows(element).length, 'the list is shown');
    expect(shown(element)).to.match(
      new RegExp(
        `${english('pay-invoice.outcome.initiated.title')}.*Invoice 1001.*${english('invoices.pay')}`,
      ),
    );
  });

  /** One that nobody has answered for yet. */
  async function lookedInto(status = 'initiated', answer = list(paid)) {
    const late = held(answer);
    const table = { [get]: [list(unpaid), late.reply], [`${get}?unpaid=true`]: list(unpaid) };
    const made = await scene(table, {}, { query: `${ours}&status=${status}` });
    await until(() => made.server.count(get) === 2, 'the server is asked');
    return { ...made, late };
  }

  it('goes on being looked into when the list has another filter', async () => {
    const { element, events, server } = await lookedInto();
    server.answer(get, list(paid));
    element.unpaid = true;
    await until(() => told(events, 'connect-confirmed').length, 'it is confirmed');
    await settled();
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(messages(element)).to.include('pay-invoice.registered');
  });

  it('is taken up by the list that stands in the place of the one which told it', async () => {
    const { element, events, server } = await lookedInto();
    server.answer(get, list(paid));
    const next = document.createElement('connect-invoices');
    for (const [name, value] of Object.entries(complete)) next.setAttribute(name, value);
    element.replaceWith(next);
    await until(() => told(events, 'connect-confirmed').length, 'it is confirmed');
    await settled();
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(messages(next)).to.include('pay-invoice.registered');
  });

  for (const [status, answer] of [
    ['finished', list(paid)],
    ['cancelled', list(unpaid)],
  ] as const) {
    it(`as ${status} is not told again by another filter once the server has answered`, async () => {
      const { element, events, late } = await lookedInto(status, answer);
      late.release();
      await until(() => told(events, 'connect-confirmed').length, 'it is confirmed');
      const loads = told(events, 'connect-load').length;
      element.unpaid = true;
      await until(() => told(events, 'connect-load').length > loads, 'the list is read again');
      await settled();
      expect(told(events, 'connect-confirmed')).to.have.length(1);
      expect(told(events, 'connect-outcome')).to.have.length(1);
      expect(messages(element)).to.not.include('pay-invoice.outcome.cancelled.title');
      expect(messages(element)).to.not.include('pay-invoice.registered');
    });
  }

  it('makes the row say Paid as soon as the server does', async () => {
    const { element, events, server } = await scene(
      { [get]: [list(unpaid), list(unpaid), list(paid)] },
      {},
      { query: `${ours}&status=initiated` },
    );
    await until(() => shown(element).includes('Paid'), 'the list is read again');
    expect(row(element, 'Invoice 1001')).to.contain('Paid');
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    expect(server.count(post)).to.equal(0);
  });

  it('is asked of all invoices, also when only the unpaid are listed', async () => {
    const { element, events } = await scene(
      { [get]: list(paid), [`${get}?unpaid=true`]: list() },
      { unpaid: '' },
      { query: `${ours}&status=finished` },
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await settled();
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    expect(messages(element)).to.include('pay-invoice.registered');
  });

  for (const [name, more] of [
    ['another product', { productCode: 'XX' }],
    ['a change of method', { flow: 'change-method', invoiceNumber: '' }],
    ['an agreement', { flow: 'add-agreement', invoiceNumber: '', known: '-' }],
  ] as const) {
    it(`about ${name} is told, since nobody else does, but not shown`, async () => {
      const query = `${queryOf('return', more)}&status=finished`;
      const { element, events, address, server } = await scene(
        { [get]: list(unpaid) },
        {},
        { query },
      );
      await settled();
      const flow = 'flow' in more ? more.flow : 'pay-invoice';
      expect(told(events, 'connect-outcome')).to.deep.equal([
        { flow, transactionId: 42, outcome: 'finished', verified: false },
      ]);
      expect(told(events, 'connect-confirmed')).to.deep.equal([]);
      expect(address()).to.equal('https://site.example/invoices?tab=2#top');
      expect(messages(element)).to.not.include('pay-invoice.outcome.finished.title');
      expect(rows(element)).to.have.length(1);
      expect(server.count()).to.equal(1);
    });
  }

  /** On a page of several elements: the events once the server has been asked, and which of them show a text. */
  async function among(status: string, table: Record<string, Reply>, elements: TemplateResult) {
    useStore();
    useWaits();
    useAddress(`https://site.example/?${ours.slice(1)}&status=${status}`);
    useServer(table);
    const events = useEvents();
    const root = await fixture(
      html`<connect-config api-url=${apiBase} token="t" client-id="site"
        >${elements}</connect-config
      >`,
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await settled();
    const tellers = (key: TextKey) =>
      [...root.children].filter((one) => messages(one).includes(key)).map((one) => one.localName);
    return { events, tellers };
  }

  it('is told by the element that pays this invoice, where the page has one', async () => {
    const { events, tellers } = await among(
      'cancelled',
      { [get]: list(unpaid) },
      html`<connect-invoices product-code="DN"></connect-invoices>
        <connect-pay-invoice
          invoice-number="1001"
          product-code="DN"
          company-code="AM"
        ></connect-pay-invoice>`,
    );
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(tellers('pay-invoice.unconfirmed.cancelled.title')).to.deep.equal([
      'connect-pay-invoice',
    ]);
  });

  const others = {
    'pays another invoice': html`<connect-pay-invoice
      invoice-number="2002"
      product-code="DN"
      company-code="AM"
    ></connect-pay-invoice>`,
    'shows the methods': html`<connect-payment-methods
      product-code="DN"
    ></connect-payment-methods>`,
  };
  for (const [does, other] of Object.entries(others)) {
    for (const isFirst of [true, false]) {
      const where = isFirst ? 'before' : 'after';
      it(`is shown by the list and told once, with an element ${where} it that ${does}`, async () => {
        const { events, tellers } = await among(
          'finished',
          {
            [get]: list(paid),
            'GET /v1/product/payment/DN': json({ paymentMethodResponseItems: [] }),
          },
          html`${isFirst ? other : ''}
            <connect-invoices product-code="DN"></connect-invoices>
            ${isFirst ? '' : other}`,
        );
        expect(told(events, 'connect-outcome')).to.have.length(1);
        expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
        expect(tellers('pay-invoice.registered')).to.deep.equal(['connect-invoices']);
      });
    }
  }

  it('is shown by connect-outcome alone, though the list comes before it and another element has told it', async () => {
    const { events, tellers } = await among(
      'finished',
      { [get]: list(paid) },
      html`${others['pays another invoice']}
        <connect-invoices product-code="DN"></connect-invoices>
        <connect-outcome></connect-outcome>`,
    );
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(told(events, 'connect-confirmed')).to.have.length(1);
    expect(tellers('pay-invoice.registered')).to.deep.equal(['connect-outcome']);
  });

  it('that cannot be read is told as an error, and the list stays', async () => {
    const { element, events } = await scene(
      { [get]: list(unpaid) },
      {},
      { query: '&connect=pay-invoice~return~x&status=finished' },
    );
    await settled();
    expect(told(events, 'connect-outcome')).to.deep.equal([]);
    expect(told(events, 'connect-error')).to.have.length(1);
    expect(told(events, 'connect-error')[0]).to.include({ code: 'invalid-response' });
    expect(rows(element)).to.have.length(1);
  });

  it('is not told again below the list when its row is opened, and makes no second payment', async () => {
    const { element, events, server } = await scene(
      { [get]: list(unpaid), [post]: created },
      {},
      { query: `${ours}&status=finished` },
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await element.updateComplete;
    const payment = await open(element);
    await payment.pay();
    await settled();
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(server.count(post)).to.equal(0);
  });
});

describe('another list', () => {
  it('starts anew, closes what is open and drops the late answer', async () => {
    const late = held(list(unpaid));
    const { element, server, events } = await scene();
    const payment = await open(element);
    server.answer(get, late.reply);
    const again = element.reload();
    await until(() => server.count(get) === 2, 'it is asked for');
    server.answer('GET /v1/customer/invoice/payment/XX', list(invoice({ invoiceNumber: '5' })));
    element.productCode = 'XX';
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    late.release();
    await again;
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await settled();
    expect(names(element)).to.deep.equal(['Invoice 5']);
    expect(payment.isConnected).to.equal(false);
    expect(
      told(events, 'connect-load').filter(
        (one) => one && typeof one === 'object' && 'flow' in one && one.flow === 'invoices',
      ),
    ).to.have.length(2);
    expect(server.sent[1]?.init.signal?.aborted).to.equal(true);
  });

  it('is not begun when equal values are set', async () => {
    const { element, server } = await scene();
    Object.assign(element, { productCode: 'DN', unpaid: undefined, token: 't0ken' });
    await element.updateComplete;
    await settled();
    expect(server.count()).to.equal(1);
  });

  it('is not read for what is confirmed elsewhere once the element is gone', async () => {
    const { element, server } = await scene();
    const detail = { flow: 'pay-invoice', transactionId: 42, confirmed: true };
    const tell = () => document.dispatchEvent(new CustomEvent('connect-confirmed', { detail }));
    tell();
    await until(() => server.count(get) === 2, 'it is read');
    element.remove();
    await settled();
    tell();
    await settled();
    expect(server.count(get)).to.equal(2);
  });

  it('is no longer read when the element is gone', async () => {
    const late = held(list(unpaid));
    const { element, server, events } = await scene();
    server.answer(get, late.reply);
    const again = element.reload();
    await until(() => server.count(get) === 2, 'it is asked for');
    element.remove();
    await again;
    late.release();
    await settled();
    expect(server.sent[1]?.init.signal?.aborted).to.equal(true);
    expect(told(events, 'connect-load')).to.have.length(1);
  });
});

describe('no invoice', () => {
  for (const reply of [list(), json({}), json({ invoices: null, reminders: null })]) {
    it('is said to be none', async () => {
      const { element, events } = await scene({ [get]: reply });
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(rows(element)).to.have.length(0);
      expect(events).to.deep.equal([['connect-load', { flow: 'invoices', count: 0 }]]);
      expect(element.shadowRoot?.querySelector('slot[name=empty]')).to.not.equal(null);
    });
  }
});

describe('invoices that cannot be read', () => {
  const failures: [string, Reply, Record<string, unknown>][] = [
    ['a network error', networkError, { code: 'network', retryable: true }],
    ['500', json({}, 500), { code: 'server', status: 500, retryable: true }],
    ['404', json({}, 404), { code: 'bad-request', status: 404, retryable: false }],
    ['401', json({}, 401), { code: 'unauthorized', status: 401, retryable: false }],
    ['HTML', page(), { code: 'invalid-response', retryable: false }],
    ['a list that is none', json({ invoices: {} }), { code: 'invalid-response', retryable: false }],
  ];
  for (const [name, reply, detail] of failures) {
    it(`because of ${name} are told as an error, with a way to try again`, async () => {
      const { element, server, events } = await scene({ [get]: reply });
      expect(events).to.have.length(1);
      expect(told(events, 'connect-error')[0]).to.include({ flow: 'invoices', ...detail });
      expect(messages(element)).to.deep.equal([`invoices.load.error.${String(detail['code'])}`]);
      server.answer(get, list(unpaid));
      button(element, 'shared.try-again').click();
      await until(() => element.matches(':state(ready)'), 'it is ready');
      expect(names(element)).to.deep.equal(['Invoice 1001']);
    });
  }

  it('say nothing in the console', async () => {
    const warnings = useWarnings();
    await scene({ [get]: json({}, 500) });
    expect(warnings).to.deep.equal([]);
  });
});

describe('a screen reader', () => {
  it('can read the list, and a payment that is open in it', async () => {
    const { element } = await scene({
      [get]: json({
        invoices: [unpaid, invoice({ invoiceNumber: '2', paidAmount: 295 })],
        reminders: [{ invoiceNumber: 1001, reminderNumber: 1 }, { invoiceNumber: 9 }],
      }),
    });
    await expect(element).to.be.accessible();
    await open(element);
    await expect(element).to.be.accessible();
  });
});
