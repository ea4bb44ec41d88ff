import {
  chromium,
  type Browser,
  type ConsoleMessage,
  type Locator,
  type Page,
} from 'playwright-core';
import { startDemo, type Demo, type DemoOptions } from '../../demo/server.js';
import { resolveChromium } from '../support/chromium.js';

/** A `connect-*` event as a page saw it. */
export interface SeenEvent {
  type: string;
  detail: Record<string, unknown>;
}

/** The demo, a real browser, and a page of it where Kari is logged in. */
export interface Stage {
  readonly demo: Demo;
  readonly browser: Browser;
  readonly page: Page;
  /** Exceptions and console errors of the page since the last call. */
  errors(): string[];
  /** Events since the last call, over all pages that were visited. */
  events(): SeenEvent[];
  /** Opens a page of the newspaper, with the sandbox's state as at the start. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

const types = [
  ...[
    'load',
    'select',
    'submit',
    'transaction',
    'redirect',
    'outcome',
    'confirmed',
    'remove',
    'removed',
    'error',
  ],
].map((name) => `connect-${name}`);

/** @param keepsPages Whether pages go to the back/forward cache, which Playwright turns off by itself. */
export async function launch(keepsPages = false): Promise<Browser> {
  const { executablePath, args, env } = await resolveChromium(keepsPages ? 'installed' : undefined);
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : false,
    args: ['--no-sandbox', '--disable-gpu', ...args.filter((arg) => !arg.startsWith('--headless'))],
    env: { ...environment(), ...env },
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** Browsers ask every origin for an icon of their own accord, and say when there is none. */
export function isAboutIcon(message: ConsoleMessage): boolean {
  return message.location().url.endsWith('/favicon.ico');
}

/** As if the browser had never been to this origin. */
export function forget(page: Page): Promise<void> {
  return page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
}

export async function logIn(page: Page, demo: Demo): Promise<void> {
  await page.goto(`${demo.url}/login`);
  await page.click('#login');
  await page.waitForURL(`${demo.url}/subscription`);
}

export async function setStage(options: DemoOptions = {}, keepsPages = false): Promise<Stage> {
  const demo = await startDemo({ ...options, sandbox: { settleAfter: 1500, ...options.sandbox } });
  const browser = await launch(keepsPages);
  const context = await browser.newContext();
  const page = await context.newPage();
  let errors: string[] = [];
  let events: SeenEvent[] = [];
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAboutIcon(message)) errors.push(message.text());
  });
  await context.exposeFunction('tellTest', (event: SeenEvent) => void events.push(event));
  await context.addInitScript((names) => {
    const tell: unknown = Reflect.get(window, 'tellTest');
    if (typeof tell !== 'function') return;
    for (const type of names) {
      document.addEventListener(type, (event) => {
        const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
        Reflect.apply(tell, window, [{ type, detail }]);
      });
    }
  }, types);
  await logIn(page, demo);
  return {
    demo,
    browser,
    page,
    errors: () => errors.splice(0),
    events: () => events.splice(0),
    open: async (path) => {
      demo.reset();
      await page.goto(demo.url + path);
      await forget(page);
      await page.goto(demo.url + path);
      errors = [];
      events = [];
    },
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
}

/** The requests of one operation that reached the sandbox. */
export function requestsOf({ demo }: Stage, operationId: string): number {
  return demo.sandbox.requests.filter((request) => request.operationId === operationId).length;
}

/** Chooses a method by its code: its radio button stands beside the slot for its icon. */
export function choice(element: Locator, paymentMethod: string): Locator {
  return element.locator(`label:has(slot[name="icon-${paymentMethod}"]) input`);
}
