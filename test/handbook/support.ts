import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/server.js';
import { launch } from '../e2e/support.js';

/** The documentation as `npm start` serves it, and a browser to read it with. */
export interface Reading {
  readonly demo: Demo;
  readonly browser: Browser;
  /** Address of a page. */
  at(page: string): string;
  close(): Promise<void>;
}

export async function openHandbook(): Promise<Reading> {
  const demo = await startDemo({
    sandbox: { settleAfter: 1500 },
    moreOrigins: ['http://localhost:*'],
  });
  const browser = await launch().catch(async (cause: unknown) => {
    await demo.close();
    throw cause;
  });
  return {
    demo,
    browser,
    at: (page) => `${demo.url}/docs/${page}`,
    close: async () => {
      await browser.close();
      await demo.close();
    },
  };
}

/** File names of all pages that `npm run build` has written. */
export function pageNames(): string[] {
  return readdirSync('demo/www').filter((file) => file.endsWith('.html'));
}

/** What stands in HTML between the tags. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The files that a page of the documentation has to copy, by the name in the first line of each. */
export function filesOf(page: string): ReadonlyMap<string, string> {
  const source = readFileSync(`demo/handbook/pages/${page}.md`, 'utf8');
  const blocks = source.matchAll(/^```\w+\n(?:\/\/ (\S+)|<!-- (\S+) -->)\n([^]*?)^```/gm);
  return new Map(
    [...blocks].map(([, script, markup, code = '']) => [script ?? markup ?? '', code]),
  );
}
