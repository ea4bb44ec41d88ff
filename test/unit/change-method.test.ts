import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectChangeMethod } from '../../src/elements/change-method.js';
import { english } from './english.js';
import {
  apiBase,
  button,
  buttons,
  held,
  json,
  choices,
  networkError,
  page,
  radios,
  settled,
  shown,
  unauthorized,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type Reply,
  messages,
  offered,
} from './support.js';

const get = 'GET /v1/product/payment/DN%2F1';
const post = 'POST /v1/product/payment/DN%2F1';
const items = [{ paymentMethod: 'invoice', current: true }, 'autoGiro', 'recurringVippsPayment'];
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
    () => of(events, 'connect-load').length || element.matches(':state(failed)'),
    'it has loaded',
  );
  await element.updateComplete;
  return { element, server, events, navigations, where };
}

const of = (events: [string, unknown][], type: string) => events.filter(([name]) => name === type);
const all = ['Invoice', 'Avtalegiro', 'Vipps', 'Card', 'Klarna', 'Card, through Nexi'];
/** What of the choices is switched off. */
const off = (element: Element) =>
  choices(element).filter((_, index) => radios(element)[index]?.disabled);
const chosen = (element: Element) => radios(element).find(({ checked }) => checked)?.value;
const choose = (element: Element, method: string) =>
  radios(element)
    .find(({ value }) => value === method)
    ?.click();
/** What is said behind choices, by their methods. */
const remarks = (element: Element) =>
  radios(element).flatMap(({ value, parentElement }) => {
    const remark = parentElement?.querySelector('i')?.textContent;
    return remark ? [[value, remark]] : [];
  });
const inUse = english('change-method.current');

describe('changing the payment method', () => {
  it('offers the documented methods, marks the one in use, and switches off in place what is not listed', async () => {
    const { element, events } = await scene();
    expect(choices(element)).to.deep.equal(all);
    expect(off(element)).to.deep.equal(['Card', 'Klarna', 'Card, through Nexi']);
    expect(remarks(element)).to.deep.equal([['invoice', inUse]]);
    expect(events).to.deep.equal([['connect-load', { flow: 'change-method', count: 3 }]]);
  });

  it('offers the allow-list in its order and warns of what it does not know', async () => {
    const warnings = useWarnings();
    const { element, events } = await scene(undefined, {
      methods: 'recurringVippsPayment bitcoin recurringNexiPayment invoice autoGiro',
    });
    expect(choices(element)).to.deep.equal([
      'Vipps',
      'Card, through Nexi',
      'Invoice',
      'Avtalegiro',
    ]);
    expect(off(element)).to.deep.equal(['Card, through Nexi']);
    expect(of(events, 'connect-load')[0]?.[1]).to.include({ count: 3 });
    expect(warnings).to.deep.equal(['connect-change-method methods: ignored bitcoin']);
  });

  it('takes a radio button out of its group before it takes it away', async () => {
    const { element } = await scene();
    const gone = radios(element);
    expect(gone.map(({ name }) => name)).to.include('choice');
    element.productCode = undefined;
    await until(() => !gone.some((radio) => radio.isConnected), 'they are gone');
    expect(gone.filter((radio) => radio.hasAttribute('name'))).to.deep.equal([]);
  });

  it('shows the choice and the button below its heading, and nothing else', async () => {
    const { element } = await scene(undefined, {
      methods: 'autoGiro invoice recurringNexiPayment',
    });
    const said = [
      'heading',
      // Heard alone: it is the name of the group.
      'heading',
      ...['method.autoGiro', 'method.autoGiro.hint'],
      ...['method.invoice', 'current', 'method.invoice.hint'],
      ...['method.recurringNexiPayment', 'method.recurringNexiPayment.hint'],
      'action',
    ] as const;
    const texts = said.map((moment) => english(`change-method.${moment}`));
    // A remark stands in an element of its own.
    expect(shown(element).replaceAll(' ', '')).to.equal(texts.join('').replaceAll(' ', ''));
  });

  it('takes a product code of twelve characters, and none of thirteen', async () => {
    useWarnings();
    const code = 'x'.repeat(12);
    const { element } = await scene(
      { [`GET /v1/product/payment/${code}`]: listed },
      { 'product-code': code },
    );
    expect(element.matches(':state(ready)')).to.equal(true);
    const { element: other, server } = await scene({}, { 'product-code': `${code}x` });
    expect(other.matches(':state(failed)')).to.equal(true);
    expect(server.count()).to.equal(0);
  });

  it('is empty when the allow-list leaves nothing, and asks for nothing', async () => {
    useWarnings();
    const { element, server, events } = await scene(undefined, { methods: 'bitcoin' });
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(radios(element)).to.have.length(0);
    expect(of(events, 'connect-load')[0]?.[1]).to.include({ count: 0 });
    expect(server.count()).to.equal(0);
  });

  it('sends one request and leaves once when pressed seven times', async () => {
    const { element, server, navigations, events } = await scene();
    const press = button(element, 'change-method.action');
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
        'https://site.example/account?connect=change-method~return~7~autoGiro~DN%2F1~~end0',
      errorUrl: 'https://site.example/account?connect=change-method~error~7~autoGiro~DN%2F1~~end0',
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
    expect(chosen(element)).to.equal('recurringVippsPayment');
    choose(element, 'autoGiro');
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
    expect(messages(element)).to.include('change-method.error.declined.title');
    expect(choices(element)).to.deep.equal(all);
    expect(navigations).to.have.length(0);
  });

  it('in doubt reads the methods again before it can be tried again', async () => {
    const again = held(listed);
    const { element, server, events } = await scene({
      [get]: [listed, listed, again.reply],
      [post]: networkError,
    });
    await element.change();
    await until(() => server.count(get) === 3, 'the server is read');
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
    const { element } = await scene({ [get]: [listed, listed, changed], [post]: networkError });
    await element.change();
    await until(
      () => messages(element).includes('change-method.registered'),
      'it is told as changed',
    );
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
    expect(messages(element)).to.include('change-method.registered');
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
    button(element, 'change-method.start-over').click();
    await element.updateComplete;
    button(element, 'change-method.start-over.yes').click();
    await until(() => element.matches(':state(ready)'), 'it can be chosen');
    expect(remarks(element)[0]).to.deep.equal(['invoice', inUse]);
    expect(off(element)).to.deep.equal(['Card', 'Klarna', 'Card, through Nexi']);
  });
});

