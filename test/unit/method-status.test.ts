import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { ConnectError } from '../../src/api/errors.js';
import {
  decodePaymentMethod,
  decodeSubscriptions,
} from '../../src/api/onlinefundraising/payment-method.js';
import type { ConnectMethodStatus } from '../../src/elements/method-status.js';
import { configure } from '../../src/host/page-settings.js';
import { methodStatus } from '../../src/i18n/en/method-status.js';
import { english, pausing } from './english.js';
import {
  button,
  buttons,
  hang,
  held,
  json,
  networkError,
  page,
  settled,
  shown,
  text,
  unauthorized,
  until,
  useAddress,
  useEvents,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type FakeServer,
  type Reply,
  messages,
  offered,
} from './support.js';

const guid = 'a863d62e-d53b-4651-9b7b-000000000001';
const backend = 'https://site.example/backend';
const get = `GET ${backend}/paymentMethod/${guid}`;
const list = `${get}/subscriptions`;
const post = `POST ${backend}/paymentMethod/${guid}/Cancel`;
const accepted: Reply = text('', 'text/plain', 202);
const refused = (status: number, errorCode = '10001') =>
  json({ errorCode, errorDescription: 'Invalid request' }, status);
const pendingPayments = refused(400, 'PendingPayments');

const active = { paymentMethodGuid: guid, state: 'Active', paymentMethodType: 'Card' };
const method = (fields: object) => json({ ...active, ...fields });
const cancelled = method({ state: 'Cancelled', cancelCode: 200101 });

/** What the document's example and table hold that no page may know. */
const secrets = {
  paymentGatewaySubscriptionToken: 'secret-token',
  paymentGatewaySubscriptionReferenceId: 'secret-reference',
  paymentGatewayGuid: 'secret-gateway',
  paymentSessionGuid: 'secret-session',
  contactGuid: 'secret-contact',
};

interface Answers {
  /** In their order; the last again and again. */
  gets?: Reply[];
  subscriptions?: Reply;
  posts?: Reply[];
}

function serve({ gets = [json(active)], subscriptions = json([]), posts = [] }: Answers) {
  useStore();
  useAddress('https://site.example/account');
  return useServer({ [get]: gets, [list]: subscriptions, [post]: posts });
}

const tag = () =>
  html`<connect-method-status guid=${guid} api-url="/backend"></connect-method-status>`;

async function scene(answers: Answers = {}) {
  const waits = useWaits();
  const server = serve(answers);
  const events = useEvents();
  const element = await fixture<ConnectMethodStatus>(tag());
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  const types = () => events.map(([type]) => type);
  return { element, server, events, waits, types };
}

/** Presses the button and confirms. */
async function cancelByHand(element: ConnectMethodStatus): Promise<void> {
  button(element, 'method-status.cancel').click();
  await element.updateComplete;
  button(element, 'method-status.cancel.yes').click();
}

/** One page lives through all of these, and what happens to it twice at a time is heard once. */
let minutes = 0;

/** The reader is back at the tab, two minutes later. */
async function comeBack(): Promise<void> {
  minutes += 2;
  const now = Date.UTC(2026, 10, 21, 12, minutes);
  usePlatform({ now: () => now, isSeen: () => true });
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
}

const focused = (element: Element) => element.shadowRoot?.activeElement;
const hasCancel = (element: Element) => offered(element).includes('method-status.cancel');
/** Codes that we have words for. */
const meanings = Object.keys(methodStatus).flatMap((moment) => {
  const [kind, code = ''] = moment.split('.');
  return kind === 'meaning' ? [code] : [];
});
const firstRow = (element: Element) => element.shadowRoot?.querySelector('[part=item]');
const headline = (element: Element) =>
  (firstRow(element)?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** The small print of a row. */
const lines = (row: Element | null | undefined) =>
  [...(row?.querySelectorAll('span[part=description]') ?? [])].map(
    ({ textContent }) => textContent,
  );
/** What a row begins with, before its small print. */
const firstText = (row: Element | null | undefined) =>
  [...(row?.querySelector('[part=label]')?.childNodes ?? [])]
    .filter((node) => node instanceof Text)
    .map(({ data }) => data)
    .join('')
    .trim();
const nameOf = (element: Element) => firstText(firstRow(element));
/** The facts that are shown, by their names. */
const known = (element: Element) =>
  Object.fromEntries(
    [...(element.shadowRoot?.querySelectorAll('dt') ?? [])].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent?.trim(),
    ]),
  );

describe('the state of a stored payment method', () => {
  const states: [
    state: string,
    label: string,
    meaning: string | undefined,
    tone: string,
    mayCancel: boolean,
  ][] = [
    ['New', 'New', 'It is not confirmed yet.', '', true],
    ['Pending', 'Pending', 'It is not confirmed yet.', '', true],
    ['SessionExpired', 'Not approved', 'It is not used for payments.', '', false],
    ['Active', 'Active', 'It can be used for payments.', '', true],
    ['Expired', 'Expired', 'It is not used for payments.', 'danger', false],
    ['Rejected', 'Rejected', 'It is not used for payments.', '', false],
    ['Cancelled', 'Cancelled', 'It is not used for payments.', '', false],
    ['Failed', 'Failed', 'It is not used for payments.', 'danger', false],
    ['Inactive', 'Inactive', 'It is not used for payments.', '', false],
    ['OnHoliday', 'OnHoliday', undefined, '', false],
    ['constructor', 'constructor', undefined, '', false],
    ['', 'Unknown', undefined, '', false],
  ];
  for (const [state, label, meaning, tone, mayCancel] of states) {
    it(`is told in words, with a way to cancel where that makes sense: ${state}`, async () => {
      const { element } = await scene({ gets: [method({ state })] });
      const badge = firstRow(element)?.querySelector('i');
      expect(badge?.textContent).to.equal(label);
      expect(badge?.className).to.equal(tone);
      expect(lines(firstRow(element))).to.deep.equal([
        ...(meaning ? [meaning] : []),
        english('method-status.subscriptions.none'),
      ]);
      expect(hasCancel(element)).to.equal(mayCancel);
      expect(shown(element)).not.to.match(/false|undefined/);
      expect(element.matches(':state(ready)')).to.equal(true);
    });
  }

  it('has a row here for every state that we have words for', () => {
    const told = meanings.filter((code) => !/^\d/.test(code));
    expect(states.map(([state]) => state)).to.include.members(told);
  });
});

