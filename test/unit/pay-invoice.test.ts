import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import { configure } from '../../src/index.js';
import { english, receipt } from './english.js';
import {
  apiBase,
  button,
  buttons,
  held,
  json,
  offered,
  choices,
  link,
  networkError,
  once,
  page,
  radios,
  rateLimited,
  settled,
  shown,
  text,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type FakeServer,
  type Reply,
  messages,
} from './support.js';

const post = 'POST /v1/api/payment/invoice';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const created = json({ success: true, transactionId: 42 });
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });
const about = { flow: 'pay-invoice', paymentMethod: 'creditcardPayex' };

const complete = {
  'invoice-number': '1001',
  'product-code': 'DN',
  'company-code': 'AM',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

interface Scene {
  element: ConnectPayInvoice;
  server: FakeServer;
  events: [string, unknown][];
  navigations: { url: string; target: string }[];
}

/** The element on `https://site.example/pay`, once it is ready, empty or failed. */
async function scene(
  attributes: Record<string, string | undefined> = {},
  table: Record<string, Reply | Reply[]> = { [post]: created },
  parent: Element | undefined = undefined,
): Promise<Scene> {
  useStore();
  useAddress('https://site.example/pay?tab=2#invoices');
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const root = parent ?? (await fixture<HTMLElement>(html`<div></div>`));
  const element = document.createElement('connect-pay-invoice');
  for (const [name, value] of Object.entries({ ...complete, ...attributes })) {
    if (value != null) element.setAttribute(name, value);
  }
  root.append(element);
  await until(
    () => element.matches(':state(ready), :state(failed), :state(empty)'),
    'it has loaded',
  );
  return { element, server, events, navigations };
}

const types = (events: [string, unknown][]) => events.map(([type]) => type);

describe('paying an invoice', () => {
  it('sends exactly what the API asks for', async () => {
    const { element, server } = await scene();
    await element.pay();
    expect(server.writes[0]?.body).to.deep.equal({
      invoiceNumber: '1001',
      productCode: 'DN',
      companyCode: 'AM',
      paymentMethod: 'creditcardPayex',
    });
    expect(server.writes[0]?.headers.get('Authorization')).to.equal('Bearer t0ken');
  });

  it('leaves for the login server with exactly the parameters that it asks for', async () => {
    const { element, navigations } = await scene();
    await element.pay();
    expect(navigations).to.have.length(1);
    const url = new URL(navigations[0]?.url ?? '');
    expect(url.origin + url.pathname).to.equal('https://connectid.no/user/payment/invoice/pay');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      clientId: 'site',
      returnUrl:
        'https://site.example/pay?tab=2&connect=pay-invoice~return~42~creditcardPayex~DN~1001~end9#invoices',
      errorUrl:
        'https://site.example/pay?tab=2&connect=pay-invoice~error~42~creditcardPayex~DN~1001~end9#invoices',
      transactionId: '42',
    });
    expect(navigations[0]?.target).to.equal('_self');
  });

  it('asks again with what is owed now, as it is written with cents, and sends nothing before', async () => {
    const owed = json({ invoices: [{ invoiceNumber: '1001', amount: 149.5, paidAmount: 0 }] });
    const { element, server } = await scene(
      { amount: '100' },
      { [post]: created, [invoices]: owed },
    );
    await element.pay();
    await until(() => messages(element).includes('pay-invoice.new-amount.title'), 'it says so');
    expect(shown(element)).to.contain('The amount is now NOK 149.50');
    expect(server.count(post)).to.equal(0);
    await element.pay();
    expect(server.count(post)).to.equal(1);
  });

  for (const amount of ['100,00', '1 000.00', '1.000,00']) {
    it(`is asked for what is owed now where the page writes another amount its own way: ${amount}`, async () => {
      const owed = json({ invoices: [{ invoiceNumber: '1001', amount: 149.5, paidAmount: 0 }] });
      const { element, server } = await scene({ amount }, { [post]: created, [invoices]: owed });
      await element.pay();
      await until(() => messages(element).includes('pay-invoice.new-amount.title'), 'it says so');
      expect(server.count(post)).to.equal(0);
    });
  }

  it('is not asked again where the page writes the same amount its own way', async () => {
    const owed = json({ invoices: [{ invoiceNumber: '1001', amount: 1149.5, paidAmount: 0 }] });
    const { element, server } = await scene(
      { amount: '1 149,50' },
      { [post]: created, [invoices]: owed },
    );
    await element.pay();
    expect(server.count(post)).to.equal(1);
  });

  it('is told in the currency of the button what is owed now', async () => {
    const owed = json({ invoices: [{ invoiceNumber: '1001', amount: 149.5, paidAmount: 0 }] });
    const { element } = await scene(
      { amount: '100', currency: 'EUR' },
      { [post]: created, [invoices]: owed },
    );
    await element.pay();
    await until(() => messages(element).includes('pay-invoice.new-amount.title'), 'it says so');
    expect(shown(element)).to.contain('The amount is now €149.50').and.not.contain('NOK');
  });

  for (const [attributes, address] of [
    [{ country: 'se' }, 'https://connectid.se/user/payment/invoice/pay'],
    [{ environment: 'test' }, 'https://api-test.mediaconnect.no/login/payment/invoice/pay'],
    [{ 'login-url': '/login/' }, 'https://site.example/login/payment/invoice/pay'],
  ] as const) {
    it(`leaves for ${address} with ${JSON.stringify(attributes)}`, async () => {
      const { element, navigations } = await scene(attributes);
      await element.pay();
      expect(navigations[0]?.url.split('?')[0]).to.equal(address);
    });
  }

  it('moves the window that target names', async () => {
    const { element, navigations } = await scene({ target: '_top' });
    await element.pay();
    expect(navigations[0]?.target).to.equal('_top');
    expect(link(element)?.target).to.equal('_top');
  });

  it('tells connect-load, connect-submit, connect-transaction and connect-redirect in this order', async () => {
    const { element, events, navigations } = await scene();
    await element.pay();
    expect(events).to.deep.equal([
      ['connect-load', { flow: 'pay-invoice', count: 4 }],
      ['connect-submit', { ...about, invoiceNumber: '1001', productCode: 'DN' }],
      ['connect-transaction', { ...about, transactionId: 42 }],
      ['connect-redirect', { flow: 'pay-invoice', transactionId: 42, url: navigations[0]?.url }],
    ]);
  });

  it('tells events that bubble, are composed, and of which the right ones are cancelable', async () => {
    const { element } = await scene();
    const promised = (['connect-submit', 'connect-transaction', 'connect-redirect'] as const).map(
      (type) => once(element, type),
    );
    await element.pay();
    const told = await Promise.all(promised);
    expect(told.map(({ bubbles, composed }) => bubbles && composed)).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(told.map(({ cancelable }) => cancelable)).to.deep.equal([true, false, true]);
  });

  it('offers a link in case the browser refuses to move', async () => {
    const { element, navigations } = await scene();
    await element.pay();
    await element.updateComplete;
    expect(link(element)?.href).to.equal(navigations[0]?.url);
    expect(link(element)?.textContent).to.equal(english('pay-invoice.leaving.by-hand'));
    expect(element.matches(':state(redirecting)')).to.equal(true);
  });

  it('sends nothing when connect-submit is prevented, and can be pressed again', async () => {
    const { element, server, events, navigations } = await scene();
    element.addEventListener('connect-submit', (event) => event.preventDefault(), { once: true });
    await element.pay();
    expect(server.count()).to.equal(0);
    expect(navigations).to.have.length(0);
    expect(types(events)).to.deep.equal(['connect-load', 'connect-submit']);
    await element.updateComplete;
    expect(element.matches(':state(ready)')).to.equal(true);
    await element.pay();
    expect(server.count(post)).to.equal(1);
  });

  it('does not navigate when connect-redirect is prevented', async () => {
    const { element, server, navigations } = await scene();
    element.addEventListener('connect-redirect', (event) => event.preventDefault());
    await element.pay();
    expect(server.count(post)).to.equal(1);
    expect(navigations).to.have.length(0);
  });
});

