import { expect } from '@open-wc/testing';
import { subjectKey } from '../../src/flow/subject-key.js';
import { fingerprints } from '../../src/api/connect/agreements.js';
import { returnAddress } from '../../src/flow/return-address.js';
import {
  aboutInvoice,
  change,
  listAgreements,
  listInvoices,
  listMethods,
  pay,
  place,
  today,
} from './assumed-scene.js';
import { english } from './english.js';
import {
  button,
  choices,
  json,
  messages,
  offered,
  radios,
  rateLimited,
  settled,
  shown,
  until,
  usePlatform,
  type Reply,
} from './support.js';

// Each is called by what the page "What we assume" says beside the dialect: the page is held against these names.

const methods = (...list: unknown[]) => json({ paymentMethodResponseItems: list });
const inUse = (paymentMethod: string, ...others: string[]) =>
  methods({ paymentMethod, current: true }, ...others);
const created = json({ transactionId: 42 });
const invoiceElement = { attributes: aboutInvoice };
const payInvoice = (table: Record<string, Reply | Reply[]>, more = {}) =>
  place('connect-pay-invoice', table, { ...invoiceElement, ...more });

describe('what is assumed of the API beside the dialect', () => {
  it('it is always sent, and does no harm', async () => {
    const { element, server, navigations } = await place('connect-change-method', {
      [listMethods]: inUse('invoice', 'autoGiro'),
      [change]: json({ paymentChangeId: 7 }),
    });
    await element.change();
    expect(navigations).to.have.length(1);
    expect(server.sent.map(({ method }) => method)).to.include.members(['GET', 'POST']);
    for (const { headers } of server.sent) {
      expect(headers.get('Accept')).to.equal('application/json');
    }
  });

  it('`invalid-response` or `unauthorized`, and nothing follows the redirect', async () => {
    const redirect: Reply = () =>
      Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    for (const [isOwn, code] of [
      [false, 'invalid-response'],
      [true, 'unauthorized'],
    ] as const) {
      usePlatform({ isSameOrigin: () => isOwn });
      const { element, of, server } = await place('connect-payment-methods', {
        [listMethods]: redirect,
      });
      expect(of('connect-error')[0]).to.include({ code });
      expect(shown(element)).to.contain(english(`shared.error.${code}`));
      expect(server.sent.map(({ init }) => init.redirect)).to.deep.equal(['manual']);
      element.remove();
    }
  });

  it('one that nobody owes is offered: the API refuses it, or the provider’s page shows what is asked', async () => {
    const odd = { invoiceNumber: '1001', product: 'DN', companyCode: 'AM', invoiceAmount: 'tba' };
    const { element, server } = await place('connect-invoices', {
      [listInvoices]: json({ invoices: [odd] }),
      [pay]: json({ errorMessage: 'nothing is owed' }, 400),
    });
    button(element, 'invoices.pay').click();
    await element.updateComplete;
    const payment = element.shadowRoot?.querySelector('connect-pay-invoice');
    if (!payment) throw new Error('nothing has opened');
    await until(() => payment.matches(':state(ready)'), 'it is ready');
    await payment.pay();
    await until(() => messages(payment).length, 'it is told');
    expect(messages(payment)).to.deep.equal(['pay-invoice.error.bad-request.title']);
    expect(server.writes).to.have.length(1);
    // Without a sum of ours, the provider's page alone says what is asked.
    expect(offered(payment)).to.include('pay-invoice.action');
  });

  it('a change that is done at once has no id: `invalid-response`, and the server is read', async () => {
    const { element, of, server, navigations } = await place('connect-change-method', {
      [listMethods]: [
        inUse('invoice', 'autoGiro'),
        inUse('invoice', 'autoGiro'),
        inUse('autoGiro'),
      ],
      [change]: json({ success: true }),
    });
    radios(element)
      .find(({ value }) => value === 'autoGiro')
      ?.click();
    await element.change();
    await until(() => of('connect-confirmed').length, 'it is read');
    expect(of('connect-error')[0]).to.include({ code: 'invalid-response' });
    expect(of('connect-confirmed')[0]).to.include({ confirmed: true });
    expect(server.writes).to.have.length(1);
    expect(navigations).to.deep.equal([]);
  });

  it('a second one is begun without a question, and both are paid', async () => {
    const about = { flow: 'pay-invoice', paymentMethod: 'nexi', productCode: 'DN' } as const;
    const key = subjectKey({ ...about, invoiceNumber: '1001' });
    for (const [minutes, offer] of [
      [9, 'pay-invoice.continue'],
      [11, 'pay-invoice.action'],
    ] as const) {
      const kept = [[key, `left 7 ${today - minutes * 60_000} other nexi `]] as const;
      const { element, server } = await payInvoice({ [pay]: created }, { kept });
      await until(() => offered(element).includes(offer), offer);
      if (minutes > 10) await element.pay();
      expect(server.writes).to.have.length(minutes > 10 ? 1 : 0);
      element.remove();
    }
  });

  it('one that replaces another under its old name is not confirmed', async () => {
    const item = { recurrenceToken: 'same', productCode: 'DN', paymentProviderId: 3 };
    const list = { [listAgreements]: json({ recurringTokens: [item] }) };
    const first = await place('connect-agreements', list, { attributes: { provider: 'klarna' } });
    const [known] = fingerprints(first.element.agreements, 'DN');
    first.element.remove();
    const address = returnAddress('https://site.example/', 'return', {
      ...{ flow: 'add-agreement', transactionId: 7, paymentMethod: 'recurringKlarnaPayment' },
      ...{ productCode: 'DN', invoiceNumber: '', known },
    });
    const { of } = await place('connect-agreements', list, {
      attributes: { provider: 'klarna' },
      query: `&${new URL(address).search.slice(1)}&status=finished`,
    });
    await until(() => of('connect-confirmed').length, 'it is told');
    expect(of('connect-confirmed')[0]).to.include({ confirmed: false });
  });

  it('whoever renews it is told calmly that a renewal does not show, and may choose', async () => {
    const address = returnAddress('https://site.example/', 'return', {
      ...{ flow: 'change-method', transactionId: 7, paymentMethod: 'recurringPayExCardPayment' },
      ...{ productCode: 'DN', invoiceNumber: '', known: 'recurringPayExCardPayment' },
    });
    const { element, of } = await place(
      'connect-change-method',
      { [listMethods]: inUse('recurringPayExCardPayment', 'invoice') },
      { query: `&${new URL(address).search.slice(1)}&status=finished` },
    );
    await until(() => shown(element).includes(english('change-method.renewal')), 'it is asked');
    await settled();
    expect(of('connect-confirmed')).to.deep.equal([]);
    expect(offered(element)).to.deep.equal(['change-method.action']);
  });

  it('a read waits longer than it has to, or is refused again', async () => {
    const waiting = await place('connect-payment-methods', {
      [listMethods]: [rateLimited(), methods('invoice')],
    });
    expect(waiting.waits.length).to.be.greaterThan(5);
    expect(choices(waiting.element)).to.deep.equal(['Invoice']);
    waiting.element.remove();
    const refused = await place('connect-payment-methods', { [listMethods]: rateLimited() });
    expect(refused.server.count()).to.equal(4);
    expect(refused.of('connect-error')[0]).to.include({ code: 'rate-limited' });
    expect(shown(refused.element)).to.contain(english('shared.error.rate-limited'));
  });
});
