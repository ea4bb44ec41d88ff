import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { resolveChromium } from '../support/chromium.js';
import { formatRatio, ratioOf, type Ratio } from './interval.js';
import type { Sighting } from './probe.js';
import { pathOf, serve } from './server.js';
import type { Subject } from './subjects.js';
import { formatTable } from './table.js';

/** What a page holds, and on what machine. */
export interface Scenario {
  readonly name: string;
  readonly elements: number;
  /** Methods or invoices. */
  readonly items: number;
  /** How many times slower than this machine. */
  readonly slowdown: number;
  /** 1.6 Mbit/s, and 150 ms of a round trip; the API takes so many milliseconds beside that. */
  readonly phone?: { readonly answersAfter: number };
}

interface Sample extends Sighting {
  readonly script: number;
  readonly task: number;
}

export interface Timing {
  readonly scenario: string;
  readonly subject: string;
  readonly samples: readonly Sample[];
}

const warmUpRounds = 2;
/** Of a phone, in bytes a second. */
const line = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 };

/** On this machine, and on one that is four times slower. */
export function atBothPaces(
  name: string,
  page: Pick<Scenario, 'elements' | 'items'>,
): readonly Scenario[] {
  return [1, 4].map((slowdown) => ({ ...page, name: `${name}, CPU ${slowdown}x`, slowdown }));
}

/** Loads each subject in turn, round by round, so that a change in the machine's pace meets them all. */
export async function measureTimes(
  subjects: readonly Subject[],
  scenarios: readonly Scenario[],
  probe: string,
  rounds: number,
): Promise<readonly Timing[]> {
  const browser = await launch();
  console.log(
    `Chromium ${browser.version()}, ${rounds} rounds, ${warmUpRounds} before them dropped`,
  );
  try {
    const timings: Timing[] = [];
    for (const scenario of scenarios) {
      console.log(`  ${scenario.name}`);
      const site = await serve(subjects, probe, scenario.phone?.answersAfter);
      timings.push(...(await measureScenario(browser, site.origin, scenario, subjects, rounds)));
      await site.close();
    }
    return timings;
  } finally {
    await browser.close();
  }
}

/** @param more Arguments of the browser. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await launchOptions(more));
}

/** What the browser at hand is started with. */
export async function launchOptions(more: readonly string[] = []) {
  const { executablePath, args, env } = await resolveChromium('installed');
  return {
    executablePath,
    args: [...args.filter((arg) => !arg.startsWith('--headless')), ...more],
    env: { ...process.env, ...env },
  };
}

async function measureScenario(
  browser: Browser,
  origin: string,
  scenario: Scenario,
  subjects: readonly Subject[],
  rounds: number,
): Promise<Timing[]> {
  const timings = subjects.map(({ name }) => ({
    scenario: scenario.name,
    subject: name,
    samples: new Array<Sample>(),
  }));
  for (let round = -warmUpRounds; round < rounds; round++) {
    // Another one is first in each round: what comes first, or after a heavy one, is never always the same.
    const first = (round + warmUpRounds) % timings.length;
    for (const { subject, samples } of [...timings.slice(first), ...timings.slice(0, first)]) {
      const { elements, items } = scenario;
      const url = `${origin}${pathOf(subject)}?elements=${elements}&items=${items}`;
      const sample = await visit(browser, url, scenario);
      if (round >= 0) samples.push(sample);
    }
  }
  return timings;
}

async function visit(
  browser: Browser,
  url: string,
  { slowdown: rate, phone }: Scenario,
): Promise<Sample> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  if (phone) await session.send('Network.emulateNetworkConditions', { ...line, offline: false });
  await page.goto(url);
  const sighting = await page.evaluate(() => globalThis.sighting);
  const used = await durations(session);
  await context.close();
  return { ...sighting, ...used };
}

/** Milliseconds of the main thread since the page began. */
async function durations(session: CDPSession): Promise<{ script: number; task: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (name: string) =>
    (metrics.find((metric) => metric.name === name)?.value ?? NaN) * 1000;
  return { script: milliseconds('ScriptDuration'), task: milliseconds('TaskDuration') };
}

/** How long until the first option, beside the floor of the same run. */
export function shownRatio(
  timings: readonly Timing[],
  scenario: string,
  subject: string,
  floor: string,
): Ratio {
  const shown = (name: string) =>
    timings
      .find((one) => one.scenario === scenario && one.subject === name)
      ?.samples.map((sample) => sample.shown) ?? [];
  return ratioOf(shown(subject), shown(floor));
}

/** Medians; a number after × is the median of each round's ratio to the floor, with its 95 % interval. */
export function formatTimes(timings: readonly Timing[], floor: string): string {
  const head = [
    'page',
    'file',
    'shown ms',
    `beside ${floor}`,
    'script ms',
    'beside',
    'tasks',
    'ms',
  ];
  const rows = timings.map(({ scenario, subject, samples }) => {
    const base = timings.find((one) => one.scenario === scenario && one.subject === floor);
    const middle = (of: (sample: Sample) => number, list = samples) => median(list.map(of));
    const script = ({ script: ms }: Sample) => ms;
    const more = middle(script) - middle(script, base?.samples ?? []);
    return [
      scenario,
      subject,
      middle(({ shown }) => shown).toFixed(1),
      formatRatio(shownRatio(timings, scenario, subject, floor)),
      middle(script).toFixed(1),
      `${more < 0 ? '' : '+'}${more.toFixed(1)}`,
      middle(({ longTasks }) => longTasks.length).toFixed(0),
      middle(({ longTasks }) => sum(longTasks)).toFixed(0),
    ];
  });
  return formatTable(head, rows);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
