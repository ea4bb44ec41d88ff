// In every engine: each lets a signal of a deadline go in its own way.
import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { ConnectError } from '../api/errors.js';
import { request, type Access } from '../api/http.js';
import type { TokenProvider, TokenRequest } from '../api/token.js';
import { forgetAccesses, leaveAccesses, type TokenUser } from './token-pool.js';
import { accessTo } from './token.js';
import { throughPage } from '../../test/support/page-world.js';
import {
  apiBase,
  hang,
  json,
  page,
  unauthorized,
  useAddress,
  usePlatform,
  useServer,
  useWarnings,
  type Reply,
} from '../../test/support/in-node.js';

const site = 'https://site.example/account';
const tokenAddress = () => new URL('/token', site).href;
/** An API that may have the token of the site's own address. */
const ownApi = new URL('/proxy', site).href;

beforeEach(() => void useAddress(site));

function tokenOf({ token }: Access, rejected?: string): Promise<string> {
  if (token) return token(rejected);
  throw new Error('cookies need no token');
}

async function failure(make: () => unknown): Promise<ConnectError> {
  try {
    await make();
  } catch (error) {
    if (error instanceof ConnectError) return error;
  }
  throw new Error('expected a ConnectError');
}

/** A new provider, so that no token of an earlier test is kept. */
function provider(give: (request: TokenRequest) => string | Promise<string>) {
  const asked: TokenRequest[] = [];
  const tokenProvider: TokenProvider = (request) => {
    asked.push(request);
    return give(request);
  };
  return { asked, tokenProvider };
}

describe('the access to an API', () => {
  it('prefers the provider to the address, and the address to the token', async () => {
    const { sent } = useServer({ [`GET ${tokenAddress()}`]: json({ access_token: 'site' }) });
    const { tokenProvider } = provider(() => 'provided');
    const token = 'given';
    const all = { tokenProvider, tokenUrl: '/token', token };
    expect(await tokenOf(accessTo(apiBase, all))).to.equal('provided');
    expect(sent).to.have.length(0);
    expect(await tokenOf(accessTo(ownApi, { tokenUrl: '/token', token }))).to.equal('site');
    expect(await tokenOf(accessTo(apiBase, { token }))).to.equal('given');
  });

  it('is by cookies for an API of the same origin without any of the three', () => {
    useAddress('https://site.example/account');
    expect(accessTo('https://site.example/proxy', {}).token).to.equal(undefined);
  });

  it('is by neither on a page without an origin, where the own server is another: each names what to set', async () => {
    useAddress('https://site.example/account');
    usePlatform({ isOpaque: () => true });
    for (const [settings, message] of [
      [{}, 'token: expected a token or its source (a copy or snapshot of a page has none)'],
      [{ tokenUrl: '/token' }, 'token-url: expected an https address of this origin'],
    ] as const) {
      const refused = await failure(() => accessTo('https://site.example/proxy', settings));
      expect([refused.code, refused.message]).to.deep.equal(['config', message]);
    }
    expect(await tokenOf(accessTo(apiBase, { token: 'given' }))).to.equal('given');
  });

  it('is a config error that names the token for an API elsewhere without any of the three', async () => {
    const { code, message } = await failure(() => accessTo(apiBase, {}));
    expect([code, message]).to.deep.equal([
      'config',
      'token: expected a token or its source (a copy or snapshot of a page has none)',
    ]);
  });

  for (const token of ['', ' ', 'a b', 'a\nb', 'a\r\nX-Evil: 1', 'å', 'Bearer x']) {
    it(`refuses a token that can be none: ${JSON.stringify(token)}`, async () => {
      const { code, message } = await failure(() => accessTo(apiBase, { token }));
      expect(code).to.equal('config');
      expect(message).to.match(/^token: /);
      if (token.trim()) expect(message).to.not.contain(token);
    });
  }

  it('takes what RFC 6750 allows', async () => {
    const token = 'aZ09-._~+/==';
    expect(await tokenOf(accessTo(apiBase, { token }))).to.equal(token);
  });

  it('tells two tokens apart', () => {
    expect(accessTo(apiBase, { token: 'a' }).id).to.not.equal(accessTo(apiBase, { token: 'b' }).id);
  });
});

