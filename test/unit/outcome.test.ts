import { expect, fixture, html } from '@open-wc/testing';
import { signedOut } from '../../src/index.js';
import { decodeAgreements, fingerprints } from '../../src/api/connect/agreements.js';
import type { ConnectOutcome } from '../../src/elements/outcome.js';
import { english, receipt } from './english.js';
import {
  apiBase,
  button,
  json,
  networkError,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useServer,
  useStore,
  useWaits,
  type Reply,
  messages,
} from './support.js';

const invoices = 'GET /v1/customer/invoice/payment/DN';
const methods = 'GET /v1/product/payment/DN';
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });
const unpaid = json({ invoices: [] });
const payment = 'connect=pay-invoice~return~42~nexi~DN~1001';

async function scene(query: string, table: Record<string, Reply | Reply[]> = {}) {
  useStore();
  useWaits();
  const where = useAddress(`https://site.example/thanks?a=1&${query}#top`);
  const server = useServer(table);
  const events = useEvents();
  const element = await fixture<ConnectOutcome>(
    html`<connect-outcome api-url=${apiBase} token="t0ken"></connect-outcome>`,
  );
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  return { element, server, events, where };
}

const types = (events: [string, unknown][]) => events.map(([type]) => type);

describe('connect-outcome on a page with no other element', () => {
  it('tells the outcome of a payment once, loads, and asks the server', async () => {
    const { element, events, where } = await scene(`${payment}&status=finished`, {
      [invoices]: paid,
    });
    const ids = { flow: 'pay-invoice', transactionId: 42 };
    await until(() => events.length === 3, 'all is told');
    await settled();
    expect(events).to.deep.include([
      'connect-outcome',
      { ...ids, outcome: 'finished', verified: false },
    ]);
    expect(events).to.deep.include(['connect-load', { flow: 'pay-invoice', count: 1 }]);
    expect(events).to.deep.include(['connect-confirmed', { ...ids, confirmed: true }]);
    expect(events).to.have.length(3);
    expect(element.outcome).to.equal('finished');
    expect(where()).to.equal('https://site.example/thanks?a=1#top');
    expect(shown(element)).to.contain(
      `${english('pay-invoice.registered', { number: '1001' })} ${receipt(42, '1001')}`,
    );
    expect(element.matches(':state(settled)')).to.equal(true);
  });

  const ended: [string, Reply, string][] = [
    ['finished', paid, 'pay-invoice.registered'],
    ['cancelled', unpaid, 'pay-invoice.unconfirmed.cancelled.title'],
  ];
  for (const [outcome, answer, said] of ended) {
    const again: Readonly<Record<string, (element: ConnectOutcome) => unknown>> = {
      'it is loaded again': (element) => element.reload(),
      'its token is renewed': (element) => (element.token = 'an0ther'),
    };
    for (const [why, act] of Object.entries(again)) {
      it(`says ${outcome} still, and tells and asks nothing again, when ${why}`, async () => {
        const { element, events, server } = await scene(`${payment}&status=${outcome}`, {
          [invoices]: answer,
        });
        await until(() => types(events).includes('connect-confirmed'), 'it is known');
        const asked = server.count();
        act(element);
        await settled();
        expect(messages(element)).to.deep.equal([said]);
        expect(types(events).filter((type) => type !== 'connect-load')).to.deep.equal([
          'connect-outcome',
          'connect-confirmed',
        ]);
        expect(server.count()).to.equal(asked);
      });
    }
  }

  it('says what is known, and tells nothing, where it is put in anew', async () => {
    const { element, events } = await scene(`${payment}&status=finished`, { [invoices]: paid });
    await until(() => types(events).includes('connect-confirmed'), 'it is known');
    const parent = element.parentElement;
    element.remove();
    await settled();
    parent?.append(element);
    await settled();
    expect(messages(element)).to.deep.equal(['pay-invoice.registered']);
    expect(types(events).filter((type) => type === 'connect-confirmed')).to.have.length(1);
  });

  for (const [who, act] of Object.entries({
    'another subscriber': async (element: ConnectOutcome) => {
      element.subscriber = 'anna';
      await settled();
      expect(element.outcome).to.equal('cancelled');
      element.subscriber = 'berit';
    },
    'nobody, after a log-out': () => signedOut(),
  })) {
    it(`is no outcome of ${who}`, async () => {
      const { element, events } = await scene(`${payment}&status=cancelled`, {
        [invoices]: unpaid,
      });
      await until(() => types(events).includes('connect-confirmed'), 'it is known');
      expect(element.outcome).to.equal('cancelled');
      await act(element);
      await settled();
      expect(messages(element)).to.not.include('pay-invoice.unconfirmed.cancelled.title');
      expect(element.outcome).to.equal(undefined);
    });
  }

  it('asks again with another token what nobody could answer with the first', async () => {
    const refused = json({}, 401);
    const { element, events, server } = await scene(`${payment}&status=finished`, {
      [invoices]: refused,
    });
    await until(() => messages(element).includes('pay-invoice.outcome.finished.title'));
    await settled();
    server.answer(invoices, paid);
    element.token = 'an0ther';
    await until(() => types(events).includes('connect-confirmed'), 'it is confirmed');
    expect(types(events).filter((type) => type === 'connect-outcome')).to.have.length(1);
  });

  it('tells the outcome of a change of method', async () => {
    const { element, events } = await scene(
      'connect=change-method~return~7~nexi~DN~&status=finished',
      {
        [methods]: json({ paymentMethodResponseItems: [{ paymentMethod: 'nexi', current: true }] }),
      },
    );
    await until(() => types(events).includes('connect-confirmed'));
    await element.updateComplete;
    expect(messages(element)).to.include('change-method.registered');
    expect(events.find(([type]) => type === 'connect-confirmed')?.[1]).to.deep.equal({
      flow: 'change-method',
      transactionId: 7,
      confirmed: true,
    });
  });

  for (const [query, outcome, title] of [
    ['&status=cancelled', 'cancelled', 'pay-invoice.unconfirmed.cancelled.title'],
    ['&status=failed', 'failed', 'pay-invoice.unconfirmed.failed.title'],
    ['&status=nonsense', 'unknown', 'pay-invoice.unconfirmed.unknown.title'],
    ['', 'unknown', 'pay-invoice.unconfirmed.unknown.title'],
  ] as const) {
    it(`shows ${outcome} for "${query}"`, async () => {
      const { element, events } = await scene(payment + query, { [invoices]: unpaid });
      await until(() => types(events).includes('connect-confirmed'));
      await element.updateComplete;
      expect(element.outcome).to.equal(outcome);
      expect(messages(element)).to.deep.equal([title]);
    });
  }

  for (const query of ['', 'status=finished', 'connect=mine&status=finished']) {
    it(`is empty, and leaves the address, with "${query}"`, async () => {
      const { element, events, where, server } = await scene(query);
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(element.outcome).to.equal(undefined);
      expect(events).to.deep.equal([['connect-load', { flow: 'pay-invoice', count: 0 }]]);
      expect(where()).to.equal(`https://site.example/thanks?a=1&${query}#top`);
      expect(server.count()).to.equal(0);
    });
  }

  it('says unknown when our parameter cannot be read', async () => {
    const { element, events } = await scene('connect=pay-invoice~x&status=finished');
    expect(messages(element)).to.deep.equal(['shared.unreadable.title']);
    expect(types(events).filter((type) => type === 'connect-error')).to.have.length(1);
    expect(types(events)).to.not.include('connect-outcome');
    expect(element.outcome).to.equal(undefined);
  });

  it('tells an error of the server, and can ask again', async () => {
    const { element, events, server } = await scene(`${payment}&status=finished`, {
      [invoices]: networkError,
    });
    await until(() => types(events).includes('connect-error'), 'the error is told');
    await element.updateComplete;
    server.answer(invoices, paid);
    button(element, 'pay-invoice.check-again').click();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    expect(types(events).filter((type) => type === 'connect-outcome')).to.have.length(1);
  });
});