describe('why a stored payment method is as it is', () => {
  const codes: [field: string, code: string, state: string, reason: string][] = [
    ['errorCode', '200001', 'Failed', 'could not be set up'],
    ['errorCode', '200002', 'Rejected', 'was declined'],
    ['errorCode', '200003', 'SessionExpired', 'not approved in time'],
    ['errorCode', '200004', 'Expired', 'must be renewed'],
    ['errorCode', '200005', 'Failed', 'no longer works'],
    ['cancelCode', '200101', 'Cancelled', 'You cancelled it'],
    ['cancelCode', '200102', 'Cancelled', 'The organisation cancelled it'],
    ['cancelCode', '200103', 'Cancelled', 'automatically'],
  ];
  for (const [field, code, state, reason] of codes) {
    for (const value of [code, Number(code)]) {
      it(`is told in our words: ${field} ${typeof value} ${code}`, async () => {
        const description = field.replace('Code', 'Description');
        const { element } = await scene({
          gets: [method({ state, [field]: value, [description]: 'TECHNICAL' })],
        });
        expect(headline(element)).to.contain(reason);
        expect(headline(element)).not.to.contain('TECHNICAL');
      });
    }
  }

  it('has a row here for every code that we have words for', () => {
    const told = meanings.filter((code) => /^\d/.test(code));
    expect(codes.map(([, code]) => code)).to.have.members(told);
  });

  for (const code of ['200999', 'constructor', '']) {
    it(`is told in the server's words when we do not know the code: "${code}"`, async () => {
      const { element } = await scene({
        gets: [
          method({
            errorCode: code,
            errorDescription: 'Too many attempts.',
            cancelCode: code,
            cancelDescription: 'By letter.',
            gatewayErrorCode: 51,
            gatewayErrorDescription: 'ISO 8583 do not honour',
          }),
        ],
      });
      expect(headline(element)).to.contain('Too many attempts.');
      expect(headline(element)).to.contain('By letter.');
      // The gateway's own words are not for subscribers, but a site may read them.
      expect(shown(element)).not.to.contain('honour');
      expect(element.paymentMethod?.gatewayErrorCode).to.equal('51');
      expect(element.paymentMethod?.gatewayErrorDescription).to.equal('ISO 8583 do not honour');
    });
  }
});

describe('what a stored payment method is called', () => {
  const types: [type: string, name: string][] = [
    ['Betalingsservice', 'Betalingsservice'],
    ['Card', 'Card'],
    ['MobilePayOnline', 'MobilePay'],
    ['MobilePaySubscriptions', 'MobilePay'],
    ['MobilePayExternal', 'MobilePay'],
    ['VippsMobilePaySingle', 'Vipps MobilePay'],
    ['VippsMobilePayRecurring', 'Vipps MobilePay'],
    ['VippsMobilePayExternal', 'Vipps MobilePay'],
    ['SwishSingle', 'Swish'],
    ['SwishRecurring', 'Swish'],
    ['CarrierPigeon', 'CarrierPigeon'],
    ['AcmeRecurring', 'AcmeRecurring'],
    ['constructor', 'constructor'],
  ];
  for (const [paymentMethodType, name] of types) {
    it(`is ${name} for the type ${paymentMethodType}`, async () => {
      const { element } = await scene({ gets: [method({ paymentMethodType })] });
      expect(nameOf(element)).to.equal(name);
      const slot = `slot[name="icon-${paymentMethodType}"] svg`;
      expect(element.shadowRoot?.querySelector(slot)).not.to.equal(null);
    });
  }

  const codes: [code: string, name: string][] = [
    ...types.slice(0, 10),
    ['DirectDebit', 'Direct debit'],
    ['SMS', 'SMS'],
    ['Test', 'Test'],
    ['Log', 'Log'],
    ['HOUSE-7', 'HOUSE-7'],
  ];
  for (const [paymentMethodAccountingCode, name] of codes) {
    it(`is ${name} for the accounting code ${paymentMethodAccountingCode} without a type`, async () => {
      const { element } = await scene({
        gets: [method({ paymentMethodType: '', paymentMethodAccountingCode })],
      });
      expect(nameOf(element)).to.equal(name);
      expect(element.paymentMethod?.paymentMethodAccountingCode).to.equal(
        paymentMethodAccountingCode,
      );
    });
  }

  for (const [paymentGatewayProvider, name] of [
    ['ePay', 'ePay'],
    ['QuickPay', 'QuickPay'],
    ['DIBS', 'Nets Easy'],
    ['SaltPay', 'Teya'],
    ['MobilePay', 'MobilePay'],
    ['VippsMobilePay', 'Vipps MobilePay'],
    ['Swish', 'Swish'],
    ['Betalingsservice', 'Betalingsservice'],
    ['DirectDebit', 'Direct debit'],
    ['SMSCPH', 'SMS'],
    ['PaymentReceiver', 'External payment'],
    ['Test', 'Test'],
    ['Log', 'Log'],
    ['NewGateway', 'NewGateway'],
  ]) {
    it(`is handled by ${name} for the gateway ${paymentGatewayProvider}`, async () => {
      const { element } = await scene({ gets: [method({ paymentGatewayProvider })] });
      expect(known(element)['Handled by']).to.equal(name);
    });
  }
});

