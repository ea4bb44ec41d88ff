import type { Browser, Page } from 'playwright-core';

const element = (tag: string, api: string, more = '') =>
  `<connect-${tag} api-url="/themes/${api}" login-url="/themes" client-id="no.example"
    product-code="CO27409" ${more}><b>:state(STATE)</b></connect-${tag}>`;
const payment = (api: string, invoice: string) =>
  element(
    'pay-invoice',
    api,
    `invoice-number="${invoice}" company-code="5646903690" methods="vippsEcommerce nexi"`,
  );

const scenes = {
  loading: element('payment-methods', 'slow'),
  ready: element('payment-methods', 'api'),
  empty: element('payment-methods', 'nothing'),
  failed: element('payment-methods', 'refused'),
  submitting: payment('slow', '1'),
  redirecting: payment('made', '2'),
  settled: payment('api', '7435301'),
};

/** A page with an element in each of its states. */
export async function statesPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 800, height: 1200 } });
  const main = Object.entries(scenes).map(([state, html]) => html.replace('STATE', state));
  const body = `<!doctype html><meta charset="utf-8" /><link rel="stylesheet" href="/themes/page.css" />
    <style>main { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; max-width: none }</style>
    <script type="module" src="/dist/cdn/connect-elements.js"></script>
    <main>${main.join('')}</main>`;
  await page.route('**/themes?states*', (route) =>
    route.fulfill({ body, contentType: 'text/html' }),
  );
  // Never answered: the element waits.
  await page.route('**/themes/slow/**', () => undefined);
  await page.route('**/themes/nothing/**', (route) => route.fulfill({ json: {} }));
  await page.route('**/themes/refused/**', (route) => route.fulfill({ status: 403, json: {} }));
  await page.route('**/themes/made/**', (route) => route.fulfill({ json: { transactionId: 42 } }));
  await page.addInitScript(() => {
    document.addEventListener('connect-redirect', (event) => event.preventDefault());
  });
  const back = 'connect=pay-invoice~return~4711~vippsEcommerce~CO27409~7435301&status=finished';
  await page.goto(`${url}/themes?states&${back}`);
  for (const state of ['submitting', 'redirecting']) {
    await page.locator('connect-pay-invoice', { hasText: state }).locator('button').click();
  }
  for (const [state, html] of Object.entries(scenes)) {
    const tag = /connect-[\w-]+/.exec(html)?.[0] ?? '';
    await page.locator(`${tag}:state(${state})`).first().waitFor();
  }
  return page;
}
