import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { Sandbox } from '../sandbox/index.js';
import { states } from '../states/index.js';
import { themesPage } from '../themes/page.js';
import { controls } from './controls.js';
import { examples } from './examples.js';
import { handbook } from './handbook.js';
import { listInvoices } from './invoices.js';
import { frontLayout, layout } from './layout.js';
import { OAuthClient } from './oauth.js';
import { onlineFundraising } from './online-fundraising.js';
import * as pages from './pages.js';
import { todayPage } from './today.js';
import { proxy } from './proxy.js';
import { modules, serverRenderedPage, takeover } from './server-rendered.js';
import { Sessions } from './session.js';
import { choiceOf } from './showcase/choice.js';
import { showcase } from './showcase/index.js';
import { showcasePage } from './showcase/page.js';
import { storedMethods } from './stored-methods.js';
import { swedbankPay } from './swedbank-pay.js';
import { VippsPayments, type VippsService } from './vipps-payments.js';

/** The product of the demo's subscriber. */
const productCode = 'CO27409';

/** Where the newspaper is, and the servers that it asks. */
export interface NewspaperOptions {
  readonly sandbox: Sandbox;
  /** Of the newspaper itself. */
  readonly origin: string;
  /** Of all pages that may ask the sandbox. */
  readonly siteOrigins: readonly string[];
  /** The Connect API's address. */
  readonly apiUrl: string;
  /** The Payment Method API and its key. */
  readonly methods: { readonly apiUrl: string; readonly key: string };
  readonly vipps: VippsService;
  /** Every server's data as at the start. */
  readonly reset: () => void;
}

/** What the routes share. */
interface Newspaper extends NewspaperOptions {
  readonly app: Hono;
  readonly sessions: Sessions;
  readonly oauth: OAuthClient;
}

/** The newspaper's own backend: pages, login, tokens for its pages, and a proxy for those that want one. */
export function newspaper(options: NewspaperOptions): Hono {
  const { sandbox, origin } = options;
  const app = new Hono();
  const sessions = new Sessions();
  const oauth = new OAuthClient({
    issuer: sandbox.issuer,
    clientId: sandbox.client.id,
    clientSecret: sandbox.client.secret,
    redirectUri: origin + sandbox.client.redirectPath,
  });
  const site = { ...options, app, sessions, oauth };
  addLogin(site);
  addToken(site);
  addPages(site);
  app.route(
    '/',
    proxy(sandbox, (c) => oauth.accessToken(sessions.of(c))),
  );
  addStoredMethods(site);
  addVippsPayments(site);
  addServerRendered(site);
  addFrontPage(site);
  app.route('/sandbox', controls(sandbox, options.reset));
  app.route('/themes', themesPage());
  app.route('/states', states());
  app.route('/examples', examples(options));
  const originOf = (url: string) => new URL(url).origin;
  const servers = { api: originOf(options.apiUrl), login: originOf(sandbox.loginUrl) };
  app.route('/', handbook({ site: origin, ...servers }));
  app.use('/plain.html', serveStatic({ path: './demo/site/public/plain.html' }));
  app.use('/public/*', serveStatic({ root: './demo/site' }));
  // A module that is loaded by a page without an origin, as in a sandboxed frame, needs to be let out.
  app.use('/dist/*', cors(), serveStatic({ root: '.' }));
  return app;
}

function addLogin({ app, sandbox, origin, sessions, oauth }: Newspaper): void {
  app.get('/login', async (c) => {
    const to = c.req.query('to') ?? '/subscription';
    // Judged as a browser reads it: an open redirect would lend the newspaper's name to anyone.
    const url = new URL(URL.canParse(to, origin) ? to : '/', origin);
    return c.redirect(await oauth.loginUrl(sessions.of(c), url.origin === origin ? url.href : '/'));
  });
  app.get(sandbox.client.redirectPath, async (c) => {
    const { search } = new URL(c.req.url);
    const callback = new URL(origin + sandbox.client.redirectPath + search);
    const goingTo = await oauth.finish(sessions.of(c), callback);
    // A session id from before the login may be known to somebody else.
    sessions.renew(c);
    return c.redirect(goingTo);
  });
  app.post('/logout', (c) => {
    sessions.end(c);
    return c.redirect('/');
  });
}

function addToken({ app, sessions, oauth }: Newspaper): void {
  app.get('/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    // Only this site's own pages may ask; browsers do not let a page forge this header.
    if (c.req.header('Sec-Fetch-Site') !== 'same-origin')
      return c.json({ error: 'forbidden' }, 403);
    const access = await oauth.accessToken(sessions.of(c));
    if (!access) return c.json({ error: 'login_required' }, 401);
    return c.json({ access_token: access.token, expires_in: access.seconds });
  });
}