describe('the fields of a stored payment method', () => {
  const metaData = {
    card: {
      type: 'Dankort',
      expiresTs: '2020-01',
      cardNumber: '457150XXXXXX7478',
      acquirer: 'Nets/Teller',
    },
    bs: { mandate: '956964XXX', customerNumber: '605XXX' },
    mps: { externalId: '1568581537XXX' },
    sms: { msisdn: '4512345678' },
  };
  const facts: [fields: object, name: string, value: string][] = [
    [{ metaData }, 'Valid until', '01/2020'],
    [{ metaData }, 'Mandate', '956964XXX'],
    [{ metaData }, 'Customer number', '605XXX'],
    [{ metaData }, 'Reference', '1568581537XXX'],
    [{ metaData }, 'Mobile number', '•••• 5678'],
    [{ createdTs: '2024-01-31 12:00:00 +0100' }, 'Created', 'Jan 31, 2024, 12:00 PM'],
    [{ expireTs: '2024-07-01 00:30:00 +02:00' }, 'Expires', 'Jul 1, 2024, 12:30 AM'],
    [{ cancelledTs: '2023-12-31 23:30:00 +0000' }, 'Cancelled', 'Jan 1, 2024, 12:30 AM'],
    [{ expireTs: '2026-01-31' }, 'Expires', 'Jan 31, 2026'],
  ];
  for (const [fields, name, value] of facts) {
    it(`are shown: ${name}`, async () => {
      const { element } = await scene({ gets: [method(fields)] });
      expect(known(element)[name]?.replace(/\s/g, ' ')).to.equal(value);
    });
  }

  it('are shown: the card, in its name', async () => {
    const { element } = await scene({ gets: [method({ metaData })] });
    expect(nameOf(element)).to.equal('Card Dankort •••• 7478');
  });

  it('are shown in the language of the page', async () => {
    useWaits();
    serve({ gets: [method({ createdTs: '2024-01-31 12:00:00 +0100' })] });
    const wrapper = await fixture(html`<div lang="da">${tag()}</div>`);
    const element = wrapper.querySelector('connect-method-status');
    if (!element) throw new Error('no element');
    await until(() => known(element)['Oprettet'], 'its texts are there');
    expect(known(element)['Oprettet']).to.match(/^31\. jan\. 2024,? 12\.00$/);
  });

  it('are given to the page, without the tokens and the GUIDs of other things', () => {
    const sent = {
      ...secrets,
      paymentMethodGuid: guid,
      state: 'Cancelled',
      paymentMethodType: 'Card',
      paymentMethodAccountingCode: 'Card',
      paymentGatewayProvider: 'DIBS',
      createdTs: '2024-01-31 12:00:00 +0100',
      cancelledTs: '2024-03-01 00:00:00 +01:00',
      expireTs: '2025-01-31 12:00:00 +0000',
      cancelCode: 200101,
      cancelDescription: 'Cancelled by Debtor',
      errorCode: '200004',
      errorDescription: 'Payment Method has expired',
      gatewayErrorCode: 51,
      gatewayErrorDescription: 'Do not honour',
      metaData: { ...metaData, card: { ...metaData.card, cvc: '123' }, other: { secret: 'x' } },
      more: 'of it',
    };
    const { paymentMethodGuid, state, paymentMethodType, paymentMethodAccountingCode } = sent;
    const { paymentGatewayProvider, cancelDescription, errorCode, errorDescription } = sent;
    const { gatewayErrorDescription } = sent;
    expect(decodePaymentMethod(sent)).to.deep.equal({
      ...{ paymentMethodGuid, state, paymentMethodType, paymentMethodAccountingCode },
      ...{ paymentGatewayProvider, cancelDescription, errorCode, errorDescription },
      ...{ gatewayErrorDescription, cancelCode: '200101', gatewayErrorCode: '51' },
      createdTs: '2024-01-31T12:00:00+01:00',
      cancelledTs: '2024-03-01T00:00:00+01:00',
      expireTs: '2025-01-31T12:00:00+00:00',
      metaData: {
        ...metaData,
        card: { ...metaData.card, cardNumber: '•••• 7478' },
        sms: { msisdn: '•••• 5678' },
      },
    });
  });

  for (const cardNumber of [
    '4571 5000 0000 7478',
    '4571500000007478',
    'XXXX-7478 ',
    '4571 5000 0000 74 78',
    '7478',
    7478,
  ]) {
    it(`hold the last four of a card number and no more: ${cardNumber}`, async () => {
      const { element, events } = await scene({
        gets: [method({ metaData: { card: { cardNumber } } }), cancelled],
        posts: [accepted],
      });
      expect(nameOf(element)).to.equal('Card •••• 7478');
      await element.cancel();
      expect(JSON.stringify([element.paymentMethod, events])).not.to.contain('4571');
    });
  }

  it('are absent when the server has emptied them, as in the document', () => {
    const empty = {
      state: '',
      paymentMethodType: ' ',
      createdTs: '',
      cancelCode: '',
      metaData: { card: { type: '', cardNumber: '', expiresTs: '' }, sms: { msisdn: '' } },
    };
    expect(decodePaymentMethod(empty)).to.deep.equal(decodePaymentMethod({}));
    expect(decodePaymentMethod({})).to.deep.equal({
      metaData: { card: {}, bs: {}, mps: {}, sms: {} },
    });
  });

  for (const odd of [null, 7, 'x', [], true, { nested: {} }]) {
    it(`are absent when they are of no use: ${JSON.stringify(odd)}`, async () => {
      const fields = { createdTs: odd, expireTs: odd, metaData: odd, cancelDescription: [odd] };
      const { element } = await scene({ gets: [method({ ...fields, errorCode: { odd } })] });
      expect(known(element)).to.deep.equal({});
      const { metaData, ...rest } = decodePaymentMethod({ metaData: { card: odd, bs: odd } });
      expect([metaData, rest]).to.deep.equal([{ card: {}, bs: {}, mps: {}, sms: {} }, {}]);
    });
  }

  for (const createdTs of [
    '2024-01-31',
    '2024-01-31T12:00:00+01:00',
    '2024-01-31 12:00:00',
    '2024-13-31 12:00:00 +0100',
    '31.01.2024 12:00:00 +0100',
    'yesterday',
    'on 2024-01-31',
    1706698800,
  ]) {
    it(`have a time only where it is written as documented: ${createdTs}`, () => {
      const isDay = createdTs === '2024-01-31';
      expect(decodePaymentMethod({ createdTs }).createdTs).to.equal(isDay ? createdTs : undefined);
    });
  }

  for (const createdTs of [
    '2024-01-31 12:00:00 +0100',
    '2024-01-31 12:00:00 +01:00',
    '2024-01-31 12:00:00+0100',
  ]) {
    it(`have their time in ISO 8601: ${createdTs}`, () => {
      const { createdTs: time } = decodePaymentMethod({ createdTs });
      expect(time).to.equal('2024-01-31T12:00:00+01:00');
    });
  }

  for (const expiresTs of ['2020-1', '01/20', '2020-01-01', '12020-01']) {
    it(`have a card's month only where it is written as documented: ${expiresTs}`, () => {
      const { metaData } = decodePaymentMethod({ metaData: { card: { expiresTs } } });
      expect(metaData.card).to.deep.equal({});
    });
  }

  it('are shown as text, never as markup', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const { element } = await scene({
      gets: [method({ state: markup, paymentMethodType: markup, errorDescription: markup })],
    });
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(shown(element)).to.contain(markup);
  });

  it('do not give away the secret ones, in a property, an event or on the screen', async () => {
    const { element, events } = await scene({
      gets: [method(secrets), method({ ...secrets, state: 'Cancelled' })],
      subscriptions: json([{ subscriptionGuid: 's1', contactGuid: 'secret-contact' }]),
      posts: [accepted],
    });
    await element.cancel();
    expect(events.map(([type]) => type)).to.include('connect-removed');
    const all = JSON.stringify([element.paymentMethod, events]) + element.shadowRoot?.innerHTML;
    expect(all).not.to.contain('secret');
    expect(all).not.to.match(/Guid(?<!paymentMethodGuid|subscriptionGuid)/);
  });
});