describe('connect-outcome after an agreement was added', () => {
  const providers = [
    [
      'recurringVippsPayment',
      '/v1/customer/payment/vipps/agreement',
      'recurringAgreements',
      'agreementRef',
    ],
    [
      'recurringPayExCardPayment',
      '/v1/api/payment/payex/token',
      'paymentRecurrenceTokens',
      'recurrenceToken',
    ],
    [
      'recurringKlarnaPayment',
      '/v1/customer/payment/klarna/token',
      'recurringTokens',
      'recurrenceToken',
    ],
    [
      'recurringNexiPayment',
      '/v1/api/payment/nexi/subscription',
      'subscriptions',
      'subscriptionId',
    ],
  ] as const;
  const ids = { flow: 'add-agreement', transactionId: 7 };
  const told = (events: [string, unknown][], type: string) =>
    events.filter(([name]) => name === type).map(([, detail]) => detail);

  for (const [method, path, key, field] of providers) {
    const item = { [field]: 'ref-1', productCode: 'DN' };

    it(`asks the list of ${method}, and believes it`, async () => {
      const { element, events, server } = await scene(
        `connect=add-agreement~return~7~${method}~DN~~-&status=finished`,
        { [`GET ${path}`]: json({ [key]: [item] }) },
      );
      await until(() => types(events).includes('connect-confirmed'));
      await settled();
      expect(server.sent.map((one) => one.path)).to.deep.equal([path]);
      expect(told(events, 'connect-outcome')).to.deep.equal([
        { ...ids, outcome: 'finished', verified: false },
      ]);
      expect(told(events, 'connect-load')).to.deep.equal([{ flow: 'add-agreement', count: 1 }]);
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: true }]);
      expect(messages(element)).to.include('add-agreement.registered');
    });
  }

  it('does not take an older agreement for a new one', async () => {
    const item = { agreementRef: 'old', productCode: 'DN' };
    const [known] = fingerprints(decodeAgreements({ list: [item] }, 'list', 'vipps'), 'DN');
    const { events } = await scene(
      `connect=add-agreement~return~7~recurringVippsPayment~DN~~${known}&status=cancelled`,
      {
        'GET /v1/customer/payment/vipps/agreement': json({
          recurringAgreements: [item, { agreementRef: 'new', productCode: 'XX' }],
        }),
      },
    );
    await until(() => types(events).includes('connect-confirmed'));
    expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
  });

  it('says unknown, and asks nobody, when the address does not say what was known', async () => {
    const { element, events, server } = await scene(
      'connect=add-agreement~return~7~recurringVippsPayment~DN~&status=finished',
    );
    expect(messages(element)).to.deep.equal(['shared.unreadable.title']);
    expect(types(events)).to.not.include('connect-outcome');
    expect(server.count()).to.equal(0);
  });

  for (const method of ['constructor', 'bitcoin', 'nexi']) {
    it(`does not break on a method that no provider has: ${method}`, async () => {
      const { events } = await scene(
        `connect=add-agreement~return~7~${method}~DN~~-&status=finished`,
        { 'GET /v1/customer/payment/vipps/agreement': json({}) },
      );
      await until(() => types(events).includes('connect-confirmed'));
      expect(told(events, 'connect-confirmed')).to.deep.equal([{ ...ids, confirmed: false }]);
    });
  }
});
