import { expect, waitUntil } from '@open-wc/testing';
import { isObject } from '../../src/api/decode.js';
import * as entry from '../../src/flow.js';
import { usePlatform } from './support.js';

type Show = (place: HTMLElement, options: object) => entry.Flow;

function isShow(value: unknown): value is Show {
  return typeof value === 'function';
}

/** The handbook's example, as it stands there. */
async function example(): Promise<Show> {
  const page = await (await fetch('/demo/handbook/pages/your-own-look.md')).text();
  const [, code = ''] = /```js\n([^]*?)```/.exec(page) ?? [];
  // The entry of the tests, whose platform they replace.
  Object.assign(globalThis, { flowEntry: entry });
  const source = code.replace(
    /import (\{[^}]+\}) from 'connect-elements\/flow'/,
    'const $1 = flowEntry',
  );
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const module: unknown = await import(url);
  const showPayment = isObject(module) ? module['showPayment'] : undefined;
  if (!isShow(showPayment)) throw new Error('the page has no example');
  return showPayment;
}

const invoice = { invoiceNumber: '7435367', productCode: 'CO27409', companyCode: '5646903690' };

describe('the example of a look of your own', () => {
  let place = document.createElement('div');
  let flow: entry.Flow | undefined;
  const asked: string[] = [];
  const went: string[] = [];
  let standing = 'owed';
  const client = {
    listInvoices: () => {
      asked.push('read');
      return Promise.resolve({ invoices: [{ ...invoice, standing, total: 149 }] });
    },
    payInvoice: () => {
      asked.push('pay');
      return Promise.resolve(42);
    },
  };
  const options = {
    client,
    invoice,
    clientId: 'no.example.gazette',
    loginUrl: 'https://connectid.no/user',
    paymentMethod: 'vippsEcommerce',
  };
  const pay = () => place.querySelector('button');

  beforeEach(() => {
    asked.length = went.length = 0;
    localStorage.clear();
    place = document.createElement('div');
    usePlatform({ navigate: (url) => void went.push(url) });
  });

  afterEach(() => flow?.end());

  it('reads, pays once, and leaves for the login server', async () => {
    const showPayment = await example();
    flow = showPayment(place, options);
    expect(pay()?.textContent).to.equal('Pay');
    for (let press = 0; press < 7; press++) pay()?.click();
    await waitUntil(() => went.length, 'it leaves');
    expect(asked).to.deep.equal(['read', 'pay']);
    expect(went[0]).to.match(/^https:\/\/connectid\.no\/user\/payment\/invoice\/pay\?/);
    expect(place.textContent).to.include('Taking you to the payment page…');
  });

  it('says that an invoice is paid already instead of paying it', async () => {
    standing = 'paid';
    const showPayment = await example();
    flow = showPayment(place, options);
    pay()?.click();
    await waitUntil(() => place.textContent?.includes('This invoice is paid.'), 'it is said');
    expect(asked).to.deep.equal(['read']);
  });
});

describe('a flow that follows its page', () => {
  const ways = {
    'out of the back/forward cache': () =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    'out of a prerendering': () => document.dispatchEvent(new Event('prerenderingchange')),
    'in a tab that was frozen': () => document.dispatchEvent(new Event('resume')),
    'in a tab that was hidden': () => document.dispatchEvent(new Event('visibilitychange')),
  };

  /** Counts how often the flow is told. */
  async function followed() {
    const { createFlow, followPage } = entry;
    const about = { ...invoice, flow: 'pay-invoice' } as const;
    const never = () => Promise.reject(new Error('nothing is asked here'));
    const client = {
      ...{ listInvoices: never, listPaymentMethods: never, payInvoice: never },
      changePaymentMethod: never,
    };
    const base = createFlow({
      ...{ about, client, clientId: 'site', loginUrl: 'https://login.example/user' },
      returnUrl: 'https://site.example/',
    });
    const counted = { times: 0, clock: 0 };
    usePlatform({ now: () => counted.clock, isSeen: () => true });
    const stop = followPage({ ...base, seen: () => void counted.times++ });
    return { counted, stop };
  }

  for (const [how, happen] of Object.entries(ways)) {
    it(`is told that it is seen, once: ${how}`, async () => {
      const { counted, stop } = await followed();
      happen();
      for (const more of Object.values(ways)) more();
      expect(counted.times).to.equal(1);
      counted.clock += 1_000;
      happen();
      expect(counted.times).to.equal(2);
      stop();
      counted.clock += 1_000;
      happen();
      expect(counted.times).to.equal(2);
    });
  }
});
