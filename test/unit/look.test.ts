// In every engine: each has its own CSS and custom states.
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import {
  apiBase,
  held,
  json,
  networkError,
  once,
  radios,
  shown,
  until,
  useAddress,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';

const invoices = 'GET /v1/customer/invoice/payment/DN';
const methods = 'GET /v1/product/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const listed = json({
  paymentMethodResponseItems: [{ paymentMethod: 'invoice', current: true }, 'autoGiro', 'bitcoin'],
});
const arrival = 'connect=pay-invoice~return~42~nexi~DN~1001&status=finished';

type Tag =
  'connect-payment-methods' | 'connect-pay-invoice' | 'connect-change-method' | 'connect-outcome';

const states = ['loading', 'ready', 'empty', 'submitting', 'redirecting', 'settled', 'failed'];

/** The states that a style sheet would match. */
function matched(element: Element): string[] {
  return states.filter((state) => element.matches(`:state(${state})`));
}

async function scene(tag: Tag, table: Record<string, Reply>, state: string, query = '') {
  useStore();
  useWaits();
  useNavigation();
  useAddress(`https://site.example/?${query}`);
  useServer(table);
  const element = document.createElement(tag);
  const attributes = {
    'invoice-number': '1001',
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    amount: '249.00',
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  (await fixture(html`<main></main>`)).append(element);
  await until(() => element.matches(`:state(${state})`), `it is ${state}`);
  return element;
}

describe('text', () => {
  for (const tag of ['connect-payment-methods', 'connect-pay-invoice'] as const) {
    it(`is visible in ${tag}`, async () => {
      const element = await scene(tag, { [methods]: listed }, 'ready');
      const found = element.shadowRoot?.querySelectorAll('[part=label], h2') ?? [];
      expect(found.length).to.be.above(3);
      for (const label of found) {
        const range = document.createRange();
        range.selectNodeContents(label);
        expect(range.getBoundingClientRect().width, label.textContent).to.be.above(20);
      }
    });
  }
});

describe('a style sheet', () => {
  it('can match loading and nothing else while the server is read', async () => {
    const element = await scene(
      'connect-payment-methods',
      { [methods]: held(listed).reply },
      'loading',
    );
    expect(matched(element)).to.deep.equal(['loading']);
    expect(element.shadowRoot?.querySelectorAll('[part~=skeleton]').length).to.equal(3);
    expect(element.shadowRoot?.querySelector('.view')?.getAttribute('aria-busy')).to.equal('true');
  });

  it('can match ready', async () => {
    const element = await scene('connect-payment-methods', { [methods]: listed }, 'ready');
    expect(matched(element)).to.deep.equal(['ready']);
    expect(element.shadowRoot?.querySelector('.view')?.getAttribute('aria-busy')).to.equal('false');
  });

  it('can match empty', async () => {
    const element = await scene('connect-payment-methods', { [methods]: json({}) }, 'empty');
    expect(matched(element)).to.deep.equal(['empty']);
  });

  it('can match failed', async () => {
    const element = await scene('connect-payment-methods', { [methods]: json({}, 403) }, 'failed');
    expect(matched(element)).to.deep.equal(['failed']);
  });

  it('can match submitting, then redirecting', async () => {
    const answer = held(json({ transactionId: 42 }));
    const element = await scene('connect-pay-invoice', { [post]: answer.reply }, 'ready');
    element.shadowRoot?.querySelector('button')?.click();
    await until(() => element.matches(':state(submitting)'));
    expect(matched(element)).to.deep.equal(['submitting']);
    const left = once(element, 'connect-redirect');
    answer.release();
    await left;
    await until(() => element.matches(':state(redirecting)'));
    expect(matched(element)).to.deep.equal(['redirecting']);
  });

  it('can match settled', async () => {
    const element = await scene('connect-outcome', { [invoices]: json({}) }, 'settled', arrival);
    expect(matched(element)).to.deep.equal(['settled']);
  });

  it('finds every documented part of a choice', async () => {
    const element = await scene('connect-pay-invoice', {}, 'ready');
    for (const part of ['base', 'heading', 'list', 'item', 'icon', 'label', 'control', 'button']) {
      expect(element.shadowRoot?.querySelector(`[part~=${part}]`), part).to.not.equal(null);
    }
  });
});

describe('a screen reader', () => {
  const cases: [string, Tag, Record<string, Reply>, string, string][] = [
    ['the list of methods', 'connect-payment-methods', { [methods]: listed }, 'ready', ''],
    ['an empty list', 'connect-payment-methods', { [methods]: json({}) }, 'empty', ''],
    ['a list that failed', 'connect-payment-methods', { [methods]: json({}, 403) }, 'failed', ''],
    [
      'a list that loads',
      'connect-payment-methods',
      { [methods]: held(listed).reply },
      'loading',
      '',
    ],
    ['the choice of a provider', 'connect-pay-invoice', {}, 'ready', ''],
    ['the choice of another method', 'connect-change-method', { [methods]: listed }, 'ready', ''],
    ['an outcome', 'connect-outcome', { [invoices]: json({}) }, 'settled', arrival],
    [
      'an outcome above a choice',
      'connect-pay-invoice',
      { [invoices]: json({}) },
      'ready',
      arrival.replace('finished', 'failed'),
    ],
    [
      'an outcome that cannot be checked',
      'connect-pay-invoice',
      { [invoices]: networkError },
      'settled',
      arrival,
    ],
  ];
  for (const [name, tag, table, state, query] of cases) {
    it(`can read ${name}`, async () => {
      const element = await scene(tag, table, state, query);
      expect(shown(element)).to.not.equal('');
      await expect(element).to.be.accessible();
    });
  }

  it('can read a payment that leaves', async () => {
    const element = await scene(
      'connect-pay-invoice',
      { [post]: json({ transactionId: 42 }) },
      'ready',
    );
    element.shadowRoot?.querySelector('button')?.click();
    await until(() => element.matches(':state(redirecting)'));
    await expect(element).to.be.accessible();
  });

  it('is told that something is under way, and not when nothing is', async () => {
    const answer = held(json({ transactionId: 42 }));
    const element = await scene('connect-pay-invoice', { [post]: answer.reply }, 'ready');
    const live = element.shadowRoot?.querySelector('section + p');
    expect(live?.textContent).to.equal('');
    element.shadowRoot?.querySelector('button')?.click();
    await until(() => element.matches(':state(submitting)'));
    expect(live?.textContent).to.not.equal('');
    const left = once(element, 'connect-redirect');
    answer.release();
    await left;
  });

  it('finds one group of native radio buttons with a name', async () => {
    const element = await scene('connect-pay-invoice', {}, 'ready');
    const name = element.shadowRoot?.querySelector('fieldset')?.getAttribute('aria-labelledby');
    expect(element.shadowRoot?.getElementById(name ?? '')?.textContent).to.equal(
      element.shadowRoot?.querySelector('h2')?.textContent,
    );
    expect(radios(element).every(({ labels }) => labels?.[0]?.textContent.trim())).to.equal(true);
  });
});