describe('before the list has answered', () => {
  async function early(attributes: Record<string, string> = {}, reply: Reply = listed) {
    useStore();
    useWaits();
    useAddress('https://site.example/account');
    const answer = held(reply);
    const server = useServer({ [get]: [answer.reply, listed], [post]: created });
    const events = useEvents();
    const navigations = useNavigation();
    const element = document.createElement('connect-change-method');
    const all = { 'client-id': 'site', 'api-url': apiBase, token: 't0ken', ...attributes };
    const given = { 'product-code': 'DN/1', ...all };
    for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
    (await fixture(html`<div></div>`)).append(element);
    await until(() => element.matches(':state(ready)'), 'it shows the choice');
    const answered = async () => {
      answer.release();
      await until(() => of(events, 'connect-load').length, 'the list has answered');
      await element.updateComplete;
    };
    return { element, server, events, navigations, answered };
  }

  it('all is there to choose from and to press, and connect-load has not come', async () => {
    const { element, events } = await early();
    expect(choices(element)).to.deep.equal(all);
    expect(off(element)).to.deep.equal([]);
    expect(button(element, 'change-method.action').disabled).to.equal(false);
    await settled();
    expect(events).to.deep.equal([]);
  });

  it('it leaves with what is pressed, and the late list changes nothing', async () => {
    const { element, server, navigations, answered } = await early();
    choose(element, 'recurringNexiPayment');
    await element.change();
    expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'recurringNexiPayment' });
    expect(navigations).to.have.length(1);
    await answered();
    expect(navigations).to.have.length(1);
    expect(element.matches(':state(redirecting)')).to.equal(true);
  });

  it('connect-load comes once, when it has answered', async () => {
    const { events, answered } = await early();
    await answered();
    await settled();
    expect(events).to.deep.equal([['connect-load', { flow: 'change-method', count: 3 }]]);
  });

  it('what is not possible is chosen for nobody: the first other one is', async () => {
    const { element, answered } = await early();
    expect(chosen(element)).to.equal('invoice');
    await answered();
    expect(chosen(element)).to.equal('autoGiro');
  });

  it('what the reader has chosen stays on and chosen, and is switched off once another is', async () => {
    const { element, answered } = await early();
    choose(element, 'recurringKlarnaPayment');
    await answered();
    expect(chosen(element)).to.equal('recurringKlarnaPayment');
    expect(off(element)).to.deep.equal(['Card', 'Card, through Nexi']);
    choose(element, 'autoGiro');
    await element.updateComplete;
    expect(off(element)).to.deep.equal(['Card', 'Klarna', 'Card, through Nexi']);
  });

  it('what the focus is on stays on until it has left', async () => {
    const { element, answered } = await early();
    radios(element)[3]?.focus();
    await answered();
    expect(off(element)).to.deep.equal(['Klarna', 'Card, through Nexi']);
    expect(element.shadowRoot?.activeElement).to.equal(radios(element)[3]);
    radios(element)[3]?.blur();
    await element.updateComplete;
    expect(off(element)).to.deep.equal(['Card', 'Klarna', 'Card, through Nexi']);
  });

  it('what is chosen when the focus is on the button is what the button goes on with', async () => {
    const { element, server, answered } = await early();
    button(element, 'change-method.action').focus();
    await answered();
    expect(chosen(element)).to.equal('invoice');
    button(element, 'change-method.action').click();
    await until(() => server.count(post), 'it is sent');
    expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'invoice' });
  });

  it('the form around has what is chosen', async () => {
    const { element, answered } = await early({ name: 'way' });
    const form = document.createElement('form');
    element.replaceWith(form);
    form.append(element);
    await until(() => element.matches(':state(ready)'), 'it shows the choice');
    expect(new FormData(form).get('way')).to.equal('invoice');
    await answered();
    expect(new FormData(form).get('way')).to.equal('autoGiro');
  });

  it('another product is not judged by the list of the one before', async () => {
    const { element, server, answered } = await early();
    await answered();
    expect(off(element)).to.have.length(3);
    const other = held(listed);
    server.answer('GET /v1/product/payment/OTHER', other.reply);
    element.productCode = 'OTHER';
    await element.updateComplete;
    await until(() => server.count('GET /v1/product/payment/OTHER'), 'it is read');
    await element.updateComplete;
    expect(off(element)).to.deep.equal([]);
    expect(remarks(element)).to.deep.equal([]);
    other.release();
    await until(() => off(element).length === 3, 'it is judged by its own');
  });

  it('one that remembers chooses what was used last, unless that is in use by now', async () => {
    const entries = useStore();
    entries.set('connect-elements last change-method', 'recurringVippsPayment');
    useServer({ [get]: listed });
    const place = async () => {
      const events = useEvents();
      const element = await fixture(
        html`<connect-change-method
          product-code="DN/1"
          client-id="site"
          api-url=${apiBase}
          token="t0ken"
          remember
        ></connect-change-method>`,
      );
      await until(() => of(events, 'connect-load').length, 'the list has answered');
      return chosen(element);
    };
    expect(await place()).to.equal('recurringVippsPayment');
    entries.set('connect-elements last change-method', 'invoice');
    expect(await place()).to.equal('autoGiro');
  });
});

