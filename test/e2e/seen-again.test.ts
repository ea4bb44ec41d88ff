import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, type TestContext } from 'node:test';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { BareBrowser } from '../support/bare-browser.js';
import { it } from '../support/limited.js';
import { Reports } from '../support/reports.js';

const prerender = `<script type="speculationrules">
  {"prerender": [{"source": "list", "urls": ["/second"], "eagerness": "immediate"}]}
</script>`;

/** What the two pages have in their heads. */
const heads: Readonly<Record<string, string>> = {
  '/first': prerender,
  '/second': '',
  '/plain': '',
};

let site: LocalServer;
let reports: Reports;
let browser: BareBrowser | undefined;

beforeEach(async () => {
  isOpen = true;
  reports = await Reports.listen();
  site = await listen('127.0.0.1', 0);
  site.serve(({ url = '' }, response) => {
    const head = heads[url];
    if (head === undefined) return response.writeHead(404).end();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    return response.end(`<!doctype html><title>A page</title>${reports.script}${head}`);
  });
});
let isOpen = false;

async function end(): Promise<void> {
  if (!isOpen) return;
  isOpen = false;
  await browser?.close();
  browser = undefined;
  await site.close();
  await reports.close();
}
afterEach(end);

/** Not every version of the runner calls `afterEach` for a test that skips itself. */
async function skip(test: TestContext, why: string): Promise<void> {
  await end();
  test.skip(why);
}

/** Opens a page and waits until it has reported. */
async function open(path: string): Promise<BareBrowser> {
  browser = await BareBrowser.open(site.origin + path);
  assert.ok(await reports.first(path, ({ what }) => what === 'shown'), `${path} did not open`);
  return browser;
}

async function go(from: BareBrowser, path: string, to: string): Promise<void> {
  await from.tell(site.origin + path, `location.href = '${to}'`);
}

/** These show what tests of such pages may build on, in a browser that nothing is attached to. */
describe('a page that the reader sees later, or again', () => {
  it('is run before anybody sees it where it is prerendered, and is the same one when it is opened', async (test: TestContext) => {
    const bare = await open('/first');
    const early = await reports.first('/second', ({ what }) => what === 'started');
    if (!early?.isPrerendering) return skip(test, 'This browser prerenders nothing.');
    await go(bare, '/first', '/second');
    const opened = await reports.first('/second', ({ what }) => what === 'activated');
    assert.equal(opened?.document, early.document);
    assert.equal(opened.isPrerendering, false);
    const start = `performance.getEntriesByType('navigation')[0].activationStart`;
    assert.ok(Number(await bare.ask(`${site.origin}/second`, start)) > 0);
    assert.equal(reports.of('/second').filter(({ what }) => what === 'started').length, 1);
  });

  it('is frozen while it is left, and is the same one after the way back', async (test: TestContext) => {
    const bare = await open('/plain');
    await go(bare, '/plain', '/second');
    await reports.first('/second', ({ what }) => what === 'shown');
    await bare.tell(`${site.origin}/second`, 'history.back()');
    const isBack = () => reports.of('/plain').filter(({ what }) => what === 'shown').length > 1;
    await reports.first('/plain', isBack);
    const shown = reports.of('/plain').filter(({ what }) => what === 'shown');
    assert.equal(shown.length, 2);
    const [first, second] = shown;
    if (!second?.persisted)
      return skip(test, 'This browser keeps no page in a back/forward cache.');
    assert.equal(second.document, first?.document);
    const others = reports.of('/plain').map(({ what }) => what);
    assert.deepEqual(others, ['started', 'shown', 'frozen', 'resumed', 'shown']);
  });

  it('runs no timer while it is frozen in a tab, and goes on after that', async (test: TestContext) => {
    const bare = await open('/plain');
    await bare.freeze(`${site.origin}/plain`);
    if (!(await reports.first('/plain', ({ what }) => what === 'frozen'))) {
      return skip(test, 'This browser freezes no page.');
    }
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await bare.thaw(`${site.origin}/plain`);
    const resumed = await reports.first('/plain', ({ what }) => what === 'resumed');
    assert.ok(resumed && resumed.silence > 2500, `silent for ${resumed?.silence} ms`);
    const later = `new Promise((resolve) => setTimeout(() => resolve('goes on'), 100))`;
    assert.equal(await bare.ask(`${site.origin}/plain`, later), 'goes on');
  });
});
