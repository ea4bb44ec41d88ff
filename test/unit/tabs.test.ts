import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { payInvoice, texts } from '../../src/i18n/en.js';
import { platform } from '../../src/platform/platform.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import type { FakeServer } from './support.js';
import {
  apiBase,
  button,
  json,
  shown,
  until,
  useAddress,
  useLocks,
  useNavigation,
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

async function scene(stored?: string, isTaken = false): Promise<Scene> {
  const entries = useStore();
  const { take } = useLocks();
  useWaits();
  useNavigation();
  useAddress('https://site.example/pay');
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

const begun = () => `0 ${Date.now()} creditcardPayex `;
const left = () => `42 ${Date.now()} creditcardPayex `;
const [isElsewhere] = texts.outcomes.elsewhere;
const says = (element: Element, text: string) => until(() => shown(element).includes(text), text);
const pay = (element: Element) => button(element, payInvoice.action);

describe('one payment in two tabs', () => {
  it('sends nothing while another tab holds the lock, and says so', async () => {
    const { element, server, take } = await scene();
    take();
    pay(element).click();
    await says(element, isElsewhere);
    expect(server.count(post)).to.equal(0);
    expect(server.count(invoices)).to.equal(1);
  });

  it('offers to continue what the other tab has made, once that has let go', async () => {
    const { element, server, entries, take } = await scene();
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    entries.set(key, left());
    release();
    await says(element, texts.outcomes.open[1]);
    await until(() => button(element, texts.continue), 'it can be continued');
    expect(server.count(post)).to.equal(0);
  });

  it('may pay when the other tab let go without a trace and the server knows nothing', async () => {
    const { element, server, take } = await scene();
    const release = take();
    pay(element).click();
    await says(element, isElsewhere);
    release();
    await says(element, texts.outcomes.failed[1]);
    pay(element).click();
    await until(() => server.count(post) === 1, 'it is sent');
  });

  it('does not take a request of another tab for one that was lost', async () => {
    const { element, entries, server } = await scene(begun(), true);
    await says(element, isElsewhere);
    expect(entries.get(key)).to.match(/^0 /);
    expect(server.count(post)).to.equal(0);
  });

  it('looks into a request that was lost when no tab is at it', async () => {
    const { element, entries } = await scene(begun());
    await says(element, texts.outcomes.failed[1]);
    expect(entries.has(key)).to.equal(false);
  });

  it('hears what another tab begins, and that it was paid', async () => {
    const { element, server, take, store } = await scene();
    const release = take();
    store(begun());
    await says(element, isElsewhere);
    store(left());
    release();
    await says(element, texts.outcomes.open[1]);
    server.answer(invoices, paid);
    store();
    await says(element, payInvoice.registered);
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
    await says(element, payInvoice.registered);
    const reads = server.count(invoices);
    store();
    store(left());
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
    await says(element, texts.errors['bad-request']);
    const release = await platform.lock(key);
    expect(release).to.be.a('function');
  });
});