describe('seven presses', () => {
  it('are one request and one navigation', async () => {
    const { element, server, navigations } = await scene();
    const press = button(element, 'pay-invoice.action');
    for (let n = 0; n < 7; n++) press.click();
    await until(() => navigations.length, 'it has left');
    await settled();
    expect(server.count(post)).to.equal(1);
    expect(navigations).to.have.length(1);
  });

  it('are one request however they are made', async () => {
    const answer = held(created);
    const { element, server, navigations } = await scene({}, { [post]: answer.reply });
    const first = element.pay();
    await element.pay();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.matches(':state(submitting)')).to.equal(true);
    for (const press of buttons(element)) press.click();
    element.value = 'nexi';
    await element.updateComplete;
    await element.pay();
    answer.release();
    await first;
    await element.pay();
    expect(server.count(post)).to.equal(1);
    expect(navigations).to.have.length(1);
  });

  it('on two elements about one invoice are one request', async () => {
    const answer = held(created);
    const { element, server, navigations } = await scene({}, { [post]: answer.reply });
    const twin = document.createElement('connect-pay-invoice');
    for (const [name, value] of Object.entries(complete)) twin.setAttribute(name, value);
    element.after(twin);
    await until(() => twin.matches(':state(ready)'));
    const first = element.pay();
    await twin.pay();
    answer.release();
    await first;
    await twin.pay();
    expect(server.count(post)).to.equal(1);
    expect(navigations).to.have.length(1);
  });

  it('do nothing before the element is ready', async () => {
    useServer();
    const events = useEvents();
    const element = document.createElement('connect-pay-invoice');
    await element.pay();
    expect(events).to.deep.equal([]);
  });
});

