import { createHash } from 'node:crypto';
import { Hono, type Context } from 'hono';

interface PaymentMethodApi {
  apiUrl: string;
  /** The merchant's. It stays in this process. */
  key: string;
}

/** What `connect-method-status` asks for, below `/paymentMethod/{guid}`. */
const allowed = [
  ['GET', ''],
  ['GET', '/subscriptions'],
  ['POST', '/Cancel'],
] as const;

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
  app.use(async (c, next) => {
    // Cookies say who asks: a request that another site makes a browser send must not get through.
    const isOurs = c.req.header('Sec-Fetch-Site') === 'same-origin';
    return isOurs ? next() : c.json({ error: 'forbidden' }, 403);
  });
  for (const [method, rest] of allowed) {
    app.on(method, `/paymentMethod/:guid${rest}`, async (c) => {
      const guid = c.req.param('guid');
      const guids = guidsOf(c);
      if (!guids) return c.json({ error: 'login_required' }, 401);
      // Somebody else's is not there, as far as this reader is concerned.
      if (!guids.includes(guid)) return c.json({ error: 'not_found' }, 404);
      // The document has no body for a cancellation; ASSUMED: its MD5 is that of nothing, in base64.
      const md5 = createHash('md5').update('').digest('base64');
      const answer = await fetch(`${apiUrl}/paymentMethod/${guid}${rest}`, {
        method,
        headers: {
          Accept: 'application/json',
          Authorization: key,
          ...(method === 'POST' && { 'Content-MD5': md5 }),
        },
        redirect: 'error',
      });
      return new Response(withoutSecrets(await answer.text()), {
        // A key that is refused is our fault: no login of the reader's would mend it.
        status: answer.status === 401 ? 502 : answer.status,
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      });
    });
  }
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
