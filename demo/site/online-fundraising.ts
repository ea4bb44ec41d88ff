import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';

interface PaymentMethodApi {
  apiUrl: string;
  /** The merchant's. It stays in this process. */
  key: string;
}

/** What `connect-method-status` asks for. */
const allowed =
  /^(GET \/paymentMethod\/[\w-]+(\/subscriptions)?|POST \/paymentMethod\/[\w-]+\/Cancel)$/;

/** What can be charged with, or leads to somebody: not for a page. */
const serverOnly = new Set([
  'paymentGatewaySubscriptionToken',
  'paymentGatewaySubscriptionReferenceId',
  'paymentGatewayGuid',
  'paymentSessionGuid',
  'contactGuid',
]);

/**
 * The site's backend for `connect-method-status`: its `api-url` is where this is mounted. It adds the key,
 * which never reaches a browser, lets each subscriber at the payment methods that are theirs, and takes
 * out of the answers what a page must not know.
 *
 * @param guidsOf The payment methods of whoever is logged in; undefined when nobody is.
 */
export function onlineFundraising(
  { apiUrl, key }: PaymentMethodApi,
  guidsOf: (c: Context) => readonly string[] | undefined,
): Hono {
  const app = new Hono();
  app.all('*', async (c) => {
    c.header('Cache-Control', 'no-store');
    // Cookies say who asks: a request that another site makes a browser send must not get through.
    if (c.req.header('Sec-Fetch-Site') !== 'same-origin')
      return c.json({ error: 'forbidden' }, 403);
    const { method } = c.req;
    const path = c.req.path.slice(c.req.path.indexOf('/paymentMethod/'));
    if (!allowed.test(`${method} ${path}`)) return c.json({ error: 'not_found' }, 404);
    const guids = guidsOf(c);
    if (!guids) return c.json({ error: 'login_required' }, 401);
    // Somebody else's is not there, as far as this reader is concerned.
    if (!guids.includes(path.split('/')[2] ?? '')) return c.json({ error: 'not_found' }, 404);
    // The document has no body for a cancellation; ASSUMED: its MD5 is that of nothing, in base64.
    const body = method === 'POST' ? '' : null;
    const answer = await fetch(apiUrl + path, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: key,
        ...(body !== null && { 'Content-MD5': createHash('md5').update(body).digest('base64') }),
      },
      body,
      redirect: 'error',
    });
    return new Response(withoutSecrets(await answer.text()), {
      status: answer.status,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    });
  });
  return app;
}

/** The same JSON without those fields, wherever they stand; nothing when it is no JSON. */
function withoutSecrets(json: string): string {
  try {
    const body: unknown = JSON.parse(json);
    return JSON.stringify(body, (name, value: unknown) =>
      serverOnly.has(name) ? undefined : value,
    );
  } catch {
    return '';
  }
}
