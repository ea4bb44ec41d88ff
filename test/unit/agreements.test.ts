import { expect, fixture, html } from '@open-wc/testing';
import { signedOut } from '../../src/index.js';
import {
  decodeAgreements,
  fingerprints,
  type Agreement,
  type AgreementProvider,
} from '../../src/api/connect/agreements.js';
import { ConnectError } from '../../src/api/errors.js';
import type { ConnectErrorCode } from '../../src/api/errors.js';
import type { ConnectAgreements } from '../../src/elements/agreements.js';
import { agreementAddition } from '../../src/flow/agreement-addition.js';
import { throughPage } from '../support/page-world.js';
import { english, receipt } from './english.js';
import {
  apiBase,
  button,
  buttons,
  held,
  json,
  offered,
  labels,
  networkError,
  once,
  page,
  rateLimited,
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
  xml,
  type Reply,
  messages,
} from './support.js';

const today = Date.UTC(2026, 10, 21, 12);
const created = json({ success: true, transactionId: 42 });
const done = json({ success: true });

interface Row {
  provider: AgreementProvider;
  path: string;
  /** The list's name. */
  key: string;
  method: string;
  item: Record<string, unknown>;
  reference: string;
  added: Record<string, unknown>;
  redirect: string;
  removed: Record<string, unknown>;
  label: string;
}

/** What the four providers ask for, by the reference; items of Klarna and Nexi are assumed. */
const table: Row[] = [
  {
    provider: 'vipps',
    path: '/v1/customer/payment/vipps/agreement',
    key: 'recurringAgreements',
    method: 'recurringVippsPayment',
    item: { agreementRef: 'abcd-efgh', paymentProviderId: 55, productCode: 'DN' },
    reference: 'abcd-efgh',
    added: { productCode: 'DN' },
    redirect: '/payment/vipps/agreement/add',
    removed: { agreementRef: 'abcd-efgh', paymentProviderId: 55 },
    label: 'Vipps',
  },
  {
    provider: 'payex',
    path: '/v1/api/payment/payex/token',
    key: 'paymentRecurrenceTokens',
    method: 'recurringPayExCardPayment',
    item: {
      recurrenceToken: '4v8nwodhfja',
      paymentProviderId: 11,
      merchantId: '45723589',
      productCode: 'DN',
      maskedCardNumber: 'xxxx-xxxxxx-x2348',
      expirationMonth: '12',
      expirationYear: '28',
      cardTypeName: 'VISA',
    },
    reference: '4v8nwodhfja',
    added: { tokenType: 'card', productCode: 'DN' },
    redirect: '/payment/payex/token/add',
    removed: { recurrenceToken: '4v8nwodhfja', paymentProviderId: '11' },
    label: 'VISA •••• 2348',
  },
  {
    provider: 'klarna',
    path: '/v1/customer/payment/klarna/token',
    key: 'recurringTokens',
    method: 'recurringKlarnaPayment',
    item: { recurrenceToken: 'klarna-ref', paymentProviderId: 7, productCode: 'DN' },
    reference: 'klarna-ref',
    added: { productCode: 'DN' },
    redirect: '/payment/klarna/token/add',
    removed: { recurrenceToken: 'klarna-ref', paymentProviderId: 7 },
    label: 'Klarna',
  },
  {
    provider: 'nexi',
    path: '/v1/api/payment/nexi/subscription',
    key: 'subscriptions',
    method: 'recurringNexiPayment',
    item: { subscriptionId: 'nexi-ref', paymentProviderId: '9', productCode: 'DN' },
    reference: 'nexi-ref',
    added: { productCode: 'DN' },
    redirect: '/payment/nexi/subscription/add',
    removed: { subscriptionId: 'nexi-ref', paymentProviderId: '9' },
    label: 'Card, through Nexi',
  },
];

function rowOf(provider: AgreementProvider): Row {
  const found = table.find((row) => row.provider === provider);
  if (!found) throw new Error(provider);
  return found;
}

const vipps = rowOf('vipps');
const payex = rowOf('payex');
const get = `GET ${vipps.path}`;
const post = `POST ${vipps.path}`;
const patch = `PATCH ${vipps.path}`;
const agreement = (agreementRef: string, productCode = 'DN') => ({
  agreementRef,
  paymentProviderId: 55,
  productCode,
});
const list = (...recurringAgreements: unknown[]) => json({ recurringAgreements });
const none = list();

const empty: Agreement = {
  provider: 'vipps',
  reference: '',
  referenceField: '',
  paymentProviderId: undefined,
  productCode: '',
  merchantId: '',
  maskedCardNumber: '',
  cardTypeName: '',
  expirationMonth: '',
  expirationYear: '',
};

/** The element, once it has loaded or failed. */
async function scene(
  replies: Record<string, Reply | Reply[]> = { [get]: list(vipps.item) },
  attributes: Record<string, string | undefined> = {},
  address = 'https://site.example/account?tab=2#saved',
) {
  useStore();
  useWaits();
  usePlatform({ now: () => today });
  const where = useAddress(address);
  const server = useServer(replies);
  const events = useEvents();
  const navigations = useNavigation();
  const element = document.createElement('connect-agreements');
  const all = {
    'product-code': 'DN',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) {
    if (value != null) element.setAttribute(name, value);
  }
  (await fixture(html`<div></div>`)).append(element);
  await until(() => events.some(([type]) => /load|error/.test(type)), 'it has loaded');
  await element.updateComplete;
  return { element, server, events, navigations, where };
}

const told = (events: [string, unknown][], type: string) =>
  events.filter(([name]) => name === type).map(([, detail]) => detail);

const says = offered;

const rows = (element: ConnectAgreements) => [
  ...(element.shadowRoot?.querySelectorAll('[part=item]') ?? []),
];

const focused = (element: ConnectAgreements) => element.shadowRoot?.activeElement;

/** Presses Remove of the first row and confirms it. */
async function confirmRemoval(element: ConnectAgreements) {
  button(element, 'agreements.remove').click();
  await element.updateComplete;
  button(element, 'agreements.remove.yes').click();
}

function first(element: ConnectAgreements): Agreement {
  const [one] = element.agreements;
  if (!one) throw new Error('no agreement');
  return one;
}

/** Adds one and gives the address that the login server sends the browser back to. */
async function leave(row: Row, replies: Reply, attributes: Record<string, string> = {}) {
  const { element, navigations } = await scene(
    { [`GET ${row.path}`]: replies, [`POST ${row.path}`]: created },
    { provider: row.provider, ...attributes },
  );
  await element.add();
  element.remove();
  await settled();
  const url = new URL(navigations[0]?.url ?? '');
  return {
    url,
    back: url.searchParams.get('returnUrl') ?? '',
    failed: url.searchParams.get('errorUrl') ?? '',
  };
}

/** The same, with an outcome in the address's query. */
function withOutcome(address: string, outcome: string): string {
  const url = new URL(address);
  if (outcome) url.searchParams.append('status', outcome);
  return url.href;
}

