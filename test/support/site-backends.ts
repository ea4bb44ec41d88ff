import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { loadContract } from '../../demo/sandbox/contract.js';
import { faultyApp } from '../../demo/sandbox/faulty-app.js';
import { Faults } from '../../demo/sandbox/faults.js';
import { listen } from '../../demo/sandbox/http-server.js';
import {
  startOnlineFundraising,
  type OnlineFundraising,
} from '../../demo/sandbox/online-fundraising/index.js';
import { guids } from '../../demo/sandbox/online-fundraising/seed.js';
import type { RequestRecord } from '../../demo/sandbox/request-log.js';
import { startSwedbankPay, type SwedbankPay } from '../../demo/sandbox/swedbank-pay/index.js';
import { onlineFundraising } from '../../demo/site/online-fundraising.js';
import { swedbankPay } from '../../demo/site/swedbank-pay.js';

export interface SiteBackends {
  /** Without a slash at its end. */
  readonly url: string;
  /** Of the payment page and the script of Vipps payments. */
  readonly vippsOrigin: string;
  readonly faults: Faults;
  readonly requests: RequestRecord[];
  /** A new Vipps payment's address below `url`. */
  createPayment(site: string): string;
  reset(): void;
  close(): Promise<void>;
}

const paths = { methods: '/backend/online-fundraising', payments: '/backend/swedbank-pay' };

/**
 * The demo's two backends on an origin of their own, where a page asks with a token, and where the faults
 * of the sandbox strike between the page and them.
 */
export async function startSiteBackends(
  siteOrigins: readonly string[],
  isTokenGood: (token: string) => boolean,
): Promise<SiteBackends> {
  const [methods, payments, server] = await Promise.all([
    startOnlineFundraising({ settleAfter: 0 }),
    startSwedbankPay({ siteOrigins }),
    listen('localhost', 0, false),
  ]);
  const faults = new Faults();
  const requests: RequestRecord[] = [];
  const own = new Set<string>();
  const backends = mount(methods, payments, own);
  const everything = { has: () => true };
  const contracts = [
    await loadContract('onlinefundraising', paths.methods, everything),
    await loadContract('swedbank-pay', paths.payments, everything),
  ];
  const app = faultyApp({
    ...{ faults, log: requests, siteOrigins, isRemembered: false },
    operationId: (request) =>
      contracts.map((contract) => contract.operationId(request)).find((id) => id !== undefined),
    work: async (c, _operationId, { method, path, headers, body }) => {
      const [, token = ''] = /^Bearer (\S+)$/.exec(headers['authorization'] ?? '') ?? [];
      if (!isTokenGood(token)) return c.json({ error: 'invalid_token' }, 401);
      // The token has said who asks, which is what the backends want to know by this.
      const sent = { method, headers: { 'Sec-Fetch-Site': 'same-origin' } };
      return backends.request(path, { ...sent, ...(body !== undefined && toBody(body)) });
    },
  });
  server.serve(getRequestListener(app.fetch));
  return {
    ...{ url: server.origin, vippsOrigin: payments.origin, faults, requests },
    createPayment: (site) => {
      const urls = { completeUrl: site, paymentUrl: site };
      const { id } = payments.createPayment(urls);
      own.add(id);
      return `${server.origin}${paths.payments}/vipps/payments/${id}`;
    },
    reset: () => {
      methods.reset();
      payments.reset();
      faults.clear();
      requests.length = 0;
      own.clear();
    },
    close: async () => {
      await Promise.all([methods.close(), payments.close(), server.close()]);
    },
  };
}

function mount(methods: OnlineFundraising, payments: SwedbankPay, own: ReadonlySet<string>): Hono {
  const app = new Hono();
  app.route(
    paths.methods,
    onlineFundraising(methods, () => guids),
  );
  app.route(
    paths.payments,
    swedbankPay(payments, paths.payments, () => ({ payments: [...own], isStaff: true })),
  );
  return app;
}

const toBody = (body: unknown) => ({ body: JSON.stringify(body) });