describe('a list that says nothing of what is possible', () => {
  const answers: readonly (readonly [string, Reply, string | undefined])[] = [
    ['no list', json({}), undefined],
    ['null', json({ paymentMethodResponseItems: null }), undefined],
    ['an empty one', json({ paymentMethodResponseItems: [] }), undefined],
    ['items that are null', json({ paymentMethodResponseItems: [null] }), 'invalid-response'],
    [
      'items that nobody knows',
      json({ paymentMethodResponseItems: [{ id: 3, name: 'Faktura' }] }),
      'invalid-response',
    ],
    [
      'codes that nobody knows',
      json({ paymentMethodResponseItems: ['FAKTURA', 'KORT'] }),
      undefined,
    ],
    [
      'a code that nobody knows beside others',
      json({ paymentMethodResponseItems: ['bitcoin', 'autoGiro'] }),
      undefined,
    ],
    [
      'nothing but the one in use',
      json({ paymentMethodResponseItems: items.slice(0, 1) }),
      undefined,
    ],
    ['404', json({}, 404), 'bad-request'],
    ['500', json({}, 500), 'server'],
    ['a login page', page(), 'invalid-response'],
    ['no connection', networkError, 'network'],
  ];
  for (const [name, reply, code] of answers) {
    it(`switches off nothing, and leaves with what is chosen: ${name}`, async () => {
      useWarnings();
      const { element, server, events, navigations } = await scene({
        [get]: reply,
        [post]: created,
      });
      expect(choices(element)).to.deep.equal(all);
      expect(off(element)).to.deep.equal([]);
      expect(messages(element)).to.deep.equal([]);
      expect(element.matches(':state(ready)')).to.equal(true);
      const errors = of(events, 'connect-error').map(([, detail]) => detail);
      expect(errors).to.have.length(code ? 1 : 0);
      if (code) expect(errors[0]).to.include({ flow: 'change-method', code });
      expect(events.at(-1)).to.deep.equal(['connect-load', { flow: 'change-method', count: 6 }]);
      choose(element, 'recurringKlarnaPayment');
      await element.change();
      expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'recurringKlarnaPayment' });
      expect(navigations).to.have.length(1);
    });
  }

  it('marks what it says is in use when only some of it is understood', async () => {
    const said = [
      { paymentMethod: 'autoGiro', current: true },
      { id: 3, name: 'Faktura' },
    ];
    const { element } = await scene({ [get]: json({ paymentMethodResponseItems: said }) });
    expect(off(element)).to.deep.equal([]);
    expect(remarks(element)).to.deep.equal([['autoGiro', inUse]]);
  });

  it('tells whoever is no longer logged in, above the choice, and asks again when asked to', async () => {
    const { element, server, events } = await scene({ [get]: unauthorized, [post]: created });
    expect(choices(element)).to.deep.equal(all);
    expect(messages(element)).to.deep.equal(['change-method.load.error.unauthorized']);
    expect(of(events, 'connect-error')[0]?.[1]).to.include({ code: 'unauthorized', status: 401 });
    server.answer(get, listed);
    button(element, 'shared.try-again').click();
    await until(() => off(element).length, 'it is read');
    expect(messages(element)).to.deep.equal([]);
  });
});

