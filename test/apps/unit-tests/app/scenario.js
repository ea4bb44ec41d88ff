import assert from 'node:assert/strict';
import { within } from '@testing-library/dom';
import { AccountPage } from './site.js';

const once = (target, type) =>
  new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The vendor's API, as far as this test asks it. */
function answerWith(sent) {
  return async (url, init = {}) => {
    const method = init.method ?? 'GET';
    sent.push({ line: `${method} ${new URL(url).pathname}`, headers: new Headers(init.headers) });
    const body = method === 'POST' ? { success: true, transactionId: 4711 } : {};
    return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  };
}

async function chosen(page) {
  const ready = once(page, 'connect-load');
  document.body.append(page);
  const element = page.querySelector('connect-pay-invoice');
  await ready;
  await element.updateComplete;
  const inside = within(element.shadowRoot);
  assert.equal(inside.getAllByRole('radio').length, 4);
  const selected = once(page, 'connect-select');
  inside.getByRole('radio', { name: /^Swish/ }).click();
  assert.equal((await selected).detail.paymentMethod, 'swishPayex');
  assert.equal(element.value, 'swishPayex');
  return inside.getByRole('button', { name: /^Pay/ });
}

/** The real element in the site's component: one chooses, and the site keeps the payment from being sent. */
export async function chooses() {
  await import('connect-elements/pay-invoice/define');
  const page = new AccountPage();
  const button = await chosen(page);
  page.addEventListener('connect-submit', (event) => event.preventDefault());
  const submitted = once(page, 'connect-submit');
  button.click();
  assert.equal((await submitted).detail.invoiceNumber, '7435367');
  page.remove();
  // Whatever it still had to do is done without an error.
  await wait(20);
}

/** As far as the login server, with the site's own answers for the API. */
export async function pays() {
  await import('connect-elements/pay-invoice/define');
  const sent = [];
  const before = globalThis.fetch;
  globalThis.fetch = answerWith(sent);
  const page = new AccountPage();
  const button = await chosen(page);
  page.addEventListener('connect-redirect', (event) => event.preventDefault());
  const left = once(page, 'connect-redirect');
  button.click();
  const { detail } = await left;
  assert.equal(detail.transactionId, 4711);
  assert.ok(detail.url.startsWith('https://login.example/'), detail.url);
  const post = sent.filter(({ line }) => line === 'POST /capi/v1/api/payment/invoice');
  assert.equal(post.length, 1);
  assert.equal(post[0].headers.get('Authorization'), 'Bearer of-kari');
  page.remove();
  await wait(20);
  globalThis.fetch = before;
}

/** Every element of the package comes into the page and leaves it without an error, and shows something. */
export async function renders() {
  await import('connect-elements');
  const tags = [
    'payment-methods',
    'pay-invoice',
    'change-method',
    'invoices',
    'agreements',
    'method-status',
    'vipps-payment',
  ];
  const errors = [];
  for (const tag of tags) {
    const element = document.createElement(`connect-${tag}`);
    element.addEventListener('connect-error', ({ detail }) => errors.push(detail.code));
    const told = once(element, 'connect-error');
    document.body.append(element);
    await told;
    await element.updateComplete;
    const text = element.shadowRoot.querySelector('[part=base]').textContent.replace(/\s+/g, ' ');
    assert.match(text, /Not available|cannot|could not/i, `${tag}: ${text}`);
    element.remove();
  }
  assert.deepEqual([...new Set(errors)], ['config']);
}

/** The site's component with stand-ins. */
export async function fakes() {
  const { defineFakes, fire } = await import('connect-elements/testing');
  defineFakes();
  const page = new AccountPage();
  document.body.append(page);
  const element = page.querySelector('connect-pay-invoice');
  fire(element, 'connect-outcome', { outcome: 'cancelled' });
  assert.equal(page.textContent, 'Not paid');
  fire(element, 'connect-outcome');
  assert.equal(page.textContent, 'Thank you');
  const heard = [];
  for (const type of ['connect-submit', 'connect-transaction', 'connect-redirect']) {
    page.addEventListener(type, ({ detail }) => heard.push([type, detail.flow]));
  }
  await element.pay();
  assert.deepEqual(heard, [
    ['connect-submit', 'pay-invoice'],
    ['connect-transaction', 'pay-invoice'],
    ['connect-redirect', 'pay-invoice'],
  ]);
  page.addEventListener('connect-submit', (event) => event.preventDefault());
  await element.pay();
  assert.equal(heard.length, 4);
  const agreements = document.createElement('connect-agreements');
  document.body.append(agreements);
  agreements.remove();
  assert.equal(agreements.isConnected, false);
  page.remove();
}
