import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import type { Browser } from 'playwright-core';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { bundleHydrating } from './build.js';
import { formatTable } from './table.js';
import { launch, median } from './time.js';

const rounds = 15;
const warmUpRounds = 2;
/**
 * How the script comes to a page that a server has rendered: when everything is painted, as over a network;
 * at once, as from a cache, and then it runs before the page is painted; or when the page itself waits.
 */
const loadings = {
  'server-rendered': '<script type="module" src="/elements.js?late"></script>',
  'script at once': '<script type="module" src="/elements.js"></script>',
  'at once, after a frame': `<script type="module">
    requestAnimationFrame(() => setTimeout(() => import('/elements.js')));
  </script>`,
};
const pathOf = (name: string) => `/${encodeURIComponent(name)}`;
const paths = ['static', ...Object.keys(loadings)].map(pathOf);
/** Milliseconds after which the script comes. */
const network = 1500;

/**
 * When the first option is painted: in pages whose elements a server has rendered, beside a page of the same
 * content and no custom element.
 */
export async function measurePaint(): Promise<string> {
  const site = await serve();
  const browser = await launch();
  const rows: string[][] = [];
  try {
    for (const slowdown of [1, 4]) {
      const times = new Map<string, number[]>(paths.map((path) => [path, []]));
      for (let round = -warmUpRounds; round < rounds; round++) {
        for (const path of paths) {
          const time = await firstPaint(browser, site.origin + path, slowdown);
          if (round >= 0) times.get(path)?.push(time);
        }
      }
      const [still = [], ...others] = paths.map((path) => times.get(path) ?? []);
      const cells = others.flatMap((rendered) => {
        const ratios = rendered.map((time, round) => time / (still[round] ?? NaN));
        return [median(rendered).toFixed(1), `×${median(ratios).toFixed(2)}`];
      });
      rows.push([`CPU ${slowdown}x`, median(still).toFixed(1), ...cells]);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  const titles = Object.keys(loadings).flatMap((name) => [`${name} ms`, '']);
  const head = ['first option painted', 'static ms', ...titles];
  return formatTable(head, rows);
}

/** Milliseconds from the start of the navigation to the first paint, which has to hold an option. */
async function firstPaint(browser: Browser, url: string, rate: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(url, { waitUntil: 'commit' });
  const time = await page.evaluate(async () => {
    const [paint] = await new Promise<PerformanceEntryList>((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const found = list.getEntriesByName('first-contentful-paint');
        if (found.length) resolve(found);
      });
      observer.observe({ type: 'paint', buffered: true });
    });
    // The page tells it at its end, before there is anything to paint.
    while (document.readyState === 'loading') await new Promise(requestAnimationFrame);
    if (document.body.dataset['options'] !== '4') throw new Error('no options in the HTML');
    return paint?.startTime ?? NaN;
  });
  await context.close();
  return time;
}

const count = `<script>
  const host = document.querySelector('connect-pay-invoice');
  const root = host ? host.shadowRoot : document;
  const options = [...root.querySelectorAll('[part=item]')];
  document.body.dataset.options = options.filter((one) => one.getBoundingClientRect().height).length;
</script>`;

async function serve(): Promise<LocalServer> {
  const script = await readFile(await bundleHydrating());
  await Promise.all(
    ['dist/index.js', 'dist/ssr.js'].map(
      (file): Promise<unknown> => import(pathToFileURL(file).href),
    ),
  );
  const rendered = await collectResult(
    render(
      html`<connect-pay-invoice
        api-url="/api"
        client-id="bench"
        token="bench"
        invoice-number="1"
        product-code="P"
        company-code="C"
        amount="295"
      ></connect-pay-invoice>`,
    ),
  );
  // The same content without a shadow root, as a server without the elements would write it.
  const [, content = ''] = /<template [^>]*>([^]*)<\/template>/.exec(rendered) ?? [];
  const still = content.replaceAll(':host', 'main').replace(/<!--.*?-->|<\?>/g, '');
  const body = `<main>${rendered}</main>${count}`;
  const bodies = new Map<string, string>([
    [pathOf('static'), `<main>${still}</main>${count}`],
    ...Object.entries(loadings).map(([name, loading]) => [pathOf(name), body + loading] as const),
  ]);
  const server = await listen('127.0.0.1', 0);
  server.serve(({ url = '' }, response) => {
    const body = bodies.get(url);
    const isScript = url.startsWith('/elements.js');
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    const answer = isScript ? script : page(body);
    setTimeout(() => response.end(answer), url.endsWith('?late') ? network : 0);
  });
  return server;
}

function page(body = ''): string {
  return `<!doctype html><html lang="en"><title>Bench</title><link rel="icon" href="data:,">${body}`;
}
