import { expect } from '@open-wc/testing';
import '../../src/index.js';
import type { JsonObject } from '../../src/api/decode.js';
import { configError, ConnectError } from '../../src/api/errors.js';
import { isChange, isVisited } from '../../src/api/swedbank-pay/operations.js';
import { asProblem, problemType } from '../../src/api/swedbank-pay/problem.js';
import {
  decodeVippsDetails,
  decodeVippsPayment,
  isRegistered,
} from '../../src/api/swedbank-pay/vipps-payment.js';
import { minorUnits, transactionBody } from '../../src/host/charges.js';
import { decimals, money } from '../../src/i18n/format.js';
import { refusalOf } from '../../src/redirect/vipps-moments.js';
import { sample, samplePayment } from './vipps-sample.js';

const decoded = decodeVippsPayment(sample);
const withPayment = (fields: object) => ({ ...sample, payment: { ...samplePayment, ...fields } });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ConnectError) return `${error.code}: ${error.message}`;
  }
  return '';
}

describe('the sample of the document', () => {
  for (const [name, value] of Object.entries(samplePayment)) {
    it(`has its field ${name} in the typed value`, () => {
      const found = new Map<string, unknown>(Object.entries(decoded)).get(name);
      expect(found).to.equal(typeof value === 'object' ? value.id : value);
    });
  }

  it('has all its operations, as they are listed', () => {
    expect(decoded.operations).to.deep.equal(sample.operations);
  });
});

describe('a payment that differs from the sample', () => {
  it('may leave out everything but its number', () => {
    const payment = decodeVippsPayment({ payment: { number: 7, amount: null } });
    expect(payment).to.deep.equal({ number: 7, operations: [] });
  });

  it('may have payers and urls as the text that the document calls them', () => {
    const said = decodeVippsPayment(withPayment({ urls: '/a/urls', payers: '/a/payers' }));
    expect([said.urls, said.payers]).to.deep.equal(['/a/urls', '/a/payers']);
  });

  it('may list operations that nobody knows, and things that are none', () => {
    const operations = [null, 'x', { rel: 'dance', href: '/d', method: 'POST' }];
    expect(decodeVippsPayment({ ...sample, operations }).operations).to.deep.equal([
      { rel: 'dance', method: 'POST', href: '/d', contentType: '' },
    ]);
  });

  it('may call a cancellation as the page about cancellations does', () => {
    const operations = [{ rel: 'create-cancel', href: '/c', method: 'POST' }];
    const [operation] = decodeVippsPayment({ ...sample, operations }).operations;
    expect(operation?.rel).to.equal('create-cancellation');
  });

  for (const [name, body] of [
    ['no object', []],
    ['no payment', {}],
    ['a number that is rounded', withPayment({ number: 2 ** 53 })],
    ['a number as text', withPayment({ number: '1' })],
    ['an amount that is no whole number', withPayment({ amount: 15.5 })],
    ['a negative amount', withPayment({ remainingCaptureAmount: -1 })],
    ['an amount as text', withPayment({ amount: '1500' })],
    ['operations that are no list', { ...sample, operations: {} }],
  ] as const) {
    it(`is refused when there is ${name}`, () => {
      expect(codeOf(() => decodeVippsPayment(body))).to.match(/^invalid-response/);
    });
  }

  it('is refused by the name of what is wrong', () => {
    const said = codeOf(() => decodeVippsPayment(withPayment({ number: 0 })));
    expect(said).to.equal('invalid-response: number is not as documented');
  });
});

