import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkInvoices } from './invoices.js';

/** What is written for a member, of invoices whose documented amounts cannot be read. */
function written(member: string, ...invoices: object[]): string | undefined {
  const unread = invoices.map((one) => ({ invoiceAmount: 'a lot', ...one }));
  return checkInvoices({ invoices: unread }).find((one) => one.member === member)?.source;
}

describe('what is guessed of how an invoice stands', () => {
  it('is a field that says that it is paid', () => {
    for (const name of ['isPaid', 'paid', 'fullyPaid', 'betalt', 'settled']) {
      assert.match(written('standing', { [name]: true }) ?? '', new RegExp(`"${name}"`));
    }
  });

  it('is never one that says the opposite, or something else of paying', () => {
    for (const name of [
      ...['unpaid', 'isUnpaid', 'notPaid', 'ubetalt', 'ikkeBetalt', 'ejBetalt', 'unsettled'],
      ...['partlyPaid', 'partiallyPaid', 'delvisBetalt', 'prepaid', 'canBePaid', 'overpaid'],
    ]) {
      assert.equal(written('standing', { [name]: true }), undefined, name);
    }
  });

  it('is the right one of two', () => {
    assert.match(written('standing', { unpaid: true, isPaid: false }) ?? '', /"isPaid"/);
  });
});

describe('what is guessed of what an invoice is about', () => {
  it('is an amount, and never what is left of it: what was paid would be taken off twice', () => {
    assert.match(written('amountOf', { totalAmount: 295 }) ?? '', /"totalAmount"/);
    for (const name of ['remainingAmount', 'restAmount', 'outstandingAmount', 'amountLeft']) {
      assert.equal(written('amountOf', { [name]: 100 }), undefined, name);
    }
  });
});
