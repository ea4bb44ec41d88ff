import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { BareBrowser } from '../support/bare-browser.js';
import { ratioOf, type Ratio } from './interval.js';
import { answer } from './server.js';
import { median } from './time.js';

/** The largest paint of an invoices page, from when it was opened: rendered before that, beside not. */
export interface Prerendered {
  readonly ahead: number;
  readonly asEver: number;
  readonly ratio: Ratio;
}

const rules = JSON.stringify({
  prerender: [{ source: 'list', urls: ['/invoices'], eagerness: 'immediate' }],
});
const pages: Readonly<Record<string, string>> = {
  '/ahead': `<script type="speculationrules">${rules}</script>`,
  '/as-ever': '',
  '/invoices': `<script type="module" src="/invoices.js"></script>
    <connect-invoices api-url="/api" product-code="6-0"></connect-invoices>`,
};
/** Milliseconds that a reader looks at the page before: the other is rendered by then. */
const ahead = 2_500;

export async function measurePrerendering(rounds: number): Promise<Prerendered> {
  const site = await serve();
  const times: { ahead: number[]; asEver: number[] } = { ahead: [], asEver: [] };
  try {
    for (let round = 0; round < rounds; round++) {
      times.ahead.push(await visit(`${site.origin}/ahead`, site.origin));
      times.asEver.push(await visit(`${site.origin}/as-ever`, site.origin));
    }
  } finally {
    await site.close();
  }
  return {
    ahead: median(times.ahead),
    asEver: median(times.asEver),
    ratio: ratioOf(times.ahead, times.asEver),
  };
}

async function visit(from: string, origin: string): Promise<number> {
  const browser = await BareBrowser.open(from);
  try {
    await browser.ask(from, '1');
    await pause(ahead);
    await browser.tell(from, "location.href = '/invoices'");
    return Number(await browser.ask(`${origin}/invoices`, largestPaint));
  } finally {
    await browser.close();
  }
}

const largestPaint = `new Promise((resolve) => {
  let last = NaN;
  const note = (list) => list.getEntries().forEach((entry) => (last = entry.startTime));
  new PerformanceObserver(note).observe({ type: 'largest-contentful-paint', buffered: true });
  const [{ activationStart }] = performance.getEntriesByType('navigation');
  setTimeout(() => resolve(Math.max(last - activationStart, 1)), 1500);
})`;

async function serve(): Promise<LocalServer> {
  const script = await readFile('dist/cdn/invoices.js');
  const server = await listen('127.0.0.1', 0);
  server.serve(({ url = '' }, response) => {
    const page = pages[url];
    const isApi = url.startsWith('/api/');
    const type = isApi ? 'application/json' : page === undefined ? 'text/javascript' : 'text/html';
    response.setHeader('Content-Type', `${type}; charset=utf-8`);
    const start =
      '<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">';
    response.end(isApi ? answer(url) : page === undefined ? script : start + page);
  });
  return server;
}