describe('the subscriptions of a stored payment method', () => {
  const subscriptions = json([
    { subscriptionGuid: 'b863d62e-d53b-4651', state: 'Active', nextDueDate: '2027-02-01' },
    { subscriptionGuid: 'c863d62e-d53b', state: 'Inactive' },
    { subscriptionGuid: 'd', state: 'OnHold', nextDueDate: '2027-03-01 00:00:00 +0100' },
    { subscriptionGuid: 'e', state: 'Odd' },
    { subscriptionGuid: 'f', state: 'Active', nextDueDate: 'soon' },
    {},
    null,
  ]);
  const items = (element: Element) =>
    [...(element.shadowRoot?.querySelectorAll('[role=listitem]') ?? [])]
      .slice(1)
      .map((item) => [
        firstText(item),
        lines(item).join(),
        item.querySelector('i')?.textContent ?? '',
      ]);

  it('are listed with their state and when the next payment is due', async () => {
    const { element } = await scene({ subscriptions });
    expect(items(element)).to.deep.equal([
      ['Subscription b863d62e', 'Next payment Feb 1, 2027', 'Active'],
      ['Subscription c863d62e', '', 'Inactive'],
      ['Subscription d', '', 'On hold'],
      ['Subscription e', '', 'Odd'],
      ['Subscription f', '', 'Active'],
      ['Subscription', '', ''],
    ]);
    expect(element.paymentMethod?.subscriptions?.[0]).to.deep.equal({
      subscriptionGuid: 'b863d62e-d53b-4651',
      state: 'Active',
      nextDueDate: '2027-02-01',
    });
  });

  it('are given to the page without what it has no use for, and never with a GUID of anything else', () => {
    const sent = {
      subscriptionGuid: 'b863d62e',
      version: 3,
      contactGuid: 'secret-contact',
      agreementGuid: 'secret-agreement',
      state: 'OnHold',
      paymentMethodType: 'Card',
      paymentMethodGuid: guid,
      createdTs: '2024-01-31 12:00:00 +0100',
      startDate: '2024-02-01',
      expiresAfterDate: '2028-02-01',
      cancelledTs: '',
      cancelCode: '',
      cancelDescription: '',
      holdDescription: 'Called on Monday, is ill',
      archivedTs: '',
      inactivatedTs: '',
      quantity: 1,
      errorCode: 100002,
      errorDescription: 'Payment Method failed',
      nextDueDate: '2027-02-01 00:00:00 +0100',
      externalId: 'crm-1',
      externalLink: 'https://crm.example/1',
      dataSetGuid: 'secret-data',
    };
    expect(decodeSubscriptions([sent])).to.deep.equal([
      { subscriptionGuid: 'b863d62e', state: 'OnHold', nextDueDate: '2027-02-01T00:00:00+01:00' },
    ]);
  });

  it('are said to be none when there is none', async () => {
    const { element } = await scene();
    expect(shown(element)).to.contain(english('method-status.subscriptions.none'));
  });

  for (const [name, reply] of [
    ['a refusal', refused(400)],
    ['404', refused(404)],
    ['no array', json({ subscriptions: [] })],
  ] as const) {
    it(`are not said to be none when they could not be read: ${name}`, async () => {
      const { element } = await scene({ subscriptions: reply });
      expect(shown(element)).to.contain(english('method-status.subscriptions.unread'));
      expect(shown(element)).not.to.contain(english('method-status.subscriptions.none'));
      expect(element.paymentMethod?.state).to.equal('Active');
      expect(element.paymentMethod?.subscriptions).to.equal(undefined);
    });
  }

  it('are a bare array and nothing else', () => {
    for (const body of [null, {}, 'x']) {
      expect(() => decodeSubscriptions(body)).to.throw(ConnectError, 'body is not as documented');
    }
  });
});

