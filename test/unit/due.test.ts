import { expect, fixture, html } from '@open-wc/testing';
import { idle as rests } from '../../src/host/idle.js';
import {
  get,
  methods,
  cards,
  hour,
  today,
  open,
  late,
  list,
  byCard,
  card,
  complete,
  page,
  scene,
  said,
  change,
  soon,
} from './due-scene.js';
import {
  button,
  held,
  json,
  networkError,
  offered,
  rateLimited,
  settled,
  unauthorized,
  until,
  usePlatform,
  useWarnings,
} from './support.js';

const { begins } = rests;
afterEach(() => (rests.begins = begins));

describe('a strip', () => {
  it('renders nothing while nothing is owed', async () => {
    const { element, loads } = await scene({ [get]: list() });
    expect(element.shadowRoot?.children.length).to.equal(0);
    expect(element.due).to.equal(undefined);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 0 }]);
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(getComputedStyle(element).display).to.equal('contents');
  });

  it('says in one line what is due, with one button', async () => {
    const { element, loads } = await scene({ [get]: list(late) });
    expect(said(element)).to.equal('Invoice 1001, NOK 149.00, was due on Nov 19, 2026');
    expect(offered(element)).to.deep.equal(['pay-invoice.action']);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 1 }]);
    expect(element.due).to.deep.include({ kind: 'invoice', invoiceNumber: '1001', amount: 149 });
    expect(JSON.parse(JSON.stringify(element.due))).to.deep.equal(element.due);
  });

  it('names the most urgent of several, with the number and the sum of the rest', async () => {
    const { element, loads } = await scene({
      [get]: list(open('3', soon()), late, open('2', '2026-11-20', { paidAmount: 49 })),
    });
    expect(said(element)).to.equal(
      'Invoice 1001, NOK 149.00, was due on Nov 19, 2026 · 2 more invoices, NOK 249.00',
    );
    expect(loads()).to.deep.equal([{ flow: 'due', count: 3 }]);
  });

  it('does not say that an invoice is late whose day is not over', async () => {
    const { element } = await scene({ [get]: list(open('1001', '2036-01-31')) });
    expect(said(element)).to.equal('Invoice 1001, NOK 149.00, is due on Jan 31, 2036');
  });

  it('says less where the server does', async () => {
    const { element } = await scene({ [get]: list(open('1001', '')) });
    expect(said(element)).to.equal('Invoice 1001 is not paid');
  });

  it('has no button where there is nothing to pay with', async () => {
    const { element } = await scene({ [get]: list(open('1001', soon(), { companyCode: '' })) });
    expect(offered(element)).to.deep.equal([]);
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('counts in the currency of the country', async () => {
    const { element } = await scene({ [get]: list(late) }, { country: 'se' });
    expect(said(element)).to.contain('SEK 149.00');
  });

  it('tells the reader of no error, but the site', async () => {
    for (const reply of [networkError, unauthorized, json({}, 500), json('no list')]) {
      const { element, events } = await scene({ [get]: reply });
      expect(element.shadowRoot?.children.length).to.equal(0);
      const [error] = events.filter(([type]) => type === 'connect-error');
      expect(error?.[1]).to.deep.include({ flow: 'due' });
      element.remove();
    }
  });

  for (const [name, attributes, named] of [
    ['a product', { 'product-code': undefined }, 'product-code'],
    ['a page to pay at that is no page', { 'pay-url': 'javascript:alert(1)' }, 'pay-url'],
    ['a page to pay at without TLS', { 'pay-url': 'http://other.example/' }, 'pay-url'],
    ['something to watch that there is not', { watch: 'weather' }, 'watch'],
  ] as const) {
    it(`is told by its name to who has not set it right: ${name}`, async () => {
      const warnings = useWarnings();
      const { element, events, server } = await scene({}, attributes);
      expect(events.map(([type]) => type)).to.deep.equal(['connect-error']);
      expect(events[0]?.[1]).to.deep.include({ code: 'config' });
      expect(warnings.join()).to.contain(named);
      expect(server.sent.length).to.equal(0);
      expect(element.shadowRoot?.children.length).to.equal(0);
    });
  }

  it('speaks the language of the page', async () => {
    const { element } = await scene({ [get]: list(late) }, { lang: 'nb' });
    await until(() => said(element).startsWith('Faktura 1001'), 'it speaks Norwegian');
    expect(said(element)).to.contain('forfalt 19. nov. 2026');
  });
});

