import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { JsonObject } from '../api/decode.js';
import { configError, ConnectError } from '../api/errors.js';
import { decodeVippsPayment } from '../api/swedbank-pay/vipps-payment.js';
import { sample } from '../../test/support/vipps-sample.js';
import { minorUnits, transactionBody } from './charges.js';

const decoded = decodeVippsPayment(sample);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ConnectError) return `${error.code}: ${error.message}`;
  }
  return '';
}

describe('the bodies of the operations', () => {
  const bodyOf = (rel: string, given?: JsonObject) =>
    transactionBody(rel, decoded, given, configError);

  it('capture what is left, with a reference of twelve digits that is new each time', () => {
    const one = bodyOf('create-capture');
    const two = bodyOf('create-capture');
    expect(one).to.have.nested.include({
      'transaction.amount': 1500,
      'transaction.vatAmount': 0,
      'transaction.description': 'Test Purchase',
    });
    expect(JSON.stringify(one)).to.match(/"payeeReference":"\d{12}"/);
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
      /^\{"transaction":\{"payeeReference":"\d{12}","description":"Test Purchase"\}\}$/,
    );
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
});
