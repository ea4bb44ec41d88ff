import assert from 'node:assert/strict';
import { storedMethods } from '../../../demo/site/stored-methods.js';
import { saying } from '../../support/saying.js';
import { methodsPath, vippsPath } from './backends.js';
import { saveSettings, settingsAddress } from './settings.js';
import type { Site } from './site.js';
import { publish, type Visitor } from './visitor.js';

const method = `[connect_method_status guid="${storedMethods('kari')[0]?.guid ?? ''}"]`;

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
