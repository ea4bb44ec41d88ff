import { expect } from '@open-wc/testing';
import { isInvoicePaid } from '../../src/api/connect/invoices.js';
import { throughPage } from '../support/page-world.js';
import {
  aboutInvoice,
  backFromChange,
  backFromPayment,
  change,
  listAgreements,
  listInvoices,
  listMethods,
  pay,
  place,
} from './assumed-scene.js';
import { english } from './english.js';
import {
  apiBase,
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
  useServer,
} from './support.js';

// Each is called by what the page "What we assume" says of its member: that page is held against these names.

const methods = (...list: unknown[]) => json({ paymentMethodResponseItems: list });
const invoice = {
  ...{ invoiceNumber: '1001', product: 'DN', companyCode: 'AM', dueDate: '2026-12-01' },
  ...{ invoiceAmount: '295.00', amount: 295, paidAmount: 0 },
};
const invoices = (more: object = {}) => json({ invoices: [{ ...invoice, ...more }] });
const paid = invoices({ paidAmount: 295 });
const klarna = { attributes: { provider: 'klarna' } };
const agreements = (...recurringTokens: unknown[]) => json({ recurringTokens });
const rows = (element: Element) => [...(element.shadowRoot?.querySelectorAll('[part=item]') ?? [])];
const none = json({ errorMessage: 'no such operation' }, 404);

describe('paymentMethod', () => {
  it('an item that is not understood is left out; a list of which none is understood is `invalid-response`', async () => {
    const some = await place('connect-payment-methods', {
      [listMethods]: methods({ id: 3, name: 'Avtalegiro' }, 'invoice'),
    });
    expect(choices(some.element)).to.deep.equal(['Invoice']);
    some.element.remove();
    const { element, of } = await place('connect-payment-methods', {
      [listMethods]: methods({ id: 3, name: 'Avtalegiro' }),
    });
    expect(of('connect-error')[0]).to.include({ code: 'invalid-response' });
    expect(shown(element)).to.contain(english('shared.error.invalid-response'));
  });

  it('a code of another vocabulary is shown as it came', async () => {
    const { element } = await place('connect-payment-methods', {
      [listMethods]: methods('FAKTURA', 'invoice'),
    });
    expect(choices(element)).to.have.members(['FAKTURA', 'Invoice']);
  });

  it('in each case one can change to any of the documented methods, since only a list of these codes alone switches anything off', async () => {
    for (const list of [methods({ id: 3 }, 'invoice'), methods('FAKTURA', 'invoice')]) {
      const { element, navigations } = await place('connect-change-method', {
        [listMethods]: list,
        [change]: json({ paymentChangeId: 7 }),
      });
      expect(radios(element).map(({ disabled }) => disabled)).to.deep.equal(Array(6).fill(false));
      radios(element).at(-1)?.click();
      await element.change();
      expect(navigations).to.have.length(1);
      element.remove();
    }
    const { element } = await place('connect-change-method', {
      [listMethods]: methods({ paymentMethod: 'invoice', current: true }, 'autoGiro'),
    });
    expect(radios(element).filter(({ disabled }) => disabled)).to.have.length(4);
  });

  it('a marker by another name: no method is the current one, so a change is never confirmed', async () => {
    const isDefault = { code: 4, type: 'autoGiro', isDefault: true };
    const { element, of } = await place(
      'connect-change-method',
      { [listMethods]: methods(isDefault, 'invoice') },
      { query: `${backFromChange}&status=finished` },
    );
    await until(() => shown(element).includes(english('shared.check.unclear')), 'it is asked');
    await settled();
    expect(of('connect-outcome')[0]).to.include({ outcome: 'finished' });
    expect(of('connect-confirmed')).to.deep.equal([]);
  });
});

