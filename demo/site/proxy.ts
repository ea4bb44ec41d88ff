import { Hono, type Context } from 'hono';

interface Servers {
  apiUrl: string;
  loginUrl: string;
}

/** What the elements ask for; a proxy that passes everything lends the token to everything. */
const allowed = [
  /^GET \/v1\/(product\/payment|customer\/invoice\/payment)\/[^/]+$/,
  /^POST \/v1\/product\/payment\/[^/]+$/,
  /^POST \/v1\/api\/payment\/invoice$/,
  /^(GET|POST|PATCH) \/v1\/customer\/payment\/(vipps\/agreement|klarna\/token)$/,
  /^(GET|POST|PATCH) \/v1\/api\/payment\/(payex\/token|nexi\/subscription)$/,
];
/** Headers of the API that a page may see. */
const passed = ['content-type', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

/**
 * The proxy mode: pages ask this origin, and the token is added here, so that no token is ever in a
 * page. Cookies say who asks, so a state-changing request from another site must not get through.
 */
export function proxy(
  { apiUrl, loginUrl }: Servers,
  accessToken: (c: Context) => Promise<{ token: string } | undefined>,
): Hono {
  const app = new Hono();
  app.get('/connect-login/*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(loginUrl + pathname.replace('/connect-login', '') + search);
  });
  app.all('/capi/*', async (c) => {
    if (c.req.header('Sec-Fetch-Site') !== 'same-origin')
      return c.json({ error: 'forbidden' }, 403);
    const { pathname, search } = new URL(c.req.url);
    const path = pathname.replace('/capi', '');
    const isAllowed = allowed.some((operation) => operation.test(`${c.req.method} ${path}`));
    if (!isAllowed) return c.json({ error: 'not_found' }, 404);
    const access = await accessToken(c);
    if (!access) return c.json({ error: 'invalid_token', error_description: 'not logged in' }, 401);
    const body = c.req.method === 'GET' ? null : await c.req.text();
    const answer = await fetch(apiUrl + path + search, {
      method: c.req.method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${access.token}`,
        ...(body !== null && { 'Content-Type': 'application/json' }),
      },
      body,
      redirect: 'error',
    });
    const headers = new Headers([...answer.headers].filter(([name]) => passed.includes(name)));
    headers.set('Cache-Control', 'no-store');
    return new Response(answer.body, { status: answer.status, headers });
  });
  return app;
}