describe('reading a stored payment method', () => {
  it('asks the backend with the cookies of the site, and tells that it is there', async () => {
    const { server, events, element } = await scene();
    expect(server.sent.map(({ method, url }) => `${method} ${url}`)).to.have.members([get, list]);
    for (const { headers, init } of server.sent) {
      expect(headers.has('Authorization')).to.equal(false);
      expect(init.credentials).to.equal('same-origin');
    }
    expect(events).to.deep.equal([['connect-load', { flow: 'method-status', count: 1 }]]);
    expect(element.paymentMethod?.paymentMethodGuid).to.equal(guid);
  });

  it('is not gone where it is the token that there is none of', async () => {
    serve({});
    useServer({ 'GET https://site.example/token': refused(404) });
    const element = await fixture<ConnectMethodStatus>(
      html`<connect-method-status guid=${guid} api-url="/backend" token-url="/token">
      </connect-method-status>`,
    );
    await until(() => !element.matches(':state(loading)'), 'it has loaded');
    expect(messages(element)).to.deep.equal(['method-status.load.error.unauthorized']);
  });

  it('says calmly that it is gone after 404', async () => {
    const { element, events } = await scene({ gets: [refused(404)] });
    expect(events).to.deep.equal([['connect-load', { flow: 'method-status', count: 0 }]]);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(messages(element)).to.include('method-status.empty');
    expect(element.paymentMethod).to.equal(undefined);
  });

  const failures: [string, Reply, string][] = [
    ['a network error', networkError, 'network'],
    ['500', json({}, 500), 'server'],
    ['401', unauthorized, 'unauthorized'],
    ['400', refused(400), 'bad-request'],
    ['HTML', page(), 'invalid-response'],
    ['an array', json([]), 'invalid-response'],
  ];
  for (const [name, reply, code] of failures) {
    it(`tells ${name} as an error, with a way to try again`, async () => {
      const { element, events, server } = await scene({ gets: [reply] });
      expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
      expect(events[0]?.[1]).to.include({ flow: 'method-status', code });
      expect(messages(element)).to.deep.equal([`method-status.load.error.${code}`]);
      server.answer(get, json(active));
      button(element, 'shared.try-again').click();
      await until(() => element.matches(':state(ready)'), 'it is ready');
    });
  }

  it('reload() asks again and tells it', async () => {
    const { element, types } = await scene({ gets: [json(active), method({ state: 'Expired' })] });
    await element.reload();
    await element.updateComplete;
    expect(element.paymentMethod?.state).to.equal('Expired');
    expect(headline(element)).to.contain('Expired');
    expect(types()).to.deep.equal(['connect-load', 'connect-load']);
  });

  it('drops the answer to a question about another method', async () => {
    useWaits();
    const late = held(method({ state: 'Failed' }));
    const server = serve({ gets: [late.reply] });
    const events = useEvents();
    const other = `GET ${backend}/paymentMethod/other`;
    server.answer(other, method({ state: 'Pending' }));
    server.answer(`${other}/subscriptions`, json([]));
    const element = await fixture<ConnectMethodStatus>(tag());
    element.guid = 'other';
    await until(() => element.matches(':state(ready)'), 'it is ready');
    late.release();
    await settled();
    expect(element.paymentMethod?.state).to.equal('Pending');
    expect(events).to.have.length(1);
  });
});

describe('a wrong setting', () => {
  async function complaint(markup: ReturnType<typeof tag>, reply?: FakeServer) {
    const warnings = useWarnings();
    const server = reply ?? serve({});
    const events = useEvents();
    const element = await fixture<ConnectMethodStatus>(markup);
    await until(() => element.matches(':state(failed)'), 'it has failed');
    expect(server.sent).to.deep.equal([]);
    expect(events[0]?.[1]).to.include({ code: 'config' });
    return warnings.join();
  }

  for (const wrong of ['', 'a/b', 'a b', '..', 'æ', 'x'.repeat(65), '1?x=1']) {
    it(`is a config error that names guid: "${wrong.slice(0, 8)}"`, async () => {
      const markup = html`<connect-method-status
        guid=${wrong}
        api-url="/backend"
      ></connect-method-status>`;
      expect(await complaint(markup)).to.contain('guid');
    });
  }

  it('is a config error that names api-url, since there is no default server', async () => {
    const markup = html`<connect-method-status guid=${guid}></connect-method-status>`;
    expect(await complaint(markup)).to.contain('api-url');
  });

  it('is a config error for another origin without a token of its own', async () => {
    const markup = html`<connect-method-status
      guid=${guid}
      api-url="https://elsewhere.example"
    ></connect-method-status>`;
    expect(await complaint(markup)).to.contain('token');
  });

  it('is none when api-url comes from connect-config', async () => {
    useWaits();
    const server = serve({});
    await fixture(
      html`<connect-config api-url="/backend"
        ><connect-method-status guid=${guid}></connect-method-status
      ></connect-config>`,
    );
    await until(() => server.count(get) === 1, 'it asks');
  });
});

describe('the button that cancels', () => {
  it('asks once in place, and the focus goes to the question and back', async () => {
    const { element, server } = await scene();
    button(element, 'method-status.cancel').focus();
    button(element, 'method-status.cancel').click();
    await element.updateComplete;
    expect(messages(element)).to.include('method-status.cancel.ask.title');
    expect(focused(element)?.getAttribute('part')).to.equal('message');
    expect(hasCancel(element)).to.equal(false);
    button(element, 'method-status.cancel.no').click();
    await until(() => hasCancel(element), 'the button is back');
    await until(
      () => focused(element)?.textContent?.trim() === english('method-status.cancel'),
      'it has the focus',
    );
    expect(server.count(post)).to.equal(0);
  });

  it('cancels after the question, and says so when the server does', async () => {
    const { element, server, events } = await scene({
      gets: [json(active), json(active), cancelled],
      posts: [accepted],
    });
    await cancelByHand(element);
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
    expect(server.count(post)).to.equal(1);
    const agreement = (state: string) => ({
      paymentMethodGuid: guid,
      state,
      paymentMethodType: 'Card',
      ...(state === 'Cancelled' && { cancelCode: '200101' }),
      metaData: { card: {}, bs: {}, mps: {}, sms: {} },
      subscriptions: [],
    });
    const flow = 'method-status';
    expect(events.slice(1)).to.deep.equal([
      ['connect-remove', { flow, agreement: agreement('Active') }],
      ['connect-removed', { flow, agreement: agreement('Cancelled') }],
    ]);
    expect(headline(element)).to.contain('You cancelled it.');
    expect(element.matches(':state(settled)')).to.equal(true);
    expect(buttons(element)).to.have.length(0);
  });

  it('moves the focus on to what became of it', async () => {
    const { element } = await scene({ gets: [json(active), cancelled], posts: [accepted] });
    button(element, 'method-status.cancel').focus();
    await cancelByHand(element);
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
    expect(focused(element)?.getAttribute('part')).to.equal('message');
  });
});