describe('standing', () => {
  it('a paid invoice is listed as owed and its payment never confirmed, or one that is owed is not offered', async () => {
    const settledElsewhere = { [listInvoices]: invoices({ state: 'settled' }) };
    const listed = await place('connect-invoices', settledElsewhere);
    expect(offered(listed.element)).to.include('invoices.pay');
    listed.element.remove();
    const back = await place('connect-pay-invoice', settledElsewhere, {
      query: `${backFromPayment}&status=finished`,
      attributes: aboutInvoice,
    });
    await until(() => back.of('connect-confirmed').length, 'it is told');
    expect(back.of('connect-confirmed')[0]).to.include({ confirmed: false });
    expect(messages(back.element)).to.deep.equal(['pay-invoice.unconfirmed.finished.title']);
    back.element.remove();
    const owed = await place('connect-invoices', {
      [listInvoices]: invoices({ paidAmount: 295, state: 'owed' }),
    });
    expect(offered(owed.element)).not.to.include('invoices.pay');
  });

  it('undefined counts as `unclear`: whoever asks whether it is paid gets `invalid-response`', async () => {
    const odd = json({ invoices: [{ invoiceNumber: '1001', state: 'settled' }] });
    useServer({ [listInvoices]: odd });
    const api = { url: apiBase, access: { id: 'test' }, ...throughPage };
    const { signal } = new AbortController();
    const asked = isInvoicePaid(api, { productCode: 'DN', invoiceNumber: '1001' }, { signal });
    const failure: unknown = await asked.catch((error: unknown) => error);
    expect(failure).to.include({ code: 'invalid-response' });
  });
});

describe('amountOf', () => {
  it('another sum is shown beside the invoice than the provider’s page asks for', async () => {
    const { element } = await place('connect-invoices', {
      [listInvoices]: invoices({ amount: 49 }),
    });
    expect(shown(element)).to.contain('NOK 295.00').and.not.contain('49.00');
  });
});

describe('day', () => {
  it('another day is shown, or none; an invoice may be called overdue a day too early', async () => {
    const badge = english('invoices.overdue');
    for (const [dueDate, seen, isOverdue] of [
      ['01.12.2026', '', false],
      ['2026-11-30T23:30:00Z', 'Dec 1, 2026', false],
      ['2026-11-21T02:00:00+05:00', 'Nov 20, 2026', true],
    ] as const) {
      const { element } = await place('connect-invoices', {
        [listInvoices]: invoices({ dueDate }),
      });
      expect(shown(element)).to.contain(seen);
      expect(/\d, 2026/.test(shown(element))).to.equal(seen !== '');
      expect(shown(element).includes(badge)).to.equal(isOverdue);
      element.remove();
    }
  });
});

describe('currencies', () => {
  it('sums are shown with another currency’s name', async () => {
    const { element } = await place('connect-invoices', {
      [listInvoices]: invoices({ currencyCode: 'EUR' }),
    });
    expect(shown(element)).to.contain('NOK 295.00').and.not.contain('€');
  });

  it('no request carries it', async () => {
    const { element, server } = await place(
      'connect-pay-invoice',
      { [listInvoices]: invoices(), [pay]: json({ transactionId: 42 }) },
      { attributes: { ...aboutInvoice, amount: '295', currency: 'EUR' } },
    );
    expect(shown(element)).to.contain('€295.00');
    await element.pay();
    expect(server.writes).to.have.length(1);
    for (const { url, body } of server.sent) {
      expect(`${url} ${JSON.stringify(body)}`).not.to.match(/EUR|NOK|currency/i);
    }
  });
});

describe('agreementReference', () => {
  it('the agreement is shown and cannot be removed', async () => {
    const item = { mandateId: 'm1', productCode: 'DN', paymentProviderId: 3 };
    const { element } = await place(
      'connect-agreements',
      { [listAgreements]: agreements(item) },
      klarna,
    );
    expect(rows(element)).to.have.length(1);
    expect(offered(element)).to.deep.equal(['add-agreement.action']);
  });
});

describe('isAgreementAbout', () => {
  it('agreements of other products are listed too, or some of this one are not', async () => {
    const other = { recurrenceToken: 'a', product: 'VG' };
    const ours = { recurrenceToken: 'b', productCode: 'dn' };
    const { element } = await place(
      'connect-agreements',
      { [listAgreements]: agreements(other, ours) },
      klarna,
    );
    expect(element.agreements.map(({ reference }) => reference)).to.deep.equal(['a']);
  });
});

describe('addAgreement', () => {
  it('adding one ends in `bad-request`; nothing is changed', async () => {
    const { element, of, navigations } = await place(
      'connect-agreements',
      {
        [listAgreements]: agreements({ recurrenceToken: 'a' }),
        'POST /v1/customer/payment/klarna/token': none,
      },
      klarna,
    );
    await element.add();
    await until(() => of('connect-error').length, 'it is told');
    expect(of('connect-error')[0]).to.include({ code: 'bad-request' });
    expect(messages(element)).to.deep.equal(['add-agreement.error.bad-request.title']);
    expect(navigations).to.deep.equal([]);
    expect(rows(element)).to.have.length(1);
  });
});

