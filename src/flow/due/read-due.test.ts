import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ConnectError } from '../../api/errors.js';
import { resting } from '../../api/resting.js';
import { readDue } from './read-due.js';

const now = Date.parse('2026-11-20T11:00Z');
const unpaid = '/v1/customer/invoice/payment/DN?unpaid=true';
const methods = '/v1/product/payment/DN';
const cards = '/v1/api/payment/payex/token';
const open = { invoiceNumber: '1', companyCode: 'AM', invoiceAmount: 149, dueDate: '2026-11-19' };
const byCard = { paymentMethod: 'recurringPayExCardPayment', current: true };
const card = {
  recurrenceToken: 'r',
  productCode: 'DN',
  expirationMonth: '11',
  expirationYear: '26',
};
const nothing = { invoices: [], reminders: [] };

/** Answers by path; what is not in the table is a 500. */
async function look(table: Readonly<Record<string, unknown>>, isMethodWatched = true) {
  const asked: string[] = [];
  const answer = (url: string) => {
    const path = url.slice('https://api.example'.length);
    asked.push(path);
    const body = table[path];
    const status = body === undefined ? 500 : 200;
    return Promise.resolve(new Response(JSON.stringify(body ?? {}), { status }));
  };
  const world = {
    ...{ fetch: answer, now: () => now, random: () => 0, wait: () => Promise.resolve() },
    ...{ isSameOrigin: () => false, deadline: 20_000 },
  };
  const access = { id: `a test ${Math.random()}` };
  const question = { productCode: 'DN', currency: 'NOK', isMethodWatched };
  const options = { signal: new AbortController().signal, isUnasked: true };
  const api = { url: 'https://api.example', access, world, dialect: {} };
  try {
    const due = await readDue(api, question, options);
    return { asked, due, kind: due?.kind };
  } catch (error) {
    return { asked, error };
  }
}

// Others in this process may have been told to wait.
beforeEach(() => {
  resting.until = 0;
});

describe('what is read to say what is due', () => {
  it('is the open invoices alone, unless the way to pay is watched', async () => {
    const { asked, due } = await look({ [unpaid]: nothing }, false);
    assert.deepEqual(asked, [unpaid]);
    assert.equal(due, undefined);
  });

  it('is nothing more where an invoice is open: it comes first', async () => {
    const { asked, kind } = await look({ [unpaid]: { invoices: [open] } });
    assert.deepEqual(asked, [unpaid]);
    assert.equal(kind, 'invoice');
  });

  it('is the methods and the agreements of the one in use, where no invoice is open', async () => {
    const { asked, kind } = await look({
      [unpaid]: nothing,
      [methods]: { paymentMethodResponseItems: [{ paymentMethod: 'invoice' }, byCard] },
      [cards]: { paymentRecurrenceTokens: [card] },
    });
    assert.deepEqual(asked, [unpaid, methods, cards]);
    assert.equal(kind, 'card');
  });

  it('is an agreement that is missing, by whatever way the product is paid', async () => {
    const { kind } = await look({
      [unpaid]: nothing,
      [methods]: { paymentMethodResponseItems: [{ type: 'recurringVippsPayment', active: true }] },
      '/v1/customer/payment/vipps/agreement': { recurringAgreements: [] },
    });
    assert.equal(kind, 'agreement');
  });

  for (const [name, items] of [
    ['is paid without an agreement', [{ paymentMethod: 'autoGiro', current: true }]],
    ['is paid in a way that nobody knows', [{ paymentMethod: 'bitcoin', current: true }]],
    ['has no way that is marked as in use', [{ paymentMethod: 'recurringPayExCardPayment' }]],
    ['has two that are', [byCard, { paymentMethod: 'recurringVippsPayment', current: true }]],
    ['lists nothing', []],
  ] as const) {
    it(`says nothing of the way to pay, and asks no more, when the product ${name}`, async () => {
      const { asked, due } = await look({
        [unpaid]: nothing,
        [methods]: { paymentMethodResponseItems: items },
      });
      assert.deepEqual(asked, [unpaid, methods]);
      assert.equal(due, undefined);
    });
  }

  it('is not said to be nothing when it cannot be read', async () => {
    const { error } = await look({ [unpaid]: nothing, [methods]: undefined });
    assert.ok(error instanceof ConnectError);
    assert.equal(error.code, 'server');
    assert.equal((await look({})).asked.length, 1, 'what nobody asked for is tried once');
  });
});