describe('a list of agreements', () => {
  for (const { provider, key, item, reference } of table) {
    it(`of ${provider} is read, every field`, () => {
      const [field = ''] = Object.keys(item);
      const rest = Object.fromEntries(Object.entries(item).slice(1));
      expect(decodeAgreements({ [key]: [item] }, key, provider)).to.deep.equal([
        { ...empty, provider, reference, referenceField: field, ...rest },
      ]);
    });

    it(`of ${provider} may be absent, null or empty`, () => {
      for (const body of [{}, { [key]: null }, { [key]: [] }]) {
        expect(decodeAgreements(body, key, provider)).to.deep.equal([]);
      }
    });

    it(`of ${provider} keeps an item that says nothing, and leaves out what is no item`, () => {
      expect(decodeAgreements({ [key]: [null, {}, 'x', []] }, key, provider)).to.deep.equal([
        { ...empty, provider },
      ]);
    });

    const invalid = [null, [], 'x', { [key]: {} }, { [key]: 'x' }, { [key]: [null, 'x', 7] }];
    for (const body of [...invalid, { agreements: [{}] }, { data: { [key]: [{}] } }]) {
      it(`of ${provider} is an invalid response when it is ${JSON.stringify(body)}`, () => {
        expect(() => decodeAgreements(body, key, provider))
          .to.throw(ConnectError)
          .with.property('code', 'invalid-response');
      });
    }
  }

  it('takes numbers as texts, but for the id of the provider', () => {
    const [one] = decodeAgreements(
      { subscriptions: [{ subscriptionId: 7, paymentProviderId: 9, expirationMonth: 1 }] },
      'subscriptions',
      'nexi',
    );
    expect(one).to.include({ reference: '7', paymentProviderId: 9, expirationMonth: '1' });
  });
});

describe('fingerprints', () => {
  const read = (...items: object[]) => decodeAgreements({ list: items }, 'list', 'payex');

  it('tell agreements apart, are the same for the same, and fit into an address', () => {
    const items = Array.from({ length: 500 }, (_, n) => ({ recurrenceToken: `t${n}` }));
    const made = fingerprints(read(...items), 'DN');
    expect(new Set(made).size).to.equal(500);
    expect(fingerprints(read(...items), 'DN')).to.deep.equal(made);
    expect(made.every((one) => /^[a-z0-9]{1,7}$/.test(one))).to.equal(true);
  });

  it('are those of the product, and of agreements that name none', () => {
    const items = [{ productCode: 'DN' }, { productCode: 'XX' }, { recurrenceToken: 'a' }];
    expect(fingerprints(read(...items), 'DN')).to.have.length(2);
  });

  it('go by the reference alone, so that what else is listed of an agreement may change', () => {
    const [old] = fingerprints(read({ recurrenceToken: 'a', expirationYear: '28' }), 'DN');
    const [renewed] = fingerprints(read({ recurrenceToken: 'a', expirationYear: '31' }), 'DN');
    expect(renewed).to.equal(old);
  });

  it('go by all that is listed of an agreement without a reference', () => {
    const items = [{ expirationYear: '28' }, { expirationYear: '31' }];
    expect(new Set(fingerprints(read(...items), 'DN')).size).to.equal(2);
  });

  it('stay the same in later versions, since a payer may come back to a newer one', () => {
    expect(fingerprints(read({ recurrenceToken: '4v8nwodhfja' }), 'DN')).to.deep.equal(['iwunyh']);
  });
});

describe('an addition', () => {
  it('is not taken for registered when nobody knows what was listed before', async () => {
    useServer({ [get]: list(vipps.item) });
    const { look } = agreementAddition('recurringVippsPayment');
    const access = { id: 'addition', token: () => Promise.resolve('t0ken') };
    const finding = await look(
      { url: apiBase, access, ...throughPage },
      {
        flow: 'add-agreement',
        paymentMethod: 'recurringVippsPayment',
        productCode: 'DN',
        invoiceNumber: '',
      },
      { signal: new AbortController().signal },
    );
    expect(finding).to.deep.equal({ is: 'open' });
  });
});