describe('removeAgreement', () => {
  it('removing one ends in `bad-request`, and the list is as before', async () => {
    const { element, of } = await place(
      'connect-agreements',
      {
        [listAgreements]: agreements({ recurrenceToken: 'a', paymentProviderId: 3 }),
        'PATCH /v1/customer/payment/klarna/token': none,
      },
      klarna,
    );
    button(element, 'agreements.remove').click();
    await element.updateComplete;
    button(element, 'agreements.remove.yes').click();
    await until(() => of('connect-error').length, 'it is told');
    expect(of('connect-error')[0]).to.include({ code: 'bad-request' });
    expect(of('connect-removed')).to.deep.equal([]);
    expect(rows(element)).to.have.length(1);
  });
});

/** A payer comes back with what nobody understands, of an invoice that is paid by the second question. */
async function comeBackUnread(query: string): Promise<void> {
  const { element, of } = await place(
    'connect-pay-invoice',
    { [listInvoices]: [invoices(), paid] },
    { query, attributes: aboutInvoice },
  );
  expect(of('connect-outcome')).to.deep.equal([
    { flow: 'pay-invoice', transactionId: 42, outcome: 'unknown', verified: false },
  ]);
  await until(() => of('connect-confirmed').length, 'the server says it');
  await element.updateComplete;
  expect(of('connect-confirmed')).to.deep.equal([
    { flow: 'pay-invoice', transactionId: 42, confirmed: true },
  ]);
  expect(messages(element)).to.deep.equal(['pay-invoice.registered']);
}

describe('resultParameters', () => {
  it('whoever comes back is told that it is not known how it went, while the server is asked; what it says then is right', () =>
    comeBackUnread(`${backFromPayment}&utfall=finished&steg=initiated`));
});

describe('outcome', () => {
  it('whoever comes back is told that it is not known how it went, while the server is asked; what it says then is right', () =>
    comeBackUnread(`${backFromPayment}&status=FINISHED`));
});

describe('outcomeIn', () => {
  it('whoever comes back is told that it is not known how it went, while the server is asked; what it says then is right', () =>
    comeBackUnread(`&status=finished${backFromPayment}`));
});

describe('errorMessage', () => {
  const refused = (body: object) =>
    place('connect-payment-methods', { [listMethods]: json(body, 400) });

  it('the message of the error is `HTTP` and the status', async () => {
    const { of } = await refused({ fault: { text: 'closed for today' } });
    expect(of('connect-error')[0]).to.include({ message: 'HTTP 400' });
  });

  it('its code never hangs on the body', async () => {
    for (const body of [{ errorMessage: 'unauthorized', status: 401 }, { error: 'server' }, {}]) {
      const { element, of } = await refused(body);
      expect(of('connect-error').at(-1)).to.include({ code: 'bad-request', status: 400 });
      element.remove();
    }
  });
});

describe('retryAfter', () => {
  it('a read waits too short and is refused again, three times at most, or up to two minutes too long', async () => {
    const list = methods('invoice');
    const short = await place('connect-payment-methods', {
      [listMethods]: rateLimited({ 'X-Wait': '300' }),
    });
    expect(short.server.count(listMethods)).to.equal(4);
    expect(short.of('connect-error')[0]).to.include({ code: 'rate-limited' });
    expect(short.waits.length).to.be.lessThan(300);
    short.element.remove();
    const long = await place('connect-payment-methods', {
      [listMethods]: [rateLimited({ 'X-RateLimit-Reset': '120' }), list],
    });
    expect(long.waits).to.have.length(120);
    expect(choices(long.element)).to.deep.equal(['Invoice']);
    long.element.remove();
    const longer = await place('connect-payment-methods', {
      [listMethods]: [rateLimited({ 'X-RateLimit-Reset': '121' }), list],
    });
    expect(longer.server.count(listMethods)).to.equal(1);
    expect(longer.of('connect-error')[0]).to.include({ code: 'rate-limited' });
  });
});
