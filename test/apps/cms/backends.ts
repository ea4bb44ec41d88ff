import assert from 'node:assert/strict';
import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { listen } from '../../../demo/sandbox/http-server.js';
import { startOnlineFundraising } from '../../../demo/sandbox/online-fundraising/index.js';
import { startSwedbankPay } from '../../../demo/sandbox/swedbank-pay/index.js';
import { onlineFundraising } from '../../../demo/site/online-fundraising.js';
import { storedMethods } from '../../../demo/site/stored-methods.js';
import { swedbankPay } from '../../../demo/site/swedbank-pay.js';
import { VippsPayments } from '../../../demo/site/vipps-payments.js';
import type { Site } from './place.js';
import { saveSettings, settingsAddress } from './settings.js';
import { publish, type Visitor } from './visitor.js';
import { saying } from '../../support/saying.js';

/** What a site has beside WordPress for the two elements that do not ask the Connect API. */
export interface Backends {
  readonly origin: string;
  /** Of the page where a Vipps payment is made. */
  readonly vippsOrigin: string;
  /** Begins a Vipps payment that comes back to this page, and gives the path of it below its backend. */
  startPayment(page: string): string;
  close(): Promise<void>;
}

const methodsPath = '/backend/methods';
const vippsPath = '/backend/vipps';
const method = `[connect_method_status guid="${storedMethods('kari')[0]?.guid ?? ''}"]`;

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

/** The elements that ask a backend of the site's own: an administrator says where that is. */
export async function proveBackends(site: Site): Promise<void> {
  const author = await site.as('author');
  const kari = await site.as('kari');
  await proveMissing(site, author, kari);
  await proveSaved(site);
  await proveUse(site, author, kari);
  await kari.context.close();
  await author.context.close();
}

async function proveMissing(
  { proof, wordpress: { origin } }: Site,
  author: Visitor,
  kari: Visitor,
): Promise<void> {
  await proof.holds('shows nothing of an element whose backend is not set', async () => {
    const address = await publish(author, origin, `${method}[connect_vipps_payment src="a"]`);
    await kari.page.goto(address);
    assert.equal(
      await kari.page.locator('connect-method-status, connect-vipps-payment').count(),
      0,
    );
    await author.page.goto(address);
    await author.page.getByText('connect-vipps-payment: its backend is missing').waitFor();
  });
}

async function proveSaved({ proof, wordpress, backends, as }: Site): Promise<void> {
  await proof.holds('keeps the backends that an administrator sets, and no other', async () => {
    const { page, context } = await as('owner');
    await page.goto(settingsAddress(wordpress));
    const evil = 'https://evil.example/path';
    const wrong = {
      methods_url: '//evil.example',
      vipps_url: evil,
      operation_origins: `${evil} ${backends.vippsOrigin}`,
    };
    assert.deepEqual(await saveSettings(page, wrong), ['', '', '']);
    const good = {
      methods_url: methodsPath,
      vipps_url: vippsPath,
      operation_origins: backends.vippsOrigin,
    };
    assert.deepEqual(await saveSettings(page, good), Object.values(good));
    await context.close();
  });
}

async function proveUse(
  { proof, wordpress: { origin }, backends, as }: Site,
  author: Visitor,
  kari: Visitor,
): Promise<void> {
  await proof.holds('cancels a stored payment method by a shortcode', async () => {
    await kari.page.goto(await publish(author, origin, method));
    const element = kari.page.locator('connect-method-status');
    await element.locator(saying('method-status.cancel')).click();
    await element.locator(saying('method-status.cancel.yes')).click();
    await element.locator(saying('method-status.cancelled')).waitFor();
  });
  await proof.holds('pays with Vipps by a shortcode', async () => {
    const src = backends.startPayment(`${origin}/`);
    const address = await publish(author, origin, `[connect_vipps_payment src="${src}"]`);
    const { page } = kari;
    const element = page.locator('connect-vipps-payment');
    await page.goto(address);
    await element.locator(saying('vipps-payment.operation.redirect-authorization')).click();
    await page.click('#approve');
    await page.waitForURL(`${origin}/**`);
    await page.goto(address);
    await element.locator(saying('vipps-payment.registered')).waitFor();
  });
  await proof.holds("shows nothing of what is somebody else's", async () => {
    const ola = await as('ola');
    await ola.page.goto(await publish(author, origin, method));
    await ola.page.locator('connect-method-status:state(empty)').waitFor();
    await ola.context.close();
  });
}