describe('what a payment has come to', () => {
  const of = (fields: object, ...rels: string[]) =>
    isRegistered(
      decodeVippsPayment({
        payment: { ...samplePayment, ...fields },
        operations: rels.map((rel) => ({ rel, href: '/x', method: 'GET' })),
      }),
    );
  const nothing = { remainingCaptureAmount: 0, remainingReversalAmount: 0 };
  for (const [what, fields, rels, expected] of [
    [
      'is open as in the sample, where both are listed',
      {},
      ['paid-payment', 'view-authorization'],
      undefined,
    ],
    ['is open while it can be authorised by redirect', {}, ['redirect-authorization'], undefined],
    ['is open while it can be authorised in a view', {}, ['view-payment'], undefined],
    ['is registered when it is listed as paid', nothing, ['paid-payment'], true],
    ['is registered when something is left to charge', {}, [], true],
    [
      'is registered when something can be paid back',
      { ...nothing, remainingReversalAmount: 1 },
      [],
      true,
    ],
    ['is open while it is pending', { ...nothing, state: 'Pending' }, [], undefined],
    ['is over when it failed', { state: 'Failed' }, ['failed-payment'], false],
    ['is over when it was aborted', { state: 'Aborted' }, [], false],
    ['goes by its operations when the state is unknown', { state: 'Odd' }, ['paid-payment'], true],
    ['is not over when it has almost failed', { state: 'AlmostFailed' }, ['paid-payment'], true],
    ['is not over when it failed over', { state: 'FailedOver' }, ['paid-payment'], true],
    ['goes by its operations without a state', { state: undefined }, ['paid-payment'], true],
  ] as const) {
    it(what, () => expect(of(fields, ...rels)).to.equal(expected));
  }
});

describe('problems', () => {
  const problem = (type: string) => ({
    type: `https://api.payex.com/psp/errordetail/vipps/${type}`,
    title: 'x',
    status: 400,
  });
  const notFound = ['vipps-payment.not-found', 'shared.error.bad-request'];
  const declined = ['vipps-payment.refused', 'shared.error.declined'];
  const refused = ['vipps-payment.refused', 'shared.error.bad-request'];
  const failed = ['vipps-payment.refused', 'shared.error.server'];
  const doubt = ['vipps-payment.in-doubt.title', 'vipps-payment.in-doubt.body'];
  for (const [type, code, status, expected, words] of [
    ['inputerror', 'bad-request', 400, 'bad-request', refused],
    ['configurationerror', 'bad-request', 403, 'bad-request', refused],
    ['forbidden', 'bad-request', 403, 'bad-request', refused],
    ['notfound', 'bad-request', 404, 'bad-request', notFound],
    ['systemerror', 'server', 500, 'server', failed],
    ['systemerror', 'in-doubt', 500, 'in-doubt', doubt],
    ['vipps_error', 'bad-request', 403, 'declined', declined],
    ['vipps_declined', 'bad-request', 400, 'declined', declined],
    ['acquirer_error', 'bad-request', 403, 'declined', declined],
    ['acquirer_gateway_error', 'in-doubt', 502, 'in-doubt', doubt],
    ['acquirer_gateway_timeout', 'in-doubt', 504, 'in-doubt', doubt],
    ['constructor', 'bad-request', 400, 'bad-request', refused],
    ['no_vipps_error', 'bad-request', 400, 'bad-request', refused],
  ] as const) {
    it(`of the type ${type} (${status}) are ${expected}, and said calmly`, () => {
      const body = problem(type);
      const error = asProblem(new ConnectError(code, `HTTP ${status}`, status, undefined, body));
      expect(problemType(body)).to.equal(type);
      expect(error).to.include({ code: expected, status, body, message: `HTTP ${status} ${type}` });
      const failure = new ConnectError(code, `HTTP ${status}`, status, undefined, body);
      expect(refusalOf(failure)).to.deep.equal(words);
    });
  }

  for (const body of [undefined, null, [], 'x', {}, { type: 5 }, { type: '' }, { type: 'a/' }]) {
    it(`are no problems when the body is ${JSON.stringify(body)}`, () => {
      const error = new ConnectError('server', 'HTTP 500', 500, undefined, body);
      expect(asProblem(error).code).to.equal('server');
      expect(refusalOf(error)).to.deep.equal(failed);
    });
  }
});