/** The page with a stored payment method, and the backend that its element asks. */
function addStoredMethods(site: Newspaper): void {
  const { app, methods, sessions } = site;
  const mine = (c: Context) => storedMethods(sessions.of(c).subscriber);
  app.route(
    '/backend/online-fundraising',
    onlineFundraising(methods, (c) =>
      sessions.of(c).subscriber === undefined ? undefined : mine(c).map(({ guid }) => guid),
    ),
  );
  app.get('/stored-method', (c) =>
    show(site, c, 'My stored payment method', () => {
      const links = mine(c);
      return pages.storedMethodPage(c.req.query('guid') ?? links[0]?.guid ?? '', links);
    }),
  );
}

/** The page with a Vipps payment, and the backend that its element asks. */
function addVippsPayments(site: Newspaper): void {
  const { app, origin, sessions, vipps } = site;
  const mine = new VippsPayments(vipps, `${origin}/vipps-payment`);
  const at = '/backend/swedbank-pay';
  app.route(
    at,
    swedbankPay(vipps, at, (c) => {
      const { subscriber, isStaff = false } = sessions.of(c);
      return subscriber === undefined ? undefined : { payments: mine.of(subscriber), isStaff };
    }),
  );
  app.get('/vipps-payment', (c) =>
    show(site, c, 'A Vipps payment', () => {
      const session = sessions.of(c);
      session.isStaff = c.req.query('merchant') !== undefined;
      const { subscriber = '' } = session;
      const id =
        c.req.query('new') === undefined ? mine.latest(subscriber) : mine.start(subscriber);
      return pages.vippsPaymentPage(`${at}/vipps/payments/${id}`, vipps.origin, session.isStaff);
    }),
  );
}

/** The page whose elements are there before any script has run. */
function addServerRendered(site: Newspaper): void {
  const { app, sandbox, apiUrl } = site;
  const { loginUrl, client } = sandbox;
  const settings = { apiUrl, loginUrl, clientId: client.id };
  app.route('/modules', modules());
  app.get('/server-rendered', (c) => {
    const wish = {
      lang: c.req.query('lang') ?? 'en',
      isScriptTag: c.req.query('script-tag') !== undefined,
    };
    const main = async (token: string) => {
      const invoices = await listInvoices(apiUrl, productCode, token);
      const number = c.req.query('pay');
      const isMeant = (one: (typeof invoices)[number]) =>
        number === undefined ? !one.isPaid : one.invoiceNumber === number;
      return serverRenderedPage(settings, invoices.find(isMeant), productCode, wish);
    };
    return show(site, c, 'Server-rendered', main, takeover(wish));
  });
}

/** A page for whoever is logged in; everybody else logs in first. */
async function show(
  { sessions, oauth }: Newspaper,
  c: Context,
  title: string,
  main: (token: string) => unknown,
  elements?: unknown,
): Promise<Response> {
  const access = await oauth.accessToken(sessions.of(c));
  const { pathname, search } = new URL(c.req.url);
  if (!access) return c.redirect(`/login?to=${encodeURIComponent(pathname + search)}`);
  const content = await main(access.token);
  return c.html(layout({ title, path: pathname, isLoggedIn: true, main: content, elements }));
}

/** Every element at work, for whoever has not logged in. */
function addFrontPage({ app, sandbox, apiUrl, origin }: Newspaper): void {
  const { loginUrl, client } = sandbox;
  const place = { apiUrl, loginUrl, clientId: client.id, origin };
  app.route('/showcase', showcase(sandbox));
  app.get('/', (c) => {
    const choice = choiceOf((name) => c.req.query(name));
    const { dir } = choice;
    const page = { title: 'Paying for a subscription, on your own page', path: '/', dir };
    return c.html(frontLayout({ ...page, isLoggedIn: false, main: showcasePage(choice, place) }));
  });
}

function addPages(site: Newspaper): void {
  const { app, sandbox, apiUrl } = site;
  const { loginUrl, client } = sandbox;
  const settings = { apiUrl, loginUrl, clientId: client.id };
  app.get('/subscription', (c) =>
    show(site, c, 'My subscription', () => pages.subscriptionPage(settings, productCode)),
  );
  app.get('/invoices', (c) =>
    show(site, c, 'My invoices', async (token) => {
      const number = c.req.query('pay');
      if (number === undefined) return pages.invoicesPage(settings, productCode);
      const invoices = await listInvoices(apiUrl, productCode, token);
      const chosen = invoices.find(({ invoiceNumber }) => invoiceNumber === number);
      return pages.invoicePage(settings, chosen);
    }),
  );
  app.get('/agreements', (c) =>
    show(site, c, 'My agreements', () => pages.agreementsPage(settings, productCode)),
  );
  app.get('/today', (c) => show(site, c, 'Today', () => todayPage(settings, productCode)));
  app.get('/return', (c) => show(site, c, 'Your payment', () => pages.returnPage(settings)));
}
