import { chromium } from 'playwright-core';
import { formatRatio, ratioOf } from './interval.js';
import { answerLogin, farLogin, farSite, firstByte } from './press.js';
import { formatTable } from './table.js';
import { launchOptions, median } from './time.js';
import { startFarHosts, type Answer, type FarHosts } from './wire.js';

const roundTrip = 60;
const warmUpRounds = 1;
/** Milliseconds that each has before the page leaves: enough for a connection and an answer. */
const ahead = 1_000;
const target = `https://${farLogin}/payment/invoice/pay?transactionId=1`;
const other = `https://${farLogin}/other`;

const speculate = (what: object) =>
  `<script type="speculationrules">${JSON.stringify({ prefetch: [{ source: 'list', ...what }] })}</script>`;

/** What a page of one site can say or do ahead of a navigation to another. */
const ways: Readonly<Record<string, string>> = {
  nothing: '',
  'rel=preconnect': `<link rel="preconnect" href="${target}">`,
  'rel=preconnect crossorigin': `<link rel="preconnect" href="${target}" crossorigin>`,
  'rel=dns-prefetch': `<link rel="dns-prefetch" href="${target}">`,
  'fetch no-cors': `<script>fetch('${other}', { mode: 'no-cors' })</script>`,
  'fetch no-cors, with cookies': `<script>fetch('${other}', { mode: 'no-cors', credentials: 'include' })</script>`,
  'hidden iframe': `<iframe hidden src="${other}"></iframe>`,
  'rel=prefetch of another page': `<link rel="prefetch" href="${other}" as="document">`,
  'speculation rules, another page': speculate({ urls: [other] }),
  'speculation rules, another page, no referrer': speculate({
    urls: [other],
    referrer_policy: 'no-referrer',
  }),
  'speculation rules, the page itself': speculate({ urls: [target] }),
};

/** What warms a navigation to another site: time from leaving to the first byte, beside a page that does nothing. */
export async function measureWarming(rounds: number): Promise<string> {
  const site: Answer = ({ url }, response) => {
    const [, html = ''] = Object.entries(ways)[Number(url.slice(1))] ?? [];
    response.setHeader('Content-Type', 'text/html');
    const icon = '<link rel="icon" href="data:,">';
    response.end(`<!doctype html><html lang="en"><title>Bench</title>${icon}<body>${html}`);
  };
  const hosts = await startFarHosts({ [farSite]: site, [farLogin]: answerLogin }, roundTrip);
  let version = '';
  const names = Object.keys(ways);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  const opened = new Map<string, number[]>(names.map((name) => [name, []]));
  try {
    for (let round = -warmUpRounds; round < rounds; round++) {
      for (const [index, name] of names.entries()) {
        const seen = await leave(hosts, index);
        version = seen.version;
        if (round < 0) continue;
        times.get(name)?.push(seen.time);
        opened.get(name)?.push(seen.before, seen.after);
      }
    }
    return format(version, times, opened);
  } finally {
    await hosts.close();
  }
}

interface Seen {
  /** Of the browser. */
  readonly version: string;
  readonly time: number;
  /** Connections to the login server before the page left, and after. */
  readonly before: number;
  readonly after: number;
}

/** In a browser of its own, since a connection outlives its page; with a profile, since hints need one. */
async function leave(hosts: FarHosts, index: number): Promise<Seen> {
  const context = await chromium.launchPersistentContext('', {
    ...(await launchOptions(hosts.args)),
    ignoreHTTPSErrors: true,
    // With it no page connects ahead.
    ignoreDefaultArgs: ['--disable-background-networking'],
  });
  const page = await context.newPage();
  const version = context.browser()?.version() ?? '';
  const start = hosts.connections(farLogin);
  await page.goto(`https://${farSite}/${index}`, { waitUntil: 'load' });
  await page.waitForTimeout(ahead);
  const before = hosts.connections(farLogin) - start;
  const since = performance.timeOrigin + performance.now();
  await page.evaluate((to) => location.assign(to), target);
  await page.waitForURL(target);
  const time = (await firstByte(page)) - since;
  await context.close();
  return { time, before, version, after: hosts.connections(farLogin) - start };
}

function format(
  version: string,
  times: ReadonlyMap<string, readonly number[]>,
  opened: ReadonlyMap<string, readonly number[]>,
): string {
  const base = times.get('nothing') ?? [];
  const head = [`Chromium ${version}`, 'ms', 'beside nothing', 'connections before', 'and after'];
  const rows = [...times].map(([name, list]) => {
    const counts = opened.get(name) ?? [];
    const mostly = (part: number) => median(counts.filter((_, index) => index % 2 === part));
    return [
      name,
      median(list).toFixed(0),
      formatRatio(ratioOf(list, base)),
      `${mostly(0)}`,
      `${mostly(1)}`,
    ];
  });
  return formatTable(head, rows);
}
