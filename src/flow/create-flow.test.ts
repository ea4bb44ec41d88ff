// In Node alone: it waits by Node's own turns.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError } from '../api/errors.js';
import { createFlow, type Flow, type FlowBrowser, type FlowOptions } from './create-flow.js';
import type { Told } from './events.js';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const settle = async () => {
  for (let round = 0; round < 20; round++) await turn();
};

interface Scene {
  readonly browser: FlowBrowser;
  readonly went: string[];
  readonly asked: string[];
  readonly told: Told[];
  readonly options: FlowOptions;
  address: string;
  paid: 'owed' | 'paid' | 'unclear';
  total: number;
}

const about = {
  flow: 'pay-invoice',
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
} as const;

function scene(change: Partial<FlowOptions> = {}): Scene {
  const kept = new Map<string, string>();
  const held = new Set<string>();
  const browser: FlowBrowser = {
    store: (key, value) => {
      if (value) kept.set(key, value);
      else if (value === '') kept.delete(key);
      return kept.get(key) ?? null;
    },
    now: () => 1_800_000_000_000,
    random: () => 0.5,
    wait: () => new Promise(() => {}),
    isSeen: () => true,
    lock: (name) => {
      if (held.has(name)) return Promise.resolve(undefined);
      held.add(name);
      return Promise.resolve(() => void held.delete(name));
    },
    free: () => Promise.resolve(),
    href: () => one.address,
    replaceAddress: (url) => void (one.address = url),
    navigate: (url) => void one.went.push(url),
  };
  const one: Scene = {
    browser,
    went: [],
    asked: [],
    told: [],
    address: 'https://gazette.example/account?tab=2',
    paid: 'owed',
    total: 149,
    options: {
      about,
      clientId: 'no.example.gazette',
      loginUrl: 'https://connectid.no/user',
      onTold: (told) => void one.told.push(told),
      client: {
        listInvoices: () => {
          one.asked.push('invoices');
          const { invoiceNumber } = about;
          return Promise.resolve({
            invoices: [{ invoiceNumber, standing: one.paid, total: one.total }],
          });
        },
        listPaymentMethods: () => {
          one.asked.push('methods');
          return Promise.resolve([{ paymentMethod: 'invoice', current: true }]);
        },
        payInvoice: ({ paymentMethod }) => {
          one.asked.push(`pay ${paymentMethod}`);
          return Promise.resolve(42);
        },
        changePaymentMethod: ({ paymentMethod }) => {
          one.asked.push(`change ${paymentMethod}`);
          return Promise.resolve(43);
        },
      },
      ...change,
    },
  };
  return one;
}

const begin = ({ options, browser }: Scene): Flow => createFlow(options, browser);