describe('when a strip asks', () => {
  it('is once the page is idle and seen', async () => {
    let rest = () => {};
    const idle = new Promise<void>((resolve) => (rest = resolve));
    rests.begins = () => idle;
    const { element, server, loads } = await page({ [get]: list(late) });
    await settled();
    expect(server.sent.length).to.equal(0);
    expect(element.shadowRoot?.children.length).to.equal(0);
    rest();
    await until(() => loads().length, 'it has loaded');
    expect(server.count()).to.equal(1);
  });

  it('waits for that whatever is confirmed meanwhile, unless the site asks', async () => {
    rests.begins = () => new Promise(() => {});
    const { element, server, loads } = await page({ [get]: list(late) });
    await settled();
    const detail = { flow: 'pay-invoice', transactionId: 42, confirmed: true };
    document.dispatchEvent(new CustomEvent('connect-confirmed', { detail }));
    await settled();
    expect(server.sent.length).to.equal(0);
    await element.reload();
    expect(server.count()).to.equal(1);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 1 }]);
  });

  it('is once, whatever is answered, also after what is confirmed meanwhile', async () => {
    let rest = () => {};
    const idle = new Promise<void>((resolve) => (rest = resolve));
    rests.begins = () => idle;
    const { server, events } = await page({ [get]: rateLimited() });
    await settled();
    const detail = { flow: 'pay-invoice', transactionId: 42, confirmed: true };
    document.dispatchEvent(new CustomEvent('connect-confirmed', { detail }));
    rest();
    await until(() => events.length > 0, 'it has told');
    await settled();
    expect(server.count()).to.equal(1);
  });

  it('is never, when it has gone before', async () => {
    let rest = () => {};
    const idle = new Promise<void>((resolve) => (rest = resolve));
    rests.begins = () => idle;
    const { element, server } = await page({});
    element.remove();
    rest();
    await settled();
    expect(server.sent.length).to.equal(0);
  });

  it('is once, whatever is answered', async () => {
    for (const reply of [networkError, json({}, 500), rateLimited()]) {
      const { server } = await scene({ [get]: reply });
      await settled();
      expect(server.count()).to.equal(1);
    }
  });

  it('is not for a minute after a 429 anywhere on the page', async () => {
    const { clock } = await scene({ [get]: rateLimited() });
    const { now } = clock;
    const { server, events } = await page({ [get]: list(late) });
    usePlatform({ now: () => now + 59_000 });
    await until(() => events.length, 'it has told');
    expect(server.sent.length).to.equal(0);
    expect(events[0]?.[0]).to.equal('connect-error');
    expect(events[0]?.[1]).to.deep.include({ code: 'rate-limited', flow: 'due' });
  });

  it('is not for six hours after nothing was owed, for this subscriber and this product', async () => {
    const subscriber = 'ada';
    const first = await scene({ [get]: list() }, { subscriber });
    const again = async (after: number, attributes: object, stored = first.store) => {
      const { server, clock, element, loads, events } = await page(
        { [get]: list(late), 'GET /v1/customer/invoice/payment/AB?unpaid=true': list() },
        { subscriber, ...attributes },
        { stored },
      );
      clock.now = first.clock.now + after;
      await until(() => loads().length || events.length, 'it has loaded');
      element.remove();
      return [server.count(), loads()];
    };
    const silent = [0, [{ flow: 'due', count: 0 }]];
    expect(await again(6 * hour - 1, {})).to.deep.equal(silent);
    expect(await again(6 * hour, {})).to.deep.equal([1, [{ flow: 'due', count: 1 }]]);
    expect(await again(0, { subscriber: 'bob' })).to.deep.equal([1, [{ flow: 'due', count: 1 }]]);
    expect(await again(0, { 'product-code': 'AB' })).to.deep.equal([1, silent[1]]);
  });

  it('is nowhere owed any more once another strip has read so', async () => {
    const { element, loads, clock } = await scene({ [get]: [list(late), list()] });
    const other = document.createElement('connect-due');
    for (const [name, value] of Object.entries(complete)) other.setAttribute(name, value);
    element.after(other);
    await until(() => loads().length === 2, 'the other has loaded');
    expect(element.due).to.deep.include({ invoiceNumber: '1001' });
    clock.now += hour;
    document.dispatchEvent(new Event('resume'));
    await until(() => element.matches(':state(empty)'), 'it has looked again');
    expect(element.due).to.equal(undefined);
    expect(said(element)).to.equal('');
  });

  it('is anew on each page as long as something is owed', async () => {
    const first = await scene({ [get]: list(late) }, { subscriber: 'ada' });
    first.element.remove();
    const { server } = await scene(
      { [get]: list(late) },
      { subscriber: 'ada' },
      { stored: first.store },
    );
    expect(server.count()).to.equal(1);
  });

  it('is at once, whatever is kept, when the site says so', async () => {
    const { element, server, loads } = await scene({ [get]: [list(), list(late)] });
    rests.begins = () => new Promise(() => {});
    await element.reload();
    expect(server.count()).to.equal(2);
    expect(loads()).to.deep.equal([
      { flow: 'due', count: 0 },
      { flow: 'due', count: 1 },
    ]);
    await element.updateComplete;
    expect(said(element)).to.contain('Invoice 1001');
  });

  it('is the same request for several that ask the same', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    const answer = held(list(late));
    const first = await page({ [get]: answer.reply }, {}, { parent });
    const second = document.createElement('connect-due');
    for (const [name, value] of Object.entries(complete)) second.setAttribute(name, value);
    parent.append(second);
    await until(() => first.server.count(), 'it has asked');
    await settled();
    answer.release();
    await until(() => first.loads().length === 2, 'both have loaded');
    expect(first.server.count()).to.equal(1);
  });
});