describe('renewing the method in use', () => {
  const again =
    'https://site.example/account?connect=change-method~return~7~invoice~DN%2F1~~invoice~end0';

  it('asks for a change to it, though the server says that it is in use', async () => {
    const { element, server, navigations } = await scene();
    choose(element, 'invoice');
    await element.change();
    expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'invoice' });
    const { searchParams } = new URL(navigations[0]?.url ?? '');
    expect(searchParams.get('returnUrl')).to.equal(again);
  });

  const unseen = english('change-method.renewal');

  for (const outcome of ['finished', 'cancelled', 'failed']) {
    it(`that came back as ${outcome} is confirmed by nobody, since it is listed so either way, and one may choose`, async () => {
      const { element, events, server, where } = await scene(
        undefined,
        { storage: 'none' },
        `${again}&status=${outcome}`,
      );
      await until(() => shown(element).includes(unseen), 'it is asked');
      await settled();
      expect(of(events, 'connect-outcome')[0]?.[1]).to.include({ outcome });
      expect(of(events, 'connect-confirmed')).to.deep.equal([]);
      expect(messages(element)).to.deep.equal([`change-method.outcome.${outcome}.title`]);
      expect(offered(element)).to.deep.equal(['change-method.action']);
      expect(where()).to.equal('https://site.example/account');
      choose(element, 'autoGiro');
      await element.change();
      expect(server.writes.map(({ body }) => body)).to.deep.equal([{ paymentMethod: 'autoGiro' }]);
    });
  }

  for (const outcome of ['unknown', 'initiated']) {
    it(`that came back as ${outcome} is confirmed by nobody, and a second one asks first`, async () => {
      const { element, events } = await scene(undefined, {}, `${again}&status=${outcome}`);
      await until(() => shown(element).includes(unseen), 'it is asked');
      await settled();
      expect(of(events, 'connect-confirmed')).to.deep.equal([]);
      expect(messages(element)).to.deep.equal([`change-method.outcome.${outcome}.title`]);
      expect(offered(element)).to.deep.equal(['change-method.start-over']);
      button(element, 'change-method.start-over').click();
      await until(() => messages(element)[0]?.includes('ask.start-over'), 'it asks');
    });
  }

  it('that came back as finished is not told anew on the next page', async () => {
    const { element } = await scene(undefined, {}, `${again}&status=finished`);
    await until(() => shown(element).includes(unseen), 'it is asked');
    await settled();
    const next = element.cloneNode();
    if (!(next instanceof HTMLElement)) throw new Error('no element');
    next.setAttribute('token', 't0ken');
    element.replaceWith(next);
    await until(() => offered(next).length, 'it is ready');
    await settled();
    expect(messages(next)).to.deep.equal([]);
  });

  it('that turns out to have been changed to another is told as not confirmed', async () => {
    const changed = json({
      paymentMethodResponseItems: ['invoice', { paymentMethod: 'autoGiro', current: true }],
    });
    const { events } = await scene({ [get]: changed }, {}, `${again}&status=cancelled`);
    await until(() => of(events, 'connect-confirmed').length, 'it is told');
    expect(of(events, 'connect-confirmed')[0]?.[1]).to.include({ confirmed: false });
  });
});

