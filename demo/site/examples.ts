import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Sandbox } from '../sandbox/index.js';
import { isSiteOrigin } from '../sandbox/site-origins.js';
import { onlineFundraising } from './online-fundraising.js';
import { storedMethods } from './stored-methods.js';
import { swedbankPay } from './swedbank-pay.js';
import { VippsPayments, type VippsService } from './vipps-payments.js';

export interface ExampleParts {
  readonly sandbox: Sandbox;
  /** Of the newspaper, which serves the documentation. */
  readonly origin: string;
  /** Of the pages that may ask for a token. */
  readonly siteOrigins: readonly string[];
  readonly apiUrl: string;
  readonly methods: { readonly apiUrl: string; readonly key: string };
  readonly vipps: VippsService;
}

/** Whom the examples show: nobody logs in to read a page of documentation. */
const subscriber = 'kari';
/** Seconds. */
const lifetime = 300;
const vippsPath = '/examples/swedbank-pay';

/**
 * What the live examples of the documentation, and pages that a developer serves on this machine, ask for.
 * It gives anyone a token of the sandbox's subscriber: a real site has nothing like it.
 */
export function examples(parts: ExampleParts): Hono {
  const { sandbox, siteOrigins, apiUrl, vipps } = parts;
  const { loginUrl, client } = sandbox;
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(cors({ origin: (one) => (isSiteOrigin(one, siteOrigins) ? one : undefined) }));
  app.get('/token', async (c) =>
    c.json({ access_token: await sandbox.accessToken(subscriber), expires_in: lifetime }),
  );
  app.get('/settings', (c) =>
    c.json({
      ...{ apiUrl, loginUrl, clientId: client.id, tokenUrl: '/examples/token' },
      ...{ operationOrigins: vipps.origin, scriptOrigins: vipps.origin },
    }),
  );
  app.route(
    '/online-fundraising',
    onlineFundraising(parts.methods, () => storedMethods(subscriber).map(({ guid }) => guid)),
  );
  addVippsPayment(app, parts);
  return app;
}

/** One payment, begun when it is first asked for; `latest` stands for its id. */
function addVippsPayment(app: Hono, { origin, vipps }: ExampleParts): void {
  const page = `${origin}/docs/try.html?example=connect-vipps-payment`;
  const payments = new VippsPayments(vipps, page);
  const backend = swedbankPay(vipps, vippsPath, () => {
    return { payments: payments.of(subscriber), isStaff: true };
  });
  app.all('/swedbank-pay/*', (c) => {
    const { pathname } = new URL(c.req.url);
    const path = pathname
      .slice(vippsPath.length)
      .replace(/\/latest$/, () => `/${payments.latest(subscriber)}`);
    return backend.fetch(new Request(new URL(path, origin), c.req.raw));
  });
}
