import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import * as oauth from 'openid-client';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { Browser, call, methods, read, site } from './client.js';

let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
});
after(() => sandbox.close());
beforeEach(() => {
  sandbox.reset();
});

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

test('the authorization server gives a token with which the API answers, and refreshes it', async () => {
  const { config, tokens } = await logIn('read');
  assert.equal((await call(sandbox, methods, { token: tokens.access_token })).status, 200);
  const fresh = await oauth.refreshTokenGrant(config, tokens.refresh_token ?? '');
  assert.notEqual(fresh.access_token, tokens.access_token);
  assert.equal((await call(sandbox, methods, { token: fresh.access_token })).status, 200);
});

test('the authorization server gives a token that the API refuses when the scope read was not asked for', async () => {
  const { tokens } = await logIn('openid');
  assert.equal((await call(sandbox, methods, { token: tokens.access_token })).status, 401);
});
test('the API refuses a missing token, and one with a changed signature', async () => {
  const token = await sandbox.accessToken();
  const [head, claims, signature = ''] = token.split('.');
  const forged = `${head}.${claims}.${signature.split('').reverse().join('')}`;
  for (const wrong of [null, 'rubbish', forged]) {
    const response = await call(sandbox, methods, { token: wrong });
    assert.equal(response.status, 401);
    assert.equal(await read(response, 'error'), 'invalid_token');
  }
});

test('the API refuses a token after its time', async (t) => {
  const short = await startSandbox({ siteOrigins: [site], tokenLifetime: 3 });
  t.after(() => short.close());
  const token = await short.accessToken();
  assert.equal((await call(short, methods, { token })).status, 200);
  await sleep(3100);
  assert.equal((await call(short, methods, { token })).status, 401);
});

test('the API refuses a token of another sandbox', async (t) => {
  const other = await startSandbox({ siteOrigins: [site] });
  t.after(() => other.close());
  const token = await other.accessToken();
  assert.equal((await call(sandbox, methods, { token })).status, 401);
});
