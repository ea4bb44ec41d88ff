import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { world } from '../../platform/world.js';
import { ConnectError } from '../errors.js';
import { never } from '../http.js';
import type { ConnectApi, Dialect } from './dialect.js';
import type { Finding } from './findings.js';
import { lookForInvoice, lookForMethod } from './look.js';
import { withDialect } from './with-dialect.js';

let apis = 0;

/** An API that answers every read with one body, and notes what is asked. */
function apiWith(body: unknown, dialect: Partial<Dialect> = {}, status = 200) {
  const asked: string[] = [];
  const fetch = async (url: string, { method }: RequestInit) => {
    asked.push(`${method} ${new URL(url).pathname}`);
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
  };
  const api: ConnectApi = {
    url: 'https://api.example',
    access: { id: `look ${++apis}` },
    world: { ...world, fetch, wait: async () => {} },
    dialect,
  };
  return { api, asked };
}

const options = { signal: never };
const about = { productCode: 'DN', invoiceNumber: '7' };
const owed = {
  ...{ invoiceNumber: '7', companyCode: '5' },
  ...{ invoiceAmount: '295.00', amount: 49, paidAmount: 0 },
};
const paid = { ...owed, paidAmount: 295 };
const open: Finding = { is: 'open' };
const done: Finding = { is: 'done' };
const unclear: Finding = { is: 'unclear' };
const wants = (amount: number): Finding => ({ is: 'open', amount });
const codeOf = (error: unknown) => (error instanceof ConnectError ? error.code : String(error));

describe('looking for an invoice', () => {
  it('reads the invoices of its product, once, and sends nothing else', async () => {
    const { api, asked } = apiWith({ invoices: [owed] });
    await lookForInvoice(api, { ...about, productCode: 'D/N' }, options);
    assert.deepEqual(asked, ['GET /v1/customer/invoice/payment/D%2FN']);
  });

  const cases: [string, unknown, Finding][] = [
    ['is owed', [owed], wants(295)],
    ['is owed in part', [{ ...owed, paidAmount: '45,10' }], wants(249.9)],
    ['does not say what was paid', [{ ...owed, paidAmount: undefined }], wants(295)],
    ['is a hundredth short', [{ ...owed, paidAmount: 294.99 }], wants(0.01)],
    ['is owed by its other amount alone', [{ ...owed, amount: 345, paidAmount: 295 }], open],
    ['is covered', [paid], done],
    ['is covered, by a number for its number', [{ ...paid, invoiceNumber: 7 }], done],
    ['is covered, with white space about its number', [{ ...paid, invoiceNumber: '7   ' }], done],
    ['is covered, but for what a sum has lost', [{ ...paid, paidAmount: 294.99999999 }], done],
    ['is a credit note', [{ ...owed, invoiceAmount: -295, amount: -295 }], wants(0)],
    ['is of nought', [{ ...owed, invoiceAmount: 0, amount: 0 }], wants(0)],
    ['has an amount that cannot be read', [{ ...owed, invoiceAmount: '1,295' }], unclear],
    ['has a paid sum that cannot be read', [{ ...owed, paidAmount: '295 kr' }], unclear],
    ['names no amount', [{ invoiceNumber: '7' }], unclear],
    ['is not listed', [{ ...paid, invoiceNumber: '8' }], open],
    ['is not listed, since nothing is', [], open],
    ['is not listed, since there is no list', undefined, open],
    ['stands beside one that is paid', [{ ...paid, invoiceNumber: '8' }, owed], wants(295)],
    ['stands beside rubbish', [null, 1, 'a', [], owed], wants(295)],
    ['may be what cannot be read', [null], unclear],
    ['may be the one with a blank number', [{ ...paid, invoiceNumber: ' ' }], unclear],
    ['may be the one without a number', [{ ...paid, invoiceNumber: null }], unclear],
    ['is in a list that is none', 'paid', unclear],
    ['is in a list that is an object', { 7: paid }, unclear],
    ['is listed twice, paid', [paid, paid], done],
    ['is listed twice, owed', [owed, { ...owed, companyCode: '6', invoiceAmount: 300 }], open],
    ['is listed twice, paid and owed', [paid, { ...owed, companyCode: '6' }], unclear],
  ];
  for (const [name, invoices, finding] of cases) {
    it(`finds ${JSON.stringify(finding)} when it ${name}`, async () => {
      const { api } = apiWith({ invoices });
      assert.deepEqual(await lookForInvoice(api, about, options), finding);
    });
  }

  for (const [name, body, finding] of [
    ['in a list by another name', { invoiceList: [paid] }, unclear],
    ['deeper in the answer', { data: { invoices: [paid] } }, unclear],
    ['not listed, beside its reminders', { reminders: [{ invoiceNumber: '7' }] }, open],
  ] as const) {
    it(`finds ${JSON.stringify(finding)} when it is ${name}`, async () => {
      const { api } = apiWith(body);
      assert.deepEqual(await lookForInvoice(api, about, options), finding);
    });
  }

  const companies: [string, string | undefined, unknown[], Finding][] = [
    ['is of the asked company', '5', [paid], done],
    ['is of the asked company, with white space', '5', [{ ...paid, companyCode: ' 5 ' }], done],
    ['is asked for with white space', ' 5 ', [paid], done],
    ['is of another company', '6', [paid], open],
    ['does not say whose it is', '5', [{ ...paid, companyCode: undefined }], done],
    ['is asked for without one', undefined, [paid], done],
    [
      'is owed, and that of another company paid',
      '5',
      [{ ...paid, companyCode: '6' }, owed],
      wants(295),
    ],
    ['is paid, and that of another company owed', '5', [{ ...owed, companyCode: '6' }, paid], done],
    [
      'may be the paid one that does not say whose it is',
      '5',
      [{ ...paid, companyCode: '' }, owed],
      unclear,
    ],
  ];
  for (const [name, companyCode, invoices, finding] of companies) {
    it(`finds ${JSON.stringify(finding)} by company when it ${name}`, async () => {
      const { api } = apiWith({ invoices });
      assert.deepEqual(await lookForInvoice(api, { ...about, companyCode }, options), finding);
    });
  }

  it('finds one that is named with the white space that its field is filled up with', async () => {
    const { api } = apiWith({ invoices: [{ ...paid, invoiceNumber: '7    ' }] });
    assert.deepEqual(
      await lookForInvoice(api, { ...about, invoiceNumber: '7    ' }, options),
      done,
    );
  });

  it('finds what a dialect says', async () => {
    const byStatus: Dialect['standing'] = ({ status }) => (status === 'K' ? 'paid' : 'owed');
    const dialect = withDialect({ standing: byStatus, amountOf: ({ toPay }) => Number(toPay) });
    for (const [fields, finding] of [
      [{ status: 'K' }, done],
      [{ status: 'Å', toPay: 120 }, wants(120)],
    ] as const) {
      const { api } = apiWith({ invoices: [{ invoiceNumber: '7', ...fields }] }, dialect);
      assert.deepEqual(await lookForInvoice(api, about, options), finding);
    }
    const lost = withDialect({ standing: () => undefined });
    const { api } = apiWith({ invoices: [paid] }, lost);
    assert.deepEqual(await lookForInvoice(api, about, options), unclear);
  });
});