describe('listing', () => {
  for (const { provider, path, key, item, label, reference } of table) {
    it(`asks ${provider}'s address, and tells how many there are`, async () => {
      const { element, server, events } = await scene(
        { [`GET ${path}`]: json({ [key]: [item] }) },
        { provider },
      );
      expect(server.sent.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
        `GET ${path}`,
      ]);
      expect(server.sent[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
      expect(events).to.deep.equal([['connect-load', { flow: 'agreements', count: 1 }]]);
      expect(labels(element)[0]).to.contain(label);
      expect(first(element)).to.include({ provider, reference, productCode: 'DN' });
      expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
    });
  }

  it('asks Vipps when no provider is named', async () => {
    const { server } = await scene();
    expect(server.sent[0]?.path).to.equal(vipps.path);
  });

  it('asks Vipps when the attribute is empty, as a template leaves it', async () => {
    const { server } = await scene({ [get]: list(vipps.item) }, { provider: '' });
    expect(server.sent[0]?.path).to.equal(vipps.path);
  });

  for (const provider of ['paypal', 'Vipps', 'constructor', '__proto__', 'vipps payex']) {
    it(`asks nobody, and names provider, when it is "${provider}"`, async () => {
      const warnings = useWarnings();
      const { element, server, events, navigations } = await scene({}, { provider });
      expect(events).to.have.length(1);
      expect(told(events, 'connect-error')[0]).to.include({
        flow: 'agreements',
        code: 'config',
        retryable: false,
        message: 'provider: expected vipps, payex, klarna, nexi',
      });
      expect(warnings).to.have.length(1);
      expect(messages(element)).to.include('agreements.load.error.config');
      await element.add();
      expect(server.count()).to.equal(0);
      expect(navigations).to.have.length(0);
    });
  }

  const wrong: [string, Record<string, string | undefined>][] = [
    ['product-code', { 'product-code': '1234567890123' }],
    ['product-code', { 'product-code': 'A~B' }],
    ['client-id', { 'client-id': undefined }],
    ['return-url', { 'return-url': 'https://evil.example/' }],
    ['country', { country: 'dk' }],
    ['token', { token: undefined }],
  ];
  for (const [name, attributes] of wrong) {
    it(`asks nobody, and names ${name}, with ${JSON.stringify(attributes)}`, async () => {
      useWarnings();
      const { server, events } = await scene({}, attributes);
      expect(JSON.stringify(told(events, 'connect-error'))).to.contain(`"message":"${name}: `);
      expect(server.count()).to.equal(0);
    });
  }

  it('shows those of all products, and adds none, with an empty product-code as without one', async () => {
    const both = list(agreement('mine'), agreement('other', 'XX'));
    const { element } = await scene({ [get]: both }, { 'product-code': '' });
    expect(element.agreements).to.have.length(2);
    expect(says(element)).not.to.include('add-agreement.action');
  });

  it('shows those of the product, and those that name none', async () => {
    const { element, events } = await scene({
      [get]: list(agreement('mine'), agreement('other', 'XX'), { agreementRef: 'any' }),
    });
    expect(element.agreements.map(({ reference }) => reference)).to.deep.equal(['mine', 'any']);
    expect(rows(element)).to.have.length(2);
    expect(events[0]?.[1]).to.include({ count: 2 });
  });

  it('shows those of all products without a product, says which, and offers no Add', async () => {
    const { element, server, events } = await scene(
      { [get]: list(agreement('mine'), agreement('other', 'XX')) },
      { 'product-code': undefined, 'client-id': undefined },
    );
    expect(events[0]?.[1]).to.include({ count: 2 });
    expect(labels(element)[1]).to.match(/Vipps\s*XX\s*other/);
    expect(says(element)).to.deep.equal(['agreements.remove', 'agreements.remove']);
    await element.add();
    expect(server.count()).to.equal(1);
  });

  it('shows texts, never markup', async () => {
    const { element } = await scene({ [get]: list(agreement('<img src=x onerror=alert(1)>')) });
    expect(element.shadowRoot?.querySelector('img')?.src).to.equal(undefined);
    expect(shown(element)).to.contain('<img src=x onerror=alert(1)>');
  });

  it('shows no token of a card', async () => {
    const { element } = await scene(
      { [`GET ${payex.path}`]: json({ [payex.key]: [payex.item] }) },
      { provider: 'payex' },
    );
    expect(element.shadowRoot?.innerHTML).to.not.contain(payex.reference);
  });

  it('offers no Remove for what has no reference', async () => {
    const { element } = await scene({ [get]: list({ productCode: 'DN', paymentProviderId: 5 }) });
    expect(says(element)).to.deep.equal(['add-agreement.action']);
    expect(shown(element)).to.not.match(/false|undefined/);
  });

  it('says that there is none, and offers Add', async () => {
    const { element, events } = await scene({ [get]: none });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(says(element)).to.deep.equal(['add-agreement.action']);
    expect(events).to.deep.equal([['connect-load', { flow: 'agreements', count: 0 }]]);
  });

  const failures: [string, Reply, Record<string, unknown>][] = [
    ['a network error', networkError, { code: 'network', retryable: true }],
    ['500', json({}, 500), { code: 'server', status: 500, retryable: true }],
    ['404', json({}, 404), { code: 'bad-request', status: 404, retryable: false }],
    ['HTML', page(), { code: 'invalid-response', retryable: false }],
    ['XML', xml(), { code: 'invalid-response', retryable: false }],
    ['items that are none', list(null), { code: 'invalid-response', retryable: false }],
  ];
  for (const [name, reply, detail] of failures) {
    it(`that fails because of ${name} is told, offers no Add, and can be tried again`, async () => {
      const { element, server, events } = await scene({ [get]: reply });
      expect(events).to.have.length(1);
      expect(told(events, 'connect-error')[0]).to.include({ flow: 'agreements', ...detail });
      expect(messages(element)).to.deep.equal([`agreements.load.error.${String(detail['code'])}`]);
      expect(says(element)).to.deep.equal(['shared.try-again']);
      server.answer(get, list(vipps.item));
      button(element, 'shared.try-again').click();
      await until(() => element.matches(':state(ready)'), 'it is ready');
      expect(rows(element)).to.have.length(1);
    });
  }

  it('starts anew with another provider, and drops the late answer', async () => {
    const late = held(list(vipps.item));
    const { element, server, events } = await scene();
    server.answer(get, late.reply);
    const again = element.reload();
    await until(() => server.count(get) === 2, 'it is asked for');
    server.answer(`GET ${payex.path}`, json({ [payex.key]: [payex.item] }));
    element.provider = 'payex';
    await element.updateComplete;
    expect(element.matches(':state(loading)')).to.equal(true);
    late.release();
    await again;
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await settled();
    expect(element.agreements.map(({ provider }) => provider)).to.deep.equal(['payex']);
    expect(told(events, 'connect-load')).to.have.length(2);
    expect(server.sent[1]?.init.signal?.aborted).to.equal(true);
  });
});

describe("a card's expiry", () => {
  const end = (month: number) => Date.UTC(2026, month, 1);
  const cards: [string, string, string, number, string, string][] = [
    ['years ago', '12', '18', today, 'Expires 12/18', english('agreements.expired')],
    ['last month', '10', '26', today, 'Expires 10/26', english('agreements.expired')],
    ['this month', '11', '26', today, 'Expires 11/26', english('agreements.expires.soon')],
    [
      'this month, on its last day',
      '11',
      '26',
      end(11) - 1,
      'Expires 11/26',
      english('agreements.expires.soon'),
    ],
    [
      'last month, on the first day after',
      '11',
      '26',
      end(11),
      'Expires 11/26',
      english('agreements.expired'),
    ],
    [
      'in 60 days',
      '01',
      '27',
      Date.UTC(2026, 11, 3),
      'Expires 01/27',
      english('agreements.expires.soon'),
    ],
    ['in 61 days', '01', '27', Date.UTC(2026, 11, 2), 'Expires 01/27', ''],
    ['in years', '12', '34', today, 'Expires 12/34', ''],
    [
      'at the end of a year',
      '12',
      '26',
      today,
      'Expires 12/26',
      english('agreements.expires.soon'),
    ],
    ['written short', '1', '28', today, 'Expires 01/28', ''],
    ['with a year of four digits', '06', '2028', today, 'Expires 06/28', ''],
    ['with a year of one digit', '06', '8', today, 'Expires 06/8', english('agreements.expired')],
    ['in the year 0', '06', '00', today, 'Expires 06/00', english('agreements.expired')],
  ];
  for (const [name, expirationMonth, expirationYear, now, line, badge] of cards) {
    it(`${name} says "${line}" and "${badge}"`, async () => {
      const item = { ...payex.item, expirationMonth, expirationYear };
      const { element } = await scene(
        { [`GET ${payex.path}`]: json({ [payex.key]: [item] }) },
        { provider: 'payex' },
      );
      usePlatform({ now: () => now });
      element.requestUpdate();
      await element.updateComplete;
      const [row] = rows(element);
      expect(row?.textContent).to.contain(line);
      expect(row?.querySelector('i')?.textContent ?? '').to.equal(badge);
      expect(row?.querySelector('i')?.className ?? '').to.equal(
        badge === english('agreements.expired') ? 'danger' : '',
      );
    });
  }

  for (const [expirationMonth, expirationYear] of [
    ['', ''],
    ['12', ''],
    ['', '28'],
    ['0', '28'],
    ['13', '28'],
    ['xx', '28'],
    ['12', 'xx'],
    ['101', '28'],
    ['12', '2x'],
    ['-1', '28'],
    [null, null],
    [{}, []],
  ] as const) {
    it(`is not told when it is ${JSON.stringify([expirationMonth, expirationYear])}`, async () => {
      const item = { ...payex.item, expirationMonth, expirationYear };
      const { element } = await scene(
        { [`GET ${payex.path}`]: json({ [payex.key]: [item] }) },
        { provider: 'payex' },
      );
      expect(shown(element)).to.not.match(/Expire|NaN/);
      expect(rows(element)).to.have.length(1);
    });
  }

  for (const [cardTypeName, maskedCardNumber, label] of [
    ['VISA', 'xxxx-xxxxxx-x2348', 'VISA •••• 2348'],
    ['', 'xxxx-xxxxxx-x2348', 'Card •••• 2348'],
    ['VISA', '', 'VISA'],
    [null, null, 'Card'],
    ['VISA', '************1111', 'VISA •••• 1111'],
  ] as const) {
    it(`stands below "${label}"`, async () => {
      const item = { ...payex.item, cardTypeName, maskedCardNumber };
      const { element } = await scene(
        { [`GET ${payex.path}`]: json({ [payex.key]: [item] }) },
        { provider: 'payex' },
      );
      const said = labels(element)[0]?.replace(/\s+/g, ' ').trim();
      expect(said).to.equal(`${label}Expires 12/28`);
    });
  }

  it('stands below what the API fills up with white space', async () => {
    const padded = { maskedCardNumber: '4925 **** 2348  ', cardTypeName: 'VISA ' };
    const day = { expirationMonth: ' 1', expirationYear: '29 ', productCode: 'DN          ' };
    const { element } = await scene(
      { [`GET ${payex.path}`]: json({ [payex.key]: [{ ...payex.item, ...padded, ...day }] }) },
      { provider: 'payex' },
    );
    const said = labels(element)[0]?.replace(/\s+/g, ' ').trim();
    expect(said).to.equal('VISA •••• 2348Expires 01/29');
    expect(element.agreements[0]?.productCode).to.equal('DN');
  });
});

describe('adding', () => {
  for (const row of table) {
    const { provider, path, key, item, method, added, redirect, reference } = row;

    it(`asks ${provider} once, however often it is pressed, and leaves once`, async () => {
      const { element, server, navigations, events } = await scene(
        { [`GET ${path}`]: json({ [key]: [item] }), [`POST ${path}`]: created },
        { provider },
      );
      const press = button(element, 'add-agreement.action');
      for (let n = 0; n < 7; n++) press.click();
      await element.add();
      await until(() => navigations.length, 'it has left');
      await settled();
      expect(server.count(`POST ${path}`)).to.equal(1);
      expect(server.writes.at(-1)?.body).to.deep.equal(added);
      expect(navigations).to.have.length(1);
      const about = { flow: 'add-agreement', paymentMethod: method };
      expect(events.slice(1)).to.deep.equal([
        ['connect-submit', { ...about, productCode: 'DN' }],
        ['connect-transaction', { ...about, transactionId: 42 }],
        [
          'connect-redirect',
          { flow: 'add-agreement', transactionId: 42, url: navigations[0]?.url },
        ],
      ]);
      expect(element.matches(':state(redirecting)')).to.equal(true);
      expect(rows(element)).to.have.length(1);
      expect(says(element)).to.deep.equal([]);
    });

    it(`leaves for ${provider}'s address with exactly what it asks for, and no reference`, async () => {
      const { url, back, failed } = await leave(row, json({ [key]: [item] }));
      expect(url.origin + url.pathname).to.equal(`https://connectid.no/user${redirect}`);
      expect(Object.keys(Object.fromEntries(url.searchParams))).to.deep.equal([
        'clientId',
        'returnUrl',
        'errorUrl',
        'transactionId',
      ]);
      expect(url.searchParams.get('clientId')).to.equal('site');
      expect(url.searchParams.get('transactionId')).to.equal('42');
      for (const [place, address] of Object.entries({ return: back, error: failed })) {
        const way = new URL(address);
        const claim = way.searchParams.get('connect');
        expect(claim).to.match(
          new RegExp(`^add-agreement~${place}~42~${method}~DN~~[a-z0-9]{1,7}~end\\d$`),
        );
        way.searchParams.delete('connect');
        expect(way.href).to.equal('https://site.example/account?tab=2#saved');
      }
      expect(decodeURIComponent(url.href)).to.not.contain(reference);
      expect(decodeURIComponent(url.href)).to.not.contain('t0ken');
    });
  }

  it('for the first time leaves with a mark that there was none', async () => {
    const { back } = await leave(vipps, none);
    expect(new URL(back).searchParams.get('connect')).to.match(/~-~end\d$/);
  });

  it('sends nothing when connect-submit is prevented, and can be pressed again', async () => {
    const { element, server } = await scene({ [get]: none, [post]: created });
    element.addEventListener('connect-submit', (event) => event.preventDefault(), { once: true });
    await element.add();
    expect(server.count(post)).to.equal(0);
    await element.updateComplete;
    expect(says(element)).to.deep.equal(['add-agreement.action']);
    await element.add();
    expect(server.count(post)).to.equal(1);
  });

  it('does not navigate when connect-redirect is prevented', async () => {
    const { element, server, navigations } = await scene({ [get]: none, [post]: created });
    element.addEventListener('connect-redirect', (event) => event.preventDefault());
    await element.add();
    expect(server.count(post)).to.equal(1);
    expect(navigations).to.have.length(0);
  });

  it('that is declined is told, and the list and Add stay', async () => {
    const { element, events, navigations } = await scene({
      [get]: list(vipps.item),
      [post]: json({ success: false }),
    });
    await element.add();
    await element.updateComplete;
    expect(told(events, 'connect-error')[0]).to.include({ flow: 'agreements', code: 'declined' });
    expect(messages(element)).to.include('add-agreement.error.declined.title');
    expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
    expect(navigations).to.have.length(0);
  });

  it('in doubt reads the server before Add is offered again', async () => {
    const again = held(none);
    const { element, server, events } = await scene({ [get]: none, [post]: networkError });
    server.answer(get, none, again.reply);
    await element.add();
    await until(() => server.count(get) === 3, 'the server is read');
    await element.updateComplete;
    expect(told(events, 'connect-error')[0]).to.include({ code: 'in-doubt' });
    expect(says(element)).to.deep.equal([]);
    await element.add();
    again.release();
    await until(() => says(element).includes('add-agreement.action'), 'it can be tried again');
    expect(server.count(post)).to.equal(1);
  });

  it('offers to continue what was left open, also when a removal has taken that offer away', async () => {
    const listed = list(vipps.item);
    const { element, server } = await scene({
      // Shown, before it was added, and twice when the page is seen again.
      [get]: [listed, listed, listed, listed, none],
      [post]: json({ success: true, transactionId: 42 }),
      [patch]: json({ success: true }),
    });
    await element.add();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => says(element).includes('add-agreement.continue'), 'it offers to continue');
    await element.remove(first(element));
    await until(() => messages(element).includes('agreements.removed.title'), 'it is removed');
    await element.add();
    await until(
      () => says(element).includes('add-agreement.continue'),
      'it offers to continue again',
    );
    expect(server.count(post)).to.equal(1);
  });

  it('in doubt that went through is listed, and another can be added', async () => {
    const { element } = await scene({
      [get]: [none, none, list(vipps.item)],
      [post]: networkError,
    });
    await element.add();
    await until(
      () => messages(element).includes('add-agreement.registered'),
      'it is told as saved',
    );
    await settled();
    expect(rows(element)).to.have.length(1);
    expect(says(element)).to.include('add-agreement.action');
  });
});

