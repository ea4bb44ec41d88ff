import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { returnAddress } from '../../src/flow/return-address.js';
import { toldBefore } from '../../src/host/told.js';
import { listen, type Handlers } from '../../src/listen.js';
import {
  apiBase,
  button,
  json,
  settled,
  until,
  useAddress,
  useNavigation,
  useServer,
  useStore,
  useWaits,
} from './support.js';

const post = 'POST /v1/api/payment/invoice';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const back = returnAddress('https://site.example/pay', 'return', {
  flow: 'pay-invoice',
  transactionId: 42,
  paymentMethod: 'nexi',
  productCode: 'DN',
  invoiceNumber: '1001',
});

describe('listen', () => {
  let navigations: { url: string; target: string }[];
  beforeEach(() => {
    useStore();
    useWaits();
    useAddress('https://site.example/pay');
    navigations = useNavigation();
    useServer({ [invoices]: unpaid, [post]: json({ success: true, transactionId: 42 }) });
  });

  const paying = async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <connect-pay-invoice
          api-url=${apiBase}
          token="t"
          client-id="site"
          lang="en"
          invoice-number="1001"
          product-code="DN"
          company-code="AM"
        ></connect-pay-invoice>
      </div>
    `);
    const element = root.querySelector('connect-pay-invoice');
    if (!element) throw new Error('no element');
    await until(() => element.matches(':state(ready), :state(settled)'), 'it is shown');
    return { root, element };
  };

  it('hands over what was told before: ready, and what the payer came back with', async () => {
    useAddress(`${back}&status=cancelled`);
    const { root } = await paying();
    await settled();
    const told: string[] = [];
    const heard = listen(root, {
      'connect-load': ({ type }) => told.push(type),
      'connect-outcome': ({ detail }) => told.push(detail.outcome),
    });
    expect(told).to.deep.equal([]);
    expect((await heard.outcome).outcome).to.equal('cancelled');
    expect((await heard.ready).flow).to.equal('pay-invoice');
    expect(told).to.have.members(['connect-load', 'cancelled']);
    heard.stop();
  });

  it('tells nothing twice, also where it begins in the middle of an event', async () => {
    const { root, element } = await paying();
    await settled();
    const told: string[] = [];
    element.addEventListener(
      'connect-load',
      () => listen(root, { 'connect-load': ({ type }) => told.push(type) }),
      { once: true },
    );
    await element.reload();
    await settled();
    // The first load, and the one that it began in.
    expect(told).to.have.lengthOf(2);
    await element.reload();
    expect(told).to.have.lengthOf(3);
  });

  it('hands over nothing again to whoever listens there anew, as an effect does that runs again', async () => {
    useAddress(`${back}&status=cancelled`);
    const { root } = await paying();
    await settled();
    const told: string[] = [];
    const handlers: Handlers = { 'connect-outcome': ({ detail }) => told.push(detail.outcome) };
    const first = listen(root, handlers);
    const beside = listen(root, handlers);
    await settled();
    expect(told).to.deep.equal(['cancelled', 'cancelled']);
    first.stop();
    const second = listen(root, {
      ...handlers,
      'connect-load': ({ type }) => told.push(type),
    });
    expect((await second.outcome).outcome).to.equal('cancelled');
    // What the first had no handler for is news.
    expect(told).to.deep.equal(['cancelled', 'cancelled', 'connect-load']);
    beside.stop();
    second.stop();
  });

  it('hands over what was told to the second of two where the first was stopped at once', async () => {
    useAddress(`${back}&status=cancelled`);
    const { root } = await paying();
    await settled();
    const told: string[] = [];
    const handlers: Handlers = { 'connect-outcome': ({ detail }) => told.push(detail.outcome) };
    listen(root, handlers).stop();
    listen(root, handlers);
    await settled();
    expect(told).to.deep.equal(['cancelled']);
  });

  /** As a framework does whose hydration has failed: the same tag, made by a script. */
  const madeAnew = async (element: HTMLElement) => {
    const other = document.createElement('connect-pay-invoice');
    for (const { name, value } of element.attributes) other.setAttribute(name, value);
    element.replaceWith(Object.assign(other, { token: 't' }));
    await until(() => other.matches(':state(ready), :state(settled)'), 'it is shown');
    await settled();
    return other;
  };

  it('hands over what the payer came back with where the element that has told it was made anew', async () => {
    useAddress(`${back}&status=cancelled`);
    const { element } = await paying();
    await settled();
    const told: string[] = [];
    const handlers: Handlers = { 'connect-outcome': ({ detail }) => told.push(detail.outcome) };
    const second = await madeAnew(element);
    const heard = listen(second, handlers);
    expect((await heard.outcome).outcome).to.equal('cancelled');
    expect(told).to.deep.equal(['cancelled']);
    heard.stop();
    // Somebody has heard it: what a route shows next does not hear it again.
    listen(await madeAnew(second), handlers);
    await settled();
    expect(told).to.deep.equal(['cancelled']);
  });

  it('hands over nothing of an element that has gone where no other of its kind stands', async () => {
    useAddress(`${back}&status=cancelled`);
    const { root, element } = await paying();
    await settled();
    const told: string[] = [];
    const other = await fixture<HTMLElement>(html`<div></div>`);
    element.remove();
    const handlers: Handlers = { 'connect-outcome': ({ detail }) => told.push(detail.outcome) };
    for (const place of [root, other, document]) listen(place, handlers);
    await settled();
    expect(told).to.deep.equal([]);
  });

  it('can keep a payment from being sent', async () => {
    const { root, element } = await paying();
    const heard = listen(root, { 'connect-submit': (event) => event.preventDefault() });
    button(element, 'pay-invoice.action').click();
    await settled();
    expect(navigations).to.have.lengthOf(0);
    heard.stop();
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length, 'it is sent once nobody objects');
  });

  it('hears what is in its place alone, and nothing of an element that has gone', async () => {
    const { root } = await paying();
    const other = await fixture<HTMLElement>(html`<div></div>`);
    const told: string[] = [];
    listen(other, { 'connect-load': ({ type }) => told.push(type) });
    root.remove();
    listen(document, { 'connect-load': ({ type }) => told.push(type) });
    await settled();
    expect(told).to.deep.equal([]);
  });

  it('holds on to no element that has left, once another has told something', async () => {
    const { root, element } = await paying();
    root.remove();
    const other = await paying();
    const elements = toldBefore().map((one) => one.element);
    expect(elements).to.include(other.element);
    expect(elements).not.to.include(element);
  });

  it('hears an element in a shadow root of the site', async () => {
    const { root, element } = await paying();
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(element);
    root.append(host);
    await until(() => element.matches(':state(ready)'), 'it is ready');
    expect((await listen(root).ready).flow).to.equal('pay-invoice');
  });
});
