import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dialectNames, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import type { DialectName } from '../../demo/sandbox/dialects/index.js';
import { isObject } from '../../src/api/decode.js';
import { assumedDialect } from '../../src/api/connect/assumed.js';
import type { Dialect } from '../../src/api/connect/dialect.js';
import { withDialect } from '../../src/api/connect/with-dialect.js';
import { checkAddress } from '../../src/check/address.js';
import { check, type Report } from '../../src/check/check.js';
import { writtenDialect, writtenFindings } from '../../src/check/written.js';
import { createClient } from '../../src/client.js';
import { readArrival, returnAddress } from '../../src/flow.js';
import { world } from '../../src/platform/world.js';
import { complete, payAddress, site, startPayment } from './client.js';

let sandbox: Sandbox;
let folder: string;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
  folder = await mkdtemp(join(tmpdir(), 'connect-check-'));
});
after(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => sandbox.reset());

const productCode = 'CO27409';

/** What differs, by the dialect that is spoken; nothing where one is not named. */
const differing: Partial<Record<DialectName, readonly (keyof Dialect)[]>> = {
  'nested-methods': ['paymentMethod'],
  'localised-methods': ['paymentMethod'],
  'numbered-methods': ['paymentMethod'],
  'capital-methods': ['paymentMethod'],
  'renamed-outcome': ['resultParameters'],
  'capital-outcome': ['outcome'],
  'doubled-outcome': ['outcomeIn'],
  'norwegian-days': ['day'],
  'other-invoice-fields': ['standing', 'amountOf'],
  'renamed-agreements': ['agreementReference'],
};

/** A payment of the first invoice, to its end; gives the address that the payer came back to. */
async function comeBack(): Promise<string> {
  const transactionId = await startPayment(sandbox);
  const about = {
    flow: 'pay-invoice',
    transactionId,
    paymentMethod: 'vippsEcommerce',
    productCode,
    invoiceNumber: '7435367',
  } as const;
  const returnUrl = returnAddress(`${site}/account?a=1`, 'return', about);
  return complete(payAddress(sandbox, transactionId, { returnUrl }), 'finished');
}

async function examine(): Promise<Report> {
  const token = await sandbox.accessToken();
  const access = { id: 'test', token: () => Promise.resolve(token) };
  const api = { url: sandbox.apiUrl, access, world, dialect: {} };
  const cameBack = await comeBack();
  sandbox.advance(86_400_000);
  return check({ api, productCode, cameBack });
}

/** The module that was written, as a site would import it. */
async function load(written: string, name: string): Promise<Partial<Dialect>> {
  const file = join(folder, `${name}.mjs`);
  await writeFile(file, written);
  const module: unknown = await import(pathToFileURL(file).href);
  const dialect: Partial<Dialect> = {};
  return Object.assign(dialect, isObject(module) ? module['dialect'] : {});
}

/** What a site sees of the API and of the way back. */
async function seen(dialect: Partial<Dialect>) {
  const held = withDialect(dialect);
  const client = createClient({
    url: sandbox.apiUrl,
    token: await sandbox.accessToken(),
    dialect: held,
  });
  const methods = await client.listPaymentMethods(productCode);
  const { invoices, reminders } = await client.listInvoices(productCode);
  const tokens = [
    ...(await client.listAgreements('klarna')),
    ...(await client.listAgreements('nexi')),
  ];
  return {
    methods,
    invoices: invoices.map((one) => [one.standing, one.total, one.dueDate]),
    reminders: reminders.map((one) => one.dueDate),
    references: tokens.map(({ reference }) => reference),
    outcome: readArrival(await comeBack(), { dialect: held })?.arrival?.outcome,
  };
}

