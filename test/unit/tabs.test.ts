import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { fingerprints, listAgreements } from '../../src/api/connect/agreements.js';
import { platform } from '../../src/platform/platform.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import { throughPage } from '../support/page-world.js';
import type { TextKey } from '../../src/i18n/keys.js';
import type { FakeServer } from './support.js';
import {
  apiBase,
  button,
  held,
  json,
  messages,
  networkError,
  offered,
  settled,
  until,
  useAddress,
  useLocks,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
} from './support.js';

const key = 'connect-elements pay-invoice DN 1001';
const post = 'POST /v1/api/payment/invoice';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });

interface Scene {
  element: ConnectPayInvoice;
  server: FakeServer;
  entries: Map<string, string>;
  /** As the other tab takes the lock that both share. */
  take: () => () => void;
  /** As the other tab writes or takes away what is stored. */
  store: (value?: string) => void;
}

async function scene(stored?: string, isTaken = false, result = ''): Promise<Scene> {
  const entries = useStore();
  const { take } = useLocks();
  useWaits();
  useNavigation();
  const back = 'connect=pay-invoice~return~42~creditcardPayex~DN~1001';
  useAddress(`https://site.example/pay${result && `?${back}${result}`}`);
  const server = useServer({
    [post]: json({ success: true, transactionId: 42 }),
    [invoices]: unpaid,
  });
  if (stored) entries.set(key, stored);
  const release = isTaken ? take(key) : undefined;
  const element = await fixture<ConnectPayInvoice>(
    html`<connect-pay-invoice
      invoice-number="1001"
      product-code="DN"
      company-code="AM"
      client-id="site"
      api-url=${apiBase}
      token="t0ken"
    ></connect-pay-invoice>`,
  );
  const store = (value?: string) => {
    if (value) entries.set(key, value);
    else entries.delete(key);
    dispatchEvent(new StorageEvent('storage', { key }));
  };
  return { element, server, entries, take: () => release ?? take(key), store };
}

const begun = () => `posting 0 ${Date.now()} other creditcardPayex `;
const left = (id = 42) => `left ${id} ${Date.now()} other creditcardPayex `;
const done = (id = 42) => `done ${id} ${Date.now()} other creditcardPayex `;
const isElsewhere = 'pay-invoice.elsewhere.title';
const says = (element: Element, key: TextKey) => until(() => messages(element).includes(key), key);
/** Asked about to the end, and offered to be continued. */
const isOpen = (element: Element, flow: 'pay-invoice' | 'change-method' | 'add-agreement') =>
  until(
    () =>
      messages(element).includes(`${flow}.open.title`) &&
      offered(element).includes(`${flow}.continue`),
    'it is offered to be continued',
  );
const pay = (element: Element) => button(element, 'pay-invoice.action');