describe('a token provider', () => {
  it('is asked once by ten who ask at the same time', async () => {
    const { asked, tokenProvider } = provider(() => Promise.resolve('t'));
    const tokens = await Promise.all(
      Array.from({ length: 10 }, () => tokenOf(accessTo(apiBase, { tokenProvider }))),
    );
    expect(tokens).to.deep.equal(Array(10).fill('t'));
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial']);
    expect(asked[0]?.signal).to.be.instanceOf(AbortSignal);
  });

  it('is not asked again while its token is good', async () => {
    const { asked, tokenProvider } = provider(() => 't');
    await tokenOf(accessTo(apiBase, { tokenProvider }));
    await tokenOf(accessTo(apiBase, { tokenProvider }));
    expect(asked).to.have.length(1);
  });

  it('is asked once, as expired, by ten whose token was refused', async () => {
    let n = 0;
    const { asked, tokenProvider } = provider(() => `t${++n}`);
    const access = accessTo(apiBase, { tokenProvider });
    await tokenOf(access);
    const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(access, 't1')));
    expect(tokens).to.deep.equal(Array(10).fill('t2'));
    expect(asked.map(({ reason }) => reason)).to.deep.equal(['initial', 'expired']);
  });

  it('is not asked by one whose refused token is already replaced', async () => {
    let n = 0;
    const { asked, tokenProvider } = provider(() => `t${++n}`);
    const access = accessTo(apiBase, { tokenProvider });
    await tokenOf(access);
    await tokenOf(access, 't1');
    expect(await tokenOf(access, 't1')).to.equal('t2');
    expect(asked).to.have.length(2);
  });

  const throwing: [string, TokenProvider][] = [
    [
      'throws',
      () => {
        throw new Error('secret t0ken');
      },
    ],
    ['rejects', () => Promise.reject(new TypeError('secret t0ken'))],
  ];
  for (const [how, give] of throwing) {
    it(`leaves us unauthorized when it ${how}, without what it said`, async () => {
      const { tokenProvider } = provider(give);
      const { code, message } = await failure(() => tokenOf(accessTo(apiBase, { tokenProvider })));
      expect(code).to.equal('unauthorized');
      expect(message).to.not.contain('t0ken');
    });
  }

  it('makes us time out when it hangs, and is told so', async () => {
    usePlatform({ deadline: 20 });
    const { asked, tokenProvider } = provider(() => new Promise(() => {}));
    const { code, message } = await failure(() => tokenOf(accessTo(apiBase, { tokenProvider })));
    expect([code, message]).to.deep.equal(['timeout', 'no token']);
    expect(asked[0]?.signal.aborted).to.equal(true);
  });

  it('is asked again after it failed', async () => {
    let n = 0;
    const { tokenProvider } = provider(() => (n++ ? 't' : Promise.reject(new Error('no'))));
    const access = accessTo(apiBase, { tokenProvider });
    await failure(() => tokenOf(access));
    expect(await tokenOf(access)).to.equal('t');
  });

  for (const token of ['', null, undefined]) {
    it(`leaves us unauthorized when it gives ${JSON.stringify(token)}, as where nobody is logged in`, async () => {
      const { tokenProvider } = provider(() => '');
      // What a page without types may do.
      const given = Object.assign({ tokenProvider }, { tokenProvider: () => token });
      const { code } = await failure(() => tokenOf(accessTo(apiBase, given)));
      expect(code).to.equal('unauthorized');
    });
  }

  for (const token of ['a\nb', 'a b', 7, { token: 'x' }, ['t']]) {
    it(`is a config error naming the token when it gives ${JSON.stringify(token)}`, async () => {
      const { count } = useServer();
      // What a page without types may do.
      const { tokenProvider }: { tokenProvider: TokenProvider } = Object.assign(
        { tokenProvider: () => '' },
        { tokenProvider: () => token },
      );
      const access = accessTo(apiBase, { tokenProvider });
      const { signal } = new AbortController();
      const send = () =>
        request({ ...throughPage, method: 'GET', url: `${apiBase}/x`, access, signal });
      const { code, message } = await failure(send);
      expect([code, message]).to.deep.equal(['config', 'token: expected an access token']);
      expect(count()).to.equal(0);
    });
  }

  it('does not make an expired token good again by giving none', async () => {
    const now = { ms: 0 };
    usePlatform({ now: () => now.ms });
    const address = `${tokenAddress()}?bad-renewal`;
    useServer({
      [`GET ${address}`]: [
        json({ access_token: 'old', expires_in: 60 }),
        json({ access_token: '', expires_in: 60 }),
        json({ access_token: 'new', expires_in: 60 }),
      ],
    });
    const access = accessTo(ownApi, { tokenUrl: address });
    await tokenOf(access);
    now.ms = 100_000;
    await failure(() => tokenOf(access));
    expect(await tokenOf(access)).to.equal('new');
  });

  it('shares no request with another provider, whose token may be of somebody else', () => {
    const ids = ['one', 'two'].map((token) => {
      const { tokenProvider } = provider(() => token);
      return accessTo(apiBase, { tokenProvider }).id;
    });
    expect(new Set(ids).size).to.equal(2);
  });
});

