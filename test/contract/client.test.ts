import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { createClient, type Client } from '../../src/client.js';
import { complete, invoice367, payAddress, site } from '../sandbox/client.js';
import { startValidatingProxy, type ValidatingProxy } from './validating-proxy.js';

let sandbox: Sandbox;
let proxy: ValidatingProxy;
let client: Client;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
  proxy = await startValidatingProxy(sandbox.apiUrl);
  client = createClient({ url: proxy.url, token: () => sandbox.accessToken() });
});
after(async () => {
  await proxy.close();
  await sandbox.close();
});

const product = invoice367.productCode;
/** Goes through the login server and the provider's page, which end in `finished`. */
const finish = (path: string, id: number, name = 'transactionId') => {
  const address = new URL(payAddress(sandbox, id));
  address.pathname = `/login${path}`;
  address.searchParams.delete('transactionId');
  address.searchParams.set(name, `${id}`);
  return complete(address.href, 'finished');
};

describe('the client, in plain Node and against the sandbox', () => {
  it('has no page around it', () => {
    assert.deepEqual(
      ['document', 'window', 'customElements', 'location'].filter((name) => name in globalThis),
      [],
    );
  });

  it('pays an invoice', async () => {
    const isPaid = async () => {
      const { invoices } = await client.listInvoices(product);
      return invoices.find((one) => one.invoiceNumber === invoice367.invoiceNumber)?.isPaid;
    };
    assert.equal(await isPaid(), false);
    const id = await client.payInvoice({ ...invoice367, paymentMethod: 'vippsEcommerce' });
    assert.equal(await isPaid(), false);
    await finish('/payment/invoice/pay', id);
    assert.equal(await isPaid(), true);
    const { invoices } = await client.listInvoices(product, { unpaid: true });
    assert.ok(!invoices.some((one) => one.invoiceNumber === invoice367.invoiceNumber));
  });

  it('changes a payment method', async () => {
    const paymentMethod = 'recurringVippsPayment';
    const id = await client.changePaymentMethod({ productCode: product, paymentMethod });
    await finish('/paymentChange', id, 'paymentChangeId');
    const methods = await client.listPaymentMethods(product);
    assert.equal(methods.find(({ current }) => current)?.paymentMethod, paymentMethod);
  });

  const paths = {
    vipps: '/payment/vipps/agreement/add',
    payex: '/payment/payex/token/add',
    klarna: '/payment/klarna/token/add',
    nexi: '/payment/nexi/subscription/add',
  } as const;
  for (const provider of ['vipps', 'payex', 'klarna', 'nexi'] as const) {
    it(`adds an agreement and removes it: ${provider}`, async () => {
      const before = await client.listAgreements(provider);
      const id = await client.addAgreement({ provider, productCode: product });
      await finish(paths[provider], id);
      const listed = await client.listAgreements(provider);
      assert.equal(listed.length, before.length + 1);
      const known = before.map(({ reference }) => reference);
      const added = listed.find(({ reference }) => !known.includes(reference));
      assert.ok(added);
      await client.removeAgreement(added);
      assert.deepEqual(await client.listAgreements(provider), before);
    });
  }

  it('sends and gets nothing against the contract', () => {
    assert.deepEqual(proxy.violations, []);
    assert.ok(proxy.passed.length > 20);
  });
});