describe('the bodies of the operations', () => {
  const bodyOf = (rel: string, given?: JsonObject) =>
    transactionBody(rel, decoded, given, configError);

  it('capture what is left, with a reference of at most 30 characters that is new each time', () => {
    const one = bodyOf('create-capture');
    const two = bodyOf('create-capture');
    expect(one).to.have.nested.include({
      'transaction.amount': 1500,
      'transaction.vatAmount': 0,
      'transaction.description': 'Test Purchase',
    });
    expect(JSON.stringify(one)).to.match(/"payeeReference":"[a-z0-9]{8,30}"/);
    expect(JSON.stringify(one)).to.not.equal(JSON.stringify(two));
  });

  it('capture what is asked for', () => {
    const given = { transaction: { amount: 5, vatAmount: 1, payeeReference: 'mine' } };
    expect(bodyOf('create-capture', given)).to.deep.equal({
      transaction: { ...given.transaction, description: 'Test Purchase' },
    });
  });

  it('cancel without an amount', () => {
    const body = bodyOf('create-cancellation');
    expect(JSON.stringify(body)).to.match(
      /^\{"transaction":\{"payeeReference":"[a-z0-9]+","description":"Test Purchase"\}\}$/,
    );
  });

  it('are those of a change only when the name begins so', () => {
    expect(['create-x', 'update-x', 'paid-update', 're-create'].map(isChange)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });

  it('are not for what is gone to, which is what the name begins with', () => {
    expect(['view-x', 'redirect-x', 'paid-view', 'no-redirect'].map(isVisited)).to.deep.equal([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('amounts', () => {
  for (const [amount, vatAmount, field] of [
    [1, 0, undefined],
    [1500, 1500, undefined],
    [1501, 0, 'amount'],
    [0, 0, 'amount'],
    [-1, 0, 'amount'],
    [1.5, 0, 'amount'],
    [NaN, 0, 'amount'],
    ['15', 0, 'amount'],
    [500, 501, 'vatAmount'],
    [500, -1, 'vatAmount'],
    [500, undefined, 'vatAmount'],
  ] as const) {
    it(`of ${amount} with ${vatAmount} are ${field ? `refused, naming ${field}` : 'allowed'}`, () => {
      const said = codeOf(() =>
        transactionBody(
          'create-capture',
          decoded,
          { transaction: { amount, vatAmount } },
          configError,
        ),
      );
      const expected = `config: transaction.amount: expected 1 to 1500 minor units`;
      expect(said.slice(0, expected.length)).to.equal(field ? expected : '');
      if (field) expect(said).to.contain(field);
    });
  }

  for (const [text, digits, expected] of [
    ['15', 2, 1500],
    ['15.5', 2, 1550],
    ['15.50', 2, 1550],
    ['0.01', 2, 1],
    ['1.10', 2, 110],
    ['4.35', 2, 435],
    ['1.005', 3, 1005],
    ['8.201', 3, 8201],
    ['500', 0, 500],
    ['7.', 2, 700],
    ['1.005', 2, NaN],
    ['5.0', 0, NaN],
    ['1e3', 2, NaN],
    ['-1', 2, NaN],
    ['', 2, NaN],
  ] as const) {
    it(`turn "${text}" into ${expected} with ${digits} decimals`, () => {
      expect(minorUnits(text, digits)).to.deep.equal(expected);
    });
  }

  for (const [currency, digits, shown] of [
    ['NOK', 2, 'NOK 15.00'],
    ['JPY', 0, '¥1,500'],
    ['KWD', 3, 'KWD 1.500'],
    ['?', 2, '? 15'],
  ] as const) {
    it(`are shown with the ${digits} decimals of ${currency}`, () => {
      expect(decimals(currency)).to.equal(digits);
      const text = money(1500 / 10 ** digits, currency, 'en').replace('\u00a0', ' ');
      expect(text).to.equal(shown);
    });
  }
});

describe('details', () => {
  it('of a paid payment are its number and amount', () => {
    const paid = { id: '/p', number: 5, amount: 1500, payeeReference: 'r' };
    expect(decodeVippsDetails({ payment: '/p', paid })).to.include({ number: '5', amount: 1500 });
  });

  it('of a failed payment are the reason', () => {
    const problem = { type: 'x', title: 'Declined', detail: 'No cover' };
    expect(decodeVippsDetails({ problem })).to.include({ title: 'Declined', detail: 'No cover' });
  });

  for (const body of [{}, { paid: 'x' }, { paid: { amount: '1500' } }, { paid: { amount: 1.5 } }]) {
    it(`are refused when they are ${JSON.stringify(body)}`, () => {
      expect(codeOf(() => decodeVippsDetails(body))).to.match(/^invalid-response/);
    });
  }
});