describe('the checking tool', () => {
  for (const name of dialectNames) {
    const expected = differing[name] ?? [];
    it(`says of ${name} what differs: ${expected.join(', ') || 'nothing'}`, async () => {
      sandbox.speak(name);
      const { findings, failures } = await examine();
      const found = findings.filter(({ verdict }) => verdict === 'differs');
      assert.deepEqual(
        found.map(({ member }) => member),
        expected,
      );
      assert.deepEqual(failures, []);
      const members = findings.map(({ member }) => member);
      assert.deepEqual(members.sort(), Object.keys(assumedDialect).sort());
    });

    if (!expected.length) continue;
    it(`writes a dialect in which ${name} is seen as what is assumed`, async () => {
      const whole = await seen({});
      sandbox.reset();
      sandbox.speak(name);
      const written = writtenDialect((await examine()).findings);
      sandbox.reset();
      sandbox.speak(name);
      assert.deepEqual(await seen(await load(written ?? '', name)), whole);
    });
  }

  it('writes no dialect where all is as assumed', async () => {
    assert.equal(writtenDialect((await examine()).findings), undefined);
  });

  it('says where nothing can be told how a method is meant', async () => {
    const item = (id: number) => ({ id, isDefault: id === 3 });
    const { checkMethods } = await import('../../src/check/methods.js');
    const findings = checkMethods({ paymentMethodResponseItems: [1, 2, 3].map(item) });
    assert.equal(findings[0]?.verdict, 'differs');
    assert.match(
      writtenDialect(findings) ?? '',
      /\/\/ paymentMethod differs, and how cannot be told/,
    );
  });

  it('says that a list of known codes marks the current one by another name', async () => {
    const { checkMethods } = await import('../../src/check/methods.js');
    const items = [
      { paymentMethod: 'invoice', isDefault: false },
      { paymentMethod: 'autoGiro', isDefault: true },
    ];
    const [finding] = checkMethods({ paymentMethodResponseItems: items });
    assert.equal(finding?.verdict, 'differs');
    const dialect = await load(writtenDialect([finding]) ?? '', 'marker');
    assert.deepEqual(
      items.map((item) => dialect.paymentMethod?.(item)),
      [
        { paymentMethod: 'invoice', current: false },
        { paymentMethod: 'autoGiro', current: true },
      ],
    );
    // A list without a marker of any name may have no current method.
    const bare = checkMethods({ paymentMethodResponseItems: ['invoice', 'autoGiro'] });
    assert.equal(bare[0]?.verdict, 'open');
  });

  it('says that the outcome comes as the login server tells of an order', () => {
    const about = {
      flow: 'pay-invoice',
      transactionId: 7,
      paymentMethod: 'nexi',
      productCode,
      invoiceNumber: '1',
    } as const;
    const address = `${returnAddress(`${site}/account`, 'return', about)}&fulfillmentStatus=success`;
    const findings = checkAddress(address);
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ['differs', 'held', 'held'],
    );
    assert.match(writtenDialect(findings) ?? '', /resultParameters: \["fulfillmentStatus",/);
  });

  it('tells nothing of an outcome in words of another vocabulary', () => {
    const about = {
      flow: 'pay-invoice',
      transactionId: 7,
      paymentMethod: 'nexi',
      productCode,
      invoiceNumber: '1',
    } as const;
    const address = `${returnAddress(`${site}/account`, 'return', about)}&status=OK`;
    assert.deepEqual(
      checkAddress(address).map(({ verdict }) => verdict),
      ['open', 'open', 'open'],
    );
  });

  it('asks with GET alone', async () => {
    await examine();
    const asked = sandbox.requests.slice(1).map(({ method }) => method);
    assert.deepEqual([...new Set(asked)], ['GET']);
  });

  for (const name of dialectNames) {
    it(`prints no value of ${name}`, async () => {
      sandbox.speak(name);
      const { findings } = await examine();
      const printed = `${writtenFindings(findings)}\n${writtenDialect(findings) ?? ''}`;
      for (const value of [
        '7435367',
        '5646903690',
        '563457',
        'Weekly',
        'klarna-0',
        'abcd-efgh',
        '4v8n',
        '295',
      ]) {
        assert.ok(!printed.includes(value), `${value} in ${printed}`);
      }
    });
  }
});

describe('connect-elements check', () => {
  async function run(...more: string[]): Promise<{ status: unknown; output: string }> {
    const line = ['--import', 'tsx', 'src/check/cli.ts', ...more];
    return new Promise((resolve) => {
      execFile(process.execPath, line, (error, stdout, stderr) =>
        resolve({ status: error?.code ?? 0, output: stdout + stderr }),
      );
    });
  }
  async function line(): Promise<string[]> {
    const file = join(folder, 'token');
    await writeFile(file, `${await sandbox.accessToken()}\n`);
    const where = ['--api-url', sandbox.apiUrl, '--token-file', file];
    return ['check', ...where, '--product-code', productCode];
  }

  it('ends with 0 where nothing differs', async () => {
    const { status, output } = await run(...(await line()));
    assert.equal(status, 0, output);
    assert.match(output, /^paymentMethod +as assumed/m);
    assert.match(output, /^addAgreement +not told/m);
  });

  it('ends with 1 where something differs, and writes what would fit', async () => {
    sandbox.speak('numbered-methods');
    const file = join(folder, 'written.mjs');
    const { status, output } = await run(...(await line()), '--write', file);
    assert.equal(status, 1, output);
    assert.match(output, /^paymentMethod +DIFFERS +\{"id":"number","name":"string"/m);
    assert.match(await readFile(file, 'utf8'), /^export const dialect = \{\n {2}paymentMethod:/m);
  });

  it('ends with 2 and says why where it cannot read', async () => {
    const { status, output } = await run('check', '--api-url', 'http://api.example');
    assert.equal(status, 2);
    assert.match(output, /^--api-url: expected an https address/m);
    sandbox.faults.set('*', { kind: 'unauthorized' });
    const refused = await run(...(await line()));
    assert.equal(refused.status, 2);
    assert.match(refused.output, /failed: unauthorized \(HTTP 401\)/);
  });

  it('says how it is used', async () => {
    const { status, output } = await run('--help');
    assert.equal(status, 0);
    assert.match(output, /--token-file FILE/);
  });
});
