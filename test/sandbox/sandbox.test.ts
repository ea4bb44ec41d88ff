import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import * as oauth from 'openid-client';
import { decodeFault, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { outcomes, type Outcome } from '../../demo/sandbox/names.js';
import { Browser, call, invoice367, payAddress, read, site, startPayment } from './client.js';

const settleAfter = 60;
const invoices = '/v1/customer/invoice/payment/CO27409';
const methods = '/v1/product/payment/CO27409';
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site], settleAfter });
});
after(() => sandbox.close());
beforeEach(() => sandbox.reset());

async function logIn(scope: string) {
  const { issuer, client } = sandbox;
  const config = await oauth.discovery(new URL(issuer), client.id, client.secret, undefined, {
    execute: [oauth.allowInsecureRequests],
  });
  const pkceCodeVerifier = oauth.randomPKCECodeVerifier();
  const redirect_uri = site + client.redirectPath;
  const start = oauth.buildAuthorizationUrl(config, {
    ...{ redirect_uri, scope, state: 'abc', code_challenge_method: 'S256' },
    code_challenge: await oauth.calculatePKCECodeChallenge(pkceCodeVerifier),
  });
  const { url } = await new Browser().walk(start.href);
  assert.ok(url.startsWith(`${redirect_uri}?`), url);
  const checks = { pkceCodeVerifier, expectedState: 'abc' };
  return { config, tokens: await oauth.authorizationCodeGrant(config, new URL(url), checks) };
}

describe('the login server as an authorization server', () => {
  it('gives a token with which the API answers, and refreshes it', async () => {
    const { config, tokens } = await logIn('read');
    assert.equal((await call(sandbox, methods, { token: tokens.access_token })).status, 200);
    const fresh = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '');
    assert.notEqual(fresh.access_token, tokens.access_token);
    assert.equal((await call(sandbox, methods, { token: fresh.access_token })).status, 200);
  });

  it('gives a token that the API refuses when the scope read was not asked for', async () => {
    const { tokens } = await logIn('openid');
    assert.equal((await call(sandbox, methods, { token: tokens.access_token })).status, 401);
  });
});