describe('cancel()', () => {
  it('sends at once, since the site has asked', async () => {
    const { element, server } = await scene({ gets: [json(active), cancelled], posts: [accepted] });
    await element.cancel();
    expect(server.count(post)).to.equal(1);
    expect(server.sent.find(({ method }) => method === 'POST')?.body).to.deep.equal({});
  });

  it('called seven times is one request', async () => {
    const answer = held(accepted);
    const { element, server, types } = await scene({
      gets: [json(active), cancelled],
      posts: [answer.reply],
    });
    const all = Array.from({ length: 7 }, () => element.cancel());
    await element.updateComplete;
    expect(element.matches(':state(submitting)')).to.equal(true);
    answer.release();
    await Promise.all(all);
    expect(server.count(post)).to.equal(1);
    expect(types().filter((type) => type === 'connect-remove')).to.have.length(1);
  });

  it('called again by a listener of its own event is one request', async () => {
    const { element, server } = await scene({ gets: [json(active), cancelled], posts: [accepted] });
    element.addEventListener('connect-remove', () => void element.cancel());
    await element.cancel();
    expect(server.count(post)).to.equal(1);
  });

  it('of two elements about one method is one request', async () => {
    const answer = held(accepted);
    const { element, server } = await scene({
      gets: [json(active), json(active), cancelled],
      posts: [answer.reply],
    });
    const twin = await fixture<ConnectMethodStatus>(tag());
    await until(() => twin.matches(':state(ready)'), 'the twin is ready');
    const both = [element.cancel(), twin.cancel()];
    answer.release();
    await Promise.all(both);
    expect(server.count(post)).to.equal(1);
  });

  it('sends nothing when the site prevents connect-remove', async () => {
    const { element, server } = await scene();
    element.addEventListener('connect-remove', (event) => event.preventDefault());
    button(element, 'method-status.cancel').focus();
    await cancelByHand(element);
    await settled();
    expect(server.count(post)).to.equal(0);
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(focused(element)?.textContent?.trim()).to.equal(english('method-status.cancel'));
  });

  it('leaves a reader who is elsewhere on the page there', async () => {
    const { element } = await scene();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    field.focus();
    element.addEventListener('connect-remove', (event) => event.preventDefault());
    await element.cancel();
    await settled();
    expect(field.matches(':focus')).to.equal(true);
  });

  for (const state of [
    'SessionExpired',
    'Expired',
    'Rejected',
    'Cancelled',
    'Failed',
    'Inactive',
  ]) {
    it(`does nothing where there is nothing to cancel: ${state}`, async () => {
      const { element, server, types } = await scene({ gets: [method({ state })] });
      await element.cancel();
      expect(server.count(post)).to.equal(0);
      expect(types()).to.deep.equal(['connect-load']);
    });
  }

  it('does nothing before the method is read', async () => {
    serve({ gets: [hang] });
    const element = await fixture<ConnectMethodStatus>(tag());
    await element.cancel();
    expect(element.matches(':state(loading)')).to.equal(true);
  });
});

describe('a cancellation that the server has accepted', () => {
  it('is not told as done: the server is asked with growing pauses, visibly', async () => {
    const shownWhile: string[] = [];
    const { element, server, waits, types } = await scene({ posts: [accepted] });
    usePlatform({
      wait: async (ms) => {
        await element.updateComplete;
        if (ms === 1000) shownWhile.push(shown(element));
        waits.push(ms);
      },
    });
    await element.cancel();
    await element.updateComplete;
    expect(waits).to.deep.equal(Array(2 + 4 + 8 + 16).fill(1000));
    expect(server.count(get)).to.equal(1 + 5);
    for (const text of shownWhile) {
      expect(text).to.contain(english('method-status.asked.title'));
      expect(text).not.to.contain(english('method-status.cancelled'));
    }
    expect(shownWhile[0]).to.contain(pausing('method-status', 2));
    expect(shownWhile.at(-1)).to.contain(pausing('method-status', 1));
    expect(types()).to.deep.equal(['connect-load', 'connect-remove']);
    expect(shown(element)).to.contain(english('method-status.asked.body'));
    expect(element.matches(':state(settled)')).to.equal(true);
    expect(hasCancel(element)).to.equal(false);
  });

  it('that is not confirmed can be looked into again, and not be sent again', async () => {
    const { element, server, types } = await scene({ posts: [accepted] });
    await element.cancel();
    await element.cancel();
    server.answer(get, cancelled);
    await element.updateComplete;
    button(element, 'shared.check-again').click();
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
    expect(server.count(post)).to.equal(1);
    expect(types().at(-1)).to.equal('connect-removed');
  });

  for (const state of ['Inactive', 'Expired', 'Pending', 'Failed']) {
    it(`goes on being asked about while the state is ${state}, which is not Cancelled`, async () => {
      const { element, events } = await scene({
        gets: [json(active), method({ state }), cancelled],
        posts: [accepted],
      });
      await element.cancel();
      expect(events).to.have.length(3);
      expect(events[2]?.[0]).to.equal('connect-removed');
      expect(JSON.stringify(events[2])).to.contain('"state":"Cancelled"');
    });
  }

  it('is gone when the server does not know it any more', async () => {
    const { element, types } = await scene({
      gets: [json(active), refused(404)],
      posts: [accepted],
    });
    await element.cancel();
    await element.updateComplete;
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(messages(element)).to.include('method-status.empty');
    expect(types()).not.to.include('connect-removed');
  });

  it('is not said to have failed when the server cannot be asked', async () => {
    const { element, server, events } = await scene({
      gets: [json(active), networkError],
      posts: [accepted],
    });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.include('method-status.asked.title');
    expect(shown(element)).to.contain(english('shared.check.no-answer'));
    expect(events.at(-1)?.[1]).to.include({ code: 'network' });
    server.answer(get, cancelled);
    button(element, 'shared.check-again').click();
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
    expect(server.count(post)).to.equal(1);
  });

  it('goes on when the site reloads in the meantime', async () => {
    const answer = held(accepted);
    const { element, server, types } = await scene({
      gets: [json(active), json(active), cancelled],
      posts: [answer.reply],
    });
    const done = element.cancel();
    await element.reload();
    expect(element.matches(':state(submitting)')).to.equal(true);
    answer.release();
    await done;
    expect(server.count(post)).to.equal(1);
    expect(types().at(-1)).to.equal('connect-removed');
  });

  it('is not written over by what was read before', async () => {
    const late = held(json(active));
    const { element, types } = await scene({
      gets: [json(active), late.reply, cancelled],
      posts: [accepted],
    });
    const reloaded = element.reload();
    await element.cancel();
    late.release();
    await reloaded;
    await settled();
    expect(messages(element)).to.include('method-status.cancelled');
    expect(headline(element)).to.contain('Cancelled');
    expect(element.paymentMethod?.state).to.equal('Cancelled');
    expect(types().at(-1)).to.equal('connect-load');
  });

  it('stays said, and cannot be sent again, when the reader comes back to the tab', async () => {
    const { element, server } = await scene({ posts: [accepted] });
    await element.cancel();
    const asked = server.count(get);
    await comeBack();
    await until(() => server.count(get) > asked, 'it is read again');
    await settled();
    expect(messages(element)).to.deep.equal(['method-status.asked.title']);
    expect(hasCancel(element)).to.equal(false);
  });

  it('is told as done when the server says so to whoever comes back to the tab', async () => {
    const { element, server, types } = await scene({ posts: [accepted] });
    await element.cancel();
    server.answer(get, cancelled);
    await comeBack();
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
    expect(types().at(-1)).to.equal('connect-removed');
  });

  it('is told as done when the server says so after a reload', async () => {
    const { element, server, types } = await scene({ posts: [accepted] });
    await element.cancel();
    server.answer(get, cancelled);
    await element.reload();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.cancelled']);
    expect(types().filter((type) => type === 'connect-removed')).to.have.length(1);
  });

  it('is a fresh start after a reload when it was not confirmed', async () => {
    const { element } = await scene({ posts: [accepted] });
    await element.cancel();
    await element.reload();
    await element.updateComplete;
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(hasCancel(element)).to.equal(true);
  });
});

