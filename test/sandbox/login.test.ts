import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import {
  Browser,
  call,
  complete,
  methods,
  payAddress,
  read,
  site,
  startPayment,
} from './client.js';

let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

async function refusal(url: string, subscriber?: string) {
  const end = await new Browser().walk(url, subscriber);
  assert.ok(end.response && end.url.startsWith(sandbox.loginUrl), end.url);
  return { status: end.response.status, text: await end.response.text() };
}

test('the login server refuses an unknown client, without sending anyone anywhere', async () => {
  const url = payAddress(sandbox, await startPayment(sandbox), { clientId: 'no.other' });
  const { status, text } = await refusal(url);
  assert.equal(status, 400);
  assert.match(text, /Unknown client/);
});

test('the login server refuses an address that is not of the site', async () => {
  const id = await startPayment(sandbox);
  const wrong = ['http://evil.test/', '/relative', 'javascript:alert(1)', `${site}@evil.test/`, ''];
  for (const address of wrong) {
    for (const name of ['returnUrl', 'errorUrl']) {
      assert.equal((await refusal(payAddress(sandbox, id, { [name]: address }))).status, 400);
    }
  }
});

test('the login server refuses to go on to a foreign address after a login', async () => {
  const url = `${sandbox.loginUrl}/sign-in?next=${encodeURIComponent('//evil.test/login/')}`;
  assert.equal((await refusal(url)).status, 400);
});

test('the login server refuses an unknown transaction, one of another subscriber, and one of another kind', async () => {
  const id = await startPayment(sandbox);
  assert.equal((await refusal(payAddress(sandbox, 1))).status, 404);
  assert.equal((await refusal(payAddress(sandbox, id), 'ola')).status, 403);
  const body = { paymentMethod: 'autoGiro' };
  const change = await read(
    await call(sandbox, methods, { method: 'POST', body }),
    'paymentChangeId',
  );
  assert.equal((await refusal(payAddress(sandbox, Number(change)))).status, 400);
});

test('the login server refuses a transaction that has been completed', async () => {
  const id = await startPayment(sandbox);
  await complete(payAddress(sandbox, id), 'cancelled');
  assert.equal((await refusal(payAddress(sandbox, id))).status, 409);
});
