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
  const codes = ['DN', 'DN 2', ' DN', 'DN ', 'a  b', 'a%20b', '%', 'a;b|c/d.e', `'"~\n`, 'Åre+'];
  for (const productCode of codes) {
    it(`is read back of a product called ${JSON.stringify(productCode)}`, () => {
      const numbered = codes.map((invoiceNumber) => ({ ...invoice, invoiceNumber }));
      for (const about of [...numbered, addition]) {
        const subject = { ...about, productCode };
        assert.deepEqual(subjectOfKey(subjectKey(subject)), subject);
      }
      const change = { ...invoice, flow: 'change-method', invoiceNumber: '', productCode } as const;
      assert.deepEqual(subjectOfKey(subjectKey(change)), change);
    });
  }

  it('is that of no other, wherever the spaces are', () => {
    const one = { ...invoice, productCode: 'DN', invoiceNumber: '2 1001' };
    const other = { ...invoice, productCode: 'DN 2', invoiceNumber: '1001' };
    assert.notEqual(subjectKey(one), subjectKey(other));
  });

  it('stays what it was where there are none', () => {
    const about = { ...invoice, productCode: 'DN;.|/"' };
    assert.equal(subjectKey(about), 'connect-elements pay-invoice DN;.|/" 1001');
  });

  it('is nothing where it is none of ours', () => {
    assert.equal(subjectOfKey('connect-elements told'), undefined);
    assert.equal(subjectOfKey('other pay-invoice DN 1001'), undefined);
  });
});
