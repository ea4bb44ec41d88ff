import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { isObject, type JsonObject } from '../../src/api/decode.js';
import { dialectNames, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import type { DialectName } from '../../demo/sandbox/dialects/index.js';
import {
  at,
  Browser,
  call,
  complete,
  invoice367,
  invoices,
  methods,
  payAddress,
  payInvoicePath,
  read,
  site,
  startPayment,
} from './client.js';

let sandbox: Sandbox;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site], settleAfter: 60_000 });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

async function listed(path: string, key: string): Promise<JsonObject[]> {
  const list = await read(await call(sandbox, path), key);
  return Array.isArray(list) ? list.filter(isObject) : [];
}
const items = () => listed(methods, 'paymentMethodResponseItems');
const invoice = async () => (await listed(invoices, 'invoices'))[0] ?? {};

async function pay(outcome: Parameters<typeof complete>[1]): Promise<string> {
  return complete(payAddress(sandbox, await startPayment(sandbox)), outcome);
}

describe('a sandbox that speaks', () => {
  const shapes: Partial<Record<DialectName, JsonObject>> = {
    'nested-methods': { id: 1, method: { code: 'invoice' }, state: { isCurrent: true } },
    'localised-methods': { navn: 'Faktura', valgt: true },
    'numbered-methods': { id: 1, name: 'Faktura', isDefault: true },
    'capital-methods': { paymentMethod: 'INVOICE', current: true },
  };
  for (const name of dialectNames) {
    const shape = shapes[name];
    if (!shape) continue;
    it(`${name} lists its methods so`, async () => {
      sandbox.speak(name);
      assert.deepEqual((await items())[0], shape);
    });
  }

  const back = (more: string) => `${site}/account?a=1%202&tilde=~${more}`;
  const ways: Partial<Record<DialectName, string>> = {
    'renamed-outcome': back('&betaling=finished#invoices'),
    'outcome-in-fragment': back('#invoices&status=finished'),
    'capital-outcome': back('&status=FINISHED#invoices'),
    'doubled-outcome': back('&status=finished&status=finished#invoices'),
  };
  for (const name of dialectNames) {
    const way = ways[name];
    if (!way) continue;
    it(`${name} sends a payer back so`, async () => {
      sandbox.speak(name);
      assert.equal(await pay('finished'), way);
    });
  }

  const written: Partial<Record<DialectName, (one: JsonObject) => boolean>> = {
    'days-in-seconds': ({ dueDate }) => typeof dueDate === 'number' && dueDate < 1e11,
    'norwegian-days': ({ dueDate }) => /^\d\d\.\d\d\.\d{4}$/.test(String(dueDate)),
    'amounts-with-comma': ({ amount, paidAmount }) => amount === '295,00' && paidAmount === '0,00',
    'other-invoice-fields': (one) => one['amountToPay'] === 295 && !('amount' in one),
  };
  for (const name of dialectNames) {
    const isSo = written[name];
    if (!isSo) continue;
    it(`${name} writes its invoices so`, async () => {
      sandbox.speak(name);
      assert.ok(isSo(await invoice()), JSON.stringify(await invoice()));
    });
  }

  it('company-in-words takes the code that it lists', async () => {
    sandbox.speak('company-in-words');
    const companyCode = (await invoice())['companyCode'];
    assert.equal(companyCode, 'AVISA-AS');
    const body = { ...invoice367, companyCode };
    assert.equal((await call(sandbox, payInvoicePath, { method: 'POST', body })).status, 200);
  });

  it('renamed-agreements removes by the name that it lists', async () => {
    sandbox.speak('renamed-agreements');
    const path = '/v1/customer/payment/klarna/token';
    const [token = {}] = await listed(path, 'recurringTokens');
    assert.equal(token['tokenId'], 'klarna-0');
    const answer = await call(sandbox, path, { method: 'PATCH', body: token });
    assert.equal(await read(answer, 'success'), true);
  });

  it('several dialects answers in all of them', async () => {
    sandbox.speak('capital-methods', 'amounts-with-comma');
    assert.equal((await items())[1]?.['paymentMethod'], 'AUTO_GIRO');
    assert.equal((await invoice())['amount'], '295,00');
  });

  it('a dialect forgets it when it is reset', async () => {
    sandbox.speak('capital-methods');
    sandbox.reset();
    assert.deepEqual(sandbox.dialects(), []);
    assert.equal((await items())[0]?.['paymentMethod'], 'invoice');
  });
});

describe('time in the sandbox', () => {
  const isPaid = async () => (await invoice())['paymentStatus'] === '1';

  for (const [name, ms] of [
    ['paid-after-20-seconds', 20_000],
    ['paid-after-nine-minutes', 540_000],
    ['paid-after-a-day', 86_400_000],
  ] as const) {
    it(`is moved by a test: ${name}`, async () => {
      sandbox.speak(name);
      await pay('finished');
      sandbox.advance(ms - 10_000);
      assert.equal(await isPaid(), false);
      sandbox.advance(10_000);
      assert.equal(await isPaid(), true);
    });
  }

  it('settles what was initiated', async () => {
    await pay('initiated');
    assert.equal(await isPaid(), false);
    sandbox.advance(60_000);
    assert.equal(await isPaid(), true);
  });

  it('shows what was changed later when lists are late', async () => {
    sandbox.speak('late-lists');
    const body = { paymentMethod: 'autoGiro' };
    const answer = await call(sandbox, methods, { method: 'POST', body });
    sandbox.complete(Number(await read(answer, 'paymentChangeId')), 'finished');
    assert.equal((await items())[0]?.['current'], true);
    sandbox.advance(20_000);
    assert.equal((await items())[1]?.['current'], true);
  });
});

describe('an approval', () => {
  it('counts although an error is told, when that is spoken', async () => {
    sandbox.speak('error-after-payment');
    assert.equal(await pay('error'), `${site}/trouble?b=2`);
    assert.equal((await invoice())['paidAmount'], 295);
  });

  it('of a second transaction is paid too, when that is spoken', async () => {
    sandbox.speak('paid-twice');
    const ids = [await startPayment(sandbox), await startPayment(sandbox)];
    ids.forEach((id) => sandbox.complete(id, 'finished'));
    assert.equal((await invoice())['paidAmount'], 590);
  });

  it('is asked for on a page that cancels when it is left, when that is spoken', async () => {
    const pageOf = async () => {
      const address = payAddress(sandbox, await startPayment(sandbox));
      return (await new Browser().walk(address)).response?.text();
    };
    assert.doesNotMatch((await pageOf()) ?? '', /sendBeacon/);
    sandbox.speak('back-cancels');
    assert.match((await pageOf()) ?? '', /sendBeacon/);
    assert.equal(at(sandbox.transactions()[0], 'completed'), false);
  });
});