describe('a setting that is missing or wrong', () => {
  const wrong: [string, Record<string, string | undefined>][] = [
    ['invoice-number', { 'invoice-number': undefined }],
    ['invoice-number', { 'invoice-number': '' }],
    ['invoice-number', { 'invoice-number': '12345678901' }],
    ['invoice-number', { 'invoice-number': '1~2' }],
    ['product-code', { 'product-code': undefined }],
    ['product-code', { 'product-code': '1234567890123' }],
    ['company-code', { 'company-code': undefined }],
    ['company-code', { 'company-code': '1234567890123' }],
    ['client-id', { 'client-id': undefined }],
    ['client-id', { 'client-id': '' }],
    ['return-url', { 'return-url': 'javascript:alert(1)' }],
    ['return-url', { 'return-url': 'data:text/html,x' }],
    ['return-url', { 'return-url': 'blob:https://site.example/x' }],
    ['return-url', { 'return-url': 'https://evil.example/' }],
    ['return-url', { 'return-url': '//evil.example/' }],
    ['return-url', { 'return-url': 'https://site.example@evil.example/' }],
    ['return-url', { 'return-url': 'https://u:p@site.example/' }],
    ['return-url', { 'return-url': 'http://site.example/' }],
    ['return-url', { 'return-url': 'https://[' }],
    ['error-url', { 'error-url': 'javascript:alert(1)' }],
    ['error-url', { 'error-url': 'https://evil.example/' }],
    ['country', { country: 'dk', token: 'x' }],
    ['environment', { environment: 'staging' }],
    ['login-url', { 'login-url': 'http://login.example' }],
    ['api-url', { 'api-url': 'http://api.example' }],
    ['token', { token: undefined }],
    ['token', { token: 'a b' }],
  ];
  for (const [name, attributes] of wrong) {
    it(`is told as config naming ${name}, and nothing is sent: ${JSON.stringify(attributes)}`, async () => {
      const { element, server, events, navigations } = await scene(attributes);
      await element.pay();
      expect(types(events)).to.deep.equal(['connect-error']);
      const detail = events[0]?.[1];
      expect(detail).to.include({ flow: 'pay-invoice', code: 'config', retryable: false });
      expect(JSON.stringify(detail)).to.match(new RegExp(`"message":"${name}: `));
      expect(server.count()).to.equal(0);
      expect(navigations).to.have.length(0);
      expect(messages(element)).to.include('pay-invoice.load.error.config');
    });
  }

  it('is mended by setting it', async () => {
    const { element, server } = await scene({ 'company-code': undefined });
    element.setAttribute('company-code', 'AM');
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.pay();
    expect(server.count(post)).to.equal(1);
  });

  for (const [name, expected, given] of [
    ['client-id', 'a client id', undefined],
    ['invoice-number', '1 to 10 characters', undefined],
    ['product-code', '1 to 12 characters', undefined],
    ['product-code', 'what can be a step of an address', '..'],
    ['return-url', 'an https address of this origin or return-origins', 'https://evil.example/'],
    ['error-url', 'an https address of this origin or return-origins', 'https://evil.example/'],
  ] as const) {
    it(`is told with what is expected: ${name} ${given}`, async () => {
      const { events } = await scene({ [name]: given });
      const message = `${name}: expected ${expected}`;
      expect(events[0]?.[1]).to.include({ code: 'config', message });
    });
  }
});

