import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { OAuthClient } from '../../demo/site/oauth.js';
import type { Session } from '../../demo/site/session.js';
import { Browser, site } from './client.js';

// The newspaper's OAuth client, which sites copy.

let sandbox: Sandbox;
let client: OAuthClient;
before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
  client = new OAuthClient({
    issuer: sandbox.issuer,
    clientId: sandbox.client.id,
    clientSecret: sandbox.client.secret,
    redirectUri: site + sandbox.client.redirectPath,
  });
});
after(() => sandbox.close());

/** Logs a reader in; gives the address that the login server sends the browser back to. */
async function comeBack(session: Session, goingTo = '/invoices'): Promise<URL> {
  const { url } = await new Browser().walk(await client.loginUrl(session, goingTo));
  return new URL(url);
}

describe("a login at the newspaper's own backend", () => {
  it('ends where the reader was going, with a token', async () => {
    const session: Session = {};
    assert.equal(await client.finish(session, await comeBack(session)), '/invoices');
    assert.ok((await client.accessToken(session))?.token);
    assert.equal(session.login, undefined);
  });

  it('that is refused, or not the one that was begun, ends at the front page with nobody logged in', async () => {
    const denied = (callback: URL, session: Session) => {
      callback.search = '';
      callback.searchParams.set('error', 'access_denied');
      callback.searchParams.set('state', session.login?.state ?? '');
      callback.searchParams.set('iss', sandbox.issuer);
    };
    const other = (callback: URL) => callback.searchParams.set('state', 'of-another-tab');
    const spent = (callback: URL) => callback.searchParams.set('code', 'spent');
    for (const change of [denied, other, spent]) {
      const session: Session = {};
      const callback = await comeBack(session);
      change(callback, session);
      assert.equal(await client.finish(session, callback), '/', change.name);
      assert.equal(await client.accessToken(session), undefined);
    }
  });
});

describe('another subscriber who logs in with the same session', () => {
  /** An authorization server whose answers a test gives, one by one. */
  async function scripted() {
    const answers: Promise<object>[] = [];
    let issuer = '';
    const server = createServer((request, response) => {
      const reply = (body: object) =>
        response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
      if (request.url !== '/token') return void reply(metadata());
      void answers.shift()?.then(reply);
    });
    const metadata = () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/authorize` },
      ...{ token_endpoint: `${issuer}/token` },
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const address = server.address();
    issuer = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
    const secrets = { clientId: 'c', clientSecret: 's' };
    const redirectUri = `${site}/callback`;
    const own = new OAuthClient({ issuer, ...secrets, redirectUri });
    const logIn = async (session: Session) => {
      await own.loginUrl(session, '/');
      const callback = new URL(`${redirectUri}?code=x&state=${session.login?.state}`);
      await own.finish(session, callback);
    };
    return { answers, own, logIn, close: () => server.close() };
  }

  const token = (access_token: string, more: object = {}) =>
    Promise.resolve({ access_token, token_type: 'Bearer', expires_in: 300, ...more });

  it('has no refresh token of the one before', async () => {
    const { answers, logIn, close } = await scripted();
    const session: Session = {};
    answers.push(token('of-anna', { refresh_token: 'annas' }), token('of-berit'));
    await logIn(session);
    await logIn(session);
    close();
    assert.deepEqual([session.tokens?.access, session.tokens?.refresh], ['of-berit', undefined]);
  });

  it('keeps their own token when a renewal of the one before is late', async () => {
    const { answers, own, logIn, close } = await scripted();
    const session: Session = {};
    let renew: (answer: object) => void = () => {};
    const late = new Promise<object>((resolve) => (renew = resolve));
    answers.push(token('of-anna', { refresh_token: 'annas', expires_in: 1 }), late);
    await logIn(session);
    const renewed = own.accessToken(session);
    while (answers.length) await new Promise((resolve) => setTimeout(resolve, 5));
    answers.push(token('of-berit'));
    await logIn(session);
    renew(await token('of-anna again'));
    await renewed;
    close();
    assert.equal(session.tokens?.access, 'of-berit');
  });
});