describe('replace-card', () => {
  const tokens = 'GET /v1/api/payment/payex/token';
  const possible = json({
    paymentMethodResponseItems: [
      { paymentMethod: 'invoice', current: true },
      'autoGiro',
      'recurringPayExCardPayment',
    ],
  });
  const token = (recurrenceToken: string, productCode: unknown = 'DN/1') => ({
    recurrenceToken,
    productCode,
    paymentProviderId: 11,
  });
  const stored = (...paymentRecurrenceTokens: unknown[]) => json({ paymentRecurrenceTokens });
  const card = { value: 'recurringPayExCardPayment' };
  const replace = { ...card, 'replace-card': '' };
  const table = (more: Record<string, Reply | Reply[]> = {}) => ({
    [get]: possible,
    [post]: created,
    ...more,
  });
  const parametersOf = (navigations: { url: string }[]) =>
    Object.fromEntries(new URL(navigations.at(-1)?.url ?? '').searchParams);
  const documented = ['clientId', 'returnUrl', 'errorUrl', 'paymentChangeId'];

  it('off asks for nothing more and carries no ticket', async () => {
    const { element, server, navigations } = await scene(table(), card);
    await element.change();
    expect(server.sent.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      get,
      get,
      post,
    ]);
    expect(Object.keys(parametersOf(navigations))).to.deep.equal(documented);
  });

  it("on reads the tokens, and leaves for a card with the product's own as ticket", async () => {
    const { element, server, navigations, events } = await scene(
      table({ [tokens]: stored(token('other', 'XX'), token('mine'), token('third', 'DN')) }),
      replace,
    );
    expect(server.count(tokens)).to.equal(0);
    expect(of(events, 'connect-load')).to.have.length(1);
    await element.change();
    const asked = server.sent.map(({ method, path }) => `${method} ${path}`);
    expect(asked).to.deep.equal([get, tokens, get, post]);
    const parameters = parametersOf(navigations);
    expect(Object.keys(parameters)).to.deep.equal([...documented, 'ticket']);
    expect(parameters['ticket']).to.equal('mine');
    expect(server.sent.at(-1)?.body).to.deep.equal({ paymentMethod: 'recurringPayExCardPayment' });
  });

  it('never puts the token into an address to come back to', async () => {
    const { element, navigations } = await scene(
      table({ [tokens]: stored(token('secret-1')) }),
      replace,
    );
    await element.change();
    const { returnUrl, errorUrl, ticket } = parametersOf(navigations);
    expect(ticket).to.equal('secret-1');
    expect(returnUrl).to.contain('connect=').and.not.contain('secret');
    expect(errorUrl).to.contain('connect=').and.not.contain('secret');
  });

  it('carries a token through the address as it is', async () => {
    const { element, navigations } = await scene(
      table({ [tokens]: stored(token('a+b/c=&d #é')) }),
      replace,
    );
    await element.change();
    expect(parametersOf(navigations)).to.include({ ticket: 'a+b/c=&d #é', paymentChangeId: '7' });
  });

  it('carries no ticket for another method', async () => {
    const { element, navigations } = await scene(table({ [tokens]: stored(token('mine')) }), {
      ...replace,
      value: 'autoGiro',
    });
    await element.change();
    expect(Object.keys(parametersOf(navigations))).to.deep.equal(documented);
  });

  const without: [string, Reply][] = [
    ['there is none', stored()],
    ['the list is absent', json({})],
    ['the list is null', json({ paymentRecurrenceTokens: null })],
    ['there are those of other products only', stored(token('other', 'XX'), token('no', null))],
    ['it names no token', stored({ productCode: 'DN/1' })],
    ['the token is none', stored({ productCode: 'DN/1', recurrenceToken: { a: 1 } })],
  ];
  for (const [name, reply] of without) {
    it(`carries no ticket when ${name}`, async () => {
      const { element, navigations } = await scene(table({ [tokens]: reply }), replace);
      expect(element.matches(':state(ready)')).to.equal(true);
      await element.change();
      expect(Object.keys(parametersOf(navigations))).to.deep.equal(documented);
    });
  }

  for (const [name, reply, code] of [
    ['500', json({}, 500), 'server'],
    ['403', json({}, 403), 'bad-request'],
    ['a network error', networkError, 'network'],
    ['a list that is none', json({ paymentRecurrenceTokens: {} }), 'invalid-response'],
    ['items that are none', stored(null, 'mine', 7, []), 'invalid-response'],
  ] as const) {
    it(`sends nothing when the tokens cannot be read, and can be tried again: ${name}`, async () => {
      const { element, server, events, navigations } = await scene(
        table({ [tokens]: reply }),
        replace,
      );
      await element.change();
      await until(() => of(events, 'connect-error').length, 'it is told');
      expect(of(events, 'connect-error')[0]?.[1]).to.include({ flow: 'change-method', code });
      expect(server.count(post)).to.equal(0);
      await until(() => element.matches(':state(ready)'), 'it is ready');
      server.answer(tokens, stored(token('mine')));
      await element.change();
      expect(server.count(post)).to.equal(1);
      expect(parametersOf(navigations)).to.include({ ticket: 'mine' });
    });
  }

  it('that was set and taken away again reads no tokens', async () => {
    const { element, server, navigations } = await scene(
      table({ [tokens]: stored(token('mine')) }),
      card,
    );
    element.replaceCard = true;
    await element.updateComplete;
    element.replaceCard = false;
    await element.change();
    expect(Object.keys(parametersOf(navigations))).to.deep.equal(documented);
    expect(server.count(tokens)).to.equal(0);
  });

  it('is carried too when an open change is continued', async () => {
    const { element, server, navigations } = await scene(
      table({ [tokens]: stored(token('mine')) }),
      replace,
    );
    await element.change();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => buttons(element).length === 2, 'it offers to continue');
    button(element, 'change-method.continue').click();
    await until(() => navigations.length === 2, 'it has left again');
    expect(navigations[1]?.url).to.equal(navigations[0]?.url);
    expect(parametersOf(navigations)).to.include({ ticket: 'mine' });
    expect(server.count(post)).to.equal(1);
  });

  for (const [what, productCode] of [
    ['product', 'XX'],
    ['method', 'DN/1'],
  ] as const) {
    it(`is not carried with a change that is continued of another ${what}`, async () => {
      const { element, navigations } = await scene(
        table({
          [tokens]: stored(token('mine')),
          'GET /v1/product/payment/XX': possible,
        }),
        replace,
      );
      await element.change();
      expect(parametersOf(navigations)).to.include({ ticket: 'mine' });
      usePlatform({
        store: (key) =>
          key === `connect-elements change-method ${productCode} `
            ? `left 9 ${Date.now()} other autoGiro `
            : null,
      });
      element.productCode = productCode;
      await element.updateComplete;
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await until(() => buttons(element).length === 2, 'it offers to continue');
      button(element, 'change-method.continue').click();
      await until(() => navigations.length === 2, 'it has left again');
      expect(parametersOf(navigations)).to.include({ paymentChangeId: '9' });
      expect(parametersOf(navigations)).not.to.include.keys('ticket');
    });
  }

  it('is carried when a change is continued before the tokens have been read', async () => {
    const answer = held(stored(token('mine')));
    const navigations = useNavigation();
    useWaits();
    useAddress('https://site.example/account');
    usePlatform({
      store: () => `left 7 ${Date.now()} other recurringPayExCardPayment `,
    });
    useServer(table({ [tokens]: answer.reply }));
    const element = await fixture<ConnectChangeMethod>(
      html`<connect-change-method
        product-code="DN/1"
        client-id="site"
        api-url=${apiBase}
        token="t0ken"
        replace-card
      ></connect-change-method>`,
    );
    await settled();
    buttons(element)
      .find(({ textContent }) => textContent === english('change-method.continue'))
      ?.click();
    await settled();
    answer.release();
    await until(() => buttons(element).length || navigations.length, 'it offers or has left');
    if (!navigations.length) button(element, 'change-method.continue').click();
    await until(() => navigations.length, 'it has left');
    expect(parametersOf(navigations)).to.include({ ticket: 'mine' });
  });

  it('sends nothing when the element goes away while the tokens are read', async () => {
    const answer = held(stored(token('mine')));
    const { element, server } = await scene(table({ [tokens]: answer.reply }), replace);
    const done = element.change();
    await until(() => server.count(tokens) === 1, 'the tokens are read');
    element.remove();
    await settled();
    answer.release();
    await done;
    expect(server.count(post)).to.equal(0);
  });
});
