import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeInvoiceList } from '../../api/connect/invoice-list.js';
import { invoiceDue } from './invoice-due.js';

const now = Date.parse('2026-11-20T11:00Z');
const open = (invoiceNumber: string, dueDate?: string, more: object = {}) => ({
  ...{ invoiceNumber, product: 'DN', companyCode: 'AM', dueDate },
  ...{ invoiceAmount: '149.00', paidAmount: 0, ...more },
});
const dueOf = (invoices: readonly object[], dialect = {}) =>
  invoiceDue(
    decodeInvoiceList({ invoices, reminders: [] }, dialect).invoices,
    'LISTED',
    'NOK',
    now,
  );

describe('which invoice is due', () => {
  it('is none when there is none, and when all are paid or are credit notes', () => {
    assert.equal(dueOf([]), undefined);
    const paid = open('1', '2026-11-01', { paidAmount: 149 });
    const credit = open('2', '2026-11-01', { invoiceAmount: '-10.00' });
    assert.equal(dueOf([paid, credit]), undefined);
  });

  it('is told with what paying needs', () => {
    assert.deepEqual(dueOf([open('7435368', '2026-11-19')]), {
      ...{ kind: 'invoice', invoiceNumber: '7435368', productCode: 'DN', companyCode: 'AM' },
      ...{ amount: 149, currency: 'NOK', dueDate: '2026-11-19', isLate: true },
      rest: { count: 0, amount: 0 },
    });
  });

  it('is the one that waits longest, and one without a day after all that have one', () => {
    const all = [
      open('1'),
      open('2', '2026-12-24'),
      open('3', '2026-11-02'),
      open('4', '2026-11-02'),
      open('5', '2026-11-01'),
    ];
    const order = [];
    for (let left = all; left.length;) {
      const number = dueOf(left)?.invoiceNumber;
      order.push(number);
      left = left.filter(({ invoiceNumber }) => invoiceNumber !== number);
    }
    assert.deepEqual(order, ['5', '3', '4', '2', '1']);
  });

  it('leaves the list that it was given as it was', () => {
    const { invoices } = decodeInvoiceList({
      invoices: [open('2', '2026-12-24'), open('1', '2026-01-01')],
    });
    invoiceDue(Object.freeze(invoices), 'DN', 'NOK', now);
    assert.deepEqual(
      invoices.map(({ invoiceNumber }) => invoiceNumber),
      ['2', '1'],
    );
  });

  for (const [dueDate, isLate] of [
    ['2026-11-19', true],
    ['2026-11-20', false],
    ['2026-11-21', false],
    ['', false],
    ['soon', false],
  ] as const) {
    it(`is ${isLate ? '' : 'not '}late on 20 November when it is due "${dueDate}"`, () => {
      assert.equal(dueOf([open('1', dueDate)])?.isLate, isLate);
    });
  }

  it('goes by the day in Oslo, wherever the reader is', () => {
    const { invoices } = decodeInvoiceList({ invoices: [open('1', '2026-11-20')] });
    const isLateAt = (at: string) => invoiceDue(invoices, 'DN', 'NOK', Date.parse(at))?.isLate;
    assert.equal(isLateAt('2026-11-20T22:59Z'), false);
    assert.equal(isLateAt('2026-11-20T23:00Z'), true);
  });

  it('asks for what is left of one that is paid in part', () => {
    const invoices = [
      open('1', '2026-11-01', { paidAmount: '49.50' }),
      open('2', '2026-11-02', { paidAmount: '0,10' }),
      open('3', '2026-11-03'),
    ];
    const due = dueOf(invoices);
    assert.equal(due?.amount, 99.5);
    assert.deepEqual(due?.rest, { count: 2, amount: 297.9 });
  });

  it('counts the rest, and says no sum when nobody can say one of its amounts', () => {
    const standing = () => 'owed';
    const invoices = [open('1', '2026-11-01'), open('2'), open('3', '', { invoiceAmount: 'much' })];
    assert.deepEqual(dueOf(invoices, { standing })?.rest, { count: 2, amount: undefined });
    assert.equal(dueOf(invoices.slice(2), { standing })?.amount, undefined);
  });

  it('sums cents without losing any', () => {
    const cents = Array.from({ length: 11 }, (_, index) =>
      open(`${index}`, '2026-11-01', { invoiceAmount: '0.10' }),
    );
    assert.equal(dueOf(cents)?.rest.amount, 1);
  });

  it('claims nothing of one whose amounts nobody can read', () => {
    const unread = open('1', '2026-11-01', { invoiceAmount: 'much' });
    assert.equal(dueOf([unread]), undefined);
    assert.equal(dueOf([unread, open('2', '2026-11-02')])?.invoiceNumber, '2');
    assert.equal(dueOf([unread, open('2', '2026-11-02')])?.rest.count, 0);
  });

  it('is of the product that is listed where it names none, and of no company where it names none', () => {
    const due = dueOf([{ invoiceNumber: '1', invoiceAmount: 10 }]);
    assert.equal(due?.productCode, 'LISTED');
    assert.equal(due?.companyCode, '');
  });

  it('is plain data', () => {
    const due = dueOf([open('1', '2026-11-01'), open('2')]);
    assert.deepEqual(JSON.parse(JSON.stringify(due)), due);
  });
});
