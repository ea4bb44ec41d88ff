import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ConnectError } from '../api/errors.js';
import { apiBase, useAddress } from '../../test/support/in-node.js';
import {
  apiUrl,
  defaultSettings,
  loginUrl,
  mergeSettings,
  type EffectiveSettings,
} from './settings.js';

const from = (more: Partial<EffectiveSettings>) => ({ ...defaultSettings, ...more });

function outcome<Value>(make: () => Value): Value | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof ConnectError) return `${error.code} ${error.message.split(':')[0] ?? ''}`;
    throw error;
  }
}

describe('the API address', () => {
  for (const [settings, expected] of [
    [{}, 'https://api.mediaconnect.no/capi'],
    [{ environment: 'test' }, 'https://api-test.mediaconnect.no/capi'],
    [{ apiUrl: 'https://a.example/x///' }, 'https://a.example/x'],
    [{ apiUrl: '/proxy/' }, 'https://site.example/proxy'],
    [{ apiUrl: 'http://localhost:9/a' }, 'http://localhost:9/a'],
    [{ apiUrl: 'http://127.0.0.1/a' }, 'http://127.0.0.1/a'],
    [{ apiUrl: 'http://127.255.10.20/a' }, 'http://127.255.10.20/a'],
    [{ environment: 'staging' }, 'config environment'],
    [{ apiUrl: 'http://a.example' }, 'config api-url'],
    [{ apiUrl: 'http://localhost.evil.example' }, 'config api-url'],
    [{ apiUrl: 'ftp://localhost/a' }, 'config api-url'],
    [{ apiUrl: 'http://evil-localhost/a' }, 'config api-url'],
    [{ apiUrl: 'https://u:p@a.example' }, 'config api-url'],
    [{ apiUrl: 'https://a.example?x' }, 'config api-url'],
    [{ apiUrl: 'https://a.example#x' }, 'config api-url'],
    [{ apiUrl: 'javascript:alert(1)' }, 'config api-url'],
    [{ apiUrl: 'https://[' }, 'config api-url'],
  ] as const) {
    it(`is ${expected} for ${JSON.stringify(settings)}`, () => {
      useAddress('https://site.example/account/pay');
      expect(outcome(() => apiUrl(from(settings)))).to.equal(expected);
    });
  }

  it('says which environments there are where it is of none', () => {
    const wrong = () => apiUrl(from({ environment: 'staging' }));
    expect(wrong).to.throw(ConnectError, /^environment: expected production or test$/);
  });
});

describe('the login address', () => {
  for (const [settings, expected] of [
    [{}, 'https://connectid.no/user'],
    [{ country: 'se' }, 'https://connectid.se/user'],
    [{ environment: 'test' }, 'https://api-test.mediaconnect.no/login'],
    [{ environment: 'test', loginUrl: 'https://login.example/' }, 'https://login.example'],
    [{ country: 'dk' }, 'config country'],
    [{ country: 'constructor' }, 'config country'],
    [{ environment: 'x' }, 'config environment'],
    [{ loginUrl: 'http://login.example' }, 'config login-url'],
    [{ loginUrl: 'javascript:alert(1)' }, 'config login-url'],
  ] as const) {
    it(`is ${expected} for ${JSON.stringify(settings)}`, () => {
      useAddress('https://site.example/');
      expect(outcome(() => loginUrl(from(settings)))).to.equal(expected);
    });
  }
});

describe('settings laid over others', () => {
  const outer = from({ clientId: 'outer', token: 'secret', tokenUrl: '/token', apiUrl: apiBase });

  it('win where they say something', () => {
    const merged = mergeSettings(outer, { clientId: 'own', country: undefined });
    expect([merged.clientId, merged.country, merged.token]).to.deep.equal(['own', 'no', 'secret']);
  });

  for (const own of [
    { environment: 'test' },
    { country: 'se' },
    { apiUrl: 'https://elsewhere.example' },
  ]) {
    it(`inherit no token when they name another server: ${JSON.stringify(own)}`, () => {
      const { token, tokenUrl, tokenProvider } = mergeSettings(outer, own);
      expect([token, tokenUrl, tokenProvider]).to.deep.equal([undefined, undefined, undefined]);
      expect(mergeSettings(outer, { ...own, token: 'mine' }).token).to.equal('mine');
    });
  }

  it('replace all sources of a token with their own', () => {
    const { token, tokenUrl } = mergeSettings(outer, { token: 'mine' });
    expect([token, tokenUrl]).to.deep.equal(['mine', undefined]);
  });

  it('inherit the token when they name the same server again', () => {
    expect(mergeSettings(outer, { apiUrl: apiBase, country: 'no' }).token).to.equal('secret');
  });
});