describe('the way back', () => {
  const returnUrl = (navigations: Scene['navigations'], name = 'returnUrl') =>
    new URL(new URL(navigations[0]?.url ?? '').searchParams.get(name) ?? '');

  for (const [given, expected] of [
    ['/thanks', 'https://site.example/thanks'],
    ['thanks?a=1#b', 'https://site.example/thanks?a=1#b'],
    ['?x', 'https://site.example/pay?x='],
    ['https://site.example/done', 'https://site.example/done'],
  ] as const) {
    it(`may be relative to the page and keeps its own query and hash: ${given}`, async () => {
      const { element, navigations } = await scene({ 'return-url': given });
      await element.pay();
      for (const name of ['returnUrl', 'errorUrl']) {
        const url = returnUrl(navigations, name);
        expect(url.searchParams.getAll('connect')).to.have.length(1);
        url.searchParams.delete('connect');
        expect(url.href).to.equal(expected);
      }
    });
  }

  it('has an error address of its own', async () => {
    const { element, navigations } = await scene({ 'return-url': '/ok', 'error-url': '/not-ok' });
    await element.pay();
    expect(returnUrl(navigations).pathname).to.equal('/ok');
    expect(returnUrl(navigations, 'errorUrl').pathname).to.equal('/not-ok');
    expect(returnUrl(navigations, 'errorUrl').searchParams.get('connect')).to.contain('~error~');
  });

  it('may lead to an origin that connect-config allows', async () => {
    const config = await fixture(
      html`<connect-config
        return-origins="https://a.example https://shop.example"
      ></connect-config>`,
    );
    const { element, navigations } = await scene(
      { 'return-url': 'https://shop.example/x' },
      undefined,
      config,
    );
    await element.pay();
    expect(returnUrl(navigations).origin).to.equal('https://shop.example');
  });

  it('may not lead to an origin that only the element itself allows', async () => {
    const { server, events } = await scene({
      'return-url': 'https://shop.example/x',
      'return-origins': 'https://shop.example',
    });
    expect(events[0]?.[1]).to.include({ code: 'config' });
    expect(server.count()).to.equal(0);
  });

  it('may lead to an origin that configure() allows', async () => {
    configure({ returnOrigins: 'https://configured.example' });
    const { element, navigations } = await scene({ 'return-url': 'https://configured.example/x' });
    await element.pay();
    expect(returnUrl(navigations).origin).to.equal('https://configured.example');
  });
});