describe('where a strip keeps that nothing is owed', () => {
  beforeEach(() => {
    usePlatform({ now: () => today });
  });

  async function kept(attributes: object) {
    const { platform } = await import('../../src/platform/platform.js');
    const { store } = platform;
    const made = await page({ [get]: list() }, { ...attributes });
    usePlatform({ store });
    await until(() => made.loads().length, 'it has loaded');
    return [Object.keys(localStorage), Object.keys(sessionStorage)];
  }

  it('is the tab, without a subscriber', async () => {
    expect(await kept({})).to.deep.equal([[], ['connect-elements due DN']]);
  });

  it('is the browser, under the subscriber', async () => {
    expect(await kept({ subscriber: 'ada' })).to.deep.equal([
      ['connect-elements "ada" due DN'],
      [],
    ]);
  });

  it('tells apart what was looked at', async () => {
    usePlatform({});
    const { store } = await scene(
      { [get]: list(), [methods]: byCard, [cards]: card('1', '99') },
      { watch: 'card' },
    );
    expect([...store.keys()]).to.deep.equal(['connect-elements due DN card']);
  });

  it('tells apart what is called alike', async () => {
    const products = [
      { 'product-code': 'DN', watch: 'card' },
      { 'product-code': 'DN card' },
      { 'product-code': 'DN%20card' },
    ];
    const names: string[] = [];
    for (const attributes of products) {
      const path = encodeURIComponent(attributes['product-code']);
      const made = await page(
        {
          ...{ [methods]: byCard, [cards]: card('1', '99') },
          [`GET /v1/customer/invoice/payment/${path}?unpaid=true`]: list(),
        },
        attributes,
      );
      await until(() => made.loads().length, 'it has loaded');
      names.push(...made.store.keys());
      made.element.remove();
    }
    expect(new Set(names).size, names.join()).to.equal(products.length);
  });

  it('is the page alone where nothing may be kept', async () => {
    expect(await kept({ storage: 'none' })).to.deep.equal([[], []]);
  });
});