describe('the API', () => {
  it('refuses a missing token, and one with a changed signature', async () => {
    const token = await sandbox.accessToken();
    const [head, claims, signature = ''] = token.split('.');
    const forged = `${head}.${claims}.${signature.split('').reverse().join('')}`;
    for (const wrong of [null, 'rubbish', forged]) {
      const response = await call(sandbox, methods, { token: wrong });
      assert.equal(response.status, 401);
      assert.equal(await read(response, 'error'), 'invalid_token');
    }
  });

  it('refuses a token after its time', async () => {
    const short = await startSandbox({ siteOrigins: [site], tokenLifetime: 1 });
    const token = await short.accessToken();
    assert.equal((await call(short, methods, { token })).status, 200);
    await sleep(2000);
    assert.equal((await call(short, methods, { token })).status, 401);
    await short.close();
  });

  it('refuses a token of another sandbox', async () => {
    const other = await startSandbox({ siteOrigins: [site] });
    const token = await other.accessToken();
    assert.equal((await call(sandbox, methods, { token })).status, 401);
    await other.close();
  });

  it('answers in XML unless JSON is asked for', async () => {
    for (const accept of [null, '*/*', 'application/xml']) {
      const response = await call(sandbox, invoices, { accept });
      assert.match(response.headers.get('content-type') ?? '', /^application\/xml/);
      assert.match(await response.text(), /<invoiceNumber>7435367<\/invoiceNumber>/);
    }
  });

  it('says what is wrong with a request that breaks the contract', async () => {
    const path = '/v1/api/payment/invoice';
    for (const body of [{ ...invoice367, paymentMethod: 'cash' }, {}, '{"half":', undefined]) {
      const response = await call(sandbox, path, { method: 'POST', body });
      assert.equal(response.status, 400);
      const answer = await response.json();
      assert.equal(answer.exceptionType, 'ValidationException');
      assert.ok(answer.errorMessage.length > 5, answer.errorMessage);
    }
    assert.equal((await call(sandbox, `${invoices}?unpaid=maybe`)).status, 400);
    assert.equal((await call(sandbox, `${invoices}?from=May`)).status, 400);
    assert.equal((await call(sandbox, `${methods}000000`)).status, 400);
  });

  it('refuses what belongs to another subscriber, does not match or is paid', async () => {
    const wrong = [
      { productCode: 'CO27410' },
      { invoiceNumber: '7435400' },
      { companyCode: '1' },
      { invoiceNumber: '7435301' },
    ];
    for (const part of wrong) {
      const body = { ...invoice367, ...part };
      const response = await call(sandbox, '/v1/api/payment/invoice', { method: 'POST', body });
      assert.equal(response.status, 400);
      assert.equal(await read(response, 'exceptionType'), 'ValidationException');
    }
  });

  it('lets a page of the site read it, and no other', async () => {
    const response = await call(sandbox, methods);
    assert.equal(response.headers.get('access-control-allow-origin'), site);
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /Retry-After/);
    assert.match(response.headers.get('x-ratelimit-remaining') ?? '', /^\d+$/);
    const foreign = await fetch(sandbox.apiUrl + methods, {
      headers: { origin: 'http://evil.test' },
    });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
  });

  it('lists the invoices that are asked for', async () => {
    const numbers = async (query: string) => {
      const listed = (await (await call(sandbox, invoices + query)).json()).invoices;
      return listed.map((one: { invoiceNumber: string }) => one.invoiceNumber);
    };
    assert.deepEqual(await numbers(''), ['7435367', '7435368', '7435301']);
    assert.deepEqual(await numbers('?unpaid=true'), ['7435367', '7435368']);
    assert.deepEqual(await numbers('?to=2000-01-01'), []);
    assert.deepEqual(await numbers('?from=2000-01-01&unpaid=false'), await numbers(''));
    assert.equal(
      await read(await call(sandbox, invoices), 'reminders', 0, 'invoiceNumber'),
      7435368,
    );
  });

  it('logs requests without their tokens', async () => {
    const token = await sandbox.accessToken();
    await call(sandbox, '/v1/api/payment/invoice', { method: 'POST', body: invoice367, token });
    const [record] = sandbox.requests;
    assert.equal(record?.operationId, 'payInvoice');
    assert.deepEqual(record?.body, invoice367);
    assert.equal(record?.status, 200);
    assert.equal(record?.hadToken, true);
    assert.ok(!JSON.stringify(sandbox.requests).includes(token));
  });
});

