import { expect, fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../src/index.js';
import type { ConnectPaymentMethods } from '../../src/elements/payment-methods.js';
import { english, pausing } from './english.js';
import {
  apiBase,
  button,
  json,
  labels,
  networkError,
  page,
  rateLimited,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  xml,
  type Reply,
  messages,
} from './support.js';

const get = 'GET /v1/product/payment/DN';
const list = (...paymentMethodResponseItems: unknown[]) => json({ paymentMethodResponseItems });
const current = { paymentMethod: 'recurringVippsPayment', current: true };

async function scene(reply: Reply | Reply[], address = 'https://site.example/account') {
  useStore();
  const waits = useWaits();
  const where = useAddress(address);
  const server = useServer({ [get]: reply });
  const events = useEvents();
  const element = await fixture<ConnectPaymentMethods>(
    html`<connect-payment-methods
      product-code="DN"
      api-url=${apiBase}
      token="t0ken"
    ></connect-payment-methods>`,
  );
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  return { element, server, events, waits, where };
}

class FoldedUp extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML =
      '<div style="height: 0; overflow: hidden"><slot></slot></div>';
  }
}
customElements.define('folded-up', FoldedUp);

describe('the payment methods of a product', () => {
  it('are shown with the current one first, and counted', async () => {
    const { element, events } = await scene(list('invoice', 'autoGiro', current));
    expect(labels(element)).to.deep.equal(['Vipps', 'Invoice', 'Avtalegiro']);
    const marked = [...(element.shadowRoot?.querySelectorAll('[aria-current=true]') ?? [])];
    expect(marked.map(({ textContent }) => textContent.trim())).to.deep.equal(['VippsIn use']);
    expect(events).to.deep.equal([['connect-load', { flow: 'payment-methods', count: 3 }]]);
    expect(element.paymentMethods[0]).to.deep.equal(current);
  });

  it('are shown by their own code when we do not know them', async () => {
    const { element } = await scene(list('bitcoin', 'constructor'));
    expect(labels(element)).to.deep.equal(['bitcoin', 'constructor']);
  });

  it('are shown as text, never as markup', async () => {
    const { element } = await scene(list('<img src=x onerror=alert(1)>'));
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(labels(element)).to.deep.equal(['<img src=x onerror=alert(1)>']);
  });

  it('have icons that the site can replace', async () => {
    const { element } = await scene(list('invoice'));
    expect(element.shadowRoot?.querySelector('slot[name="icon-invoice"] svg')).to.not.equal(null);
  });

  it('are five hundred when there are five hundred', async () => {
    const { element, events } = await scene(
      list(...Array.from({ length: 500 }, (_, n) => `m${n}`)),
    );
    expect(labels(element)).to.have.length(500);
    expect(events[0]?.[1]).to.include({ count: 500 });
  });

  for (const reply of [list(), json({}), json({ paymentMethodResponseItems: null })]) {
    it('are said to be none when there is none', async () => {
      const { element, events } = await scene(reply);
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(messages(element)).to.include('payment-methods.empty');
      expect(events).to.deep.equal([['connect-load', { flow: 'payment-methods', count: 0 }]]);
    });
  }
});

describe('payment methods that cannot be read', () => {
  const failures: [string, Reply, Record<string, unknown>][] = [
    ['a network error', networkError, { code: 'network', status: undefined, retryable: true }],
    ['500', json({}, 500), { code: 'server', status: 500, retryable: true }],
    ['404', json({}, 404), { code: 'bad-request', status: 404, retryable: false }],
    ['HTML', page(), { code: 'invalid-response', retryable: false }],
    ['XML', xml(), { code: 'invalid-response', retryable: false }],
    ['items that are none', list(null, {}), { code: 'invalid-response', retryable: false }],
    [
      'a long wait',
      rateLimited({ 'Retry-After': '3600' }),
      { code: 'rate-limited', retryable: true },
    ],
  ];
  for (const [name, reply, detail] of failures) {
    it(`because of ${name} are told as an error, with a way to try again`, async () => {
      const { element, server, events } = await scene(reply);
      expect(events).to.have.length(1);
      expect(events[0]?.[0]).to.equal('connect-error');
      expect(events[0]?.[1]).to.include({ flow: 'payment-methods', ...detail });
      expect(messages(element)).to.deep.equal([
        `payment-methods.load.error.${String(detail['code'])}`,
      ]);
      server.answer(get, list('invoice'));
      button(element, 'shared.try-again').click();
      await until(() => element.matches(':state(ready)'), 'it is ready');
      expect(labels(element)).to.deep.equal(['Invoice']);
    });
  }

  it('show how long it takes until the next try', async () => {
    useStore();
    useAddress('https://site.example/');
    useServer({ [get]: rateLimited({ 'Retry-After': '30' }) });
    let go = () => {};
    usePlatform({ wait: () => new Promise<void>((resolve) => (go = resolve)) });
    const element = await fixture(
      html`<connect-payment-methods
        product-code="DN"
        api-url=${apiBase}
        token="t0ken"
      ></connect-payment-methods>`,
    );
    await until(
      () => shown(element).includes(english('shared.wait', { seconds: 30 })),
      'it counts',
    );
    go();
    await until(
      () => shown(element).includes(english('shared.wait', { seconds: 29 })),
      'it counts on',
    );
    expect(element.matches(':state(loading)')).to.equal(true);
  });
});

