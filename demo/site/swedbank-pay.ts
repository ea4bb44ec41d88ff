import { Hono, type Context } from 'hono';
import { isObject, text } from '../../src/api/decode.js';

interface VippsApi {
  apiUrl: string;
  /** The merchant's key. It stays in this process. */
  token: string;
}

/** Who asks: which payments are theirs, and whether they work here. */
export interface Visitor {
  payments: readonly string[];
  isStaff: boolean;
}

/** What `connect-vipps-payment` asks for, below a payment; the last two are for the site's own staff. */
const allowed = [
  ['GET', '', false],
  ['PATCH', '', false],
  ['GET', '/paid', false],
  ['GET', '/failed', false],
  ['GET', '/aborted', false],
  ['POST', '/captures', true],
  ['POST', '/cancellations', true],
] as const;

/**
 * The site's backend for `connect-vipps-payment`. It adds the merchant's key, which never reaches a
 * browser, lets each subscriber at the payments that are theirs, and points the operations that are
 * fetched at itself.
 *
 * @param at The path that this is mounted at.
 * @param visitorOf Whoever is logged in; undefined when nobody is.
 */
export function swedbankPay(
  { apiUrl, token }: VippsApi,
  at: string,
  visitorOf: (c: Context) => Visitor | undefined,
): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    // Cookies say who asks: a request that another site makes a browser send must not get through.
    const isOurs = c.req.header('Sec-Fetch-Site') === 'same-origin';
    return isOurs ? next() : c.json({ error: 'forbidden' }, 403);
  });
  for (const [method, rest, isForStaff] of allowed) {
    app.on(method, `/vipps/payments/:id${rest}`, async (c) => {
      const id = c.req.param('id');
      const visitor = visitorOf(c);
      if (!visitor) return c.json({ error: 'login_required' }, 401);
      // Somebody else's is not there, as far as this reader is concerned.
      if (!visitor.payments.includes(id)) return c.json({ error: 'not_found' }, 404);
      if (isForStaff && !visitor.isStaff) return c.json({ error: 'forbidden' }, 403);
      const answer = await fetch(`${apiUrl}/vipps/payments/${id}${rest}`, {
        method,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(method !== 'GET' && { 'Content-Type': 'application/json' }),
        },
        body: method === 'GET' ? null : await c.req.text(),
        redirect: 'error',
      });
      const body: unknown = await answer.json().catch(() => undefined);
      return new Response(
        body === undefined ? null : JSON.stringify(pointedHere(body, apiUrl, at)),
        {
          // A key that is refused is our fault: no login of the reader's would mend it.
          status: answer.status === 401 ? 502 : answer.status,
          headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
        },
      );
    });
  }
  return app;
}

/** Of what is fetched, and not opened by a browser. */
const fetched: readonly string[] = ['application/json', 'application/problem+json'];

/** What is fetched with a key comes here; pages and scripts for the payer stay where they are. */
function pointedHere(body: unknown, apiUrl: string, at: string): unknown {
  if (!isObject(body) || !Array.isArray(body['operations'])) return body;
  const operations = body['operations'].filter(isObject).map((operation) => {
    const href = text(operation['href']);
    const isFetched = fetched.includes(text(operation['contentType']));
    if (!isFetched || !href || !URL.canParse(href, apiUrl)) return operation;
    const { pathname } = new URL(href, apiUrl);
    return { ...operation, href: at + pathname.replace('/psp', '') };
  });
  return { ...body, operations };
}
