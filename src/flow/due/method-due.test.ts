import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeAgreements, providerOf } from '../../api/connect/agreements.js';
import { methodDue } from './method-due.js';

const card = (month: unknown, year: unknown, more: object = {}) => ({
  ...{ recurrenceToken: 'r', productCode: 'DN', maskedCardNumber: 'xxxx-x2348' },
  ...{ expirationMonth: month, expirationYear: year, ...more },
});
const payex = (items: readonly object[]) => decodeAgreements({ tokens: items }, 'tokens', 'payex');
const dueOf = (items: readonly object[], at: string) =>
  methodDue('recurringPayExCardPayment', payex(items), 'DN', Date.parse(at));

describe('whether a way to pay is about to stop', () => {
  it('is told with the card and what renews it', () => {
    assert.deepEqual(dueOf([card('12', '26')], '2026-12-20T00:00Z'), {
      ...{ kind: 'card', productCode: 'DN', paymentMethod: 'recurringPayExCardPayment' },
      ...{ card: 'xxxx-x2348', expires: '12/26', isLate: false },
    });
  });

  for (const [at, expected] of [
    ['2026-12-01T23:59:59Z', undefined],
    ['2026-12-02T00:00:00Z', false],
    ['2026-12-31T23:59:59Z', false],
    ['2027-01-01T00:00:00Z', true],
  ] as const) {
    it(`is ${String(expected)} at ${at} of a card that is good through December`, () => {
      assert.equal(dueOf([card('12', '26')], at)?.isLate, expected);
    });
  }

  it('is not, as long as one of the cards of the product is good', () => {
    const at = '2026-12-20T00:00Z';
    assert.equal(dueOf([card('12', '26'), card('1', '28')], at), undefined);
    assert.equal(dueOf([card('1', '28'), card('12', '26')], at), undefined);
    assert.equal(dueOf([card('11', '26'), card('12', '26')], at)?.expires, '12/26');
  });

  it('is not, of a card whose month nobody can read', () => {
    assert.equal(dueOf([card('', '')], '2026-12-20T00:00Z'), undefined);
    assert.equal(dueOf([card('11', '26'), card('13', '26')], '2026-12-20T00:00Z'), undefined);
  });

  it('is of the product alone: one that names none may be its own', () => {
    const at = '2026-12-20T00:00Z';
    assert.equal(dueOf([card('1', '30', { productCode: 'AB' })], at)?.kind, 'agreement');
    assert.equal(dueOf([card('1', '30', { productCode: undefined })], at), undefined);
  });

  it('is so when no agreement is listed any more, whoever keeps them', () => {
    const due = methodDue('recurringVippsPayment', [], 'DN', 0);
    assert.equal(due?.kind, 'agreement');
    assert.equal(due?.isLate, true);
    assert.equal(due?.paymentMethod, 'recurringVippsPayment');
  });

  it('is not, of an agreement that never expires', () => {
    const items = [{ agreementRef: 'a', productCode: 'DN' }];
    const agreements = decodeAgreements({ list: items }, 'list', 'vipps');
    assert.equal(methodDue('recurringVippsPayment', agreements, 'DN', Date.now()), undefined);
  });

  it('goes by what the dialect says of whose an agreement is', () => {
    const isAgreementAbout = () => false;
    const cards = payex([card('1', '30')]);
    const due = methodDue('recurringPayExCardPayment', cards, 'DN', 0, { isAgreementAbout });
    assert.equal(due?.kind, 'agreement');
  });

  it('knows who keeps the agreements of a way to pay', () => {
    assert.equal(providerOf('recurringPayExCardPayment'), 'payex');
    assert.equal(providerOf('recurringNexiPayment'), 'nexi');
    for (const other of ['invoice', 'autoGiro', 'bitcoin', 'payex', '']) {
      assert.equal(providerOf(other), undefined);
    }
  });
});
