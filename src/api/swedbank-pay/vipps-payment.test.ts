import { describe, it } from 'node:test';
import { expect } from 'chai';
import { sample, samplePayment } from '../../../test/support/vipps-sample.js';
import { ConnectError } from '../errors.js';
import { isChange, isVisited } from './operations.js';
import { asProblem, problemType } from './problem.js';
import { decodeVippsDetails, decodeVippsPayment, isRegistered } from './vipps-payment.js';

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
    it(what, () => void expect(of(fields, ...rels)).to.equal(expected));
  }
});

describe('problems', () => {
  const problem = (type: string) => ({
    type: `https://api.payex.com/psp/errordetail/vipps/${type}`,
    title: 'x',
    status: 400,
  });
  for (const [type, code, status, expected] of [
    ['inputerror', 'bad-request', 400, 'bad-request'],
    ['configurationerror', 'bad-request', 403, 'bad-request'],
    ['forbidden', 'bad-request', 403, 'bad-request'],
    ['notfound', 'bad-request', 404, 'bad-request'],
    ['systemerror', 'server', 500, 'server'],
    ['systemerror', 'in-doubt', 500, 'in-doubt'],
    ['vipps_error', 'bad-request', 403, 'declined'],
    ['vipps_declined', 'bad-request', 400, 'declined'],
    ['acquirer_error', 'bad-request', 403, 'declined'],
    ['acquirer_gateway_error', 'in-doubt', 502, 'in-doubt'],
    ['acquirer_gateway_timeout', 'in-doubt', 504, 'in-doubt'],
    ['constructor', 'bad-request', 400, 'bad-request'],
    ['no_vipps_error', 'bad-request', 400, 'bad-request'],
  ] as const) {
    it(`of the type ${type} (${status}) are ${expected}`, () => {
      const body = problem(type);
      const error = asProblem(new ConnectError(code, `HTTP ${status}`, status, undefined, body));
      expect(problemType(body)).to.equal(type);
      expect(error).to.include({ code: expected, status, body, message: `HTTP ${status} ${type}` });
    });
  }

  for (const body of [undefined, null, [], 'x', {}, { type: 5 }, { type: '' }, { type: 'a/' }]) {
    it(`are no problems when the body is ${JSON.stringify(body)}`, () => {
      const error = new ConnectError('server', 'HTTP 500', 500, undefined, body);
      expect(asProblem(error).code).to.equal('server');
    });
  }
});

describe('the operations', () => {
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
