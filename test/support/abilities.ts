import type { Browser, Locator } from 'playwright-core';
import { listen } from '../../demo/sandbox/http-server.js';

/**
 * What is tried here cannot be tried in this browser, which was asked by trying it: neither its version nor
 * its name says so. Whoever catches it counts what was to be tried as skipped, and tells why.
 */
export class MissingAbility extends Error {}

/** Why a test cannot be run in this browser; nothing when it can. */
type Lack = string | undefined;

/** Whether a page that is left is kept as it is, and is the same one after the way back. */
export async function lackOfPageKeeping(browser: Browser): Promise<Lack> {
  const server = await listen('127.0.0.1', 0);
  server.serve((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>A page</title>');
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${server.origin}/first`);
    await page.evaluate(() => (document.title = 'Kept'));
    await page.goto(`${server.origin}/second`);
    // A page out of the cache loads nothing, so there is no load to wait for.
    await page.goBack({ waitUntil: 'commit' });
    if ((await page.title()) === 'Kept') return undefined;
    return `Chromium ${browser.version()} keeps no page in a back/forward cache.`;
  } finally {
    await context.close();
    await server.close();
  }
}

/** Whether the document of an element, in a frame of another site, is kept from storing anything. */
export async function lackOfStorageBlocking(inside: Locator): Promise<Lack> {
  const isBlocked = await inside.evaluate(() => {
    try {
      return !localStorage;
    } catch {
      return true;
    }
  });
  return isBlocked ? undefined : 'This browser lets a frame of another site keep things.';
}