describe('the question before a removal', () => {
  const question = async (
    items: Reply,
    attributes: Record<string, string | undefined> = {},
  ): Promise<string> => {
    const { element } = await scene({ [get]: items }, attributes);
    button(element, 'agreements.remove').click();
    await element.updateComplete;
    return shown(element);
  };

  it('asks once more, and says what happens then, where it is what the product in view is paid with', async () => {
    const said = await question(list(vipps.item));
    expect(said).to.contain('This subscription is paid with it, and with no other.');
  });

  it('does not say so where there is another, or no product is in view', async () => {
    const both = await question(list(vipps.item, agreement('b')));
    const all = await question(list(vipps.item), { 'product-code': undefined });
    for (const said of [both, all]) {
      expect(said).to.contain('Remove this agreement?');
      expect(said).to.not.contain('with no other');
    }
  });
});

describe('coming back from adding', () => {
  const ids = { flow: 'add-agreement', transactionId: 42 };
  const outcomes = ['finished', 'cancelled', 'failed', 'unknown', 'initiated', 'error'] as const;

  for (const row of table) {
    const { provider, path, key, item } = row;
    const before = json({ [key]: [item] });
    const [field = ''] = Object.keys(item);
    const after = json({ [key]: [item, { ...item, [field]: 'something-new' }] });

    for (const outcome of outcomes) {
      it(`to ${provider} as ${outcome} is confirmed when something new is listed`, async () => {
        const { back, failed } = await leave(row, before);
        const address = outcome === 'error' ? failed : withOutcome(back, outcome);
        const { element, events, where } = await scene(
          { [`GET ${path}`]: after },
          { provider },
          address,
        );
        await until(
          () => told(events, 'connect-confirmed').length && told(events, 'connect-load').length,
          'the list is read again',
        );
        await element.updateComplete;
        expect(told(events, 'connect-outcome')).to.deep.equal([
          { ...ids, outcome, verified: false },
        ]);
        expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
        expect(where()).to.equal('https://site.example/account?tab=2#saved');
        expect(shown(element)).to.contain(
          `${english('add-agreement.registered')} ${receipt(42, '')}`,
        );
        expect(rows(element)).to.have.length(2);
        expect(says(element)).to.include('add-agreement.action');
      });
    }
  }

  for (const outcome of outcomes) {
    const isOver = outcome === 'cancelled' || outcome === 'failed';

    it(`as ${outcome} is not confirmed by an older agreement for the same product`, async () => {
      const { back, failed } = await leave(vipps, list(vipps.item));
      const address = outcome === 'error' ? failed : withOutcome(back, outcome);
      const { element, events, server } = await scene(undefined, {}, address);
      await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
      await settled();
      expect(told(events, 'connect-outcome')).to.deep.equal([{ ...ids, outcome, verified: false }]);
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
      expect(messages(element)).to.deep.equal([`add-agreement.unconfirmed.${outcome}.title`]);
      const body = english(`add-agreement.unconfirmed.${outcome}.body`);
      expect(shown(element)).to.match(new RegExp(`${body}.*Vipps`));
      // Add only when nothing came of the last one.
      expect(says(element).includes('add-agreement.action')).to.equal(isOver);
      if (!isOver) await element.add();
      expect(server.count(post)).to.equal(0);
    });
  }

  it('is not looked for once it was removed again, though the element is placed anew', async () => {
    const { back } = await leave(vipps, none);
    const { element, events, server } = await scene(
      { [get]: list(vipps.item), [patch]: done },
      {},
      withOutcome(back, 'finished'),
    );
    await until(
      () => told(events, 'connect-confirmed').length && told(events, 'connect-load').length,
      'the list is read again',
    );
    server.answer(get, none);
    await element.remove(element.agreements[0]);
    const { parentElement: parent } = element;
    element.remove();
    await settled();
    Object.assign(element, { token: 't0ken' });
    const asked = server.count(get);
    parent?.append(element);
    await until(() => server.count(get) > asked, 'the list is read again');
    await settled();
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    expect(says(element)).to.deep.equal(['add-agreement.action']);
  });

  it('stays in the address, by which a reload asks about it, when an older one is removed, with storage="none" too', async () => {
    const storage = { storage: 'none' };
    const { back } = await leave(vipps, list(vipps.item), storage);
    const { element, events, where } = await scene(
      { [get]: list(vipps.item), [patch]: done },
      storage,
      withOutcome(back, 'finished'),
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await element.remove(first(element));
    expect(told(events, 'connect-removed')).to.have.length(1);
    expect(where()).to.contain('connect=add-agreement~told-finished~42~');
    await settled();
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
    // What the page remembers instead is gone with the page.
    signedOut();
  });

  it('offers the same to other products that have agreements of their own, and to no other', async () => {
    const others = [agreement('b', 'CO2'), agreement('c', 'CO2'), agreement('d', 'CO3')];
    const { back } = await leave(vipps, list(vipps.item, ...others));
    const { element, events, server, navigations } = await scene(
      { [get]: list(vipps.item, agreement('new'), ...others), [post]: created },
      {},
      withOutcome(back, 'finished'),
    );
    await until(() => messages(element).includes('agreements.others.title'), 'it is offered');
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    const offers = buttons(element).filter((one) => one.dataset['key'] === 'agreements.others.add');
    expect(offers.map((one) => one.textContent.trim())).to.deep.equal([
      'Add for CO2',
      'Add for CO3',
    ]);
    offers[0]?.click();
    await until(() => navigations.length, 'it has left');
    expect(server.writes.map(({ body }) => body)).to.deep.equal([{ productCode: 'CO2' }]);
    expect(navigations[0]?.url).to.contain('CO2');
  });

  it('offers nothing to others that have none, or before the server has confirmed it', async () => {
    const { back } = await leave(vipps, list(vipps.item));
    const confirmed = await scene(
      { [get]: list(vipps.item, agreement('new')) },
      {},
      withOutcome(back, 'finished'),
    );
    await until(() => told(confirmed.events, 'connect-confirmed').length, 'it is confirmed');
    await settled();
    expect(messages(confirmed.element)).to.not.include('agreements.others.title');
    const others = list(vipps.item, agreement('b', 'CO2'));
    const open = await scene({ [get]: others }, {}, withOutcome(back, 'cancelled'));
    await until(() => told(open.events, 'connect-confirmed').length, 'it is not confirmed');
    await settled();
    expect(messages(open.element)).to.not.include('agreements.others.title');
  });

  it('to another product than the one in view is told all the same', async () => {
    const { back } = await leave(vipps, list(vipps.item));
    const { element, events } = await scene(
      { [get]: list(vipps.item, agreement('new')) },
      { 'product-code': 'CO2' },
      withOutcome(back, 'finished'),
    );
    await until(() => messages(element).includes('add-agreement.registered'), 'it is told');
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    // It is the product of which one comes back that has something new, and none of the others.
    expect(messages(element)).to.not.include('agreements.others.title');
  });

  it('is not confirmed when there are fewer than before, or one for another product', async () => {
    const { back } = await leave(vipps, list(agreement('a'), agreement('b')));
    const { events } = await scene(
      { [get]: list(agreement('b'), agreement('c', 'XX')) },
      {},
      withOutcome(back, 'finished'),
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
  });

  it('is confirmed when the first one is listed', async () => {
    const { back } = await leave(vipps, none);
    const { events } = await scene(undefined, {}, withOutcome(back, 'finished'));
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
  });

  it('offers no Add while the outcome is unknown, and Add after one starts over', async () => {
    const { back } = await leave(vipps, none);
    const { element, events, server } = await scene({ [get]: none, [post]: created }, {}, back);
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await element.updateComplete;
    expect(says(element)).to.deep.equal(['add-agreement.check-again', 'add-agreement.start-over']);
    button(element, 'add-agreement.start-over').click();
    await element.updateComplete;
    expect(messages(element)).to.include('add-agreement.ask.start-over.title');
    button(element, 'add-agreement.start-over.yes').click();
    await element.updateComplete;
    expect(says(element)).to.deep.equal(['add-agreement.action']);
    await element.add();
    expect(server.count(post)).to.equal(1);
  });

  it('offers no Add while the server is asked, whatever else on the page is confirmed', async () => {
    const { back } = await leave(vipps, none);
    const answer = held(none);
    const { element, server } = await scene({ [get]: [none, answer.reply] }, {}, back);
    await until(() => server.count(get) === 2, 'the server is asked');
    element.requestUpdate();
    await element.updateComplete;
    expect(says(element)).to.not.include('add-agreement.action');
    const detail = { flow: 'pay-invoice', transactionId: 1, confirmed: true } as const;
    document.body.dispatchEvent(new CustomEvent('connect-confirmed', { detail, bubbles: true }));
    element.requestUpdate();
    await element.updateComplete;
    await settled();
    expect(says(element)).to.not.include('add-agreement.action');
    expect(server.count(get)).to.equal(2);
    answer.release();
  });

  it('is told by the element of the right provider and product only', async () => {
    const { back } = await leave(payex, json({}));
    useStore();
    useWaits();
    useAddress(withOutcome(back, 'finished'));
    useServer({
      [get]: list(vipps.item),
      [`GET ${payex.path}`]: json({ [payex.key]: [payex.item] }),
    });
    const events = useEvents();
    const root = await fixture(
      html`<connect-config api-url=${apiBase} token="t" client-id="site">
        <connect-agreements id="vipps" product-code="DN"></connect-agreements>
        <connect-agreements id="other" provider="payex" product-code="XX"></connect-agreements>
        <connect-agreements id="all" provider="payex"></connect-agreements>
        <connect-agreements id="right" provider="payex" product-code="DN"></connect-agreements>
      </connect-config>`,
    );
    await until(() => told(events, 'connect-confirmed').length, 'the server is asked');
    await settled();
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
    const tellers = [...root.children].filter((one) =>
      messages(one).includes('add-agreement.registered'),
    );
    expect(tellers.map(({ id }) => id)).to.deep.equal(['right']);
  });

  it('is told by an element without a product too, since nobody else does', async () => {
    const { back } = await leave(vipps, none);
    const { events, where } = await scene(
      undefined,
      { 'product-code': undefined },
      withOutcome(back, 'finished'),
    );
    await settled();
    expect(told(events, 'connect-outcome')).to.have.length(1);
    expect(where()).to.equal('https://site.example/account?tab=2#saved');
  });

  it('from the back/forward cache offers to continue the same, and no second one', async () => {
    const { element, server, navigations } = await scene({ [get]: none, [post]: created });
    await element.add();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => says(element).includes('add-agreement.continue'), 'it offers to continue');
    expect(says(element)).to.deep.equal(['add-agreement.continue', 'add-agreement.start-over']);
    button(element, 'add-agreement.continue').click();
    await until(() => navigations.length === 2, 'it has left again');
    expect(navigations[1]?.url).to.equal(navigations[0]?.url);
    expect(server.count(post)).to.equal(1);
  });

  it('offers no Add while the next one is looked into, though the last one was confirmed', async () => {
    const { back } = await leave(vipps, none);
    const { element, events, server } = await scene(
      { [get]: list(vipps.item), [post]: json({ success: true, transactionId: 43 }) },
      {},
      withOutcome(back, 'finished'),
    );
    await until(
      () => told(events, 'connect-confirmed').length && told(events, 'connect-load').length,
      'the list is read again',
    );
    await element.updateComplete;
    await element.add();
    const again = held(list(vipps.item));
    server.answer(get, again.reply);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => !element.matches(':state(redirecting)'), 'it is back');
    expect(says(element)).to.not.include('add-agreement.action');
    again.release();
    await settled();
  });
});