describe('the choice', () => {
  it('offers all documented methods in their order, the first one chosen', async () => {
    const { element } = await scene();
    expect(choices(element)).to.deep.equal(['Card', 'Swish', 'Vipps', 'Card, through Nexi']);
    expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
      true,
      false,
      false,
      false,
    ]);
  });

  it('offers the allow-list in its order, each once, and warns of what it does not know', async () => {
    const warnings = useWarnings();
    const { element } = await scene({ methods: ' nexi bitcoin\nswishPayex nexi  toString ' });
    expect(choices(element)).to.deep.equal(['Card, through Nexi', 'Swish']);
    expect(warnings).to.deep.equal(['connect-pay-invoice methods: ignored bitcoin toString']);
  });

  it('does not repeat the warning when it renders again', async () => {
    const warnings = useWarnings();
    const { element } = await scene({ methods: 'nexi bitcoin' });
    element.requestUpdate();
    await element.updateComplete;
    expect(warnings).to.have.length(1);
  });

  for (const methods of ['', '  ']) {
    it(`offers every method with methods="${methods}", as a template leaves it`, async () => {
      const { element } = await scene({ methods });
      expect(radios(element)).to.have.length(4);
    });
  }

  for (const methods of ['bitcoin', 'bitcoin gold']) {
    it(`is empty with methods="${methods}"`, async () => {
      const warnings = useWarnings();
      const { element, server, events } = await scene({ methods });
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(messages(element)).to.include('pay-invoice.empty');
      expect(events).to.deep.equal([['connect-load', { flow: 'pay-invoice', count: 0 }]]);
      await element.pay();
      expect(server.count()).to.equal(0);
      expect(warnings).to.have.length(1);
    });
  }

  it('is preselected by value', async () => {
    const { element, server } = await scene({ value: 'vippsEcommerce' });
    expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
      false,
      false,
      true,
      false,
    ]);
    await element.pay();
    expect(server.writes[0]?.body).to.include({ paymentMethod: 'vippsEcommerce' });
  });

  it('falls back to the first one when value is none of them', async () => {
    const { element, server } = await scene({ value: 'bitcoin', methods: 'nexi swishPayex' });
    await element.pay();
    expect(server.writes[0]?.body).to.include({ paymentMethod: 'nexi' });
  });

  it('tells connect-select, keeps the value and pays with it', async () => {
    const { element, server, events } = await scene();
    radios(element)[1]?.click();
    expect(element.value).to.equal('swishPayex');
    expect(events[1]).to.deep.equal([
      'connect-select',
      { flow: 'pay-invoice', paymentMethod: 'swishPayex' },
    ]);
    await element.updateComplete;
    expect(radios(element).filter(({ checked }) => checked)).to.have.length(1);
    await element.pay();
    expect(server.writes[0]?.body).to.include({ paymentMethod: 'swishPayex' });
  });

  it('follows value when the page sets it, without telling connect-select', async () => {
    const { element, events } = await scene();
    element.value = 'nexi';
    await element.updateComplete;
    expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
      false,
      false,
      false,
      true,
    ]);
    expect(types(events)).to.deep.equal(['connect-load']);
  });

  it('shows what is paid with when the page puts the value back in connect-select', async () => {
    const { element } = await scene();
    element.addEventListener('connect-select', () => (element.value = 'creditcardPayex'));
    radios(element)[1]?.click();
    await element.updateComplete;
    expect(element.value).to.equal('creditcardPayex');
    expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
      true,
      false,
      false,
      false,
    ]);
  });

  it('asks nothing anew when value or methods change', async () => {
    const { element, events } = await scene();
    element.methods = 'nexi';
    element.value = 'nexi';
    await element.updateComplete;
    expect(choices(element)).to.deep.equal(['Card, through Nexi']);
    expect(types(events)).to.deep.equal(['connect-load']);
  });

  it('cannot be changed while the request is under way', async () => {
    const answer = held(created);
    const { element } = await scene({}, { [post]: answer.reply });
    const done = element.pay();
    await element.updateComplete;
    expect(radios(element).every((radio) => radio.matches(':disabled'))).to.equal(true);
    expect(shown(element)).to.contain(english('pay-invoice.submitting'));
    answer.release();
    await done;
  });
});