describe('reload()', () => {
  it('asks the server again and tells it', async () => {
    const { element, server, events } = await scene([list('invoice'), list('invoice', 'autoGiro')]);
    await element.reload();
    expect(element.paymentMethods).to.have.length(2);
    expect(server.count(get)).to.equal(2);
    expect(events.map(([, detail]) => detail)).to.deep.equal([
      { flow: 'payment-methods', count: 1 },
      { flow: 'payment-methods', count: 2 },
    ]);
  });

  it('keeps what is shown until the answer is there', async () => {
    const { element } = await scene([list('invoice'), list('autoGiro')]);
    const done = element.reload();
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(['Invoice']);
    await done;
    await element.updateComplete;
    expect(labels(element)).to.deep.equal(['Avtalegiro']);
  });

  it('twice at once tells it once', async () => {
    const { element, events } = await scene(list('invoice'));
    await Promise.all([element.reload(), element.reload()]);
    expect(events).to.have.length(2);
  });
});

describe('a change that came back to a page with the list only', () => {
  const byInvoice = { paymentMethod: 'invoice', current: true };
  const query = 'connect=change-method~return~7~recurringVippsPayment~DN~&status=finished';

  it('is told once, confirmed, and leaves the address', async () => {
    const { element, events, where } = await scene(
      list(current),
      `https://site.example/account?${query}`,
    );
    await until(() => events.some(([type]) => type === 'connect-confirmed'), 'it is confirmed');
    const ids = { flow: 'change-method', transactionId: 7 };
    const told = events.filter(([type]) => type !== 'connect-load');
    expect(told).to.deep.equal([
      ['connect-outcome', { ...ids, outcome: 'finished', verified: false }],
      ['connect-confirmed', { ...ids, confirmed: true }],
    ]);
    expect(where()).to.equal('https://site.example/account');
    await element.updateComplete;
    expect(messages(element)).to.include('change-method.registered');
  });

  for (const outcome of ['finished', 'cancelled', 'failed', 'unknown', 'initiated', 'error']) {
    it(`as ${outcome} is told above the list, which stays`, async () => {
      const address = `https://site.example/?${query.replace('finished', outcome)}`;
      const { element, events } = await scene(list(byInvoice, 'recurringVippsPayment'), address);
      await until(() => events.some(([type]) => type === 'connect-confirmed'), 'it is confirmed');
      await until(() => labels(element).length, 'the list is shown');
      await settled();
      expect(messages(element)).to.deep.equal([`change-method.unconfirmed.${outcome}.title`]);
      expect(labels(element)).to.include('Invoice');
      expect(labels(element)).to.deep.equal(['Invoice', 'Vipps']);
      // What the server did not confirm has changed nothing.
      expect(events.filter(([type]) => type === 'connect-load')).to.have.length(1);
    });
  }

  /** Two equal lists, of which the first stands somewhere; gives what each says. */
  async function both(around: (list: unknown) => TemplateResult) {
    useStore();
    useWaits();
    const events = useEvents();
    useAddress(`https://site.example/?${query}`);
    useServer({ [get]: list(current) });
    const one = () =>
      html`<connect-payment-methods
        product-code="DN"
        api-url=${apiBase}
        token="t0ken"
      ></connect-payment-methods>`;
    const two = await fixture(html`<div>${around(one())}${one()}</div>`);
    await until(() => events.some(([type]) => type === 'connect-confirmed'), 'it is confirmed');
    await settled();
    return { said: [...two.querySelectorAll('connect-payment-methods')].map(messages), events };
  }

  const hidden: Readonly<Record<string, (list: unknown) => TemplateResult>> = {
    'display: none': (first) => html`<div style="display: none">${first}</div>`,
    'visibility: hidden': (first) => html`<div style="visibility: hidden">${first}</div>`,
    'opacity: 0': (first) => html`<div style="opacity: 0; position: absolute">${first}</div>`,
    'content-visibility: hidden': (first) =>
      html`<div style="content-visibility: hidden">${first}</div>`,
    'a details that is closed': (first) => html`<details>${first}</details>`,
    'a box without height': (first) =>
      html`<div style="height: 0; overflow: hidden">${first}</div>`,
    'a box without width': (first) =>
      html`<div style="display: inline-block; width: 0; overflow: clip">${first}</div>`,
    'a grid that is folded up': (first) =>
      html`<div style="display: grid; grid-template-rows: 0fr">
        <div style="min-height: 0; overflow: hidden"><p>${first}</p></div>
      </div>`,
    'what shows it to screen readers alone': (first) =>
      html`<div style="position: absolute; width: 1px; height: 1px; overflow: hidden">
        ${first}
      </div>`,
    'a scale of nought': (first) =>
      html`<div style="transform: scale(0); position: absolute">${first}</div>`,
    'a component that is folded up': (first) => html`<folded-up>${first}</folded-up>`,
  };
  const open: typeof hidden = {
    'far below': (first) => html`<div style="margin-top: 9000px">${first}</div>`,
    'in a box to scroll in': (first) =>
      html`<div style="height: 40px; overflow: auto">
        <p style="height: 90px"></p>
        ${first}
      </div>`,
    'in a thin line that hides nothing': (first) => html`<div style="height: 0">${first}</div>`,
  };
  for (const [where, around] of Object.entries(open)) {
    it(`is told by the first of two equal lists that can be seen: ${where}`, async () => {
      expect((await both(around)).said).to.deep.equal([['change-method.registered'], []]);
    });
  }

  for (const [how, around] of Object.entries(hidden)) {
    it(`is told by the list that can be seen, not by an equal one that is hidden by ${how}`, async () => {
      const { said, events } = await both(around);
      expect(said).to.deep.equal([[], ['change-method.registered']]);
      expect(events.filter(([type]) => type === 'connect-outcome')).to.have.length(1);
    });
  }

  it('is waited for above the list', async () => {
    useStore();
    useAddress(`https://site.example/?${query.replace('finished', 'initiated')}`);
    useServer({ [get]: list(byInvoice, 'recurringVippsPayment') });
    usePlatform({ wait: () => new Promise(() => {}) });
    const element = await fixture<ConnectPaymentMethods>(
      html`<connect-payment-methods
        product-code="DN"
        api-url=${apiBase}
        token="t0ken"
      ></connect-payment-methods>`,
    );
    await until(() => shown(element).includes(pausing('change-method', 2)), 'it counts');
    expect(labels(element)).to.deep.equal(['Invoice', 'Vipps']);
    expect(element.matches(':state(settled)')).to.equal(true);
  });

  it('is in the list too, which is read again once it is confirmed', async () => {
    const { element, events, server } = await scene(
      [
        list(byInvoice, 'recurringVippsPayment'),
        list(byInvoice, 'recurringVippsPayment'),
        list(current, 'invoice'),
      ],
      `https://site.example/?${query.replace('finished', 'initiated')}`,
    );
    const loads = () => events.filter(([type]) => type === 'connect-load').length;
    await until(() => loads() === 2, 'the list is read again');
    await element.updateComplete;
    expect(element.paymentMethods[0]).to.deep.equal(current);
    expect(shown(element)).to.match(
      new RegExp(`${english('change-method.registered')}.*Vipps ?In use`),
    );
    await settled();
    expect(loads()).to.equal(2);
    const asked = server.count(get);
    await element.reload();
    expect(server.count(get)).to.equal(asked + 1);
    expect(events.filter(([type]) => type === 'connect-outcome')).to.have.length(1);
  });

  it('about another product is told, since nobody else does, and the list stays', async () => {
    const { element, events } = await scene(
      list(current),
      `https://site.example/?${query.replace('DN', 'XX')}`,
    );
    // Neither waits for the other.
    await until(() => events.length > 1, 'it is told and the list has come');
    await settled();
    const types = events.map(([type]) => type);
    expect(types).to.have.members(['connect-outcome', 'connect-load']);
    expect(shown(element)).to.contain('In use');
  });
});