describe('removing', () => {
  for (const { provider, path, key, item, removed } of table) {
    it(`sends what ${provider} asks for, and the row goes when the server has said so`, async () => {
      const answer = held(done);
      const { element, server, events } = await scene(
        { [`GET ${path}`]: [json({ [key]: [item] }), json({ [key]: [] })] },
        { provider },
      );
      server.answer(`PATCH ${path}`, answer.reply);
      const gone = first(element);
      await confirmRemoval(element);
      await element.updateComplete;
      expect(server.sent.at(-1)).to.include({ method: 'PATCH', path });
      expect(server.sent.at(-1)?.body).to.deep.equal(removed);
      expect(told(events, 'connect-remove')).to.deep.equal([
        { flow: 'agreements', agreement: gone },
      ]);
      expect(rows(element)).to.have.length(1);
      expect(says(element)).to.deep.equal([]);
      expect(element.matches(':state(submitting)')).to.equal(true);
      expect(shown(element)).to.not.contain('false');
      answer.release();
      await until(
        () => messages(element).includes('agreements.removed.title'),
        'it is told as removed',
      );
      expect(rows(element)).to.have.length(0);
      expect(told(events, 'connect-removed')).to.deep.equal([
        { flow: 'agreements', agreement: gone },
      ]);
      expect(told(events, 'connect-error')).to.deep.equal([]);
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(says(element)).to.deep.equal(['add-agreement.action']);
      expect(focused(element)?.getAttribute('part')).to.equal('message');
    });
  }

  it('writes the id of the provider as each asks for it, however it is listed', async () => {
    for (const [row, listed, sent] of [
      [vipps, '55', 55],
      [payex, '11', '11'],
      [rowOf('klarna'), '7', '7'],
      [rowOf('nexi'), 9, 9],
    ] as const) {
      const { provider, path, key, item } = row;
      const { element, server } = await scene(
        {
          [`GET ${path}`]: json({ [key]: [{ ...item, paymentProviderId: listed }] }),
          [`PATCH ${path}`]: done,
        },
        { provider },
      );
      await element.remove(first(element));
      const { body } = server.sent.find(({ method }) => method === 'PATCH') ?? {};
      expect(body).to.deep.include({ paymentProviderId: sent });
      element.remove();
    }
  });

  it('asks once, in place, and takes the focus to the question and back', async () => {
    const { element, server, events } = await scene({
      [get]: list(agreement('a'), agreement('b')),
    });
    const second = buttons(element).filter(
      ({ textContent }) => textContent === english('agreements.remove'),
    )[1];
    second?.click();
    await settled();
    const question = rows(element)[1]?.querySelector('[part=message]');
    expect(question?.textContent).to.contain(english('agreements.remove.ask.title'));
    expect(question?.textContent).to.contain(english('agreements.remove.ask.body'));
    expect(focused(element) === question).to.equal(true);
    expect(rows(element)[0]?.querySelector('[part=message]')?.textContent).to.equal(undefined);
    button(element, 'agreements.remove.no').click();
    await settled();
    expect(messages(element)).to.not.include('agreements.remove.ask.title');
    expect(focused(element)?.textContent).to.equal(english('agreements.remove'));
    expect(focused(element)?.closest('[part=item]') === rows(element)[1]).to.equal(true);
    expect(server.count()).to.equal(1);
    expect(told(events, 'connect-remove')).to.deep.equal([]);
  });

  it('goes on asking when the list is read again meanwhile', async () => {
    const { element } = await scene({ [get]: list(agreement('a'), agreement('b')) });
    button(element, 'agreements.remove').click();
    await settled();
    await element.reload();
    await settled();
    expect(says(element)).to.include('agreements.remove.yes');
  });

  it('asks about one at a time', async () => {
    const { element } = await scene({ [get]: list(agreement('a'), agreement('b')) });
    for (let n = 0; n < 2; n++) {
      button(element, 'agreements.remove').click();
      await settled();
    }
    expect(says(element).filter((key) => key === 'agreements.remove.yes')).to.have.length(1);
  });

  it('sends one request, however often Yes is pressed', async () => {
    const { element, server, events } = await scene({
      [get]: [list(vipps.item), none],
      [patch]: done,
    });
    button(element, 'agreements.remove').click();
    await element.updateComplete;
    const yes = button(element, 'agreements.remove.yes');
    for (let n = 0; n < 7; n++) yes.click();
    await until(
      () => messages(element).includes('agreements.removed.title'),
      'it is told as removed',
    );
    expect(server.count(patch)).to.equal(1);
    expect(told(events, 'connect-remove')).to.have.length(1);
  });

  it('sends nothing when connect-remove is prevented, and can be asked for again', async () => {
    const { element, server, events } = await scene({
      [get]: [list(vipps.item), none],
      [patch]: done,
    });
    element.addEventListener('connect-remove', (event) => event.preventDefault(), { once: true });
    const asked = once(element, 'connect-remove');
    await confirmRemoval(element);
    expect(await asked).to.include({ cancelable: true, bubbles: true, composed: true });
    await settled();
    expect(server.count(patch)).to.equal(0);
    expect(told(events, 'connect-removed')).to.deep.equal([]);
    expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
    await confirmRemoval(element);
    await until(
      () => messages(element).includes('agreements.removed.title'),
      'it is told as removed',
    );
    expect(server.count(patch)).to.equal(1);
  });

  it('that is refused with success: false is told, and the row stays when it is still listed', async () => {
    const { element, server, events } = await scene({
      [get]: list(vipps.item),
      [patch]: json({ success: false }),
    });
    await confirmRemoval(element);
    await until(
      () => messages(element).includes('agreements.not-removed.title'),
      'what is true is told',
    );
    expect(told(events, 'connect-error')).to.have.length(1);
    expect(told(events, 'connect-error')[0]).to.include({
      flow: 'agreements',
      code: 'declined',
      message: 'success: false',
    });
    expect(told(events, 'connect-removed')).to.deep.equal([]);
    expect(rows(element)).to.have.length(1);
    expect(server.count(get)).to.equal(2);
  });

  it('that is refused with success: false is told as removed when it is no longer listed', async () => {
    const { element, events } = await scene({
      [get]: [list(vipps.item), none],
      [patch]: json({ success: false }),
    });
    await confirmRemoval(element);
    await until(
      () => messages(element).includes('agreements.removed.title'),
      'what is true is told',
    );
    expect(told(events, 'connect-removed')).to.have.length(1);
    expect(rows(element)).to.have.length(0);
  });

  const refusals: [string, Reply, { code: ConnectErrorCode; status?: number }][] = [
    ['403', json({}, 403), { code: 'bad-request', status: 403 }],
    ['404', json({}, 404), { code: 'bad-request', status: 404 }],
    ['401', json({}, 401), { code: 'unauthorized' }],
    ['429', rateLimited(), { code: 'rate-limited' }],
  ];
  for (const status of [400, 404, 409, 410]) {
    it(`that is refused with ${status} is told as removed when it is no longer listed`, async () => {
      const { element, events } = await scene({
        [get]: [list(vipps.item), none],
        [patch]: json({}, status),
      });
      await confirmRemoval(element);
      await until(() => !element.matches(':state(submitting)'), 'it has ended');
      await element.updateComplete;
      expect(messages(element)).to.include('agreements.removed.title');
      expect(told(events, 'connect-removed')).to.have.length(1);
      expect(rows(element)).to.have.length(0);
    });
  }

  for (const [name, reply, detail] of refusals) {
    it(`that is refused with ${name} is told, and the row stays`, async () => {
      const { element, server, events } = await scene({ [get]: list(vipps.item), [patch]: reply });
      await confirmRemoval(element);
      await until(() => told(events, 'connect-error').length, 'the error is told');
      await until(() => !element.matches(':state(submitting)'), 'it has ended');
      await element.updateComplete;
      expect(told(events, 'connect-error')[0]).to.include({ flow: 'agreements', ...detail });
      expect(told(events, 'connect-removed')).to.deep.equal([]);
      expect(messages(element)).to.deep.equal(['agreements.not-removed.refused']);
      expect(shown(element)).to.contain(english(`shared.error.${detail.code}`));
      expect(rows(element)).to.have.length(1);
      expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
      // Of what was not even looked at, nothing has to be read.
      expect(server.count(get)).to.equal(detail.code === 'bad-request' ? 2 : 1);
    });
  }

  for (const status of [400, 404]) {
    it(`that is refused with ${status} is in doubt where the list cannot be read`, async () => {
      const { element, server, events } = await scene({
        [get]: [list(vipps.item), json({}, 403)],
        [patch]: json({}, status),
      });
      await confirmRemoval(element);
      await until(() => messages(element).length && server.count(get) > 1, 'it is told');
      expect(messages(element)[0]).to.equal('agreements.in-doubt.title');
      expect(told(events, 'connect-error')[0]).to.include({ code: 'bad-request', status });
      expect(told(events, 'connect-removed')).to.deep.equal([]);
    });
  }

  const doubts: [string, Reply, string][] = [
    ['a network error', networkError, 'in-doubt'],
    ['500', json({}, 500), 'in-doubt'],
    ['a page with 502', page(502), 'in-doubt'],
    ['a page', page(), 'invalid-response'],
    ['XML', xml(), 'invalid-response'],
    ['an answer that says nothing', json({}), 'invalid-response'],
    ['success as text', json({ success: 'true' }), 'invalid-response'],
  ];
  for (const [name, reply, code] of doubts) {
    it(`whose fate is unknown because of ${name} is looked up, and told when it is gone`, async () => {
      const { element, server, events } = await scene({
        [get]: [list(vipps.item), none],
        [patch]: reply,
      });
      await confirmRemoval(element);
      await until(
        () => messages(element).includes('agreements.removed.title'),
        'it is said to be removed',
      );
      await element.updateComplete;
      expect(told(events, 'connect-error')[0]).to.include({ code });
      expect(told(events, 'connect-removed')).to.have.length(1);
      expect(rows(element)).to.have.length(0);
      expect(server.count(get)).to.equal(2);
      expect(server.count(patch)).to.equal(1);
    });

    it(`whose fate is unknown because of ${name} is looked up, and told when it is still there`, async () => {
      const { element, server, events } = await scene({ [get]: list(vipps.item), [patch]: reply });
      await confirmRemoval(element);
      await until(
        () => messages(element).includes('agreements.not-removed.title'),
        'it is said not to be removed',
      );
      await element.updateComplete;
      expect(told(events, 'connect-error')).to.have.length(1);
      expect(told(events, 'connect-removed')).to.deep.equal([]);
      expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
      expect(server.count(patch)).to.equal(1);
    });
  }

  it('whose fate is unknown, and cannot be looked up, is told as unknown', async () => {
    const { element, server, events } = await scene({
      [get]: [list(vipps.item), json({}, 403)],
      [patch]: networkError,
    });
    await confirmRemoval(element);
    await until(() => told(events, 'connect-error').length > 1, 'the errors are told');
    await element.updateComplete;
    expect(told(events, 'connect-removed')).to.deep.equal([]);
    expect(messages(element)).to.deep.equal([
      'agreements.in-doubt.title',
      'agreements.load.error.bad-request',
    ]);
    server.answer(get, none);
    button(element, 'shared.try-again').click();
    await until(() => element.matches(':state(empty)'), 'the list is read');
  });

  it('that is still listed after the server said so is told as that', async () => {
    const { element, events } = await scene({ [get]: list(vipps.item), [patch]: done });
    await confirmRemoval(element);
    await until(() => messages(element).includes('agreements.still-listed.title'), 'it says so');
    expect(told(events, 'connect-removed')).to.have.length(1);
    expect(rows(element)).to.have.length(1);
  });

  it('is told by what the list says in the end, where the site reads it again meanwhile', async () => {
    const second = held(list(vipps.item));
    const { element, server } = await scene({
      [get]: [list(vipps.item), second.reply, none],
      [patch]: done,
    });
    await confirmRemoval(element);
    await until(() => server.count(get) === 2, 'it reads the list');
    const reloaded = element.reload();
    second.release();
    await reloaded;
    await until(() => messages(element).some((key) => key?.endsWith('.title')), 'it is told');
    expect(messages(element)).to.deep.equal(['agreements.removed.title', 'agreements.empty']);
  });

  it('is told as done when the server said so, though the list cannot be read', async () => {
    const { element, events } = await scene({
      [get]: [list(vipps.item), json({}, 403)],
      [patch]: done,
    });
    await confirmRemoval(element);
    await until(
      () => messages(element).includes('agreements.removed.title'),
      'it is told as removed',
    );
    expect(told(events, 'connect-removed')).to.have.length(1);
    expect(says(element)).to.deep.equal(['shared.try-again']);
  });

  it('is read by another list of the page that shows it, and by no other', async () => {
    const { element, server, events } = await scene({
      [get]: list(vipps.item, agreement('b')),
      [patch]: done,
    });
    const others = ['DN', 'AP'].map((code) => {
      const other = document.createElement('connect-agreements');
      Object.assign(other, { productCode: code, clientId: 'site', apiUrl: apiBase, token: 't' });
      element.after(other);
      return other;
    });
    await until(() => told(events, 'connect-load').length === 3, 'all are read');
    server.answer(get, list(agreement('b')));
    await element.remove(first(element));
    await until(() => others[0]?.agreements.length === 1, 'it goes there too');
    await settled();
    expect(told(events, 'connect-load')).to.have.length(3 + 2);
    expect(told(events, 'connect-removed')).to.have.length(1);
  });

  for (const [how, reply, left, said, errors] of [
    ['is done', done, list(), 'agreements.removed.title', 0],
    ['is refused, and still listed', json({}, 409), list(vipps.item), 'agreements.not-removed', 1],
    ['is not answered, and gone', networkError, list(), 'agreements.removed.title', 1],
  ] as const) {
    it(`that another list has in hand is waited for, sent once, and said in both: ${how}`, async () => {
      const answer = held(reply);
      const { element, server, events } = await scene();
      server.answer(patch, answer.reply);
      const other = document.createElement('connect-agreements');
      Object.assign(other, { productCode: 'DN', clientId: 'site', apiUrl: apiBase, token: 't' });
      element.after(other);
      await until(() => other.agreements.length, 'both are read');
      const removal = element.remove(first(element));
      await confirmRemoval(other);
      await other.updateComplete;
      expect(shown(other)).to.contain(english('agreements.removing'));
      expect(other.matches(':state(submitting)')).to.equal(true);
      server.answer(get, left);
      answer.release();
      await removal;
      for (const one of [element, other]) {
        await until(() => messages(one).some((key) => key?.startsWith(said)), 'it is said');
      }
      await settled();
      expect(server.count(patch)).to.equal(1);
      const count = (type: string) => told(events, type).length;
      expect(['connect-remove', 'connect-removed', 'connect-error'].map(count)).to.deep.equal([
        1,
        said === 'agreements.removed.title' ? 1 : 0,
        errors,
      ]);
    });
  }

  it('does not take the others along', async () => {
    const { element } = await scene({
      [get]: [list(agreement('a'), agreement('b')), list(agreement('b'))],
      [patch]: done,
    });
    await confirmRemoval(element);
    await until(
      () => messages(element).includes('agreements.removed.title'),
      'it is told as removed',
    );
    expect(element.agreements.map(({ reference }) => reference)).to.deep.equal(['b']);
  });

  it('is finished, and told, though the element has moved on', async () => {
    const answer = held(done);
    const { element, server, events } = await scene({ [get]: list(vipps.item) });
    server.answer(patch, answer.reply);
    await confirmRemoval(element);
    server.answer(`GET ${payex.path}`, json({ [payex.key]: [payex.item] }));
    element.provider = 'payex';
    await until(() => server.count(`GET ${payex.path}`), 'the other list is read');
    answer.release();
    await until(() => told(events, 'connect-removed').length, 'it is told');
    await settled();
    expect(server.sent.find(({ method }) => method === 'PATCH')?.init.signal?.aborted).to.equal(
      false,
    );
    expect(messages(element)).to.not.include('agreements.removed.title');
    expect(server.count(get)).to.equal(1);
    expect(says(element)).to.deep.equal(['agreements.remove', 'add-agreement.action']);
  });

  it('is not said of another list that is shown by then, nor of one who has logged out', async () => {
    const answer = held(done);
    const { element, server } = await scene({ [get]: list(vipps.item) });
    server.answer(patch, answer.reply);
    await confirmRemoval(element);
    expect(element.matches(':state(submitting)')).to.equal(true);
    server.answer(`GET ${payex.path}`, json({ [payex.key]: [payex.item] }));
    element.provider = 'payex';
    await until(() => element.matches(':state(ready)'), 'the other list is shown');
    expect(element.shadowRoot?.querySelector('[aria-busy=true]')).to.equal(null);
    signedOut();
    await element.updateComplete;
    expect(element.matches(':state(failed)')).to.equal(true);
    answer.release();
    await settled();
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  for (const [how, leave] of [
    ['signedOut()', () => signedOut()],
    ['another subscriber', (element) => void (element.subscriber = 'berit')],
  ] as const satisfies readonly [string, (element: ConnectAgreements) => void][]) {
    it(`that is refused after ${how} is not sent again with the token of whoever logs in`, async () => {
      let token = 'of-anna';
      const answer = held(json({}, 401));
      const { element, server, events } = await scene({
        [get]: list(vipps.item),
        [patch]: [answer.reply, done],
      });
      Object.assign(element, { subscriber: 'anna', tokenProvider: () => token });
      await until(() => server.count(get) === 2, 'it is read for her');
      await settled();
      const removed = element.remove(first(element));
      await until(() => server.count(patch) === 1, 'it is sent');
      leave(element);
      token = 'of-berit';
      await settled();
      answer.release();
      await removed;
      expect(server.count(patch)).to.equal(1);
      expect(told(events, 'connect-removed')).to.deep.equal([]);
    });
  }

  it('whose answer does not say whether it succeeded names that', async () => {
    const { element, events } = await scene({ [get]: list(vipps.item), [patch]: json({}) });
    await confirmRemoval(element);
    await until(() => told(events, 'connect-error').length, 'the error is told');
    const message = 'success is not as documented';
    expect(told(events, 'connect-error')[0]).to.include({ message });
  });
});

describe('remove()', () => {
  it("without an agreement is the DOM's own", async () => {
    const { element, server } = await scene();
    element.remove();
    expect(element.isConnected).to.equal(false);
    expect(server.count()).to.equal(1);
  });

  it('with an agreement removes it without a question', async () => {
    const { element, server, events } = await scene({
      [get]: [list(vipps.item), none],
      [patch]: done,
    });
    const gone = first(element);
    await element.remove(gone);
    await element.updateComplete;
    expect(element.isConnected).to.equal(true);
    expect(server.count(patch)).to.equal(1);
    expect(told(events, 'connect-remove')).to.deep.equal([{ flow: 'agreements', agreement: gone }]);
    expect(told(events, 'connect-removed')).to.have.length(1);
    expect(rows(element)).to.have.length(0);
  });

  it('does nothing while one is removed or added', async () => {
    const answer = held(done);
    const { element, server, events } = await scene({
      [get]: list(agreement('a'), agreement('b')),
      [post]: created,
    });
    server.answer(patch, answer.reply);
    const [a, b] = element.agreements;
    const removal = element.remove(a);
    await element.remove(b);
    await element.add();
    expect(server.count(patch)).to.equal(1);
    expect(server.count(post)).to.equal(0);
    answer.release();
    await removal;
    await element.add();
    await element.remove(b);
    expect(server.count(patch)).to.equal(1);
    expect(told(events, 'connect-remove')).to.have.length(1);
  });

  it('says what it waits for, where the reader sees it, while one is removed', async () => {
    const answer = held(done);
    const { element, server } = await scene({ [get]: list(vipps.item) });
    server.answer(patch, answer.reply);
    const seen = () => element.shadowRoot?.querySelector('[part=base]')?.textContent ?? '';
    const removal = element.remove(element.agreements[0]);
    await until(() => seen().includes(english('agreements.removing')), 'it is said');
    answer.release();
    await removal;
    await settled();
    expect(seen()).to.not.include(english('agreements.removing'));
  });

  it('of what has no reference sends nothing', async () => {
    const { element, server } = await scene({ [get]: list({ productCode: 'DN' }), [patch]: done });
    await element.remove(first(element));
    expect(server.count(patch)).to.equal(0);
  });

  it('names no provider id that was not listed', async () => {
    for (const row of [vipps, payex]) {
      const { provider, path, key, item } = row;
      const { element, server } = await scene(
        {
          [`GET ${path}`]: json({ [key]: [{ ...item, paymentProviderId: undefined }] }),
          [`PATCH ${path}`]: done,
        },
        { provider },
      );
      await element.remove(first(element));
      const { body } = server.sent.find(({ method }) => method === 'PATCH') ?? {};
      expect(JSON.stringify(body)).to.not.match(/null|undefined|NaN/);
      element.remove();
    }
  });
});

describe('a screen reader', () => {
  it('can read the list and the question', async () => {
    const { element } = await scene({ [get]: list(agreement('a'), agreement('b')) });
    await expect(element).to.be.accessible();
    button(element, 'agreements.remove').click();
    await settled();
    await expect(element).to.be.accessible();
  });
});