describe('what is paid', () => {
  for (const [attributes, expected] of [
    [{ amount: '249.00' }, 'Invoice 1001 NOK 249.00'],
    [{ amount: '249.00', country: 'se' }, 'Invoice 1001 SEK 249.00'],
    [{ amount: '249.00', currency: 'EUR' }, 'Invoice 1001 €249.00'],
    [{ amount: '249,00' }, 'Invoice 1001 NOK 249.00'],
    [{ amount: '1 249,50' }, 'Invoice 1001 NOK 1,249.50'],
    [{ amount: '1\u00a0249.50' }, 'Invoice 1001 NOK 1,249.50'],
    [{ amount: '1.249,50' }, 'Invoice 1001 NOK 1,249.50'],
    [{ amount: '1,295' }, 'Invoice 1001 NOK 1,295'],
    [{ amount: '295,-' }, 'Invoice 1001 NOK 295,-'],
    [{ amount: '249', currency: 'JPY' }, 'Invoice 1001 ¥249'],
    [{}, 'Invoice 1001'],
  ] as const) {
    it(`is shown as "${expected}"`, async () => {
      const { element } = await scene(attributes);
      expect(
        element.shadowRoot?.querySelector('p')?.innerText.replace(/\s+/g, ' ').trim(),
      ).to.equal(expected);
    });
  }

  it('is shown as text, never as markup, and the amount is not sent', async () => {
    const { element, server } = await scene({ amount: '<img src=x onerror=alert(1)>' });
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    await element.pay();
    expect(server.count(post)).to.equal(1);
    expect(JSON.stringify(server.writes[0]?.body)).to.not.contain('amount').and.not.contain('img');
  });
});

describe('a payment that is refused', () => {
  const refusals: [string, Reply, Record<string, unknown>, string][] = [
    [
      'success false',
      json({ success: false }),
      { code: 'declined', status: undefined, retryable: false },
      english('pay-invoice.error.declined.title'),
    ],
    [
      '400',
      json({ errorMessage: 'no' }, 400),
      { code: 'bad-request', status: 400, message: 'no' },
      english('pay-invoice.error.bad-request.title'),
    ],
    [
      '401',
      unauthorized,
      { code: 'unauthorized', status: 401, retryable: false },
      english('pay-invoice.error.unauthorized.title'),
    ],
    [
      '429',
      rateLimited(),
      { code: 'rate-limited', status: 429, retryable: true },
      english('pay-invoice.error.rate-limited.body'),
    ],
  ];
  for (const [name, reply, detail, said] of refusals) {
    it(`by ${name} is told, and can be tried again`, async () => {
      const { element, server, events, navigations } = await scene({}, { [post]: [reply] });
      await element.pay();
      await element.updateComplete;
      // A refusal may mean that it is paid already.
      const mayBePaid = detail['code'] === 'declined' || detail['code'] === 'bad-request';
      expect(server.count(invoices)).to.equal(mayBePaid ? 2 : 1);
      expect(types(events)).to.deep.equal(['connect-load', 'connect-submit', 'connect-error']);
      expect(events[2]?.[1]).to.include(detail);
      expect(shown(element)).to.contain(said);
      expect(navigations).to.have.length(0);
      expect(element.matches(':state(ready)')).to.equal(true);
      const sentBefore = server.count(post);
      server.answer(post, created);
      button(element, 'pay-invoice.action').click();
      await until(() => navigations.length, 'it has left');
      expect(server.count(post)).to.equal(sentBefore + 1);
    });
  }

  it('by 401 is sent once with the old token and once with the renewed one', async () => {
    const { element, server, navigations } = await scene(
      { token: undefined },
      { [post]: [unauthorized, created] },
    );
    let n = 0;
    element.tokenProvider = () => `t${++n}`;
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.pay();
    expect(server.writes.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer t1',
      'Bearer t2',
    ]);
    expect(navigations).to.have.length(1);
  });

  it('is told where a site may put words of its own', async () => {
    const { element } = await scene({}, { [post]: json({ errorMessage: 'no' }, 400) });
    await element.pay();
    await element.updateComplete;
    const slot = element.shadowRoot?.querySelector('slot[name=error]');
    expect(slot?.textContent).to.contain(english('pay-invoice.error.bad-request.title'));
  });
});