describe('one payment in two tabs', () => {
  it('sends nothing while another tab holds the lock, and says so', async () => {
    const { element, server, take } = await scene();
    take();
    pay(element).click();
    await says(element, isElsewhere);
    expect(server.count()).to.equal(0);
  });

  it('offers to continue what the other tab has made, once that has let go', async () => {
    const { element, server, entries, take } = await scene();
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    entries.set(key, left());
    release();
    await isOpen(element, 'pay-invoice');
    await until(() => button(element, 'pay-invoice.continue'), 'it can be continued');
    expect(server.count(post)).to.equal(0);
  });

  it('offers to continue what the other tab has made, though that has not let go yet', async () => {
    const { element, take, store } = await scene();
    take();
    store(left());
    await isOpen(element, 'pay-invoice');
    expect(messages(element)).to.not.include(isElsewhere);
  });

  it('does not say that another tab is at it once that has come further', async () => {
    const { element, store } = await scene();
    const looks: (() => void)[] = [];
    usePlatform({ free: (_, onHeld) => new Promise(() => looks.push(onHeld)) });
    store(begun());
    store(left());
    await isOpen(element, 'pay-invoice');
    expect(looks).to.have.length(1);
    looks[0]?.();
    await settled();
    expect(messages(element)).to.include('pay-invoice.open.title');
    expect(messages(element)).to.not.include(isElsewhere);
  });

  it('may pay when the other tab let go without a trace and the server knows nothing', async () => {
    const { element, server, take } = await scene();
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    release();
    await says(element, 'pay-invoice.not-registered.title');
    pay(element).click();
    await until(() => server.count(post) === 1, 'it is sent');
    // What it stores until then would be found by the next test.
    await until(() => element.matches(':state(redirecting)'), 'it leaves');
  });

  it('does not take a request of another tab for one that was lost', async () => {
    const { element, entries, server } = await scene(begun(), true);
    await says(element, isElsewhere);
    expect(entries.get(key)).to.match(/^posting 0 /);
    expect(server.count(post)).to.equal(0);
  });

  it('looks into a request that was lost when no tab is at it', async () => {
    const { element, entries } = await scene(begun());
    await says(element, 'pay-invoice.not-registered.title');
    expect(entries.has(key)).to.equal(false);
  });

  it('hears what another tab begins, and that it was paid', async () => {
    const { element, server, take, store } = await scene();
    const release = take();
    store(begun());
    await says(element, isElsewhere);
    store(left());
    release();
    await isOpen(element, 'pay-invoice');
    server.answer(invoices, paid);
    store();
    await says(element, 'pay-invoice.registered');
    expect(server.count(post)).to.equal(0);
  });

  it('stays as it is when something else is stored, and once it is paid', async () => {
    const { element, server, store } = await scene();
    dispatchEvent(new StorageEvent('storage', { key: 'of the site' }));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    store();
    expect(server.count()).to.equal(0);
    server.answer(invoices, paid);
    store(left());
    await says(element, 'pay-invoice.registered');
    const reads = server.count(invoices);
    store();
    store(done());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.count(invoices)).to.equal(reads);
  });

  it('hears nothing any more when it has left the page', async () => {
    const { element, server, store } = await scene();
    element.remove();
    await Promise.resolve();
    store(left());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.count()).to.equal(0);
  });

  it('lets go of the lock when the request is refused', async () => {
    const { element, server } = await scene();
    server.answer(post, json({ errorMessage: 'no' }, 400));
    pay(element).click();
    await says(element, 'pay-invoice.error.bad-request.title');
    const release = await platform.lock(key);
    expect(release).to.be.a('function');
  });

  it('does not give up an outcome of its own for what another tab forgets', async () => {
    const { element, server, store } = await scene(undefined, false, '&status=finished');
    await says(element, 'pay-invoice.outcome.finished.title');
    store();
    store(left(43));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(messages(element)[0]).to.match(/^pay-invoice\.(outcome|unconfirmed)\.finished\.title$/);
    expect(messages(element)).to.not.include('pay-invoice.not-registered.title');
    expect(server.count(post)).to.equal(0);
  });

  it('leaves what another tab has begun since when its own is cancelled, and offers that before paying anew', async () => {
    const { element, entries, server } = await scene(left(43), false, '&status=cancelled');
    await isOpen(element, 'pay-invoice');
    expect(entries.get(key)).to.match(/^left 43 /);
    expect(server.count(post)).to.equal(0);
  });

  it('is not taken back when it turns out to be paid while another tab holds the lock', async () => {
    const { element, server, take, store } = await scene();
    const confirmed: unknown[] = [];
    element.addEventListener('connect-confirmed', ({ detail }) => confirmed.push(detail));
    server.answer(invoices, networkError);
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    store(done());
    await says(element, 'pay-invoice.registered');
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(messages(element)).to.include('pay-invoice.registered');
    // The other tab has told it.
    expect(confirmed).to.have.length(0);
  });

  it('is about another invoice from then on when the attribute changes while it waits', async () => {
    const { element, server, take } = await scene();
    server.answer('GET /v1/customer/invoice/payment/DN', unpaid);
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    element.setAttribute('invoice-number', '1002');
    await until(() => element.matches(':state(ready)'), 'it is ready');
    const reads = server.count();
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.count()).to.equal(reads);
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('continues what has been begun since, not what is still shown', async () => {
    const { element, entries } = await scene(left(42));
    await isOpen(element, 'pay-invoice');
    const navigations = useNavigation();
    entries.set(key, left(43));
    button(element, 'pay-invoice.continue').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(navigations).to.deep.equal([]);
    button(element, 'pay-invoice.continue').click();
    await until(() => navigations.length, 'it leaves');
    expect(navigations[0]?.url).to.include('transactionId=43');
  });

  it('asks the server when all of the storage has been taken away', async () => {
    const { element, server, entries } = await scene(left());
    await isOpen(element, 'pay-invoice');
    server.answer(invoices, paid);
    entries.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await says(element, 'pay-invoice.registered');
  });

  it('asks nothing for what somebody else stores', async () => {
    const { element, server } = await scene(left());
    await isOpen(element, 'pay-invoice');
    await until(() => server.count() === 1, 'it has been asked about');
    const reads = server.count();
    dispatchEvent(new StorageEvent('storage', { key: 'of the site' }));
    dispatchEvent(new StorageEvent('storage', { key: 'connect-elements pay-invoice DN 1002' }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.count()).to.equal(reads);
  });

  it('is not disturbed while its own request is under way', async () => {
    const { element, server } = await scene();
    const { reply, release } = held(json({ success: true, transactionId: 42 }));
    server.answer(post, reply);
    pay(element).click();
    await until(() => server.count(post) === 1, 'it is sent');
    dispatchEvent(new StorageEvent('storage', { key }));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(element.matches(':state(submitting)')).to.equal(true);
    // Before it was sent, and no more.
    expect(server.count(invoices)).to.equal(1);
    release();
    await until(() => element.matches(':state(redirecting)'), 'it leaves');
  });

  it('keeps the lock until the other tab has heard what was stored, when it leaves', async () => {
    const { element, server } = await scene();
    const kept: (number | undefined)[] = [];
    usePlatform({ lock: () => Promise.resolve((ms) => void kept.push(ms)) });
    server.answer(post, json({ errorMessage: 'no' }, 400), json({ transactionId: 42 }));
    pay(element).click();
    await says(element, 'pay-invoice.error.bad-request.title');
    pay(element).click();
    await until(() => element.matches(':state(redirecting)'), 'it leaves');
    await until(() => kept.length === 2, 'it is let go');
    expect(kept).to.deep.equal([0, 500]);
  });
});