describe('the login server refuses', () => {
  async function refusal(url: string, subscriber?: string) {
    const end = await new Browser().walk(url, subscriber);
    return { status: end.response?.status, text: (await end.response?.text()) ?? end.url };
  }

  it('an unknown client, without sending anyone anywhere', async () => {
    const url = payAddress(sandbox, await startPayment(sandbox), { clientId: 'no.other' });
    const { status, text } = await refusal(url);
    assert.equal(status, 400);
    assert.match(text, /Unknown client/);
  });

  it('an address that is not of the site', async () => {
    const id = await startPayment(sandbox);
    const wrong = [
      'http://evil.test/',
      '/relative',
      'javascript:alert(1)',
      `${site}@evil.test/`,
      '',
    ];
    for (const address of wrong) {
      for (const name of ['returnUrl', 'errorUrl']) {
        assert.equal((await refusal(payAddress(sandbox, id, { [name]: address }))).status, 400);
      }
    }
  });

  it('to go on to a foreign address after a login', async () => {
    const url = `${sandbox.loginUrl}/sign-in?next=${encodeURIComponent('//evil.test/login/')}`;
    assert.equal((await refusal(url)).status, 400);
  });

  it('an unknown transaction, one of another subscriber, and one of another kind', async () => {
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

  it('a transaction that has been completed', async () => {
    const id = await startPayment(sandbox);
    await complete(payAddress(sandbox, id), 'cancelled');
    assert.equal((await refusal(payAddress(sandbox, id))).status, 409);
  });
});

async function complete(address: string, outcome: Outcome): Promise<string> {
  const browser = new Browser();
  const end = await browser.walk(address);
  assert.equal(end.response?.status, 200);
  assert.match((await end.response?.text()) ?? '', new RegExp(`id="outcome-${outcome}"`));
  const done = await browser.go(end.url, { outcome });
  assert.equal(done.status, 303);
  assert.equal((await browser.go(end.url, { outcome })).status, 409);
  return done.headers.get('location') ?? '';
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + settleAfter + 500; Date.now() < end; await sleep(10)) {
    if (await isSo()) return true;
  }
  return isSo();
}

function checkReturn(address: string, outcome: Outcome): void {
  const back = `${site}/account?a=1%202&tilde=~&status=${outcome}#invoices`;
  assert.equal(address, outcome === 'error' ? `${site}/trouble?b=2` : back);
}

async function checkState(outcome: Outcome, isRegistered: () => Promise<boolean>): Promise<void> {
  assert.equal(await isRegistered(), outcome === 'finished');
  const isLater = outcome === 'initiated';
  if (isLater) assert.ok(await waitUntil(isRegistered));
  else if (outcome !== 'finished') {
    await sleep(settleAfter * 2);
    assert.equal(await isRegistered(), false);
  }
}

for (const outcome of outcomes) {
  describe(`the outcome ${outcome}`, () => {
    it('of an invoice goes back to the site and changes what it should', async () => {
      const id = await startPayment(sandbox);
      checkReturn(await complete(payAddress(sandbox, id), outcome), outcome);
      await checkState(outcome, async () => {
        const answer = await (await call(sandbox, invoices)).json();
        return answer.invoices[0].paymentStatus === '1' && answer.invoices[0].paidAmount === 295;
      });
    });

    it('of a method goes back to the site and changes what it should', async () => {
      const body = { paymentMethod: 'autoGiro' };
      const answer = await call(sandbox, methods, { method: 'POST', body });
      const more = { paymentChangeId: `${await read(answer, 'paymentChangeId')}` };
      const address = payAddress(sandbox, 0, more).replace(
        '/payment/invoice/pay',
        '/paymentChange',
      );
      checkReturn(await complete(address, outcome), outcome);
      await checkState(outcome, async () => {
        const listed = await (await call(sandbox, methods)).json();
        return listed.paymentMethodResponseItems[1].current === true;
      });
    });
  });
}

describe('an agreement', () => {
  const all = [
    ['/v1/customer/payment/vipps/agreement', '/payment/vipps/agreement/add', 'recurringAgreements'],
    ['/v1/api/payment/payex/token', '/payment/payex/token/add', 'paymentRecurrenceTokens'],
    ['/v1/customer/payment/klarna/token', '/payment/klarna/token/add', 'recurringTokens'],
    ['/v1/api/payment/nexi/subscription', '/payment/nexi/subscription/add', 'subscriptions'],
  ] as const;
  for (const [path, redirect, key] of all) {
    it(`of ${key} is added after its page, listed and removed once`, async () => {
      const added = { productCode: 'CO27409', tokenType: 'card' };
      const answer = await call(sandbox, path, { method: 'POST', body: added });
      const id = Number(await read(answer, 'transactionId'));
      assert.deepEqual(await read(await call(sandbox, path), key), []);
      const address = payAddress(sandbox, id).replace('/payment/invoice/pay', redirect);
      await complete(address, 'finished');
      const listed = await (await call(sandbox, path)).json();
      assert.equal(listed[key].length, 1);
      assert.equal(listed[key][0].productCode, 'CO27409');
      const { paymentProviderId: given, ...fields } = listed[key][0];
      const paymentProviderId = key === 'paymentRecurrenceTokens' ? `${given}` : given;
      const remove = { method: 'PATCH', body: { ...fields, paymentProviderId } };
      assert.equal(await read(await call(sandbox, path, remove), 'success'), true);
      assert.equal(await read(await call(sandbox, path, remove), 'success'), false);
    });
  }
});

describe('a fault', () => {
  const pay = () => call(sandbox, '/v1/api/payment/invoice', { method: 'POST', body: invoice367 });
  /** The id that the next payment gets tells how many there were before. */
  const madeBefore = async () => {
    sandbox.faults.clear();
    return (await startPayment(sandbox)) - 12378954;
  };

  it('of latency answers late and right', async () => {
    sandbox.faults.set('payInvoice', { kind: 'latency', ms: 120 });
    const start = Date.now();
    assert.equal((await pay()).status, 200);
    assert.ok(Date.now() - start >= 115);
    assert.equal(await madeBefore(), 1);
  });

  it('of limits, authorization, server or refusal answers so, readably, with nothing made', async () => {
    const expected = [
      ['unauthorized', 401, /"invalid_token"/],
      ['server-error', 500, /^<!doctype html>/],
      ['not-added', 200, /^{"success":false}$/],
    ] as const;
    for (const [kind, status, body] of expected) {
      sandbox.faults.set('*', { kind });
      const response = await pay();
      assert.equal(response.status, status);
      assert.equal(response.headers.get('access-control-allow-origin'), site);
      assert.match(await response.text(), body);
    }
    assert.equal(await madeBefore(), 0);
  });

  it('of rate-limited says when to come back', async () => {
    sandbox.faults.set('*', { kind: 'rate-limited', retryAfter: '7', reset: 9 });
    const response = await pay();
    assert.equal(response.status, 429);
    assert.equal(response.headers.get('retry-after'), '7');
    assert.equal(response.headers.get('x-ratelimit-reset'), '9');
    assert.equal(response.headers.get('x-ratelimit-remaining'), '0');
    assert.equal(response.headers.get('access-control-allow-origin'), site);
    assert.equal(await madeBefore(), 0);
  });

  it('of broken-json or xml does the work and cannot be read as JSON', async () => {
    for (const kind of ['broken-json', 'xml'] as const) {
      sandbox.faults.set('payInvoice', { kind });
      const response = await pay();
      assert.equal(response.headers.get('access-control-allow-origin'), site);
      await assert.rejects(response.json(), SyntaxError);
    }
    assert.equal(await madeBefore(), 2);
  });

  it('of drop-before cuts the connection with nothing made', async () => {
    sandbox.faults.set('payInvoice', { kind: 'drop-before' });
    await assert.rejects(pay(), TypeError);
    assert.equal(sandbox.requests.at(-1)?.status, 0);
    assert.equal(await madeBefore(), 0);
  });

  it('of drop-after cuts the connection with the transaction made', async () => {
    sandbox.faults.set('payInvoice', { kind: 'drop-after' });
    await assert.rejects(pay(), TypeError);
    assert.equal(await madeBefore(), 1);
  });

  it('happens as often as it says, and only to its operation', async () => {
    sandbox.faults.set('payInvoice', { kind: 'unauthorized', times: 2 });
    assert.equal((await call(sandbox, methods)).status, 200);
    const statuses = [(await pay()).status, (await pay()).status, (await pay()).status];
    assert.deepEqual(statuses, [401, 401, 200]);
    assert.deepEqual(sandbox.faults.list(), []);
  });

  it('is read from outside only when it is whole', () => {
    assert.deepEqual(decodeFault({ kind: 'latency', ms: 5, more: 1 }), { kind: 'latency', ms: 5 });
    assert.deepEqual(decodeFault({ kind: 'xml', times: 1 }), { kind: 'xml', times: 1 });
    const wrong = [null, 'xml', {}, { kind: 'no' }, { kind: 'latency' }, { kind: 'xml', times: 0 }];
    for (const value of wrong) assert.equal(decodeFault(value), undefined);
    assert.equal(decodeFault({ kind: 'rate-limited', retryAfter: 3 }), undefined);
  });
});

describe('a sandbox', () => {
  it('frees its ports when closed and can start on them again', async () => {
    const first = await startSandbox({ siteOrigins: [site] });
    const port = (address: string) => Number(new URL(address).port);
    const ports = { api: port(first.apiUrl), login: port(first.loginUrl) };
    await first.close();
    await assert.rejects(fetch(first.apiUrl), TypeError);
    const second = await startSandbox({ siteOrigins: [site], ports });
    assert.equal(second.apiUrl, first.apiUrl);
    await second.close();
  });
});