describe('a payment in doubt', () => {
  const doubts: [string, Reply, string][] = [
    ['a network error', networkError, 'in-doubt'],
    ['500', json({}, 500), 'in-doubt'],
    ['HTML', page(), 'invalid-response'],
    [
      'an id above the safe integers',
      text('{"success": true, "transactionId": 9007199254740993}', 'application/json'),
      'invalid-response',
    ],
  ];
  for (const [name, reply, code] of doubts) {
    it(`after ${name} reads the server before it can be tried again`, async () => {
      const answer = held(unpaid);
      const { element, server, events, navigations } = await scene(
        {},
        { [post]: [reply, created], [invoices]: [unpaid, answer.reply] },
      );
      await element.pay();
      await until(() => server.count(invoices) === 2, 'the server is read');
      await element.updateComplete;
      expect(events.at(-1)?.[0]).to.equal('connect-error');
      expect(events.at(-1)?.[1]).to.include({ code });
      expect(element.matches(':state(settled)')).to.equal(true);
      expect(messages(element)).to.deep.equal(['pay-invoice.in-doubt.title']);
      expect(buttons(element)).to.have.length(0);
      answer.release();
      await until(() => element.matches(':state(ready)'), 'it can be tried again');
      expect(server.count(post)).to.equal(1);
      expect(messages(element)).to.deep.equal(['pay-invoice.not-registered.title']);
      expect(types(events)).to.not.include('connect-confirmed');
      button(element, 'pay-invoice.action').click();
      await until(() => navigations.length, 'it has left');
      expect(server.count(post)).to.equal(2);
    });
  }

  it('that turns out to be paid is settled, and cannot be paid again', async () => {
    const { element, server } = await scene(
      {},
      { [post]: networkError, [invoices]: [unpaid, paid] },
    );
    await element.pay();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    expect(element.matches(':state(settled)')).to.equal(true);
    await element.pay();
    expect(buttons(element)).to.have.length(0);
    expect(server.count(post)).to.equal(1);
  });

  it('does not show a transaction number that it does not have', async () => {
    const { element } = await scene({}, { [post]: networkError, [invoices]: [unpaid, paid] });
    await element.pay();
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    expect(shown(element)).to.not.contain('Transaction');
  });

  it('cannot be paid again by pay() while the server is read', async () => {
    const { element, server } = await scene(
      {},
      { [post]: networkError, [invoices]: [unpaid, held(unpaid).reply] },
    );
    await element.pay();
    await until(() => server.count(invoices) === 2, 'the server is read');
    await element.pay();
    expect(server.count(post)).to.equal(1);
  });

  it('stays in doubt while the server cannot be read, and can be checked again', async () => {
    useWaits();
    const { element, server } = await scene({}, { [post]: networkError, [invoices]: networkError });
    await element.pay();
    await until(() => element.matches(':state(failed)'), 'it failed');
    await element.updateComplete;
    expect(offered(element)).to.deep.equal(['pay-invoice.check-again', 'pay-invoice.start-over']);
    await element.pay();
    expect(server.count(post)).to.equal(1);
    server.answer(invoices, unpaid);
    button(element, 'pay-invoice.check-again').click();
    await until(() => element.matches(':state(ready)'), 'it can be tried again');
    expect(server.count(post)).to.equal(1);
  });
});