describe('a change of method in two tabs', () => {
  it('is known by its method in the tab that only follows', async () => {
    const changeKey = 'connect-elements change-method DN ';
    const entries = useStore();
    useLocks();
    useWaits();
    useAddress('https://site.example/subscription');
    const list = (current: string) =>
      json({
        paymentMethodResponseItems: ['invoice', 'autoGiro'].map((paymentMethod) => ({
          paymentMethod,
          current: paymentMethod === current,
        })),
      });
    const methods = 'GET /v1/product/payment/DN';
    const server = useServer({ [methods]: list('invoice') });
    const element = await fixture(
      html`<connect-change-method
        product-code="DN"
        client-id="site"
        api-url=${apiBase}
        token="t0ken"
      ></connect-change-method>`,
    );
    await until(() => element.matches(':state(ready)'), 'it is ready');
    entries.set(changeKey, `left 42 ${Date.now()} other autoGiro `);
    dispatchEvent(new StorageEvent('storage', { key: changeKey }));
    await isOpen(element, 'change-method');
    server.answer(methods, list('autoGiro'));
    entries.delete(changeKey);
    dispatchEvent(new StorageEvent('storage', { key: changeKey }));
    await says(element, 'change-method.registered');
  });
});

describe('an addition in two tabs', () => {
  it('is not confirmed by an agreement that was there before', async () => {
    const addKey = 'connect-elements add-agreement DN recurringVippsPayment';
    const entries = useStore();
    useLocks();
    useWaits();
    useAddress('https://site.example/agreements');
    const old = { agreementRef: 'agr-1', productCode: 'DN', paymentProviderId: 1 };
    useServer({
      'GET /v1/customer/payment/vipps/agreement': json({ recurringAgreements: [old] }),
    });
    const element = await fixture<HTMLElement>(
      html`<connect-agreements
        product-code="DN"
        client-id="site"
        api-url=${apiBase}
        token="t0ken"
      ></connect-agreements>`,
    );
    const confirmed: unknown[] = [];
    element.addEventListener('connect-confirmed', ({ detail }) => confirmed.push(detail.confirmed));
    await until(() => element.matches(':state(ready)'), 'it is ready');
    const agreements = await listAgreements(
      { url: apiBase, access: { id: 'test' }, ...throughPage },
      'vipps',
      {
        signal: new AbortController().signal,
      },
    );
    const known = fingerprints(agreements, 'DN').join('.');
    entries.set(addKey, `left 42 ${Date.now()} other recurringVippsPayment ${known}`);
    dispatchEvent(new StorageEvent('storage', { key: addKey }));
    await isOpen(element, 'add-agreement');
    entries.delete(addKey);
    dispatchEvent(new StorageEvent('storage', { key: addKey }));
    await says(element, 'add-agreement.not-registered.title');
    expect(confirmed.includes(true)).to.equal(false);
  });
});
