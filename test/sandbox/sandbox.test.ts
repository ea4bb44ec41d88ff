import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { at, call, invoice367, invoices, methods, payInvoicePath, read, site } from './client.js';

let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

test('the API answers in XML unless JSON is asked for', async () => {
  for (const accept of [null, '*/*', 'application/xml']) {
    const response = await call(sandbox, invoices, { accept });
    assert.match(response.headers.get('content-type') ?? '', /^application\/xml/);
    assert.match(await response.text(), /<invoiceNumber>7435367<\/invoiceNumber>/);
  }
});

test('the API says what is wrong with a request that breaks the contract', async () => {
  for (const body of [{ ...invoice367, paymentMethod: 'cash' }, {}, '{"half":', undefined]) {
    const response = await call(sandbox, payInvoicePath, { method: 'POST', body });
    assert.equal(response.status, 400);
    const answer = await read(response);
    assert.equal(at(answer, 'exceptionType'), 'ValidationException');
    assert.match(String(at(answer, 'errorMessage')), /\w{4}/);
  }
  assert.equal((await call(sandbox, `${invoices}?unpaid=maybe`)).status, 400);
  assert.equal((await call(sandbox, `${invoices}?from=May`)).status, 400);
  assert.equal((await call(sandbox, `${methods}000000`)).status, 400);
});

test('the API refuses what belongs to another subscriber, does not match or is paid', async () => {
  const wrong = [
    { productCode: 'CO27410' },
    { invoiceNumber: '7435400' },
    { companyCode: '1' },
    { invoiceNumber: '7435301' },
  ];
  for (const part of wrong) {
    const body = { ...invoice367, ...part };
    const response = await call(sandbox, payInvoicePath, { method: 'POST', body });
    assert.equal(response.status, 400);
    assert.equal(await read(response, 'exceptionType'), 'ValidationException');
  }
});

test('each invoice and reminder of the list names a page that shows it', async () => {
  const list = await read(await call(sandbox, invoices));
  for (const kind of ['invoices', 'reminders']) {
    const all = at(list, kind);
    assert.ok(Array.isArray(all) && all.length > 0, kind);
    for (const one of all) {
      const page = await fetch(String(at(one, 'invoiceHotelUrl')));
      assert.equal(page.status, 200);
      assert.ok((await page.text()).includes(`Invoice ${String(at(one, 'invoiceNumber'))}`));
    }
  }
  const first = at(at(at(list, 'invoices'), 0), 'invoiceHotelUrl');
  const other = new URL('1', String(first));
  assert.equal((await fetch(other)).status, 404);
});

test('the API lets a page of the site read it, and no other', async () => {
  const response = await call(sandbox, methods);
  assert.equal(response.headers.get('access-control-allow-origin'), site);
  assert.match(response.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
  assert.match(response.headers.get('x-ratelimit-remaining') ?? '', /^\d+$/);
  const foreign = await fetch(sandbox.apiUrl + methods, {
    headers: { origin: 'http://evil.test' },
  });
  assert.equal(foreign.headers.get('access-control-allow-origin'), null);
});

test('the API lists the invoices that are asked for', async () => {
  const numbers = async (query: string) => {
    const listed = await read(await call(sandbox, invoices + query), 'invoices');
    return Object.values(listed ?? {}).map((one: unknown) => at(one, 'invoiceNumber'));
  };
  assert.deepEqual(await numbers(''), ['7435367', '7435368', '7435301']);
  assert.deepEqual(await numbers('?unpaid=true'), ['7435367', '7435368']);
  assert.deepEqual(await numbers('?to=2000-01-01'), []);
  assert.deepEqual(await numbers('?from=2000-01-01&unpaid=false'), await numbers(''));
  assert.equal(await read(await call(sandbox, invoices), 'reminders', 0, 'invoiceNumber'), 7435368);
});

test('the API logs requests without their tokens', async () => {
  const token = await sandbox.accessToken();
  await call(sandbox, payInvoicePath, { method: 'POST', body: invoice367, token });
  const [record] = sandbox.requests;
  assert.equal(record?.operationId, 'payInvoice');
  assert.deepEqual(record?.body, invoice367);
  assert.equal(record?.status, 200);
  assert.equal(record?.hadToken, true);
  assert.ok(!JSON.stringify(sandbox.requests).includes(token));
});
test('a sandbox frees its ports when closed and can start on them again', async () => {
  const first = await startSandbox({ siteOrigins: [site] });
  const port = (address: string) => Number(new URL(address).port);
  const ports = { api: port(first.apiUrl), login: port(first.loginUrl) };
  await first.close();
  await assert.rejects(fetch(first.apiUrl), TypeError);
  const second = await startSandbox({ siteOrigins: [site], ports });
  assert.equal(second.apiUrl, first.apiUrl);
  await second.close();
});

test('a sandbox lets pages of this machine ask from any port, and no page of a name like it', async (context) => {
  const any = await startSandbox({ siteOrigins: ['http://localhost:*'] });
  context.after(() => any.close());
  const allowed = async (Origin: string) => {
    const headers = { Origin, 'Access-Control-Request-Method': 'GET' };
    const answer = await fetch(any.apiUrl + methods, { method: 'OPTIONS', headers });
    return answer.headers.get('access-control-allow-origin');
  };
  for (const origin of ['http://localhost', 'http://localhost:3000']) {
    assert.equal(await allowed(origin), origin);
  }
  for (const origin of ['http://localhost.example', 'https://localhost', 'http://localhost:a']) {
    assert.equal(await allowed(origin), null, origin);
  }
});
