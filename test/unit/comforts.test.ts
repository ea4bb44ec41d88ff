import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { log } from '../../src/host/debug.js';
import { english } from './english.js';
import {
  apiBase,
  button,
  buttons,
  json,
  offered,
  radios,
  settled,
  shown,
  until,
  useAddress,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  messages,
} from './support.js';

const invoices = 'GET /v1/customer/invoice/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const created = json({ success: true, transactionId: 42 });
const paidBy = (paidAmount: number) =>
  json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount }] });
const subject = 'connect-elements pay-invoice DN 1001';

/** An element to pay with, in a wrapper. */
async function place(attributes: Record<string, string> = {}, around = html`<div></div>`) {
  const wrapper = await fixture<HTMLElement>(around);
  const element = document.createElement('connect-pay-invoice');
  const all = {
    'invoice-number': '1001',
    'product-code': 'DN',
    'company-code': 'AM',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  wrapper.append(element);
  await until(
    () => element.matches(':state(ready), :state(failed), :state(settled)'),
    'it is there',
  );
  return element;
}

/** What a test starts with. */
function scene(query = '', paidAmount = 0) {
  useAddress(`https://site.example/?${query}`);
  useWaits();
  return {
    store: useStore(),
    server: useServer({ [post]: created, [invoices]: paidBy(paidAmount) }),
    navigations: useNavigation(),
  };
}

const checked = (element: Element) => radios(element).findIndex((radio) => radio.checked);

describe('remember', () => {
  /** Pays with the third method, and forgets that it was begun. */
  async function payWithVipps(attributes: Record<string, string>) {
    const { store, server } = scene();
    const element = await place(attributes);
    radios(element)[2]?.click();
    await element.pay();
    expect(server.writes[0]?.body).to.include({ paymentMethod: 'vippsEcommerce' });
    element.remove();
    store.delete(subject);
    store.delete('connect-elements kept');
    return store;
  }

  it('chooses the method first that was used last in this browser', async () => {
    const store = await payWithVipps({ remember: '' });
    expect([...store.values()]).to.deep.equal(['vippsEcommerce']);
    const element = await place({ remember: '' });
    expect(checked(element)).to.equal(2);
    await element.pay();
    await until(() => element.matches(':state(redirecting)'), 'it leaves');
  });

  it('sends what it has chosen', async () => {
    await payWithVipps({ remember: '' });
    const server = useServer({ [post]: created, [invoices]: paidBy(0) });
    await (await place({ remember: '' })).pay();
    expect(server.writes[0]?.body).to.include({ paymentMethod: 'vippsEcommerce' });
  });

  it('loses to a value', async () => {
    await payWithVipps({ remember: '' });
    expect(checked(await place({ remember: '', value: 'swishPayex' }))).to.equal(1);
  });

  it('is another for paying and for changing the method', async () => {
    const { store } = scene();
    store.set('connect-elements last pay-invoice', 'swishPayex');
    store.set('connect-elements last change-method', 'autoGiro');
    const paymentMethodResponseItems = ['invoice', 'autoGiro'].map((paymentMethod) => ({
      paymentMethod,
      current: false,
    }));
    useServer({ 'GET /v1/product/payment/DN': json({ paymentMethodResponseItems }) });
    expect(checked(await place({ remember: '' }))).to.equal(1);
    const element = await fixture(
      html`<connect-change-method
        product-code="DN"
        client-id="site"
        api-url=${apiBase}
        token="t0ken"
        remember
      ></connect-change-method>`,
    );
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect(checked(element)).to.equal(1);
  });

  it('is of no use to an element without it', async () => {
    await payWithVipps({ remember: '' });
    expect(checked(await place())).to.equal(0);
  });

  it('chooses the first method when the one used last is not offered', async () => {
    await payWithVipps({ remember: '' });
    const element = await place({ remember: '', methods: 'nexi swishPayex' });
    expect(checked(element)).to.equal(0);
  });

  it('chooses the first method when anything else is stored', async () => {
    const store = await payWithVipps({ remember: '' });
    for (const key of store.keys()) store.set(key, '<img src=x>');
    expect(checked(await place({ remember: '' }))).to.equal(0);
  });

  it('stores nothing when it is not set', async () => {
    const store = await payWithVipps({});
    expect([...store]).to.deep.equal([]);
    expect(checked(await place({ remember: '' }))).to.equal(0);
  });
});

describe('the button to copy', () => {
  const arrived = (id: number) => `connect=pay-invoice~return~${id}~nexi~DN~1001&status=finished`;

  async function paid(isAllowed: boolean) {
    scene(arrived(42), 100);
    const copies: unknown[] = [];
    usePlatform({ copy: (text) => Promise.resolve(copies.push(text) > 0 && isAllowed) });
    const element = await place();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is paid');
    return { element, copies };
  }

  it('puts the number of the transaction on the clipboard, and says so', async () => {
    const { element, copies } = await paid(true);
    button(element, 'shared.copy').click();
    await until(() => shown(element).includes(english('shared.copied')), 'it is copied');
    expect(copies).to.deep.equal(['42']);
    expect(offered(element)).to.deep.equal(['shared.copied']);
    expect(messages(element)).to.include('pay-invoice.registered');
    button(element, 'shared.copied').click();
    await until(() => copies.length === 2, 'it is copied again');
    await settled();
    button(element, 'shared.copied');
  });

  it('leaves a reader where they are', async () => {
    const { element, copies } = await paid(true);
    button(element, 'shared.copy').click();
    await until(() => copies.length, 'it is copied');
    element.shadowRoot?.querySelector('section')?.focus();
    await until(() => shown(element).includes(english('shared.copied')), 'it says so');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('base');
  });

  it('stays as it is when the browser refuses', async () => {
    const { element, copies } = await paid(false);
    button(element, 'shared.copy').click();
    await until(() => copies.length, 'it was tried');
    await settled();
    expect(offered(element)).to.deep.equal(['shared.copy']);
  });

  it('is not there when the number is not known', async () => {
    const { store } = scene('', 100);
    // As a POST leaves it whose answer was lost.
    store.set(subject, `posting 0 ${Date.now()} other nexi`);
    const element = await place();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is paid');
    expect(buttons(element)).to.deep.equal([]);
  });
});

describe('debug', () => {
  const { info } = console;
  let lines: string[] = [];
  beforeEach(() => {
    lines = [];
    console.info = (...parts: unknown[]) => void lines.push(parts.join(' '));
  });
  afterEach(() => (console.info = info));

  const expected = [
    'connect-pay-invoice connect-load {"flow":"pay-invoice","count":4}',
    'connect-pay-invoice connect-submit {"flow":"pay-invoice","paymentMethod":"creditcardPayex",' +
      '"invoiceNumber":"1001","productCode":"DN"}',
    'connect-pay-invoice connect-transaction {"flow":"pay-invoice","transactionId":42,' +
      '"paymentMethod":"creditcardPayex"}',
    'connect-pay-invoice connect-redirect {"flow":"pay-invoice","transactionId":42,"url":"…"}',
  ];

  const places: readonly (readonly [string, Record<string, string>, ReturnType<typeof html>])[] = [
    ['on the element', { debug: '' }, html`<div></div>`],
    ['around it', {}, html`<div debug></div>`],
  ];
  for (const [where, own, around] of places) {
    it(`${where} writes a line for each event, without the address`, async () => {
      const { navigations } = scene();
      const element = await place(own, around);
      await element.pay();
      await until(() => lines.length === 4, 'all is written');
      expect(lines).to.deep.equal(expected);
      expect(navigations[0]?.url).to.match(/^https:/);
      expect(lines.join('\n')).to.not.match(/https?:|t0ken/);
    });
  }

  it('writes what is wrong', async () => {
    useWarnings();
    scene();
    await place({ debug: '', 'product-code': '' });
    await until(() => lines.length, 'it is written');
    expect(lines).to.deep.equal([
      'connect-pay-invoice connect-error {"flow":"pay-invoice","code":"config","retryable":false,' +
        '"message":"product-code: expected 1 to 12 characters"}',
    ]);
  });

  it('leaves out the agreement, which has the token of a card', () => {
    const agreement = { id: 7, token: 'c4rd' };
    log('connect-agreements', 'connect-remove', { flow: 'agreements', agreement });
    expect(lines).to.deep.equal([
      'connect-agreements connect-remove {"flow":"agreements","agreement":"…"}',
    ]);
  });

  it('is silent when it is not set', async () => {
    scene();
    const element = await place({}, html`<div debugging></div>`);
    await element.pay();
    await settled();
    expect(lines).to.deep.equal([]);
  });
});