describe('an element that goes away while the request is under way', () => {
  it('does not navigate when it is removed', async () => {
    const answer = held(created);
    const { element, server, events, navigations } = await scene({}, { [post]: answer.reply });
    const done = element.pay();
    await until(() => server.count(post) === 1);
    element.remove();
    await settled();
    expect(server.writes[0]?.init.signal?.aborted, 'a POST is not aborted').to.equal(false);
    answer.release();
    await done;
    expect(navigations).to.have.length(0);
    expect(types(events)).to.deep.equal(['connect-load', 'connect-submit']);
  });

  it('does not navigate when it is about another invoice now, and can pay that one', async () => {
    const answer = held(created);
    const { element, server, navigations } = await scene(
      {},
      { [post]: [answer.reply, json({ transactionId: 43 })] },
    );
    const done = element.pay();
    await until(() => server.count(post) === 1);
    element.invoiceNumber = '1002';
    await settled();
    answer.release();
    await done;
    expect(navigations).to.have.length(0);
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.pay();
    expect(server.writes[1]?.body).to.include({ invoiceNumber: '1002' });
    expect(navigations).to.have.length(1);
  });

  it('goes on when it only moves in the DOM', async () => {
    const answer = held(created);
    const { element, server, navigations } = await scene({}, { [post]: answer.reply });
    const done = element.pay();
    await until(() => server.count(post) === 1);
    const elsewhere = document.createElement('div');
    element.before(elsewhere);
    elsewhere.append(element);
    answer.release();
    await done;
    expect(navigations).to.have.length(1);
    expect(server.count(post)).to.equal(1);
  });

  it('says nothing of the old invoice when its request fails while another is shown', async () => {
    const answer = held(json({ errorMessage: 'no' }, 400));
    const { element, server, events } = await scene({}, { [post]: answer.reply });
    const done = element.pay();
    await until(() => server.count(post) === 1);
    element.invoiceNumber = '1002';
    await settled();
    answer.release();
    await done;
    await settled();
    expect(types(events)).to.not.include('connect-error');
    expect(messages(element)).to.not.include('pay-invoice.error.bad-request.title');
    expect(element.matches(':state(ready)')).to.equal(true);
  });
});

describe('back from the back/forward cache', () => {
  const pageShow = (persisted: boolean) =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

  it('stops redirecting and offers to continue or to start over', async () => {
    const { element, server, navigations, events } = await scene(
      {},
      { [post]: created, [invoices]: unpaid },
    );
    await element.pay();
    pageShow(true);
    await until(() => buttons(element).length === 2, 'it offers something');
    await until(() => types(events).includes('connect-confirmed'), 'it is told');
    expect(element.matches(':state(settled)')).to.equal(true);
    expect(messages(element)).to.include('pay-invoice.open.title');
    await until(() => types(events).includes('connect-confirmed'), 'it has been asked about');
    const confirmed = { flow: 'pay-invoice', transactionId: 42, confirmed: false };
    expect(events).to.deep.include(['connect-confirmed', confirmed]);
    // Before the payment, and after it.
    expect(server.count(invoices)).to.equal(2);
    button(element, 'pay-invoice.continue').click();
    await until(() => navigations.length === 2, 'it has left again');
    expect(navigations[1]?.url).to.equal(navigations[0]?.url);
    expect(server.count(post)).to.equal(1);
  });

  it('says so when it is paid by now', async () => {
    const { element } = await scene({}, { [post]: created, [invoices]: [unpaid, paid] });
    await element.pay();
    pageShow(true);
    await until(() => messages(element).includes('pay-invoice.registered'), 'it is told as paid');
    expect(shown(element)).to.contain(receipt(42, '1001'));
  });

  it('does nothing to a page that was not kept', async () => {
    const { element, server } = await scene();
    await element.pay();
    pageShow(false);
    await settled();
    expect(element.matches(':state(redirecting)')).to.equal(true);
    // Before the payment, and no more.
    expect(server.count(invoices)).to.equal(1);
  });

  it('only reads once more for an element that was started over', async () => {
    const { element, server } = await scene({}, { [post]: created, [invoices]: unpaid });
    await element.pay();
    pageShow(true);
    await until(() => buttons(element).length === 2, 'it offers something');
    button(element, 'pay-invoice.start-over').click();
    await until(() => messages(element).includes('pay-invoice.ask.start-over.title'), 'it asks');
    button(element, 'pay-invoice.start-over.yes').click();
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    const reads = server.count(invoices);
    pageShow(true);
    await settled();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(server.count(invoices)).to.equal(reads + 1);
  });
});