describe('a token address', () => {
  it('is asked with cookies and without a token', async () => {
    const address = `${tokenAddress()}?cookies`;
    const { sent } = useServer({ [`GET ${address}`]: json({ access_token: 't' }) });
    await tokenOf(accessTo(ownApi, { tokenUrl: '/token?cookies' }));
    expect(sent[0]?.url).to.equal(address);
    expect(sent[0]?.init.credentials).to.equal('same-origin');
    expect(sent[0]?.headers.has('Authorization')).to.equal(false);
  });

  it('is asked once by ten', async () => {
    const address = `${tokenAddress()}?ten`;
    const { count } = useServer({
      [`GET ${address}`]: json({ access_token: 't', expires_in: 300 }),
    });
    const ask = () => tokenOf(accessTo(ownApi, { tokenUrl: '/token?ten' }));
    expect(await Promise.all(Array.from({ length: 10 }, ask))).to.deep.equal(Array(10).fill('t'));
    expect(count()).to.equal(1);
  });

  it('is asked again shortly before the token expires', async () => {
    const now = { ms: 1_000_000 };
    usePlatform({ now: () => now.ms });
    const address = `${tokenAddress()}?expires`;
    const { count } = useServer({
      [`GET ${address}`]: [
        json({ access_token: 'first', expires_in: 300 }),
        json({ access_token: 'second', expires_in: 300 }),
      ],
    });
    const access = accessTo(ownApi, { tokenUrl: address });
    expect(await tokenOf(access)).to.equal('first');
    now.ms += 289_000;
    expect(await tokenOf(access)).to.equal('first');
    now.ms += 2000;
    expect(await tokenOf(access)).to.equal('second');
    expect(count()).to.equal(2);
  });

  it('gives a token for ever when it does not say until when', async () => {
    const now = { ms: 0 };
    usePlatform({ now: () => now.ms });
    const address = `${tokenAddress()}?ever`;
    const { count } = useServer({ [`GET ${address}`]: json({ access_token: 't' }) });
    const access = accessTo(ownApi, { tokenUrl: address });
    await tokenOf(access);
    now.ms = 1e12;
    await tokenOf(access);
    expect(count()).to.equal(1);
  });

  for (const tokenUrl of [
    'https://evil.example/token',
    '//evil.example',
    'javascript:1',
    'data:,x',
    'https://u:p@[',
    'http://',
  ]) {
    it(`must be of this origin: ${tokenUrl}`, async () => {
      const { code, message } = await failure(() =>
        accessTo(ownApi, { tokenUrl, token: 'unused' }),
      );
      expect(code).to.equal('config');
      expect(message).to.match(/^token-url: /);
    });
  }

  const answers: [string, Reply, string][] = [
    ['401', unauthorized, 'unauthorized'],
    ['403, as many frameworks do without a session', json({}, 403), 'unauthorized'],
    ['400, as OAuth does', json({ error: 'invalid_grant' }, 400), 'unauthorized'],
    ['404', json({}, 404), 'unauthorized'],
    ['success: false', json({ success: false }), 'unauthorized'],
    ['204', () => new Response(null, { status: 204 }), 'unauthorized'],
    ['an empty token', json({ access_token: '' }), 'unauthorized'],
    ['null', json({ access_token: null }), 'unauthorized'],
    ['a login page', page(), 'unauthorized'],
    ['a list', json([]), 'unauthorized'],
    ['no access_token', json({}), 'config'],
  ];
  for (const [name, reply, code] of answers) {
    it(`that answers ${name} is told as ${code}`, async () => {
      const address = `${tokenAddress()}?answers=${encodeURIComponent(name)}`;
      useServer({ [`GET ${address}`]: reply });
      expect((await failure(() => tokenOf(accessTo(ownApi, { tokenUrl: address })))).code).to.equal(
        code,
      );
    });
  }

  it('that gives none is no answer to what is asked with it, and the message says why', async () => {
    const address = `${tokenAddress()}?status`;
    useServer({ [`GET ${address}`]: json({ error: 'forbidden' }, 403) });
    const { status, message } = await failure(() =>
      tokenOf(accessTo(ownApi, { tokenUrl: address })),
    );
    expect([status, message]).to.deep.equal([undefined, 'no token: HTTP 403']);
  });

  // What a browser makes of a redirect, and what a server without one sees.
  const hidden = () => Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  const plain = () => new Response('', { status: 302, headers: { Location: '/login' } });
  for (const [name, reply] of [
    ['hidden', hidden],
    ['plain', plain],
  ] as const) {
    it(`that leads to a page to log in at is a session that has ended, at once: ${name}`, async () => {
      const warnings = useWarnings();
      const address = `${tokenAddress()}?redirect=${name}`;
      const { count } = useServer({ [`GET ${address}`]: reply });
      usePlatform({ isSameOrigin: (url) => new URL(url).origin === new URL(site).origin });
      const access = accessTo(ownApi, { tokenUrl: address });
      const { code } = await failure(() => tokenOf(access));
      expect([code, count()]).to.deep.equal(['unauthorized', 1]);
      expect(warnings.join()).to.contain('redirected');
    });
  }

  it('that hangs is told as a timeout', async () => {
    usePlatform({ deadline: 20 });
    const address = `${tokenAddress()}?hangs`;
    useServer({ [`GET ${address}`]: hang });
    expect((await failure(() => tokenOf(accessTo(ownApi, { tokenUrl: address })))).code).to.equal(
      'timeout',
    );
  });

  it('whose token is about to expire as it comes is asked each time', async () => {
    usePlatform({ now: () => 1_000_000 });
    const address = `${tokenAddress()}?expiring`;
    const { count } = useServer({
      [`GET ${address}`]: json({ access_token: 't', expires_in: 10 }),
    });
    const access = accessTo(ownApi, { tokenUrl: address });
    await tokenOf(access);
    await tokenOf(access);
    expect(count()).to.equal(2);
  });
});

