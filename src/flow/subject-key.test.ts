import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subjectKey, subjectOfKey } from './subject-key.js';

describe('what a key is about', () => {
  const invoice = { flow: 'pay-invoice', invoiceNumber: '1001', paymentMethod: '' } as const;
  const addition = {
    flow: 'add-agreement',
    invoiceNumber: '',
    paymentMethod: 'recurringVippsPayment',
  } as const;
  for (const productCode of ['DN', 'DN 2', ' DN', 'DN ', 'a  b']) {
    it(`is read back of a product called "${productCode}"`, () => {
      for (const about of [invoice, addition]) {
        const subject = { ...about, productCode };
        assert.deepEqual(subjectOfKey(subjectKey(subject)), subject);
      }
      const change = { ...invoice, flow: 'change-method', invoiceNumber: '', productCode } as const;
      assert.deepEqual(subjectOfKey(subjectKey(change)), change);
    });
  }

  it('is nothing where it is none of ours', () => {
    assert.equal(subjectOfKey('connect-elements told'), undefined);
    assert.equal(subjectOfKey('other pay-invoice DN 1001'), undefined);
  });
});
