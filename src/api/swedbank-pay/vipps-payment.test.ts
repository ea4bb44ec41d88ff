import { describe, it } from 'node:test';
import { expect } from 'chai';
import { sample, samplePayment } from '../../../test/support/vipps-sample.js';
import { ConnectError } from '../errors.js';
import { isChange, isScript, isVisited } from './operations.js';
import { asProblem, problemType } from './problem.js';
import { amountOf, decodeVippsDetails, decodeVippsPayment, isRegistered } from './vipps-payment.js';

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
    ['is open when it was only created, all of which is left to charge', {}, [], undefined],
    ['is open when something can be paid back', { remainingReversalAmount: 1 }, [], undefined],
    ['is open while it is pending, with nothing listed', { state: 'Pending' }, [], undefined],
    [
      'is open while it is pending, whatever is listed',
      { state: 'Pending' },
      ['paid-payment'],
      undefined,
    ],
    ['is open when it can be charged and is not listed as paid', {}, ['create-capture'], undefined],
    ['is open when a rel only begins as the paid one', nothing, ['paid-payments'], undefined],
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
    ['acquirererror', 'bad-request', 403, 'declined'],
    ['card_declined', 'bad-request', 403, 'declined'],
    ['card_blacklisted', 'bad-request', 400, 'declined'],
    ['fraud_detected', 'bad-request', 403, 'declined'],
    ['payment_token_error', 'bad-request', 403, 'declined'],
    ['card_declined', 'in-doubt', 500, 'in-doubt'],
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

describe('what a payer reads as the amount', () => {
  const of = (fields: object) =>
    amountOf(decodeVippsPayment({ payment: { ...samplePayment, ...fields } }));
  for (const [what, fields, expected] of [
    ['is what was authorised', { amount: 1500, remainingCaptureAmount: 500 }, 1500],
    ['is what can be charged before that', { amount: 0, remainingCaptureAmount: 1500 }, 1500],
    ['is that too where no amount is there', { amount: null, remainingCaptureAmount: 700 }, 700],
    ['is nothing after an abort', { amount: 0, remainingCaptureAmount: 0 }, undefined],
    [
      'is nothing where the server says none',
      { amount: null, remainingCaptureAmount: null },
      undefined,
    ],
  ] as const) {
    it(what, () => void expect(of(fields)).to.equal(expected));
  }
});

describe('the operations', () => {
  const kinds = {
    change: ['update-payment-abort', 'create-capture', 'create-cancellation'],
    script: ['view-authorization', 'view-payment'],
    page: ['redirect-authorization'],
    details: ['paid-payment', 'failed-payment', 'aborted-payment'],
    unknown: ['create-x', 'view-x', 'redirect-x', 'constructor', ''],
  };
  for (const [kind, rels] of Object.entries(kinds)) {
    for (const rel of rels) {
      it(`are told apart: ${rel || 'none'} is of the kind ${kind}`, () => {
        expect(isChange(rel)).to.equal(kind === 'change');
        expect(isScript(rel)).to.equal(kind === 'script');
        expect(isVisited(rel)).to.equal(kind === 'script' || kind === 'page');
      });
    }
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

  it('of an aborted payment are the reason', () => {
    const aborted = { abortReason: 'CancelledByConsumer' };
    expect(decodeVippsDetails({ payment: '/p', aborted })).to.deep.equal(aborted);
  });

  for (const body of [{}, { paid: 'x' }, { paid: { amount: '1500' } }, { paid: { amount: 1.5 } }]) {
    it(`are refused when they are ${JSON.stringify(body)}`, () => {
      expect(codeOf(() => decodeVippsDetails(body))).to.match(/^invalid-response/);
    });
  }
});
