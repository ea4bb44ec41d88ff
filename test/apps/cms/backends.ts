import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { listen } from '../../../demo/sandbox/http-server.js';
import { startOnlineFundraising } from '../../../demo/sandbox/online-fundraising/index.js';
import { startSwedbankPay } from '../../../demo/sandbox/swedbank-pay/index.js';
import { onlineFundraising } from '../../../demo/site/online-fundraising.js';
import { storedMethods } from '../../../demo/site/stored-methods.js';
import { swedbankPay } from '../../../demo/site/swedbank-pay.js';
import { VippsPayments } from '../../../demo/site/vipps-payments.js';

/** What a site has beside WordPress for the two elements that do not ask the Connect API. */
export interface Backends {
  readonly origin: string;
  /** Of the page where a Vipps payment is made. */
  readonly vippsOrigin: string;
  /** Begins a Vipps payment that comes back to this page, and gives the path of it below its backend. */
  startPayment(page: string): string;
  close(): Promise<void>;
}

export const methodsPath = '/backend/methods';
export const vippsPath = '/backend/vipps';

export async function startBackends(): Promise<Backends> {
  const host = '127.0.0.1';
  const stored = await startOnlineFundraising({ host, settleAfter: 500 });
  const vipps = await startSwedbankPay({
    host,
    settleAfter: 500,
    siteOrigins: ['http://127.0.0.1:*'],
  });
  const server = await listen(host, 0);
  const subscriber = (c: Context) => c.req.header('X-Subscriber');
  let payments: VippsPayments | undefined;
  const app = new Hono();
  app.route(
    methodsPath,
    onlineFundraising(stored, (c) =>
      subscriber(c) ? storedMethods(subscriber(c)).map(({ guid }) => guid) : undefined,
    ),
  );
  app.route(
    vippsPath,
    swedbankPay(vipps, vippsPath, (c) => {
      return { payments: payments?.of(subscriber(c) ?? '') ?? [], isStaff: false };
    }),
  );
  server.serve(getRequestListener(app.fetch));
  return {
    origin: server.origin,
    vippsOrigin: vipps.origin,
    startPayment: (page) => {
      payments = new VippsPayments(vipps, page);
      return `vipps/payments/${payments.start('kari')}`;
    },
    close: async () => {
      await Promise.all([stored, vipps, server].map((part) => part.close()));
    },
  };
}

/** What stands in the settings around the elements that ask them. */
export function backendSettings({ vippsOrigin }: Backends): readonly string[] {
  return [`api-url=${methodsPath}`, `api-url=${vippsPath}`, `operation-origins=${vippsOrigin}`];
}
