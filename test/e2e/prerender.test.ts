import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, type TestContext } from 'node:test';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { BareBrowser } from '../support/bare-browser.js';
import { it } from '../support/limited.js';
import { Reports } from '../support/reports.js';

const [, written = ''] =
  /<script type="speculationrules">([^]*?)<\/script>/.exec(
    readFileSync('demo/handbook/pages/prerender.md', 'utf8'),
  ) ?? [];

const left = ['/account/paid', '/account/logout', '/account/token', '/account/list?connect=1', '/'];
/** Before and after those: were one of them rendered, it would be by the time that both of these are. */
const wanted = ['/account/methods', '/account/invoices'] as const;

let site: LocalServer;
let reports: Reports;
let browser: BareBrowser | undefined;

before(async () => {
  reports = await Reports.listen();
  site = await listen('127.0.0.1', 0);
  // Nobody's pointer rests on a link here.
  const rules = written.replace('"moderate"', '"immediate"');
  const links = [wanted[0], ...left, wanted[1]]
    .map((href) => `<a href="${href}">${href}</a>`)
    .join(' ');
  site.serve(({ url }, response) => {
    const head = url === '/account/' ? `<script type="speculationrules">${rules}</script>` : '';
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>Account</title>${reports.script}${head}${links}`);
  });
});
after(async () => {
  await browser?.close();
  await site.close();
  await reports.close();
});

describe('the rules of the handbook for account pages', () => {
  it('can be read, and are for a pointer that rests on a link', () => {
    const rules: unknown = JSON.parse(written);
    assert.match(JSON.stringify(rules), /"eagerness":"moderate"/);
  });

  it('render an account page ahead, and no page that one comes back to or that does something', async (test: TestContext) => {
    browser = await BareBrowser.open(`${site.origin}/account/`);
    for (const path of wanted) {
      const started = await reports.first(path, ({ what }) => what === 'started');
      if (!started?.isPrerendering) return test.skip('This browser prerenders nothing.');
    }
    for (const path of left) assert.deepEqual(reports.of(path), [], path);
  });
});
