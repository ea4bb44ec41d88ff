import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectChangeMethod } from '../../src/elements/change-method.js';
import type { ConnectInvoices } from '../../src/elements/invoices.js';
import type { ConnectOutcome } from '../../src/elements/outcome.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import { configure, signedOut } from '../../src/index.js';
import {
  button,
  buttons,
  hang,
  held,
  json,
  messages,
  radios,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useWaits,
  type FakeServer,
} from './support.js';

const page = 'https://site.example/account';
const api = 'https://site.example/capi';
const list = `GET ${api}/v1/customer/invoice/payment/DN`;
const methods = `GET ${api}/v1/product/payment/DN`;
const pay = `POST ${api}/v1/api/payment/invoice`;
const change = `POST ${api}/v1/product/payment/DN`;
const invoiceOf = (invoiceNumber: string) =>
  json({ invoices: [{ invoiceNumber, companyCode: 'AM', invoiceAmount: 10, paidAmount: 0 }] });

/** Who sent what was read: the tokens, in order. */
const asked = ({ sent }: FakeServer) =>
  sent.flatMap(({ url, headers }) => (url.startsWith(api) ? headers.get('Authorization') : []));

/** A site at whose token address somebody else logs in each time. */
function useReaders(tokenUrl: string): FakeServer {
  useAddress(page);
  const [anna, berit] = ['anna', 'berit'].map((who) =>
    json({ access_token: who, expires_in: 300 }),
  );
  if (!anna || !berit) throw new Error('two readers');
  return useServer({
    [`GET ${new URL(tokenUrl, page).href}`]: [anna, berit],
    [list]: ({ headers }) =>
      invoiceOf(headers.get('Authorization') === 'Bearer anna' ? 'A-1001' : 'B-2002')({
        ...nothing,
        headers,
      }),
  });
}

const nothing = { method: '', url: '', path: '', headers: new Headers(), body: null, init: {} };

const invoices = (tokenUrl: string, more = {}) => {
  const { subscriber } = { subscriber: undefined, ...more };
  return html`<connect-invoices
    product-code="DN"
    api-url=${api}
    token-url=${tokenUrl}
    .subscriber=${subscriber}
  ></connect-invoices>`;
};

const given = (token: string, subscriber?: string) =>
  html`<connect-invoices
    product-code="DN"
    api-url=${api}
    .token=${token}
    .subscriber=${subscriber}
  ></connect-invoices>`;

