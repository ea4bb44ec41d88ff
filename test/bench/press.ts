import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { bundleAside } from './build.js';
import { formatRatio, ratioOf, type Ratio } from './interval.js';
import { formatTable } from './table.js';
import { launch, median } from './time.js';
import { startFarHosts, type Answer } from './wire.js';

const roundTrip = 60;
const warmUpRounds = 2;
/** Milliseconds between the first touch and the press. */
const touches = [80, 1000] as const;
const targets: Readonly<Record<number, number>> = { 80: 1, 1000: 0.85 };

export const farSite = 'gazette.example';
const api = 'connect-api.example';
export const farLogin = 'connect-login.example';

const variants = {
  'hand-written': { tag: 'hand-pressed', file: '/hand.js' },
  'pay-invoice': { tag: 'connect-pay-invoice', file: '/pay-invoice.js' },
} as const;
type Variant = keyof typeof variants;

/** One row: how long from the press to the first byte of the login server's page, beside an element by hand. */
export interface PressRow {
  readonly touch: number;
  readonly byHand: number;
  readonly ours: number;
  readonly ratio: Ratio;
  readonly target: number;
}

export async function measurePress(rounds: number): Promise<readonly PressRow[]> {
  const hosts = await startFarHosts(
    { [farSite]: await site(), [api]: answerApi, [farLogin]: answerLogin },
    roundTrip,
  );
  const browser = await launch(hosts.args);
  try {
    const rows: PressRow[] = [];
    for (const touch of touches) rows.push(await measureRow(browser, touch, rounds));
    return rows;
  } finally {
    await browser.close();
    await hosts.close();
  }
}

async function measureRow(browser: Browser, touch: number, rounds: number): Promise<PressRow> {
  const times: Record<Variant, number[]> = { 'hand-written': [], 'pay-invoice': [] };
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const [variant, { tag }] of Object.entries(variants)) {
      const time = await press(browser, tag, touch);
      if (round < 0) continue;
      if (variant === 'hand-written' || variant === 'pay-invoice') times[variant].push(time);
    }
  }
  const { 'hand-written': byHand, 'pay-invoice': ours } = times;
  return {
    touch,
    byHand: median(byHand),
    ours: median(ours),
    ratio: ratioOf(ours, byHand),
    target: targets[touch] ?? NaN,
  };
}

async function press(browser: Browser, tag: string, touch: number): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`https://${farSite}/${tag}`, { waitUntil: 'load' });
  const button = page.locator(`${tag} button`);
  await button.waitFor();
  await button.hover();
  // What the page has still to do is not the press's.
  await page.waitForTimeout(200);
  await page.mouse.down();
  await page.waitForTimeout(touch);
  const since = performance.timeOrigin + performance.now();
  await page.mouse.up();
  await page.waitForURL(`https://${farLogin}/**`);
  const at = await firstByte(page);
  await context.close();
  return at - since;
}

/** Epoch milliseconds of the first byte of the page that is open. */
export function firstByte(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const isIt = navigation instanceof PerformanceNavigationTiming;
    return performance.timeOrigin + (isIt ? navigation.responseStart : NaN);
  });
}

async function site(): Promise<Answer> {
  const scripts = new Map([
    ['/hand.js', await readFile(await bundleAside('press', 'test/bench/floors/press.ts'))],
    ['/pay-invoice.js', await readFile('dist/cdn/pay-invoice.js')],
  ]);
  return ({ url }, response) => {
    const script = scripts.get(url);
    const variant = Object.values(variants).find(({ tag }) => url === `/${tag}`);
    response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
    response.end(script ?? (variant ? pageOf(variant) : ''));
  };
}

function pageOf({ tag, file }: (typeof variants)[Variant]): string {
  return `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">
<script type="module" src="${file}"></script>
<${tag} api-url="https://${api}" login-url="https://${farLogin}" client-id="bench" token="token"
  invoice-number="1001" product-code="P" company-code="C" amount="295"></${tag}>`;
}

const answerApi: Answer = ({ method, url }, response) => {
  response.setHeader('Access-Control-Allow-Origin', `https://${farSite}`);
  response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, accept');
  response.setHeader('Content-Type', 'application/json');
  if (method === 'OPTIONS') response.end();
  else if (url.startsWith('/v1/customer/invoice/')) response.end('{"invoices":[],"reminders":[]}');
  else response.end('{"success":true,"transactionId":12378954}');
};

export const answerLogin: Answer = (_, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(
    '<!doctype html><html lang="en"><title>Login</title><link rel="icon" href="data:,">',
  );
};

export function formatPress(rows: readonly PressRow[]): string {
  const head = [
    'press to the first byte of the login server',
    'by hand ms',
    'ours ms',
    'ratio',
    'at most',
  ];
  const cells = rows.map(({ touch, byHand, ours, ratio, target }) => [
    `${touch} ms after the first touch`,
    byHand.toFixed(0),
    ours.toFixed(0),
    formatRatio(ratio),
    target.toFixed(2),
  ]);
  return formatTable(head, cells);
}