describe('a token that is shared', () => {
  const user = () => ({ isConnected: true });
  const ask = (count: string) => {
    const address = `${tokenAddress()}?${count}`;
    const tokens = ['first', 'second', 'third'].map((token) => json({ access_token: token }));
    useServer({ [`GET ${address}`]: tokens });
    return (who?: TokenUser, subscriber?: string) =>
      tokenOf(accessTo(ownApi, { tokenUrl: address, subscriber }, who));
  };

  it('goes with the last that used it', async () => {
    const tokenOfUser = ask('users');
    const [one, other] = [user(), user()];
    expect(await tokenOfUser(one)).to.equal('first');
    expect(await tokenOfUser(other)).to.equal('first');
    leaveAccesses(one);
    expect(await tokenOfUser(other)).to.equal('first');
    leaveAccesses(other);
    expect(await tokenOfUser(one)).to.equal('second');
  });

  it('goes when whoever used it uses another', async () => {
    const tokenOfUser = ask('another');
    const one = user();
    await tokenOfUser(one);
    accessTo(ownApi, { token: 'given' }, one);
    expect(await tokenOfUser(one)).to.equal('second');
  });

  it('is not kept by whoever has left already', async () => {
    const tokenOfUser = ask('gone');
    const gone = { isConnected: false };
    expect(await tokenOfUser(gone)).to.equal('first');
    expect(await tokenOfUser(gone)).to.equal('second');
  });

  it('is each subscriber’s own', async () => {
    const tokenOfUser = ask('subscribers');
    expect(await tokenOfUser(user(), 'anna')).to.equal('first');
    expect(await tokenOfUser(user(), 'berit')).to.equal('second');
    expect(await tokenOfUser(user(), 'anna')).to.equal('first');
  });

  it('is forgotten, whoever uses it', async () => {
    const tokenOfUser = ask('forgotten');
    const one = user();
    await tokenOfUser(one);
    forgetAccesses();
    expect(await tokenOfUser(one)).to.equal('second');
  });

  it('is asked for by nothing that was sent for whoever has logged out since', async () => {
    const { asked, tokenProvider } = provider(() => 'anna');
    const access = accessTo(apiBase, { tokenProvider }, user());
    await tokenOf(access);
    forgetAccesses();
    expect(await failure(() => tokenOf(access, 'anna'))).to.include({ code: 'unauthorized' });
    expect(await failure(() => tokenOf(access))).to.include({ code: 'unauthorized' });
    expect(asked).to.have.length(1);
  });

  it('that comes after the log-out is another reader’s', async () => {
    let give: (token: string) => void = () => {};
    const { tokenProvider } = provider(() => new Promise((resolve) => (give = resolve)));
    const token = tokenOf(accessTo(apiBase, { tokenProvider }, user()));
    const failed = failure(() => token);
    forgetAccesses();
    give('berit');
    expect(await failed).to.include({ code: 'unauthorized' });
  });

  it('is asked for by nothing that was sent for another subscriber of the same source', async () => {
    const { asked, tokenProvider } = provider(() => 'anna');
    const [one, other] = [user(), user()];
    const [access, kept] = [one, other].map((who) =>
      accessTo(apiBase, { tokenProvider, subscriber: 'anna' }, who),
    );
    if (!access || !kept) throw new Error('no access');
    await tokenOf(access);
    accessTo(apiBase, { tokenProvider, subscriber: 'berit' }, one);
    expect(await failure(() => tokenOf(access, 'anna'))).to.include({ code: 'unauthorized' });
    expect(asked).to.have.length(1);
    const anew = accessTo(apiBase, { tokenProvider, subscriber: 'anna' }, other);
    expect(await tokenOf(anew)).to.equal('anna');
  });

  it('is renewed for what goes on when its element has left', async () => {
    const { tokenProvider } = provider(({ reason }) => reason);
    const one = user();
    const access = accessTo(apiBase, { tokenProvider }, one);
    await tokenOf(access);
    leaveAccesses(one);
    expect(await tokenOf(access, 'initial')).to.equal('expired');
  });
});
