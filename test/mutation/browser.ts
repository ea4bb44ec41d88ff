import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { listen } from '../../demo/sandbox/http-server.js';
import { resolveChromium } from '../support/chromium.js';
import type { Plan, Report } from './plan.js';

/** Pages that run tests, each as often as it is asked to. */
export interface Pages {
  /** Undefined when the page had not ended after `patience` milliseconds, or has crashed. */
  run(plan: Plan, mutant: string | undefined, patience: number): Promise<Report | undefined>;
  close(): Promise<void>;
}

/** Serves the built tests, and a page for whatever is to be run. */
async function serve(folder: string) {
  const files = new Map<string, Buffer>();
  const server = await listen('127.0.0.1', 0);
  server.serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      const { mutant, ...plan } = Object.fromEntries(searchParams);
      response.setHeader('Content-Type', 'text/html').end(html(plan['plan'] ?? '', mutant));
      return;
    }
    // What is not built, tests read of the checkout, such as the starter that a page has in its HTML.
    const file =
      files.get(pathname) ??
      readFile(join(folder, pathname)).catch(() => readFile(join('.', pathname)));
    Promise.resolve(file).then(
      (content) => {
        files.set(pathname, content);
        // The browser keeps what it has compiled, too.
        response.setHeader('Cache-Control', 'max-age=86400, immutable');
        response.setHeader('Content-Type', 'text/javascript').end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  return server;
}

function html(plan: string, mutant: string | undefined): string {
  const switches = JSON.stringify({ activeMutant: mutant });
  return `<!doctype html><html><head></head><body>
<script>window.__stryker__ = ${switches}; window.plan = ${plan};</script>
<script type="module" src="/page.js"></script>
</body></html>`;
}

async function launch() {
  const { executablePath, args, env } = await resolveChromium();
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', ...args.filter((arg) => !arg.startsWith('--headless'))],
    env: { ...process.env, ...env },
  });
}

export async function openPages(folder: string): Promise<Pages> {
  const site = await serve(folder);
  const browser = await launch();
  const free: Page[] = [];

  const attempt = async (page: Page, url: string) => {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'report' in window);
    return page.evaluate(() => window.report);
  };

  return {
    async run(plan, mutant, patience) {
      const page = free.pop() ?? (await browser.newPage());
      const query = new URLSearchParams({ plan: JSON.stringify(plan), ...(mutant && { mutant }) });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, patience, undefined);
        page.once('crash', () => resolve(undefined));
      });
      const report = await Promise.race([attempt(page, `${site.origin}/?${query}`), late]).catch(
        () => undefined,
      );
      clearTimeout(timer);
      if (report) free.push(page);
      // One that is in a loop does not answer, not even to this.
      else void page.close().catch(() => {});
      return report;
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