describe('a flow without elements', () => {
  it('reads the server, asks for a transaction once, and leaves with it', async () => {
    const one = scene();
    const flow = begin(one);
    for (let press = 0; press < 7; press++) flow.press('vippsEcommerce');
    await settle();
    assert.deepEqual(one.asked, ['invoices', 'pay vippsEcommerce']);
    assert.equal(one.went.length, 1);
    const url = new URL(one.went[0] ?? '');
    assert.equal(url.origin + url.pathname, 'https://connectid.no/user/payment/invoice/pay');
    assert.equal(url.searchParams.get('transactionId'), '42');
    assert.match(
      url.searchParams.get('returnUrl') ?? '',
      /^https:\/\/gazette\.example\/account\?tab=2&connect=pay-invoice~return~42~/,
    );
    assert.equal(flow.view.state, 'redirecting');
  });

  it('sends nothing for what is paid already, and says so', async () => {
    const one = scene();
    one.paid = 'paid';
    const flow = begin(one);
    flow.press('vippsEcommerce');
    await settle();
    assert.deepEqual(one.asked, ['invoices']);
    assert.equal(flow.view.message?.moment, 'already');
    assert.deepEqual(one.told, [{ name: 'confirmed', transactionId: 0, confirmed: true }]);
  });

  it('shows another amount before it is paid, and pays it when it is pressed again', async () => {
    const one = scene();
    one.total = 199;
    const flow = begin(one);
    flow.press('vippsEcommerce', 149);
    await settle();
    assert.equal(flow.view.message?.moment, 'new-amount');
    flow.press('vippsEcommerce', 199);
    await settle();
    assert.deepEqual(one.asked, ['invoices', 'invoices', 'pay vippsEcommerce']);
  });

  it('is not stopped by a standing that nobody can read', async () => {
    const one = scene();
    one.paid = 'unclear';
    begin(one).press('vippsEcommerce');
    await settle();
    assert.equal(one.went.length, 1);
  });

  it('sends nothing when the site does not permit it', async () => {
    const one = scene({ permit: () => false });
    const flow = begin(one);
    flow.press('vippsEcommerce');
    await settle();
    assert.deepEqual(one.asked, []);
    assert.equal(flow.state.name, 'choosing');
  });

  it('takes up what the address says, tells it, and asks the server', async () => {
    const one = scene();
    one.paid = 'paid';
    const claim = 'pay-invoice~return~42~vippsEcommerce~CO27409~7435367~end0';
    one.address = `https://gazette.example/account?tab=2&connect=${claim}&status=finished`;
    const flow = begin(one);
    await settle();
    assert.equal(one.address, 'https://gazette.example/account?tab=2');
    assert.deepEqual(
      one.told.map(({ name }) => name),
      ['outcome', 'confirmed'],
    );
    assert.equal(flow.view.message?.moment, 'registered');
  });

  it('leaves what came back for another invoice in the address', async () => {
    const one = scene();
    const claim = 'pay-invoice~return~42~vippsEcommerce~CO27409~999~end0';
    one.address = `https://gazette.example/account?connect=${claim}&status=finished`;
    const before = one.address;
    assert.equal(begin(one).state.name, 'choosing');
    assert.equal(one.address, before);
  });

  it('asks before a second payment while the first can be approved', async () => {
    const one = scene();
    begin(one).press('vippsEcommerce');
    await settle();
    const later = begin(one);
    await settle();
    assert.equal(later.view.message?.moment, 'open');
    later.send('start-over');
    assert.equal(later.view.message?.moment, 'ask.start-over');
    later.send('no');
    assert.equal(later.view.message?.moment, 'open');
    assert.deepEqual(
      one.asked.filter((what) => what.startsWith('pay')),
      ['pay vippsEcommerce'],
    );
  });

  it('changes a payment method the same way', async () => {
    const one = scene({ about: { flow: 'change-method', productCode: 'CO27409' } });
    begin(one).press('recurringVippsPayment');
    await settle();
    assert.deepEqual(one.asked, ['methods', 'change recurringVippsPayment']);
    assert.match(
      one.went[0] ?? '',
      /^https:\/\/connectid\.no\/user\/paymentChange\?.*paymentChangeId=43/,
    );
  });

  it('confirms no renewal of the method in use, which is listed so either way', async () => {
    const one = scene({ about: { flow: 'change-method', productCode: 'CO27409' } });
    const flow = begin(one);
    flow.press('invoice');
    await settle();
    assert.equal(flow.view.message?.moment, 'already');
    flow.send('pay-again');
    flow.send('yes');
    flow.press('invoice');
    await settle();
    assert.deepEqual(one.asked, ['methods', 'methods', 'change invoice']);
    one.address = `${new URL(one.went[0] ?? '').searchParams.get('returnUrl') ?? ''}&status=finished`;
    one.told.length = 0;
    const back = begin(one);
    await settle();
    assert.deepEqual(
      one.told.map(({ name }) => name),
      ['outcome'],
    );
    assert.equal(back.view.message?.failure, 'as-before');
    assert.equal(back.view.showsChoice, true);
  });

  it('tells who listens of each change, until they have heard enough', async () => {
    const one = scene();
    const flow = begin(one);
    const seen: string[] = [];
    const stop = flow.subscribe(() => void seen.push(flow.state.name));
    flow.press('vippsEcommerce');
    await settle();
    assert.deepEqual(
      [...new Set(seen)],
      ['locking', 'permitting', 'reading', 'posting', 'leaving'],
    );
    stop();
    const before = seen.length;
    flow.end();
    assert.equal(seen.length, before);
  });

  for (const [name, change] of Object.entries({
    clientId: { clientId: '' },
    loginUrl: { loginUrl: 'http://login.example' },
    returnUrl: { returnUrl: 'javascript:void 0' },
    errorUrl: { errorUrl: 'account' },
    invoiceNumber: { about: { ...about, invoiceNumber: '12345678901' } },
    productCode: { about: { ...about, productCode: 'a~b' } },
    companyCode: { about: { ...about, companyCode: '' } },
  } satisfies Record<string, Partial<FlowOptions>>)) {
    it(`says at once that ${name} is wrong, by its name`, () => {
      assert.throws(
        () => begin(scene(change)),
        (error: unknown) =>
          error instanceof ConnectError &&
          error.code === 'config' &&
          error.message.startsWith(`${name}: expected`),
      );
    });
  }
});