describe('a cancellation that the server refuses', () => {
  for (const [what, reply] of [
    ['another code', refused(400)],
    ['a code that is a number', json({ errorCode: 10001 }, 400)],
    ['no code', json({}, 400)],
    ['no JSON', text('Bad Request', 'text/plain', 400)],
  ] as const) {
    it(`is told as not done after 400 with ${what}, is read, and stays possible`, async () => {
      const { element, server, events } = await scene({ posts: [reply] });
      await element.cancel();
      await element.updateComplete;
      expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
      expect(shown(element)).to.contain(english('shared.error.bad-request'));
      expect(shown(element)).to.not.contain(english('method-status.pending.body'));
      expect(events.at(-1)?.[1]).to.include({ code: 'bad-request', status: 400 });
      expect(server.count(get)).to.equal(2);
      expect(hasCancel(element)).to.equal(true);
    });
  }

  it('with that code and another status is no word about payments', async () => {
    const { element } = await scene({ posts: [refused(403, 'PendingPayments')] });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
  });

  it('is told as pending payments after 400 when its code says so, and stays possible', async () => {
    const { element, server, events } = await scene({ posts: [pendingPayments] });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.pending.title']);
    expect(shown(element)).to.contain(english('method-status.pending.body'));
    expect(events.at(-1)?.[0]).to.equal('connect-error');
    expect(events.at(-1)?.[1]).to.include({ code: 'bad-request', status: 400, retryable: false });
    expect(server.count(get)).to.equal(2);
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(hasCancel(element)).to.equal(true);
  });

  it('stays told when the reader comes back to the tab, while nothing has changed', async () => {
    const { element, server } = await scene({ posts: [pendingPayments] });
    await element.cancel();
    await comeBack();
    await until(() => server.count(get) > 2, 'it is read again');
    await settled();
    expect(messages(element)).to.deep.equal(['method-status.pending.title']);
    expect(hasCancel(element)).to.equal(true);
    server.answer(get, method({ state: 'Expired' }));
    await comeBack();
    await until(() => headline(element).includes('Expired'), 'it shows the new state');
    expect(messages(element)).to.deep.equal([]);
  });

  it('is told as done after 400 when the server says that it is cancelled', async () => {
    const { element, types } = await scene({
      gets: [json(active), cancelled],
      posts: [refused(400)],
    });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.include('method-status.cancelled');
    expect(messages(element)).to.not.include('method-status.pending.title');
    expect(types().slice(2)).to.deep.equal(['connect-error', 'connect-removed']);
  });

  it('shows the state after 400 when there is nothing to cancel any more', async () => {
    const { element } = await scene({
      gets: [json(active), method({ state: 'Expired' })],
      posts: [refused(400)],
    });
    await element.cancel();
    await element.updateComplete;
    expect(headline(element)).to.contain('Expired');
    expect(messages(element)).to.not.include('method-status.pending.title');
  });

  for (const status of [404, 410]) {
    it(`is told as gone after ${status} where a read says so too`, async () => {
      const { element, server, events } = await scene({
        gets: [json(active), refused(404)],
        posts: [refused(status)],
      });
      await element.cancel();
      await element.updateComplete;
      expect(messages(element)).to.include('method-status.empty');
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(element.paymentMethod).to.equal(undefined);
      expect(events.at(-1)?.[1]).to.include({ code: 'bad-request', status });
      expect(server.count(get)).to.equal(2);
    });
  }

  it('is not told as gone after 404 from a backend that passes on no such request', async () => {
    const { element } = await scene({ posts: [text('Not Found', 'text/html', 404)] });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
    expect(element.paymentMethod?.state).to.equal('Active');
    expect(hasCancel(element)).to.equal(true);
  });

  for (const status of [403, 404, 409, 410, 422]) {
    it(`is told as done after ${status} when the server says that it is cancelled`, async () => {
      const { element, types } = await scene({
        gets: [json(active), cancelled],
        posts: [refused(status)],
      });
      await element.cancel();
      await element.updateComplete;
      expect(messages(element)).to.deep.equal(['method-status.cancelled']);
      expect(types().slice(2)).to.deep.equal(['connect-error', 'connect-removed']);
    });
  }

  for (const [name, reply, code] of [
    ['401', unauthorized, 'unauthorized'],
    ['429', refused(429), 'rate-limited'],
  ] as const) {
    it(`is told as an error after ${name}, without reading, and stays possible`, async () => {
      const { element, server, events } = await scene({ posts: [reply] });
      await element.cancel();
      await element.updateComplete;
      expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
      expect(shown(element)).to.contain(english(`shared.error.${code}`));
      expect(events.at(-1)?.[1]).to.include({ code });
      expect([server.count(post), server.count(get)]).to.deep.equal([1, 1]);
      expect(hasCancel(element)).to.equal(true);
    });
  }
});

