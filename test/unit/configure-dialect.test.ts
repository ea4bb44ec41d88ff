import { expect, fixture, html } from '@open-wc/testing';
import { configure } from '../../src/index.js';
import type { Dialect } from '../../src/dialect.js';
import {
  apiBase,
  button,
  choices,
  json,
  radios,
  settled,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWaits,
} from './support.js';

const path = '/v1/product/payment/C';
const odd = json({
  paymentMethodResponseItems: [
    { kind: { code: 'GIRO' }, isNow: true },
    { kind: { code: 'PAPER' }, isNow: false },
  ],
});
const codes = new Map([
  ['GIRO', 'autoGiro'],
  ['PAPER', 'invoice'],
]);

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const paymentMethod: Dialect['paymentMethod'] = (item) => {
  if (!isFields(item) || !isFields(item['kind'])) return undefined;
  const code = codes.get(String(item['kind']['code']));
  return code ? { paymentMethod: code, current: item['isNow'] === true } : undefined;
};

const settings = html`<connect-change-method
  product-code="C"
  client-id="site"
  login-url="https://login.example"
  api-url=${apiBase}
  token="t0ken"
></connect-change-method>`;

// These tests build on one another: what is configured stays for the page.
describe('configure({ dialect })', () => {
  it('of a member that there is not, or of another type, says which and sets nothing', () => {
    const wrong: object[] = [{ paymentMethd: paymentMethod }, { paymentMethod: 'autoGiro' }];
    for (const dialect of wrong) {
      const [name = ''] = Object.keys(dialect);
      const members: Partial<Dialect> = {};
      const given = { country: 'se', dialect: Object.assign(members, { ...dialect }) };
      expect(() => configure(given)).to.throw(`dialect.${name}: expected`);
    }
  });

  it('reads again what was read in another dialect, and with the same one reads nothing', async () => {
    useStore();
    const { count } = useServer({ [`GET ${path}`]: odd });
    const root = await fixture(html`<div>${settings}</div>`);
    const element = root.querySelector('connect-change-method');
    await settled();
    const before = count();
    configure({ dialect: { paymentMethod } });
    await until(() => count() > before, 'it asks again');
    await until(() => element && choices(element).includes('Invoice'), 'it shows the method');
    const asked = count();
    configure({ dialect: { paymentMethod } });
    await settled();
    expect(count()).to.equal(asked);
  });

  it('leads to where the change is completed', async () => {
    useStore();
    useAddress('https://site.example/account');
    const navigations = useNavigation();
    useServer({ [`GET ${path}`]: odd, [`POST ${path}`]: json({ paymentChangeId: 7 }) });
    configure({ dialect: { changeMethodPath: '/pay/change' } });
    const root = await fixture(html`<div>${settings}</div>`);
    const element = root.querySelector('connect-change-method');
    await until(() => element && radios(element).length, 'it is ready');
    if (element) radios(element)[0]?.click();
    await settled();
    if (element) button(element, 'change-method.action').click();
    await until(() => navigations.length, 'it leaves');
    expect(navigations[0]?.url).to.match(/^https:\/\/login\.example\/pay\/change\?/);
  });

  it('reads the outcome by its names and words, and a throwing member cannot tell', async () => {
    useStore();
    const events = useEvents();
    const claim = 'connect=change-method~return~7~invoice~C~~end0';
    useAddress(`https://site.example/account?${claim}&betaling=OK`);
    useServer({ [`GET ${path}`]: odd });
    configure({
      dialect: {
        resultParameters: ['betaling'],
        outcome: (value) => (value === 'OK' ? 'cancelled' : undefined),
        outcomeIn: () => {
          throw new TypeError('of the site’s own');
        },
      },
    });
    await fixture(html`<div>${settings}</div>`);
    await until(() => events.some(([type]) => type === 'connect-outcome'), 'it is told');
    const [, detail] = events.find(([type]) => type === 'connect-outcome') ?? [];
    expect(detail).to.include({ outcome: 'cancelled', transactionId: 7 });
  });

  it('says which agreements are about a product, in what is listed and in what is taken for new', async () => {
    useStore();
    useAddress('https://site.example/account');
    const navigations = useNavigation();
    const events = useEvents();
    const list = 'GET /v1/customer/payment/vipps/agreement';
    useServer({
      [list]: json({ recurringAgreements: [{ agreementRef: 'old', productCode: 'C-2026' }] }),
      'POST /v1/customer/payment/vipps/agreement': json({ success: true, transactionId: 42 }),
    });
    configure({
      dialect: { isAgreementAbout: ({ productCode }, code) => productCode.startsWith(code) },
    });
    const agreements = html`<connect-agreements
      product-code="C"
      client-id="site"
      login-url="https://login.example"
      api-url=${apiBase}
      token="t0ken"
    ></connect-agreements>`;
    const root = await fixture(html`<div>${agreements}</div>`);
    const element = root.querySelector('connect-agreements');
    await until(() => events.some(([type]) => type === 'connect-load'), 'it has loaded');
    expect(element?.agreements.map(({ reference }) => reference)).to.deep.equal(['old']);
    await element?.add();
    expect(navigations).to.have.length(1);
    const back = new URL(navigations[0]?.url ?? '').searchParams.get('returnUrl') ?? '';
    element?.remove();
    useStore();
    useWaits();
    useAddress(`${back}&betaling=finished`);
    configure({ dialect: { outcome: () => 'finished' } });
    await fixture(html`<div>${agreements}</div>`);
    await until(() => events.some(([type]) => type === 'connect-confirmed'), 'it is asked about');
    const [, detail] = events.find(([type]) => type === 'connect-confirmed') ?? [];
    expect(detail).to.include({ transactionId: 42, confirmed: false });
  });

  it('never comes from markup', async () => {
    useStore();
    useServer({ [`GET ${path}`]: odd });
    const root = await fixture(html`<div></div>`);
    const written = `<connect-change-method product-code="C" api-url="${apiBase}" token="t"
      dialect='{"changeMethodPath":"/evil"}'></connect-change-method>`;
    root.innerHTML = written;
    await settled();
    expect(root.querySelector('connect-change-method')).not.to.have.property('dialect');
  });
});