describe('looking for a payment method', () => {
  const asked = { productCode: 'DN', paymentMethod: 'autoGiro' };
  const now = (paymentMethod: string) => ({ paymentMethod, current: true });

  it('reads the methods of its product, once, and sends nothing else', async () => {
    const { api, asked: sent } = apiWith({});
    await lookForMethod(api, { ...asked, productCode: 'D/N' }, options);
    assert.deepEqual(sent, ['GET /v1/product/payment/D%2FN']);
  });

  const cases: [string, unknown, Finding][] = [
    ['it is the current one', ['invoice', now('autoGiro')], done],
    ['another is the current one', ['autoGiro', now('invoice')], open],
    ['another is, and it is not listed', [now('invoice')], open],
    [
      'one that nobody knows is, which may be it by another name',
      ['autoGiro', now('somethingNew')],
      unclear,
    ],
    [
      'two are the current one, and nobody knows the other',
      [now('invoice'), now('somethingNew')],
      unclear,
    ],
    ['none is the current one', ['autoGiro', 'invoice'], unclear],
    ['the marker has another name', [{ type: 'autoGiro', isDefault: true }], unclear],
    ['nothing is listed', [], unclear],
    ['there is no list', undefined, unclear],
    ['no item is understood', [{ id: 3 }], unclear],
    ['the item that may be the current one is not understood', [{ id: 3 }, 'autoGiro'], unclear],
    ['the list is none', 'autoGiro', unclear],
  ];
  for (const [name, paymentMethodResponseItems, finding] of cases) {
    it(`finds ${JSON.stringify(finding)} when ${name}`, async () => {
      const { api } = apiWith({ paymentMethodResponseItems });
      assert.deepEqual(await lookForMethod(api, asked, options), finding);
    });
  }

  it('finds what a dialect says', async () => {
    const paymentMethod: Dialect['paymentMethod'] = (code) => ({
      ...{ paymentMethod: 'autoGiro', current: code === 'AG*' },
    });
    const { api } = apiWith(
      { paymentMethodResponseItems: ['AG*'] },
      withDialect({ paymentMethod }),
    );
    assert.deepEqual(await lookForMethod(api, asked, options), done);
  });
});

describe('looking for either', () => {
  const looks = {
    invoice: (api: ConnectApi, signal = never) => lookForInvoice(api, about, { signal }),
    method: (api: ConnectApi, signal = never) =>
      lookForMethod(api, { productCode: 'DN', paymentMethod: 'invoice' }, { signal }),
  };
  for (const [name, look] of Object.entries(looks)) {
    for (const [what, body, status, code] of [
      ['fails', {}, 500, 'server'],
      ['is refused', {}, 403, 'bad-request'],
      ['declines', { success: false, invoices: [] }, 200, 'declined'],
      ['answers with a page', '<html>', 200, 'invalid-response'],
    ] as const) {
      it(`is an error and no finding when the server ${what}: ${name}`, async () => {
        const { api } = apiWith(body, {}, status);
        assert.equal(await look(api).catch(codeOf), code);
      });
    }

    it(`ends with its signal: ${name}`, async () => {
      const reason = new Error('enough');
      const { api, asked } = apiWith({});
      await assert.rejects(look(api, AbortSignal.abort(reason)), reason);
      assert.deepEqual(asked, []);
    });
  }
});