describe('a token', () => {
  it('goes with the last element that used it: who logs in later in the same document is asked for anew', async () => {
    const server = useReaders('/token?last');
    const first = await fixture(invoices('/token?last'));
    await until(() => shown(first).includes('A-1001'), 'the first reader sees hers');
    first.remove();
    await settled();
    const second = await fixture(invoices('/token?last'));
    await until(() => shown(second).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('goes too when one element takes the place of the other at once', async () => {
    const server = useReaders('/token?swap');
    const first = await fixture(invoices('/token?swap'));
    await until(() => shown(first).includes('A-1001'), 'the first reader sees hers');
    const second = first.cloneNode();
    if (!(second instanceof HTMLElement)) throw new Error('no element');
    first.replaceWith(second);
    await until(() => shown(second).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('that takes the place of another may be another reader’s: what was read is read again', async () => {
    const server = useReaders('/token?given');
    const element = await fixture<ConnectInvoices>(given('anna'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    element.token = 'anna';
    await settled();
    expect(asked(server)).to.deep.equal(['Bearer anna']);
    element.token = 'berit';
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('that takes the place of another and may not read leaves nothing of the first reader', async () => {
    const server = useReaders('/token?refused');
    const element = await fixture<ConnectInvoices>(given('anna'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    server.answer(list, json({}, 401));
    element.token = 'berit';
    await until(() => element.matches(':state(failed)'), 'it says so');
    expect(shown(element)).not.to.include('A-1001');
  });

  it('that takes the place of another shows nothing of the first reader from then on', async () => {
    const server = useReaders('/token?hidden');
    const element = await fixture<ConnectInvoices>(given('anna'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    const answer = held(invoiceOf('B-2002'));
    server.answer(list, answer.reply);
    element.token = 'berit';
    await element.updateComplete;
    expect(shown(element)).not.to.include('A-1001');
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(element.invoices).to.deep.equal([]);
    answer.release();
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
  });

  const agreements = `GET ${api}/v1/customer/payment/vipps/agreement`;
  const due = { invoiceNumber: '7', companyCode: 'AM', dueDate: '2020-01-01' };
  const lists = [
    ['connect-payment-methods', methods, { paymentMethodResponseItems: ['bitcoin'] }, 'bitcoin'],
    [
      'connect-agreements',
      agreements,
      { recurringAgreements: [{ agreementRef: 'anna-1', productCode: 'DN' }] },
      'anna-1',
    ],
    [
      'connect-due',
      `${list}?unpaid=true`,
      { invoices: [{ ...due, invoiceAmount: 71, paidAmount: 0 }] },
      '71',
    ],
  ] as const;
  for (const [tag, request, body, text] of lists) {
    it(`that takes the place of another shows nothing of the first reader in ${tag}`, async () => {
      useAddress(page);
      const server = useServer({ [request]: json(body) });
      const element = document.createElement(tag);
      const given = { productCode: 'DN', apiUrl: api, clientId: 'site', token: 'anna' };
      document.body.append(Object.assign(element, given));
      await until(() => shown(element).includes(text), 'the first reader sees hers');
      server.answer(request, hang);
      element.token = 'berit';
      await element.updateComplete;
      expect(shown(element)).not.to.include(text);
      element.remove();
    });
  }

  it('that takes the place of another shows no mark of the first reader, and takes nothing from the finger', async () => {
    useAddress(page);
    const of = (current: string) =>
      json({ paymentMethodResponseItems: [{ paymentMethod: current, current: true }, 'nexi'] });
    const server = useServer({ [methods]: of('invoice') });
    const element = await fixture<ConnectChangeMethod>(
      html`<connect-change-method
        product-code="DN"
        client-id="site"
        api-url=${api}
        token="anna"
      ></connect-change-method>`,
    );
    await until(() => shown(element).includes('In use'), 'the first reader’s method is marked');
    const answer = held(of('autoGiro'));
    server.answer(methods, answer.reply);
    const [first] = radios(element);
    first?.focus();
    element.token = 'berit';
    await element.updateComplete;
    expect(shown(element)).not.to.include('In use');
    expect(element.shadowRoot?.activeElement).to.equal(first);
    answer.release();
    await until(() => shown(element).includes('In use'), 'the second reader’s is');
  });

  it('that takes the place of another closes the payment that the first reader had open', async () => {
    useWaits();
    useReaders('/token?open');
    const element = await fixture<ConnectInvoices>(given('anna'));
    element.setAttribute('client-id', 'site');
    await until(() => buttons(element).length, 'it can be paid');
    button(element, 'invoices.pay').click();
    const payment = () => element.shadowRoot?.querySelector('connect-pay-invoice');
    await until(() => payment()?.matches(':state(ready)'), 'it is open');
    element.token = 'berit';
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
    expect(payment()).to.equal(null);
    expect(shown(element)).not.to.include('A-1001');
  });

  it('that takes the place of another while its element pays ends in the redirect', async () => {
    useWaits();
    const server = useReaders('/token?paying');
    const navigations = useNavigation();
    const answer = held(json({ success: true, transactionId: 42 }));
    server.answer(pay, answer.reply);
    const element = await fixture<ConnectInvoices>(given('anna'));
    element.setAttribute('client-id', 'site');
    await until(() => buttons(element).length, 'it can be paid');
    button(element, 'invoices.pay').click();
    const payment = () => element.shadowRoot?.querySelector('connect-pay-invoice') ?? undefined;
    await until(() => payment() && payment()?.matches(':state(ready)'), 'it is open');
    void payment()?.pay();
    await until(() => server.count(pay) === 1, 'it is asked for');
    element.token = 'anna-renewed';
    await settled();
    answer.release();
    await until(() => navigations.length, 'it leaves');
    expect(server.count(pay)).to.equal(1);
  });

  it('that a site renews for the same subscriber reads nothing again', async () => {
    const server = useReaders('/token?renewed');
    const element = await fixture<ConnectInvoices>(given('anna', 'anna-7'));
    await until(() => shown(element).includes('A-1001'), 'she sees hers');
    element.token = 'berit';
    await settled();
    expect(asked(server)).to.deep.equal(['Bearer anna']);
    expect(shown(element)).to.include('A-1001');
  });

  const restore = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

  it('is asked for anew on a page that comes back from the cache: somebody else may have logged in meanwhile', async () => {
    const server = useReaders('/token?cached');
    const element = await fixture(invoices('/token?cached'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    restore();
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
    expect(shown(element)).not.to.include('A-1001');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('that nobody gives on a page that comes back from the cache leaves nothing of the first reader', async () => {
    const server = useReaders('/token?out');
    const events = useEvents();
    const element = await fixture(invoices('/token?out'));
    await until(() => shown(element).includes('A-1001'), 'she sees hers');
    server.answer(`GET ${new URL('/token?out', page).href}`, json({}, 401));
    restore();
    await until(() => element.matches(':state(failed)'), 'it says so');
    expect(shown(element)).not.to.include('A-1001');
    expect(events.at(-1)).to.deep.include('connect-error');
  });

  it('that nobody gives in a tab that is seen again changes nothing: she may only have been away for long', async () => {
    const server = useReaders('/token?idle');
    const element = await fixture(invoices('/token?idle'));
    await until(() => shown(element).includes('A-1001'), 'she sees hers');
    server.answer(list, json({}, 401));
    server.answer(`GET ${new URL('/token?idle', page).href}`, json({}, 401));
    usePlatform({ now: () => Date.now() + 3_600_000 });
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(shown(element)).to.include('A-1001');
  });

  it('stays while another element uses it', async () => {
    const server = useReaders('/token?shared');
    const first = await fixture(invoices('/token?shared'));
    const other = await fixture<ConnectInvoices>(invoices('/token?shared'));
    await until(() => shown(other).includes('A-1001'), 'both are there');
    first.remove();
    await settled();
    await other.reload();
    expect(new Set(asked(server))).to.deep.equal(new Set(['Bearer anna']));
  });

  it('stays while its element moves in the DOM, or is about something else', async () => {
    const server = useReaders('/token?moves');
    server.answer(list.replace(/DN$/, 'SV'), json({ invoices: [] }));
    const element = await fixture<ConnectInvoices>(invoices('/token?moves'));
    await until(() => shown(element).includes('A-1001'), 'it is there');
    document.body.append(element);
    await settled();
    element.productCode = 'SV';
    await until(() => element.matches(':state(empty)'), 'it has read the other product');
    element.remove();
    expect(new Set(asked(server))).to.deep.equal(new Set(['Bearer anna']));
  });

  it('is not kept by an element that has left and is asked all the same', async () => {
    const server = useReaders('/token?left');
    const first = await fixture<ConnectInvoices>(invoices('/token?left'));
    await until(() => shown(first).includes('A-1001'), 'it is there');
    first.remove();
    await settled();
    await first.reload();
    const second = await fixture(invoices('/token?left'));
    await until(() => shown(second).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit', 'Bearer berit']);
  });
});

describe('what was read', () => {
  it('goes with the element that has read it', async () => {
    useReaders('/token?read');
    const element = await fixture<ConnectInvoices>(invoices('/token?read'));
    await until(() => element.invoices.length, 'it has read');
    element.remove();
    await settled();
    expect(element.invoices).to.deep.equal([]);
  });
});

describe('another subscriber', () => {
  it('has tokens and answers of their own, at once', async () => {
    const server = useReaders('/token?change');
    const element = await fixture<ConnectInvoices>(
      invoices('/token?change', { subscriber: 'anna' }),
    );
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    element.subscriber = 'berit';
    await element.updateComplete;
    expect(element.invoices).to.deep.equal([]);
    expect(shown(element)).to.not.contain('A-1001');
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('does not get the answer to a question of the first, though the same cookies are sent', async () => {
    useAddress(page);
    const late = held(invoiceOf('A-1001'));
    const server = useServer({ [list]: [late.reply, invoiceOf('B-2002')] });
    const proxy = (subscriber: string) =>
      html`<connect-invoices product-code="DN" api-url=${api} subscriber=${subscriber}>
      </connect-invoices>`;
    const first = await fixture(proxy('anna'));
    await until(() => server.count(list) === 1, 'it is asked');
    const second = await fixture(proxy('berit'));
    await until(() => shown(second).includes('B-2002'), 'the second reader sees hers');
    late.release();
    await until(() => shown(first).includes('A-1001'), 'the first reader sees hers');
    expect(server.count(list)).to.equal(2);
  });

  it('is never sent', async () => {
    const server = useReaders('/token?sent');
    await fixture(invoices('/token?sent', { subscriber: 'secret-name' }));
    await until(() => server.count(list), 'it is asked');
    expect(JSON.stringify(server.sent)).to.not.contain('secret-name');
  });
});

/** Leaves with an invoice or a change, as this subscriber; gives what the browser has of it then. */
async function leave(tag: 'pay' | 'change', subscriber?: string, storage?: string) {
  useAddress(page);
  useWaits();
  const navigations = useNavigation();
  useServer({
    [list]: json({ invoices: [] }),
    [methods]: json({ paymentMethodResponseItems: ['invoice', 'autoGiro'] }),
    [pay]: json({ success: true, transactionId: 42 }),
    [change]: json({ paymentChangeId: 42 }),
  });
  const element =
    tag === 'pay'
      ? await fixture<ConnectPayInvoice>(paying('1001', subscriber, storage))
      : await fixture<ConnectChangeMethod>(changing(subscriber, storage));
  await until(() => radios(element).length && element.matches(':state(ready)'), 'it can be chosen');
  await (('pay' in element && element.pay()) || ('change' in element && element.change()));
  expect(navigations).to.have.length(1);
  element.remove();
  await settled();
}

const paying = (number: string, subscriber?: string, storage?: string) =>
  html`<connect-pay-invoice
    invoice-number=${number}
    product-code="DN"
    company-code="AM"
    client-id="site"
    api-url=${api}
    remember
    .subscriber=${subscriber}
    .storage=${storage}
  ></connect-pay-invoice>`;

const changing = (subscriber?: string, storage?: string) =>
  html`<connect-change-method
    product-code="DN"
    client-id="site"
    api-url=${api}
    .subscriber=${subscriber}
    .storage=${storage}
  ></connect-change-method>`;

const keys = (storage: Storage) =>
  Object.keys(storage).filter((key) => key.startsWith('connect-elements '));

describe('what is kept in the browser', () => {
  it('is kept under the subscriber, who alone is offered it', async () => {
    await leave('pay', 'anna');
    expect(keys(localStorage).sort()).to.deep.equal([
      'connect-elements "anna" kept',
      'connect-elements "anna" last pay-invoice',
      'connect-elements "anna" pay-invoice DN 1001',
    ]);
    const berit = await fixture(paying('1001', 'berit'));
    await until(() => berit.matches(':state(ready)'), 'the second reader can choose');
    expect(messages(berit)).to.deep.equal([]);
    const anna = await fixture(paying('1001', 'anna'));
    await until(() => messages(anna).includes('pay-invoice.open.title'), 'the first can go on');
  });

  it('is told apart whatever the names hold', async () => {
    await leave('pay', 'a" pay-invoice DN');
    const other = await fixture(paying('1001', 'a'));
    await until(() => other.matches(':state(ready)'), 'the other can choose');
    expect(messages(other)).to.deep.equal([]);
  });

  it('of a payment of nobody in particular is there for other tabs', async () => {
    await leave('pay');
    expect(keys(localStorage)).to.contain('connect-elements pay-invoice DN 1001');
    expect(keys(sessionStorage)).to.deep.equal([]);
  });

  it('of a change of nobody in particular stays in the tab', async () => {
    await leave('change');
    expect(keys(localStorage)).to.deep.equal([]);
    expect(keys(sessionStorage).sort()).to.deep.equal([
      'connect-elements change-method DN ',
      'connect-elements kept',
    ]);
    const again = await fixture(changing());
    await until(() => messages(again).includes('change-method.open.title'), 'it can be continued');
  });

  it('of a change of a subscriber is there for other tabs', async () => {
    await leave('change', 'anna');
    expect(keys(localStorage).sort()).to.deep.equal([
      'connect-elements "anna" change-method DN ',
      'connect-elements "anna" kept',
    ]);
    expect(keys(sessionStorage)).to.deep.equal([]);
  });

  it('is heard of when another tab of the same subscriber writes it, and of no other', async () => {
    useAddress(page);
    useWaits();
    useServer({ [list]: json({ invoices: [] }) });
    const element = await fixture(paying('1001', 'anna'));
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    const write = (key: string) => {
      localStorage.setItem(key, `done 42 ${Date.now()} other nexi `);
      dispatchEvent(new StorageEvent('storage', { key }));
    };
    write('connect-elements "berit" pay-invoice DN 1001');
    write('connect-elements pay-invoice DN 1001');
    await settled();
    expect(messages(element)).to.deep.equal([]);
    write('connect-elements "anna" pay-invoice DN 1001');
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is paid');
  });

  for (const tag of ['pay', 'change'] as const) {
    it(`is nothing with storage="none": ${tag}`, async () => {
      await leave(tag, undefined, 'none');
      expect([...keys(localStorage), ...keys(sessionStorage)]).to.deep.equal([]);
      signedOut();
    });
  }
});

describe('signedOut()', () => {
  it('forgets what is shown at once, and asks for nothing', async () => {
    const server = useReaders('/token?out');
    const events = useEvents();
    const element = await fixture<ConnectInvoices>(invoices('/token?out'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    const before = server.count();
    signedOut();
    expect(element.invoices).to.deep.equal([]);
    await element.updateComplete;
    expect(shown(element)).to.not.contain('A-1001');
    expect(messages(element)).to.deep.equal(['invoices.load.error.unauthorized']);
    await settled();
    expect(server.count()).to.equal(before);
    expect(events.map(([type]) => type)).to.deep.equal(['connect-load']);
  });

  it('forgets the token: whoever reads next asks for another', async () => {
    const server = useReaders('/token?next');
    const element = await fixture<ConnectInvoices>(invoices('/token?next'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    signedOut();
    await element.reload();
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
    expect(asked(server)).to.deep.equal(['Bearer anna', 'Bearer berit']);
  });

  it('is over once something is set, and not by what changes nothing', async () => {
    const server = useReaders('/token?wakes');
    const element = await fixture<ConnectInvoices>(invoices('/token?wakes'));
    await until(() => shown(element).includes('A-1001'), 'the first reader sees hers');
    const before = server.count();
    signedOut();
    configure({});
    element.apiUrl = api;
    document.documentElement.lang = 'en';
    await settled();
    expect(server.count()).to.equal(before);
    element.subscriber = 'berit';
    await until(() => shown(element).includes('B-2002'), 'the second reader sees hers');
  });

  it('forgets tokens that were given: of the page, of a connect-config and of an element', async () => {
    useAddress(page);
    const elsewhere = 'https://api.example/capi';
    const server = useServer({ [list.replace(api, '')]: invoiceOf('A-1001') });
    configure({ token: 'anna' });
    const root = await fixture(
      html`<div>
        <connect-invoices product-code="DN" api-url=${elsewhere} token="anna"></connect-invoices>
        <connect-config api-url=${elsewhere} token="anna">
          <connect-invoices product-code="DN"></connect-invoices>
        </connect-config>
      </div>`,
    );
    const elements = [...root.querySelectorAll('connect-invoices')];
    await until(() => elements.every((one) => shown(one).includes('A-1001')), 'both are there');
    const before = server.count();
    signedOut();
    await Promise.all(elements.map((one) => one.reload()));
    expect(server.count()).to.equal(before);
    for (const one of elements) {
      expect(messages(one)).to.deep.equal(['invoices.load.error.config']);
    }
  });

  it('drops the answer to what was asked before', async () => {
    useAddress(page);
    const late = held(invoiceOf('A-1001'));
    const server = useServer({ [list]: [late.reply, invoiceOf('B-2002')] });
    const proxy = () =>
      html`<connect-invoices product-code="DN" api-url=${api}></connect-invoices>`;
    const first = await fixture<ConnectInvoices>(proxy());
    await until(() => server.count(list) === 1, 'it is asked');
    signedOut();
    const second = await fixture(proxy());
    late.release();
    await until(() => shown(second).includes('B-2002'), 'the second reader sees hers');
    await settled();
    expect(first.invoices).to.deep.equal([]);
  });

  it('forgets what came back: an element that is put in later does not show it', async () => {
    useWaits();
    const paid = { invoiceNumber: '1001', companyCode: 'AM', invoiceAmount: 10, paidAmount: 10 };
    useServer({ [list]: json({ invoices: [paid] }) });
    useAddress(`${page}?connect=pay-invoice~return~42~nexi~DN~1001&status=initiated`);
    const events = useEvents();
    const outcome = html`<connect-outcome api-url=${api}></connect-outcome>`;
    const first = await fixture<ConnectOutcome>(outcome);
    await until(() => events.some(([type]) => type === 'connect-confirmed'), 'it is confirmed');
    expect(shown(first)).to.contain('1001');
    signedOut();
    await first.updateComplete;
    expect(shown(first)).to.not.contain('1001');
    first.remove();
    const second = await fixture(outcome);
    await until(() => second.matches(':state(empty)'), 'there is nothing to tell');
  });
});
