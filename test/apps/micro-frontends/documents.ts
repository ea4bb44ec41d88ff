import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { invoice } from '../../e2e/strict-pages.js';
import type { Ground } from './ground.js';
import { situation, type Holds } from './situation.js';

/** Settings with an element in them, ready, and a frame of the same origin without any script. */
async function open(ground: Ground): Promise<void> {
  const frame = '<iframe src="/empty" width="600" height="500"></iframe>';
  ground.serve('/empty', '');
  const body = `<connect-config ${ground.settings}>${invoice()}</connect-config>${frame}`;
  await ground.open(body, ground.scripts(ground.file('first')));
  await ground.pay().waitFor();
}

/** Puts the settings with their element into the frame's document. */
const move = (page: Page) =>
  page.evaluate(() => {
    const config = document.querySelector('connect-config');
    const target = document.querySelector('iframe')?.contentDocument?.body;
    if (config) target?.append(config);
  });

async function prove(ground: Ground, holds: Holds): Promise<undefined> {
  const { page } = ground;
  const inner = page.frameLocator('iframe');
  await holds(
    'an element that is moved into a frame of the same origin stays as it is, and pays',
    async () => {
      await open(ground);
      await inner.locator('body').waitFor({ state: 'attached' });
      await move(page);
      await ground.payAndReturn(ground.pay('connect-pay-invoice', inner));
    },
  );
  await holds('its style sheets stay behind: it is plain there', async () => {
    await open(ground);
    await inner.locator('body').waitFor({ state: 'attached' });
    const count = () =>
      page.evaluate(() => {
        const inside = document.querySelector('iframe')?.contentDocument;
        const found = document.querySelector('connect-pay-invoice');
        return (found ?? inside?.querySelector('connect-pay-invoice'))?.shadowRoot
          ?.adoptedStyleSheets.length;
      });
    assert.ok(await count());
    await move(page);
    assert.equal(await count(), 0);
  });
  await holds('moved back, it is still ready, and pays', async () => {
    await open(ground);
    await inner.locator('body').waitFor({ state: 'attached' });
    await move(page);
    await page.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      const config = inside?.querySelector('connect-config');
      if (config) document.body.append(config);
    });
    await ground.payAndReturn();
  });
  return undefined;
}

export const documents = situation('Moved to another document', prove);
