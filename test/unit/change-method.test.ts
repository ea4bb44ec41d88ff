import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { changeMethod, texts } from '../../src/i18n/en.js';
import {
  apiBase,
  button,
  buttons,
  held,
  json,
  labels,
  networkError,
  radios,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type Reply,
} from './support.js';

const get = 'GET /v1/product/payment/DN%2F1';
const post = 'POST /v1/product/payment/DN%2F1';
const items = [
  { paymentMethod: 'invoice', current: true },
  'autoGiro',
  'recurringVippsPayment',
  'bitcoin',
];
const listed = json({ paymentMethodResponseItems: items });
const created = json({ success: true, paymentChangeId: 7 });

async function scene(
  table: Record<string, Reply | Reply[]> = { [get]: listed, [post]: created },
  attributes: Record<string, string> = {},
  address = 'https://site.example/account',
) {
  useStore();
  useWaits();
  const where = useAddress(address);
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const element = document.createElement('connect-change-method');
  const all = {
    'product-code': 'DN/1',
    'client-id': 'site',
    'api-url': apiBase,
    token: 't0ken',
    ...attributes,
  };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(element);
  await until(
    () => element.matches(':state(ready), :state(failed), :state(empty), :state(settled)'),
    'it has loaded',
  );
  return { element, server, events, navigations, where };
}

const of = (events: [string, unknown][], type: string) => events.filter(([name]) => name === type);

describe('changing the payment method', () => {
  it('offers the listed methods that are documented, but for the current one', async () => {
    const { element, events } = await scene();
    expect(labels(element)).to.deep.equal(['Avtalegiro', 'Vipps']);
    expect(events).to.deep.equal([['connect-load', { flow: 'change-method', count: 2 }]]);
  });

  it('offers the allow-list in its order and warns of what it does not know', async () => {
    const warnings = useWarnings();
    const { element } = await scene(undefined, {
      methods: 'recurringVippsPayment bitcoin invoice autoGiro',
    });
    expect(labels(element)).to.deep.equal(['Vipps', 'Avtalegiro']);
    expect(warnings).to.deep.equal(['connect-change-method methods: ignored bitcoin']);
  });

  it('is empty when the current method is the only one', async () => {
    const { element } = await scene({
      [get]: json({ paymentMethodResponseItems: items.slice(0, 1) }),
    });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(radios(element)).to.have.length(0);
  });

  it('sends one request and leaves once when pressed seven times', async () => {
    const { element, server, navigations, events } = await scene();
    const press = button(element, changeMethod.action);
    for (let n = 0; n < 7; n++) press.click();
    await element.change();
    await until(() => navigations.length, 'it has left');
    expect(server.count(post)).to.equal(1);
    expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'autoGiro' });
    expect(navigations).to.have.length(1);
    const url = new URL(navigations[0]?.url ?? '');
    expect(url.origin + url.pathname).to.equal('https://connectid.no/user/paymentChange');
    expect(Object.fromEntries(url.searchParams)).to.deep.equal({
      clientId: 'site',
      returnUrl:
        'https://site.example/account?connect=change-method%7Ereturn%7E7%7EautoGiro%7EDN%2F1%7E',
      errorUrl:
        'https://site.example/account?connect=change-method%7Eerror%7E7%7EautoGiro%7EDN%2F1%7E',
      paymentChangeId: '7',
    });
    const about = { flow: 'change-method', paymentMethod: 'autoGiro' };
    expect(events.slice(1)).to.deep.equal([
      ['connect-submit', { ...about, productCode: 'DN/1' }],
      ['connect-transaction', { ...about, transactionId: 7 }],
      ['connect-redirect', { flow: 'change-method', transactionId: 7, url: url.href }],
    ]);
  });

  it('preselects by value and tells connect-select', async () => {
    const { element, events } = await scene(undefined, { value: 'recurringVippsPayment' });
    expect(radios(element).map(({ checked }) => checked)).to.deep.equal([false, true]);
    radios(element)[0]?.click();
    expect(events.at(-1)).to.deep.equal([
      'connect-select',
      { flow: 'change-method', paymentMethod: 'autoGiro' },
    ]);
    expect(element.value).to.equal('autoGiro');
  });

  it('names a product code that is too long, and sends nothing', async () => {
    const { server, events } = await scene({}, { 'product-code': '1234567890123' });
    const errors = of(events, 'connect-error');
    expect(errors.at(-1)?.[1]).to.include({
      flow: 'change-method',
      code: 'config',
      message: 'product-code: expected 1 to 12 characters',
    });
    expect(server.count()).to.equal(0);
  });

  it('is declined by success false and lets another way be chosen', async () => {
    const { element, events, navigations } = await scene({
      [get]: listed,
      [post]: json({ success: false }),
    });
    await element.change();
    await element.updateComplete;
    expect(events.at(-1)?.[1]).to.include({ flow: 'change-method', code: 'declined' });
    expect(shown(element)).to.contain(texts.errors.declined);
    expect(radios(element)).to.have.length(2);
    expect(navigations).to.have.length(0);
  });

  it('in doubt reads the methods again before it can be tried again', async () => {
    const again = held(listed);
    const { element, server, events } = await scene({
      [get]: [listed, again.reply],
      [post]: networkError,
    });
    await element.change();
    await until(() => server.count(get) === 2, 'the server is read');
    await element.updateComplete;
    expect(events.at(-1)?.[1]).to.include({ code: 'in-doubt' });
    expect(buttons(element)).to.have.length(0);
    again.release();
    await until(() => element.matches(':state(ready)'), 'it can be tried again');
    expect(server.count(post)).to.equal(1);
  });

  it('in doubt is settled when the chosen method is the current one by now', async () => {
    const changed = json({
      paymentMethodResponseItems: ['invoice', { paymentMethod: 'autoGiro', current: true }],
    });
    const { element } = await scene({ [get]: [listed, changed], [post]: networkError });
    await element.change();
    await until(() => shown(element).includes(changeMethod.registered), 'it is told as changed');
    expect(element.matches(':state(settled)')).to.equal(true);
  });
});