describe('a strip that watches the card', () => {
  const end = (months: number) => {
    const day = new Date(today + 48 * hour);
    const then = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months));
    return [`${then.getUTCMonth() + 1}`, `${then.getUTCFullYear() % 100}`] as const;
  };
  const table = (months: number) => ({
    [get]: list(),
    [methods]: byCard,
    [cards]: card(...end(months)),
  });

  it('says when it has expired', async () => {
    const { element, loads } = await scene(table(-1), { watch: 'card' });
    expect(said(element)).to.contain('Your card x2348 expired');
    expect(offered(element)).to.deep.equal(['due.renew']);
    expect(loads()).to.deep.equal([{ flow: 'due', count: 1 }]);
    expect(element.due).to.deep.include({ kind: 'card', isLate: true });
  });

  it('says nothing of one that is good for months', async () => {
    const { element, server } = await scene(table(3), { watch: 'card' });
    expect(element.due).to.equal(undefined);
    expect(server.count()).to.equal(3);
  });

  it('asks nothing more without being told to', async () => {
    const { server } = await scene(table(-1));
    expect(server.sent.map(({ path }) => path)).to.deep.equal([get.slice(4)]);
  });

  it('renews it in place, with the same method alone', async () => {
    const { element } = await scene(table(-1), { watch: 'card' });
    button(element, 'due.renew').click();
    await until(() => change(element), 'it has opened');
    const changing = change(element);
    expect(changing?.methods).to.equal('recurringPayExCardPayment');
    expect(changing?.productCode).to.equal('DN');
    await until(() => changing?.matches(':state(ready)'), 'there is something to choose');
    expect(changing?.shadowRoot?.querySelectorAll('input').length).to.equal(1);
  });

  it('says when the product has no valid agreement any more', async () => {
    const { element } = await scene(
      { [get]: list(), [methods]: byCard, [cards]: json({ paymentRecurrenceTokens: [] }) },
      { watch: 'card' },
    );
    expect(said(element)).to.equal('Your subscription has no valid payment agreement');
  });
});

describe('a strip that can be put off', () => {
  const first = async () => {
    const made = await scene({ [get]: list(late) }, { dismissible: '', subscriber: 'ada' });
    button(made.element, 'due.later').click();
    await until(() => !made.element.shadowRoot?.children.length, 'it has gone');
    return made;
  };

  it('has no such button unless the site wants it', async () => {
    const { element } = await scene({ [get]: list(late) });
    expect(offered(element)).to.not.include('due.later');
  });

  it('is gone for a day, and asks nothing', async () => {
    const { store, clock, element } = await first();
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(element.due).to.deep.include({ invoiceNumber: '1001' });
    element.remove();
    for (const [after, asked] of [
      [24 * hour - 1, 0],
      [24 * hour, 1],
    ] as const) {
      const made = await page({ [get]: list(late) }, { subscriber: 'ada' }, { stored: store });
      made.clock.now = clock.now + after;
      await until(() => made.loads().length, 'it has loaded');
      expect(made.server.count()).to.equal(asked);
      made.element.remove();
    }
  });

  it('stays gone when the site asks anew what is due', async () => {
    const { element, server } = await first();
    await element.reload();
    await element.updateComplete;
    expect(server.count()).to.equal(2);
    expect(said(element)).to.equal('');
    expect(element.due).to.deep.include({ invoiceNumber: '1001' });
  });
});

describe('the page around a strip', () => {
  it('is laid out as if there were none, until there is something to say', async () => {
    const parent = await fixture<HTMLElement>(
      html`<div style="display: grid; gap: 20px"><p style="margin: 0">above</p></div>`,
    );
    const before = parent.getBoundingClientRect().height;
    const { element, server } = await scene({ [get]: list() }, {}, { parent });
    expect(parent.getBoundingClientRect().height).to.equal(before);
    server.answer(get, list(late));
    await element.reload();
    await element.updateComplete;
    expect(parent.getBoundingClientRect().height).to.be.greaterThan(before);
    expect(getComputedStyle(element).display).to.equal('block');
  });

  it('keeps the focus where it is', async () => {
    const parent = await fixture<HTMLElement>(html`<div><input /></div>`);
    const field = parent.querySelector('input');
    field?.focus();
    await scene({ [get]: list(late) }, {}, { parent });
    expect(document.activeElement === field).to.equal(true);
  });

  it('may hide it', async () => {
    const { element } = await scene({ [get]: list(late) }, { hidden: '' });
    expect(getComputedStyle(element).display).to.equal('none');
  });
});
