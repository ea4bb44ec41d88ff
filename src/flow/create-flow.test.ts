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

type Listed = Awaited<ReturnType<FlowOptions['client']['listInvoices']>>['invoices'];

/** The same, with other invoices in the list. */
function listing({ options, ...one }: Scene, ...invoices: Listed): Scene {
  const listInvoices = () => Promise.resolve({ invoices });
  return { ...one, options: { ...options, client: { ...options.client, listInvoices } } };
}

const fails = () => {
  throw new TypeError('the site is wrong');
};

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

  it('wants what is left of an invoice of which a part is paid', async () => {
    const one = scene();
    const { invoiceNumber } = about;
    const listed = { invoiceNumber, standing: 'owed', total: 149, paidAmount: 50 } as const;
    const flow = begin(listing(one, listed));
    flow.press('swishPayex', 149);
    await settle();
    assert.deepEqual(flow.state, {
      name: 'choosing',
      notice: { is: 'new-amount', amount: 99 },
    });
    flow.press('swishPayex', 99);
    await settle();
    assert.equal(one.went.length, 1);
  });

  it('claims no amount of an invoice that nobody can read or that asks for nothing more', async () => {
    for (const [standing, total] of [
      ['owed', NaN],
      ['nothing', -149],
    ] as const) {
      const one = scene();
      const flow = begin(listing(one, { invoiceNumber: about.invoiceNumber, standing, total }));
      flow.press('swishPayex', standing === 'nothing' ? 0 : 149);
      await settle();
      assert.equal(one.went.length, 1, standing);
    }
  });

  it('takes no invoice of another company for this one', async () => {
    const { invoiceNumber, companyCode } = about;
    const paid = { invoiceNumber, companyCode: '12', standing: 'paid', total: 20 } as const;
    const owed = { invoiceNumber, companyCode, standing: 'owed', total: 149 } as const;
    for (const listed of [[paid], [paid, owed]]) {
      const one = scene();
      const flow = begin(listing(one, ...listed));
      flow.press('swishPayex', 149);
      await settle();
      assert.equal(one.went.length, 1);
    }
    const one = scene();
    const flow = begin(listing(one, { ...owed, standing: 'paid' }, paid));
    flow.press('swishPayex', 149);
    await settle();
    assert.equal(flow.state.name, 'registered');
  });

  it('finds a method that is one of two in use', async () => {
    const one = scene({ about: { flow: 'change-method', productCode: 'CO27409' } });
    const methods = ['invoice', 'recurringVippsPayment'].map((paymentMethod) => ({
      paymentMethod,
      current: true,
    }));
    const listPaymentMethods = () => Promise.resolve(methods);
    const flow = createFlow(
      { ...one.options, client: { ...one.options.client, listPaymentMethods } },
      one.browser,
    );
    flow.press('recurringVippsPayment');
    await settle();
    assert.equal(flow.state.name, 'registered');
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

  for (const [whose, breaks] of [
    ['what hears it', (one: Scene) => ({ ...one.options, onTold: fails })],
    ['one who listens', (one: Scene) => one.options],
  ] as const) {
    it(`goes on whatever goes wrong with ${whose}, and says so`, async (context) => {
      const { mock } = context.mock.method(console, 'error', () => {});
      const one = scene();
      const flow = createFlow(breaks(one), one.browser);
      const heard: string[] = [];
      if (whose === 'one who listens') flow.subscribe(fails);
      flow.subscribe(() => void heard.push(flow.state.name));
      flow.press('vippsEcommerce', 149);
      await settle();
      assert.equal(one.went.length, 1);
      assert.equal(heard.at(-1), 'leaving');
      assert.ok(mock.callCount() > 0);
      flow.end();
      const next = createFlow(one.options, one.browser);
      next.send('continue');
      await settle();
      assert.equal(one.went.length, 2, 'nobody has the lock any more');
    });
  }

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

/** As a script without types may give it. */
function beginWith(given: object): Flow {
  const one = scene();
  Object.assign(one.options, given);
  return begin(one);
}

describe('a flow that is given what it cannot use', () => {
  const { client } = scene().options;
  const { listInvoices, payInvoice, listPaymentMethods, changePaymentMethod } = client;
  const change = { flow: 'change-method', productCode: 'CO27409' } as const;

  for (const [what, given] of Object.entries({
    'no client': { client: undefined },
    'a client that cannot read': { client: { payInvoice } },
    'a client that cannot pay': { client: { listInvoices } },
    'a client that cannot list methods': { about: change, client: { changePaymentMethod } },
    'a client that cannot change them': { about: change, client: { listPaymentMethods } },
  })) {
    it(`says at once that it has ${what}, and keeps nothing in doubt`, () => {
      assert.throws(() => beginWith(given), configError('client'));
    });
  }

  it('needs of a client what it asks for alone, and takes an instance of a class', () => {
    assert.equal(beginWith({ client: { listInvoices, payInvoice } }).state.name, 'choosing');
    class Own {
      listInvoices() {
        return Promise.resolve({ invoices: [] });
      }
      payInvoice() {
        return Promise.resolve(42);
      }
    }
    assert.equal(beginWith({ client: new Own() }).state.name, 'choosing');
    const changing = { about: change, client: { listPaymentMethods, changePaymentMethod } };
    assert.equal(beginWith(changing).state.name, 'choosing');
  });

  it('says that a code is none that is a number or a list, which could not be kept as it came', () => {
    for (const code of [7435367, ['7435367'], {}]) {
      const wrong = { about: { ...about, invoiceNumber: code } };
      assert.throws(() => beginWith(wrong), configError('invoiceNumber'));
    }
  });

  it('takes the code of a company with what parts the fields of an address, where it does not stand', () => {
    const flow = beginWith({ about: { ...about, companyCode: 'a~b' } });
    assert.equal(flow.state.name, 'choosing');
  });
});

describe('what a flow without elements keeps', () => {
  const change = { flow: 'change-method', productCode: 'CO27409' } as const;

  /** A browser that keeps things for all of its tabs, or for one. */
  function kept(more: Partial<FlowOptions> = {}) {
    const all = new Map<string, string>();
    const ofTab = new Map<string, string>();
    const one = scene(more);
    const browser: FlowBrowser = {
      ...one.browser,
      store: (key, value, isTab) => {
        const place = isTab ? ofTab : all;
        if (value) place.set(key, value);
        else if (value === '') place.delete(key);
        return place.get(key) ?? null;
      },
    };
    return { one, browser, all, ofTab };
  }

  async function left(more: Partial<FlowOptions>, method: string) {
    const { one, browser, all, ofTab } = kept(more);
    const flow = createFlow(one.options, browser);
    flow.press(method);
    await settle();
    assert.equal(one.went.length, 1);
    flow.end();
    return { one, browser, keys: [[...all.keys()], [...ofTab.keys()]] };
  }

  it('of an invoice is kept for all tabs', async () => {
    const { keys } = await left({}, 'vippsEcommerce');
    assert.deepEqual(keys, [
      ['connect-elements pay-invoice CO27409 7435367', 'connect-elements kept'],
      [],
    ]);
  });

  it('of a change is kept for the tab alone without a subscriber', async () => {
    const { keys } = await left({ about: change }, 'autoGiro');
    assert.deepEqual(keys, [
      [],
      ['connect-elements change-method CO27409 ', 'connect-elements kept'],
    ]);
  });

  for (const about of [change, undefined]) {
    const name = about ? 'a change' : 'an invoice';
    const method = about ? 'autoGiro' : 'vippsEcommerce';
    const given = { ...(about && { about }), subscriber: 'kari' };

    it(`of ${name} is kept under the subscriber, and offered to nobody else`, async () => {
      const { keys, one, browser } = await left(given, method);
      assert.deepEqual(keys[1], []);
      assert.equal(keys[0]?.length, 2);
      assert.ok(keys[0]?.every((key) => key.startsWith('connect-elements "kari" ')));
      const moments = ['kari', 'ola', undefined].map((subscriber) => {
        const flow = createFlow({ ...one.options, subscriber }, browser);
        const { message } = flow.view;
        flow.end();
        return message?.moment;
      });
      assert.deepEqual(moments, ['open', undefined, undefined]);
    });

    it(`of ${name} is heard of from other tabs under the subscriber's key alone`, async () => {
      const { one, browser, keys } = await left(given, method);
      const [key = ''] = keys[0] ?? [];
      const flow = createFlow({ ...one.options }, browser);
      assert.equal(flow.view.message?.moment, 'open');
      const line = browser.store(key) ?? '';
      browser.store(key, line.replace('left', 'done'));
      flow.heed(key.replace('"kari" ', ''));
      assert.equal(flow.view.message?.moment, 'open');
      flow.heed(key);
      assert.notEqual(flow.view.message?.moment, 'open');
      flow.end();
    });
  }

  it('is heard of by another flow of the page that keeps for the same subscriber', async () => {
    const { one, browser } = kept({ subscriber: 'kari' });
    const first = createFlow(one.options, browser);
    const second = createFlow(one.options, browser);
    const other = createFlow({ ...one.options, subscriber: 'ola' }, browser);
    first.press('vippsEcommerce');
    await settle();
    assert.equal(second.view.message?.moment, 'open');
    assert.equal(other.view.message, undefined);
    for (const flow of [first, second, other]) flow.end();
  });
});

describe('the reads of a flow without elements', () => {
  it('say to the client which may be tried again', async () => {
    const tries: object[] = [];
    const one = scene();
    const { client } = one.options;
    const listInvoices: typeof client.listInvoices = (product, filter, options) => {
      tries.push({ isOnce: options.isOnce, isUnasked: options.isUnasked });
      return client.listInvoices(product, filter, options);
    };
    const flow = createFlow({ ...one.options, client: { ...client, listInvoices } }, one.browser);
    flow.seen();
    await settle();
    flow.press('vippsEcommerce');
    await settle();
    flow.seen();
    await settle();
    assert.deepEqual(tries, [
      { isOnce: false, isUnasked: true },
      { isOnce: true, isUnasked: false },
      { isOnce: false, isUnasked: true },
    ]);
    flow.end();
  });
});

describe('a flow without elements on a page that is prerendered', () => {
  it('tells, reads and takes away nothing before it is seen', async () => {
    const one = scene();
    const before = `https://gazette.example/account?connect=pay-invoice~return~42~nexi~CO27409~7435367~end0&status=finished`;
    one.address = before;
    let isPrerendering = true;
    const flow = createFlow(one.options, { ...one.browser, isPrerendering: () => isPrerendering });
    flow.press('vippsEcommerce');
    await settle();
    assert.deepEqual([one.told, one.asked, one.address], [[], [], before]);
    isPrerendering = false;
    flow.seen();
    await settle();
    assert.deepEqual(
      one.told.map(({ name }) => name),
      ['outcome'],
    );
    assert.deepEqual(one.asked, ['invoices']);
    assert.equal(one.address, 'https://gazette.example/account');
    flow.end();
  });
});

/** The same with a client that answers so to what asks for a transaction; a page without types may give anything. */
function creating({ options, ...one }: Scene, payInvoice: () => unknown): Scene {
  const client = Object.assign({ ...options.client }, { payInvoice });
  return { ...one, options: { ...options, client } };
}

const configError = (name: string) => (cause: unknown) =>
  cause instanceof ConnectError && cause.code === 'config' && cause.message.startsWith(name);

describe('a flow without elements, used wrongly,', () => {
  for (const id of ['42', { transactionId: 42 }, undefined, null, NaN, 0, 1.5]) {
    it(`goes nowhere with the id ${JSON.stringify(id) ?? id}, and looks what has been begun`, async () => {
      const one = creating(scene(), () => Promise.resolve(id));
      const flow = begin(one);
      flow.press('vippsEcommerce');
      await settle();
      assert.deepEqual(one.went, []);
      assert.deepEqual(flow.state.name, 'in-doubt');
      assert.deepEqual(
        one.told.map((told) => told.name === 'error' && told.error.code),
        ['invalid-response'],
      );
    });
  }

  it('has its fate in doubt when a client of the site never answers', async () => {
    const one = creating(scene(), () => new Promise(() => {}));
    const passed: (() => void)[] = [];
    const browser: FlowBrowser = {
      ...one.browser,
      wait: (ms) => new Promise<void>((resolve) => ms === 90_000 && passed.push(resolve)),
    };
    const flow = createFlow(one.options, browser);
    flow.press('vippsEcommerce');
    await settle();
    assert.equal(flow.state.name, 'posting');
    passed.forEach((pass) => pass());
    await settle();
    assert.equal(flow.state.name, 'in-doubt');
  });

  for (const method of ['', 'Vipps now', 'vipps\tnow', 'a~b', 'x'.repeat(65)]) {
    it(`sends nothing by the method "${method.slice(0, 10)}", which could not be kept`, () => {
      const one = scene();
      const flow = begin(one);
      assert.throws(() => flow.press(method), configError('paymentMethod'));
      assert.deepEqual(one.asked, []);
    });
  }

  for (const amount of ['149', NaN, Infinity, {}]) {
    it(`says that the amount ${JSON.stringify(amount)} is none, which never would be the server’s`, () => {
      const flow = begin(scene());
      const given = { amount: 149 };
      Object.assign(given, { amount });
      assert.throws(() => flow.press('vippsEcommerce', given.amount), configError('amount'));
    });
  }

  it('pays an amount that was summed up in floating point', async () => {
    const one = scene();
    one.total = 0.3;
    begin(one).press('vippsEcommerce', 0.1 + 0.2);
    await settle();
    assert.deepEqual(one.asked, ['invoices', 'pay vippsEcommerce']);
  });

  it('names an action that there is not, and a flow', () => {
    const one = scene();
    const flow = begin(one);
    const given = { action: 'yes', about: { ...about } } as const;
    Object.assign(given, { action: 'pay' });
    Object.assign(given.about, { flow: 'pay' });
    assert.throws(() => flow.send(given.action), configError('action'));
    const wrong = { ...one.options, about: given.about };
    assert.throws(() => createFlow(wrong, one.browser), configError('flow'));
  });

  it('does not begin on a prerendered page when it has ended before that was opened', async () => {
    const one = scene();
    const address = `https://gazette.example/account?connect=${back}&status=finished`;
    one.address = address;
    const flow = createFlow(one.options, { ...one.browser, isPrerendering: () => true });
    flow.end();
    flow.seen();
    await settle();
    assert.deepEqual([one.told, one.asked, one.address], [[], [], address]);
  });
});

const back = 'pay-invoice~return~42~vippsEcommerce~CO27409~7435367~end0';

describe('the address of a page with a flow without elements', () => {
  it('that is come back to is the one of when somebody leaves, without what came back before', async () => {
    const one = scene();
    one.address = `https://gazette.example/account?tab=2&connect=${back}&status=cancelled`;
    const flow = begin(one);
    await settle();
    const leave = async () => {
      flow.send('start-over');
      flow.send('yes');
      flow.press('vippsEcommerce');
      await settle();
      return new URL(one.went.at(-1) ?? '').searchParams.get('returnUrl');
    };
    assert.equal(await leave(), `https://gazette.example/account?tab=2&connect=${back}`);
    one.address = 'https://gazette.example/invoices';
    flow.seen();
    await settle();
    assert.equal(await leave(), `https://gazette.example/invoices?connect=${back}`);
  });

  /** As where the site's data is blocked, or full. */
  function keepingNothing(): Scene {
    const one = scene();
    one.address = `https://gazette.example/account?tab=2&connect=${back}&status=finished`;
    return Object.assign(one, { browser: { ...one.browser, store: () => null } });
  }

  it('keeps what may yet be paid where the browser keeps nothing, and tells it once', async () => {
    const one = keepingNothing();
    begin(one).end();
    assert.match(one.address, /~told-finished~42~/);
    const later = begin(one);
    await settle();
    assert.equal(later.view.showsChoice, false);
    assert.deepEqual(
      one.told.map(({ name }) => name),
      ['outcome'],
    );
    later.end();
  });

  it('is as it was once the server has confirmed that', async () => {
    const one = keepingNothing();
    one.paid = 'paid';
    begin(one);
    await settle();
    assert.equal(one.address, 'https://gazette.example/account?tab=2');
  });

  it('is as it was once the reader has said that nothing was paid', async () => {
    const one = keepingNothing();
    const flow = begin(one);
    await settle();
    flow.send('not-paid');
    flow.send('yes');
    assert.equal(flow.state.name, 'choosing');
    assert.equal(one.address, 'https://gazette.example/account?tab=2');
  });
});