describe('coming back from a change', () => {
  const arrival =
    'https://site.example/account?connect=change-method~return~7~autoGiro~DN%2F1~&status=finished';
  const ids = { flow: 'change-method', transactionId: 7 };
  const changed = json({
    paymentMethodResponseItems: [{ paymentMethod: 'autoGiro', current: true }, 'invoice'],
  });

  it('is confirmed when the method is the current one', async () => {
    const { element, events, where } = await scene({ [get]: changed }, {}, arrival);
    await until(() => of(events, 'connect-confirmed').length, 'it is confirmed');
    await element.updateComplete;
    expect(of(events, 'connect-outcome')).to.deep.equal([
      ['connect-outcome', { ...ids, outcome: 'finished', verified: false }],
    ]);
    expect(of(events, 'connect-confirmed')).to.deep.equal([
      ['connect-confirmed', { ...ids, confirmed: true }],
    ]);
    expect(where()).to.equal('https://site.example/account');
    expect(shown(element)).to.contain(changeMethod.registered);
  });

  it('is not confirmed when the method is merely a possible one', async () => {
    const { events } = await scene({ [get]: listed }, {}, arrival);
    await until(() => of(events, 'connect-confirmed').length, 'it is confirmed');
    expect(of(events, 'connect-confirmed')).to.deep.equal([
      ['connect-confirmed', { ...ids, confirmed: false }],
    ]);
  });

  it('shows the methods as they are after the change when one starts over', async () => {
    const unknown = arrival.replace('&status=finished', '');
    const { element, events } = await scene({ [get]: listed }, {}, unknown);
    await until(() => of(events, 'connect-confirmed').length, 'it is confirmed');
    await settled();
    button(element, texts.startOver).click();
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    expect(labels(element)).to.deep.equal(['Avtalegiro', 'Vipps']);
  });
});
