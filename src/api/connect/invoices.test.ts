import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeInvoiceList, mayBeOwed } from './invoice-list.js';
import { isPaid } from './invoices.js';
import { standingOf } from './standing.js';

describe('an invoice', () => {
  for (const [name, fields, standing] of [
    ['of which nothing is paid', { invoiceAmount: '295.00', amount: 49, paidAmount: 0 }, 'owed'],
    ['that does not say what was paid', { invoiceAmount: 295 }, 'owed'],
    ['paid in part', { invoiceAmount: '295.00', paidAmount: 49 }, 'owed'],
    ['a hundredth short', { invoiceAmount: '589.00', paidAmount: 588.99 }, 'owed'],
    ['paid but for its other amount', { invoiceAmount: 49, amount: 295, paidAmount: 49 }, 'owed'],
    ['paid', { invoiceAmount: '295.00', amount: 49, paidAmount: 295 }, 'paid'],
    [
      'paid, but for what a sum has lost',
      { amount: 588.96, paidAmount: 588.9599999999999 },
      'paid',
    ],
    ['paid, but for what its amount has gained', { amount: 0.1 + 0.2, paidAmount: 0.3 }, 'paid'],
    ['overpaid', { invoiceAmount: 295, paidAmount: 300 }, 'paid'],
    [
      'paid, written with commas',
      { invoiceAmount: '1 295,00', paidAmount: '1\u00a0295,00' },
      'paid',
    ],
    ['owed, written with commas', { invoiceAmount: '295,00', amount: 49, paidAmount: 49 }, 'owed'],
    ['that names no amount but was paid', { paidAmount: 49 }, 'paid'],
    ['of nought', { invoiceAmount: '0.00', amount: 0, paidAmount: 0 }, 'nothing'],
    ['of less than half a hundredth', { amount: 0.004 }, 'nothing'],
    ['that is a credit note', { invoiceAmount: '-295.00', amount: -295, paidAmount: 0 }, 'nothing'],
    ['that is a paid credit note', { invoiceAmount: '-295.00', paidAmount: -295 }, 'nothing'],
    ['of nought, whatever its other amount', { invoiceAmount: '0.00', amount: 49 }, 'nothing'],
    ['that says nothing', {}, 'unclear'],
    ['whose texts are empty', { invoiceAmount: '', amount: ' ', paidAmount: '' }, 'unclear'],
    [
      'whose amount cannot be read',
      { invoiceAmount: '295 kr', amount: 49, paidAmount: 0 },
      'unclear',
    ],
    ['whose other amount cannot be read', { invoiceAmount: 295, amount: '1,295' }, 'unclear'],
    ['whose amount is an object', { invoiceAmount: { value: 295 }, amount: 49 }, 'unclear'],
    ['whose paid sum cannot be read', { invoiceAmount: 295, paidAmount: '295 kr' }, 'unclear'],
  ] as const) {
    it(`${name} is ${standing}`, () => {
      assert.equal(standingOf(fields), standing);
      const [invoice] = decodeInvoiceList({
        invoices: [{ invoiceNumber: '7', ...fields }],
      }).invoices;
      assert.equal(invoice?.standing, standing);
      // Neither paid nor unpaid: "not paid" would invite to pay twice.
      const isUnclear = standing === 'unclear';
      assert.equal(invoice.isPaid, isUnclear ? undefined : standing === 'paid');
      const ask = () => isPaid({ invoices: [{ invoiceNumber: '7', ...fields }] }, '7');
      if (isUnclear) assert.throws(ask, { code: 'invalid-response' });
      else assert.equal(ask(), invoice.isPaid);
    });
  }

  for (const [fields, total, unreadTotal] of [
    [{ invoiceAmount: '295.00', amount: 49 }, 295, ''],
    [{ amount: 49 }, 49, ''],
    [{ invoiceAmount: '', amount: 49 }, 49, ''],
    [{ invoiceAmount: '295,00', amount: 49 }, 295, ''],
    [{ invoiceAmount: ' 295 kr ', amount: 49 }, NaN, '295 kr'],
    [{ invoiceAmount: { value: 1 }, amount: 49 }, NaN, ''],
    [{}, NaN, ''],
  ] as const) {
    it(`is about its invoiceAmount as it came, or else its amount: ${JSON.stringify(fields)}`, () => {
      const [invoice] = decodeInvoiceList({ invoices: [fields] }).invoices;
      assert.deepEqual([invoice?.total, invoice?.unreadTotal], [total, unreadTotal]);
    });
  }

  for (const [fields, expected] of [
    [{ invoiceAmount: 295, paymentDate: '2026-01-01' }, true],
    [{ invoiceAmount: 295, paidAmount: 295 }, false],
    [{ invoiceAmount: -295 }, false],
    [{ invoiceAmount: 0 }, false],
    [{ invoiceAmount: '295 kr', paidAmount: 0 }, true],
    [{ invoiceAmount: '295 kr' }, true],
    [{ invoiceAmount: '295 kr', paidAmount: 295 }, false],
    [{ invoiceAmount: '295 kr', paidAmount: 0, paymentDate: '2026-01-01' }, false],
  ] as const) {
    it(`is ${expected ? '' : 'not '}offered for payment: ${JSON.stringify(fields)}`, () => {
      const [invoice] = decodeInvoiceList({ invoices: [fields] }).invoices;
      assert.equal(invoice && mayBeOwed(invoice), expected);
    });
  }
});
