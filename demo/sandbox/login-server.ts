import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Provider } from 'oidc-provider';
import { page } from './layout.js';
import { LoginSession } from './login-session.js';
import {
  checkAddresses,
  findTransaction,
  redirects,
  type AddressRules,
  type Redirect,
} from './redirects.js';
import { subscribers } from './seed.js';
import type { State } from './state.js';
import type { Visits } from './visits.js';

export interface LoginParts extends AddressRules {
  readonly state: State;
  readonly visits: Visits;
  readonly provider: Provider;
  readonly loginUrl: string;
  readonly providerOrigin: string;
}

type LoginApp = Hono<{ Bindings: HttpBindings }>;

export function loginServer(parts: LoginParts): LoginApp {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const session = new LoginSession();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  addSignIn(app, parts, session);
  addInteraction(app, parts, session);
  addLogout(app, parts, session);
  for (const redirect of redirects) addRedirect(app, parts, session, redirect);
  app.notFound((c) => c.html(page({ title: 'Nothing here' }), 404));
  return app;
}

const signInPath = (next: string) => `/login/sign-in?${new URLSearchParams({ next })}`;

function addSignIn(app: LoginApp, { loginUrl }: LoginParts, session: LoginSession): void {
  app.get('/login/sign-in', (c) => c.html(signInPage()));
  app.post('/login/sign-in', async (c) => {
    const { subscriber } = await c.req.parseBody();
    const found = subscribers.find(({ id }) => id === subscriber);
    const next = c.req.query('next') ?? '';
    // Only back into this server: the address is in the query, where anyone can type it.
    const isOwn =
      URL.canParse(next, loginUrl) && new URL(next, loginUrl).href.startsWith(`${loginUrl}/`);
    if (!found || !isOwn) return c.html(page({ title: 'This login cannot go on' }), 400);
    await session.write(c, found);
    return c.redirect(new URL(next, loginUrl).href, 303);
  });
}

function signInPage() {
  const options = subscribers.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  const content = html`<form method="post">
    <label
      >Subscriber
      <select name="subscriber">
        ${options}
      </select></label
    >
    <button id="login" class="main">Log in</button>
  </form>`;
  return page({ title: 'Log in', text: 'Choose who you are. There is no password here.', content });
}

function addInteraction(app: LoginApp, { provider }: LoginParts, session: LoginSession): void {
  app.get('/login/interaction/:uid', async (c) => {
    const { incoming, outgoing } = c.env;
    const subscriber = await session.read(c);
    if (!subscriber) return c.redirect(signInPath(c.req.path));
    const details = await provider.interactionDetails(incoming, outgoing).catch(() => undefined);
    if (details?.prompt.name !== 'login') {
      return c.html(
        page({ title: 'This login cannot go on', text: 'Start again at the site.' }),
        400,
      );
    }
    const login = { accountId: subscriber.id };
    return c.redirect(await provider.interactionResult(incoming, outgoing, { login }), 303);
  });
}

function addLogout(app: LoginApp, rules: LoginParts, session: LoginSession): void {
  app.get('/login/logout', (c) => {
    session.clear(c);
    const { returnUrl } = c.req.query();
    const isAllowed = returnUrl !== undefined && !checkAddresses(c.req.query(), rules);
    return isAllowed ? c.redirect(returnUrl) : c.html(page({ title: 'You are logged out' }));
  });
}

function addRedirect(
  app: LoginApp,
  parts: LoginParts,
  session: LoginSession,
  redirect: Redirect,
): void {
  const { state, visits, providerOrigin } = parts;
  app.get(`/login${redirect.path}`, async (c) => {
    const query = c.req.query();
    const refused = checkAddresses(query, parts);
    if (refused) return c.html(page(refused), refused.status);
    const { pathname, search } = new URL(c.req.url);
    const subscriber = await session.read(c);
    if (!subscriber) return c.redirect(signInPath(pathname + search));
    const found = findTransaction(state, redirect, subscriber.id, query);
    if ('status' in found) return c.html(page(found), found.status);
    const { returnUrl = '', errorUrl = '', ticket = '' } = query;
    const visit = visits.add({ transactionId: found.id, returnUrl, errorUrl, ticket });
    return c.redirect(`${providerOrigin}/${found.paymentMethod}?payment=${visit}`);
  });
}
