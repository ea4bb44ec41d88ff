import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';

interface Servers {
  apiUrl: string;
  loginUrl: string;
}

/** A piece of a path that no server reads as more than one, or as the way up. */
const segment = '(?:[A-Za-z0-9._~-]|%(?!2[EF]|5C|00)[0-9A-F]{2})+';
/** What the elements ask for; a proxy that passes everything lends the token to everything. */
const allowed = [
  `GET /v1/(product/payment|customer/invoice/payment)/${segment}`,
  `POST /v1/product/payment/${segment}`,
  'POST /v1/api/payment/invoice',
  '(GET|POST|PATCH) /v1/customer/payment/(vipps/agreement|klarna/token)',
  '(GET|POST|PATCH) /v1/api/payment/(payex/token|nexi/subscription)',
].map((operation) => new RegExp(`^${operation}$`, 'i'));
/** Headers of the API that a page may see, beside the type when it is JSON. */
const passed = ['retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
/** Bytes of a request. What the elements send is some hundred. */
const longestRequest = 65_536;
/** An error page of a gateway may have the address in it: opened as a page of the site it would be one. */
const noPage = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
};

/**
 * The proxy mode: pages ask this origin, and the token is added here, so that no token is ever in a
 * page. Cookies say who asks, so a state-changing request from another site must not get through.
 */
export function proxy(
  { apiUrl, loginUrl }: Servers,
  accessToken: (c: Context) => Promise<{ token: string } | undefined>,
  /** Milliseconds for all of it. The elements wait for twenty seconds, and then do not know what came of it. */
  deadline = 15_000,
): Hono {
  const app = new Hono();
  app.get('/connect-login/*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(loginUrl + pathname.replace('/connect-login', '') + search);
  });
  app.use('/capi/*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(noPage)) c.header(name, value);
  });
  app.use('/capi/*', bodyLimit({ maxSize: longestRequest }));
  app.all('/capi/*', async (c) => {
    const signal = AbortSignal.timeout(deadline);
    const { method, url } = c.req.raw;
    const { pathname, search } = new URL(url);
    const path = pathname.replace('/capi', '');
    const refusal = refusalOf(c, `${method} ${path}`);
    if (refusal) return c.json({ errorMessage: 'refused' }, refusal);
    const access = await Promise.race([accessToken(c), ended(signal)]);
    if (access === 'ended') return c.json({ errorMessage: 'no token in time' }, 502);
    if (!access) return c.json({ error: 'invalid_token', error_description: 'not logged in' }, 401);
    const body = method === 'GET' ? null : await c.req.text();
    const answer = await ask(apiUrl + path + search, method, body, access.token, signal);
    if (!answer) return c.json({ errorMessage: 'no usable answer' }, 502);
    const headers = new Headers([...answer.headers].filter(([name]) => passed.includes(name)));
    headers.set('Content-Type', typeOf(answer));
    return new Response(answer.body, { status: answer.status, headers });
  });
  return app;
}

/** An element takes whatever is no JSON for an answer that it cannot use, so nothing is lost. */
function typeOf({ headers }: Response): string {
  const isJson = /^application\/json\s*(;|$)/i.test(headers.get('Content-Type') ?? '');
  return isJson ? 'application/json' : 'text/plain; charset=utf-8';
}

function ended(signal: AbortSignal): Promise<'ended'> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('ended'));
  });
}

/** Why a request is not passed on: not of this site's pages, no operation of the elements, a form's. */
function refusalOf({ req }: Context, operation: string): 403 | 404 | 415 | undefined {
  if (req.header('Sec-Fetch-Site') !== 'same-origin') return 403;
  if (!allowed.some((one) => one.test(operation))) return 404;
  const isJson = /^application\/json\s*(;|$)/i.test(req.header('Content-Type') ?? '');
  return isJson || operation.startsWith('GET ') ? undefined : 415;
}

/** Nothing of the page's own headers goes along, no cookie, and no redirect is followed. */
async function ask(
  url: string,
  method: string,
  body: string | null,
  token: string,
  signal: AbortSignal,
) {
  try {
    return await fetch(url, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(body !== null && { 'Content-Type': 'application/json' }),
      },
      body,
      redirect: 'error',
      signal,
    });
  } catch {
    return undefined;
  }
}
