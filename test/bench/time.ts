import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { resolveChromium } from '../support/chromium.js';
import type { Sighting } from './probe.js';
import { serve } from './server.js';
import { formatTable } from './table.js';

interface Scenario {
  readonly name: string;
  readonly elements: number;
  readonly methods: number;
  /** How many times slower than this machine. */
  readonly slowdown: number;
}

interface Sample extends Sighting {
  readonly script: number;
  readonly task: number;
}

export interface Timing {
  readonly scenario: string;
  readonly variant: string;
  readonly samples: readonly Sample[];
}

const rounds = 15;
const warmUpRounds = 2;

const pages = [
  { name: '1 element, 6 methods', elements: 1, methods: 6 },
  { name: '1 000 methods', elements: 1, methods: 1000 },
  { name: '100 elements', elements: 100, methods: 6 },
];
const scenarios: readonly Scenario[] = pages.flatMap((page) =>
  [1, 4].map((slowdown) => ({ ...page, name: `${page.name}, CPU ${slowdown}x`, slowdown })),
);

/**
 * Loads each variant in turn, round by round, so that a change in the machine's pace meets them all.
 *
 * @param files the variants' built files by name.
 */
export async function measureTimes(
  files: ReadonlyMap<string, string>,
  probe: string,
): Promise<readonly Timing[]> {
  const site = await serve(new Map([...files, ['probe', probe]]));
  const browser = await launch();
  console.log(
    `Chromium ${browser.version()}, ${rounds} rounds, ${warmUpRounds} before them dropped`,
  );
  try {
    const timings: Timing[] = [];
    for (const scenario of scenarios) {
      console.log(`  ${scenario.name}`);
      timings.push(...(await measureScenario(browser, site.origin, scenario, [...files.keys()])));
    }
    return timings;
  } finally {
    await browser.close();
    await site.close();
  }
}

export async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await resolveChromium();
  return chromium.launch({
    executablePath,
    args: args.filter((arg) => !arg.startsWith('--headless')),
    env: { ...process.env, ...env },
  });
}

async function measureScenario(
  browser: Browser,
  origin: string,
  scenario: Scenario,
  variants: readonly string[],
): Promise<Timing[]> {
  const timings = variants.map((variant) => ({
    scenario: scenario.name,
    variant,
    samples: new Array<Sample>(),
  }));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const { variant, samples } of timings) {
      const { elements, methods, slowdown } = scenario;
      const url = `${origin}/${variant}?elements=${elements}&methods=${methods}`;
      const sample = await visit(browser, url, slowdown);
      if (round >= 0) samples.push(sample);
    }
  }
  return timings;
}

async function visit(browser: Browser, url: string, rate: number): Promise<Sample> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate });
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

/** Medians; a number after × is the median of each round's ratio to the floor. */
export function formatTimes(timings: readonly Timing[], floor: string): string {
  const head = [
    'page',
    'variant',
    'shown ms',
    'quartiles',
    '',
    'script ms',
    '',
    'main ms',
    '',
    'long tasks',
    'their ms',
  ];
  const rows = timings.map((timing) => {
    const { scenario, variant, samples } = timing;
    const base = timings.find((other) => other.scenario === scenario && other.variant === floor);
    const pair = (of: (sample: Sample) => number) => {
      const ratios = samples.map((sample, round) => of(sample) / floorOf(of, base, round));
      return [median(samples.map(of)).toFixed(1), `×${median(ratios).toFixed(2)}`];
    };
    const [shown = '', ratio = ''] = pair((sample) => sample.shown);
    return [
      scenario,
      variant,
      ...[shown, quartiles(samples.map((sample) => sample.shown)), ratio],
      ...pair((sample) => sample.script),
      ...pair((sample) => sample.task),
      median(samples.map(({ longTasks }) => longTasks.length)).toFixed(0),
      median(samples.map(({ longTasks }) => sum(longTasks))).toFixed(0),
    ];
  });
  return formatTable(head, rows);
}

function floorOf(of: (sample: Sample) => number, floor: Timing | undefined, round: number): number {
  const sample = floor?.samples[round];
  return sample ? of(sample) : NaN;
}

function quartiles(values: readonly number[]): string {
  return [0.25, 0.75].map((part) => quantile(values, part).toFixed(1)).join('–');
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}