describe('a cancellation of unknown fate', () => {
  const fates: [string, Reply][] = [
    ['a network error', networkError],
    ['500', json({}, 500)],
    ['a timeout', hang],
  ];
  for (const [name, reply] of fates) {
    it(`is in doubt after ${name}, and the server is read before it can be sent again`, async () => {
      const { element, server, events, types } = await scene({
        gets: [json(active), json(active), cancelled],
        posts: [reply],
      });
      usePlatform({ deadline: 500 });
      await element.cancel();
      await element.updateComplete;
      expect(events[2]?.[1]).to.include({ code: 'in-doubt', retryable: false });
      expect(types().at(-1)).to.equal('connect-removed');
      expect(messages(element)).to.include('method-status.cancelled');
      expect(server.count(post)).to.equal(1);
    });
  }

  it('can be sent again when the server keeps saying that it is not cancelled', async () => {
    const { element, server } = await scene({ posts: [networkError, accepted] });
    await element.cancel();
    await element.updateComplete;
    expect(server.count(get)).to.equal(6);
    expect(shown(element)).to.contain(english('method-status.in-doubt.body'));
    server.answer(get, cancelled);
    await element.cancel();
    expect(server.count(post)).to.equal(2);
  });

  it('cannot be sent again while the server is read', async () => {
    const { element, server } = await scene({ posts: [networkError] });
    const answer = held(json(active));
    server.answer(get, answer.reply);
    const done = element.cancel();
    await until(() => element.matches(':state(settled)'), 'it is looked into');
    expect(messages(element)).to.include('method-status.in-doubt.title');
    expect(hasCancel(element)).to.equal(false);
    await element.cancel();
    expect(server.count(post)).to.equal(1);
    answer.release();
    await done;
  });
});

describe('a cancellation that another element of the page has in hand', () => {
  it('is looked into by whoever presses too, and told', async () => {
    const answer = held(accepted);
    const { element, server, types } = await scene({ posts: [answer.reply] });
    const twin = await fixture<ConnectMethodStatus>(tag());
    await until(() => twin.matches(':state(ready)'), 'the twin is ready');
    const done = element.cancel();
    const looked = held(cancelled);
    server.answer(get, looked.reply);
    await cancelByHand(twin);
    await until(() => twin.matches(':state(settled)'), 'it is looked into');
    expect(messages(twin)).to.deep.equal(['method-status.in-doubt.title']);
    expect(hasCancel(twin)).to.equal(false);
    looked.release();
    answer.release();
    await done;
    await until(() => messages(twin).includes('method-status.cancelled'), 'it is told');
    expect(server.count(post)).to.equal(1);
    expect(types().filter((type) => type === 'connect-remove')).to.have.length(1);
  });

  it('is shown by another that only looks on, once it is told', async () => {
    const { element, server, types } = await scene({ posts: [accepted] });
    const twin = await fixture<ConnectMethodStatus>(tag());
    await until(() => twin.matches(':state(ready)'), 'the twin is ready');
    server.answer(get, cancelled);
    await element.cancel();
    await until(() => headline(twin).includes('Cancelled'), 'the twin shows it');
    expect(types().filter((type) => type === 'connect-removed')).to.have.length(1);
    await settled();
    expect(server.count(get)).to.equal(4);
  });

  it('is looked into when the same element has left the page meanwhile and is back', async () => {
    const answer = held(accepted);
    const { element, server } = await scene({
      gets: [json(active), json(active), cancelled],
      posts: [answer.reply],
    });
    void element.cancel();
    await until(() => server.count(post) === 1, 'it is sent');
    const place = element.parentElement;
    element.remove();
    await until(() => element.paymentMethod === undefined, 'it has left');
    place?.append(element);
    await until(() => hasCancel(element), 'it is back');
    await cancelByHand(element);
    await until(() => messages(element).includes('method-status.cancelled'), 'it is told');
    answer.release();
    expect(server.count(post)).to.equal(1);
  });
});

describe('what comes too late', () => {
  it('is dropped when the element is about another method by then, whose button works', async () => {
    const answer = held(accepted);
    const { element, server, types } = await scene({ posts: [answer.reply] });
    const other = `${backend}/paymentMethod/other`;
    server.answer(`GET ${other}`, json(active), cancelled);
    server.answer(`GET ${other}/subscriptions`, json([]));
    server.answer(`POST ${other}/Cancel`, accepted);
    const first = element.cancel();
    element.guid = 'other';
    await element.updateComplete;
    await until(() => element.matches(':state(ready)'), 'it is ready');
    answer.release();
    await first;
    expect(messages(element)).to.not.include('method-status.asked.title');
    await element.cancel();
    expect(server.count(`POST ${other}/Cancel`)).to.equal(1);
    expect(types().filter((type) => type === 'connect-removed')).to.have.length(1);
  });

  it('is dropped when the element has left the page, and nothing more is asked', async () => {
    const { element, server, types } = await scene({ posts: [accepted] });
    let go = () => {};
    usePlatform({ wait: () => new Promise<void>((resolve) => (go = resolve)) });
    const done = element.cancel();
    await until(() => shown(element).includes(pausing('method-status', 2)), 'it waits');
    const asked = server.count(get);
    element.remove();
    await settled();
    go();
    await done;
    expect(server.count(get)).to.equal(asked);
    expect(types()).to.deep.equal(['connect-load', 'connect-remove']);
  });
});

// What is configured holds for the rest of this page, so this stands last.
describe('an api-url that was configured for the page', () => {
  it('is used', async () => {
    configure({ apiUrl: '/backend' });
    const server = serve({});
    const element = await fixture(
      html`<connect-method-status guid=${guid}></connect-method-status>`,
    );
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(server.count(get)).to.equal(1);
  });
});
