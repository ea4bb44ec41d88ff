import type { Browser, CDPSession, Page } from 'playwright-core';
import { formatRatio, ratioOf, type Ratio } from './interval.js';
import { pathOf, serve } from './server.js';
import type { Subject } from './subjects.js';
import { formatTable } from './table.js';
import { launch, median } from './time.js';

/** What a hundred times into the page and out again take, beside a floor, and leave. */
export interface Comings {
  readonly subject: string;
  /** Time of a hundred, beside the floor's. */
  readonly time: Ratio;
  /** Heap after the hundredth, beside that after the twentieth. */
  readonly heap: number;
}

/** The longest task of a list that is scrolled from its first invoice to its last. */
export interface Scrolling {
  readonly subject: string;
  readonly longest: number;
}

const comings = 100;
const early = 20;

/** Puts an element into a page and takes it out, a hundred times, when it has shown its first option. */
export async function measureComings(
  subject: Subject,
  floor: Subject,
  probe: string,
  rounds: number,
): Promise<Comings> {
  const site = await serve([subject, floor], probe);
  const browser = await launch();
  // What an engine learns of the code as it runs grows too, and is not the code's.
  const plain = await launch(['--js-flags=--jitless --no-lazy-feedback-allocation']);
  const times: [number[], number[]] = [[], []];
  try {
    for (let round = -1; round < rounds; round++) {
      for (const [index, one] of [subject, floor].entries()) {
        const seen = await come(browser, site.origin, one);
        if (round >= 0) times[index]?.push(seen.time);
      }
    }
    const { heap: left } = await come(plain, site.origin, subject);
    return { subject: subject.name, time: ratioOf(...times), heap: left };
  } finally {
    await Promise.all([browser.close(), plain.close()]);
    await site.close();
  }
}

async function come(browser: Browser, origin: string, { name, tag, option }: Subject) {
  const { page, session, close } = await open(browser, 1);
  await page.goto(`${origin}${pathOf(name)}?elements=1&items=6`);
  await page.evaluate(() => globalThis.sighting);
  const run = (times: number) => page.evaluate(comeAndGo, { tag, option, times });
  const first = await run(early);
  const before = await heap(session);
  const rest = await run(comings - early);
  const after = await heap(session);
  await close();
  return { time: first + rest, heap: after / before };
}

/** Runs in the page. */
async function comeAndGo(about: { tag: string; option: string; times: number }): Promise<number> {
  const { tag, option, times } = about;
  const pattern = document.querySelector(tag)?.outerHTML ?? '';
  const attributes = [...(document.querySelector(tag)?.attributes ?? [])];
  if (!pattern) throw new Error(`no ${tag}`);
  const start = performance.now();
  for (let round = 0; round < times; round++) {
    const element = document.createElement(tag);
    for (const { name, value } of attributes) element.setAttribute(name, value);
    // The attribute has been taken out of the first one.
    element.setAttribute('token', 'token');
    document.body.append(element);
    while (!element.shadowRoot?.querySelector(option)) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
  return performance.now() - start;
}

/** Twice: what the first finds dead may have been all that held something else. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Scrolls through a list of invoices at a quarter of this machine's pace. */
export async function measureScrolling(
  subjects: readonly Subject[],
  probe: string,
  rounds: number,
): Promise<readonly Scrolling[]> {
  const site = await serve(subjects, probe);
  const browser = await launch();
  const longest = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { name, tag } of subjects) {
        longest.get(name)?.push(await scroll(browser, `${site.origin}${pathOf(name)}`, tag));
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return [...longest].map(([subject, list]) => ({ subject, longest: median(list) }));
}

async function scroll(browser: Browser, url: string, tag: string): Promise<number> {
  const { page, close } = await open(browser, 4);
  await page.goto(`${url}?elements=1&items=1000`);
  await page.evaluate(() => globalThis.sighting);
  await page.locator(`${tag} [data-key="invoices.all"]`).click();
  await page.locator(`${tag} [part~=item]`).nth(999).waitFor();
  // What it took to show them is not the scrolling's.
  await page.waitForTimeout(1_000);
  const longest = await page.evaluate(async () => {
    const tasks = [0];
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'longtask' });
    const steps = 60;
    for (let step = 1; step <= steps; step++) {
      scrollTo(0, (document.documentElement.scrollHeight * step) / steps);
      await new Promise(requestAnimationFrame);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (scrollY < 10_000) throw new Error(`scrolled to ${scrollY}`);
    return Math.max(...tasks);
  });
  await close();
  return longest;
}

async function open(
  browser: Browser,
  rate: number,
): Promise<{ page: Page; session: CDPSession; close: () => Promise<void> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, session, close: () => context.close() };
}

export function formatScale(all: readonly Comings[], scrolling: readonly Scrolling[]): string {
  const came = all.map(({ subject, time, heap: left }) => [
    `${subject}: into the page and out, a hundred times`,
    `${formatRatio(time)} of the floor's time`,
    `×${left.toFixed(3)} of the heap after twenty`,
  ]);
  const scrolled = scrolling.map(({ subject, longest }) => [
    `${subject}: 1 000 invoices scrolled, CPU 4x`,
    `longest task ${longest.toFixed(0)} ms`,
    '',
  ]);
  return formatTable(['scale', '', ''], [...came, ...scrolled]);
}
