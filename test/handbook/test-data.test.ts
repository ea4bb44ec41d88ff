import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { toOutcome } from '../../demo/sandbox/names.js';
import {
  paidTestInvoice,
  testProduct,
  unpaidTestInvoices,
} from '../../demo/sandbox/test-invoices.js';
import { Browser, call, payAddress, payInvoicePath, read, site } from '../sandbox/client.js';

/** The table of the page: an invoice, the event and what it carries. */
const rows = [
  ...readFileSync('demo/handbook/pages/test-data.md', 'utf8').matchAll(
    /^\| `(\d+)`\s*\|.*\| (?:no )?`(connect-[\w-]+)`(?: `([\w-]+)`)?\s*\|$/gm,
  ),
].map(([, number = '', event = '', carried = '']) => ({ number, event, carried }));

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
});
after(() => sandbox.close());

const pay = (invoiceNumber: string) =>
  call(sandbox, payInvoicePath, {
    method: 'POST',
    body: {
      ...{ productCode: testProduct, companyCode: '5646903690', invoiceNumber },
      paymentMethod: 'vippsEcommerce',
    },
  });

/** What the API answers for each code of an error. */
const answers: Readonly<Record<string, readonly (number | 'nothing')[]>> = {
  declined: [200],
  'in-doubt': [500, 'nothing'],
  'rate-limited': [429],
  unauthorized: [401],
};

describe('the test data', () => {
  it('are all in the table of the page', () => {
    const numbers = rows.map(({ number }) => number);
    assert.deepEqual(numbers, [...unpaidTestInvoices, paidTestInvoice]);
  });

  for (const { number, carried } of rows.filter(({ event }) => event === 'connect-outcome')) {
    it(`come back as ${carried} by themselves: ${number}`, async () => {
      const id = Number(await read(await pay(number), 'transactionId'));
      const address = payAddress(sandbox, id);
      const { url } = await new Browser().walk(address);
      assert.ok(toOutcome(carried));
      if (carried === 'error') assert.equal(url, `${site}/trouble?b=2`);
      else assert.equal(new URL(url).searchParams.get('status'), carried);
    });
  }

  for (const { number, carried } of rows.filter(({ event }) => event === 'connect-error')) {
    it(`are answered so that the element says ${carried}: ${number}`, async () => {
      const answer = await pay(number).catch(() => undefined);
      assert.ok(answers[carried]?.includes(answer?.status ?? 'nothing'), `${answer?.status}`);
      if (carried === 'declined')
        assert.equal(await read(answer ?? new Response(), 'success'), false);
    });
  }

  it('have one that is paid, for which there is no transaction', async () => {
    const before = sandbox.transactions().length;
    assert.equal((await pay(paidTestInvoice)).status, 400);
    assert.equal(sandbox.transactions().length, before);
  });
});
