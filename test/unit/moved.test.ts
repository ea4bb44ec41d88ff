import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import {
  apiBase,
  button,
  held,
  json,
  settled,
  useAddress,
  useEvents,
  useNavigation,
  useServer,
  useStore,
  until,
} from './support.js';

const post = 'POST /v1/api/payment/invoice';
const invoices = 'GET /v1/customer/invoice/payment/DN';
const unpaid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 0 }] });
const canMove = 'moveBefore' in Element.prototype;

/** TypeScript does not know it yet. */
function moveInto(parent: Element, child: Element): void {
  const moveBefore: unknown = Reflect.get(parent, 'moveBefore');
  if (typeof moveBefore === 'function') Reflect.apply(moveBefore, parent, [child, null]);
}

describe('an element that the page moves with moveBefore', function () {
  before(function () {
    if (!canMove) this.skip();
  });

  let navigations: { url: string; target: string }[];
  beforeEach(() => {
    useAddress('https://site.example/pay');
    useStore();
    navigations = useNavigation();
  });

  const inTwoPlaces = () =>
    fixture<HTMLElement>(html`
      <div>
        <connect-config api-url=${apiBase} token="one" client-id="site" lang="en">
          <connect-pay-invoice invoice-number="1001" product-code="DN" company-code="AM">
          </connect-pay-invoice>
        </connect-config>
        <connect-config api-url=${apiBase} token="two" client-id="other" lang="en"></connect-config>
      </div>
    `);
  const elementIn = async (root: HTMLElement) => {
    const element = root.querySelector<ConnectPayInvoice>('connect-pay-invoice');
    if (!element) throw new Error('no element');
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.updateComplete;
    return element;
  };

  it('goes on with the payment that is under way, and keeps the focus', async () => {
    const events = useEvents();
    const answer = held(json({ success: true, transactionId: 42 }));
    const { sent } = useServer({ [invoices]: unpaid, [post]: answer.reply });
    const root = await inTwoPlaces();
    const element = await elementIn(root);
    const pay = button(element, 'pay-invoice.action');
    pay.focus();
    pay.click();
    await until(() => sent.some(({ method }) => method === 'POST'), 'it is sent');
    const focused = element.shadowRoot?.activeElement;
    const config = root.querySelector('connect-config');
    if (config) moveInto(config, element);
    expect(element.shadowRoot?.activeElement).to.equal(focused);
    answer.release();
    await until(() => navigations.length, 'the browser is sent away');
    const told = events.map(([type]) => type);
    expect(told).to.deep.equal(
      ['load', 'submit', 'transaction', 'redirect'].map((name) => `connect-${name}`),
    );
    expect(sent.filter(({ method }) => method === 'POST')).to.have.lengthOf(1);
  });

  it('does not disconnect: its controllers and listeners stay as they are', async () => {
    useServer({ [invoices]: unpaid });
    const root = await inTwoPlaces();
    const element = await elementIn(root);
    let left = 0;
    element.addController({ hostDisconnected: () => void left++ });
    moveInto(root, element);
    expect(left).to.equal(0);
  });

  it('goes by the settings around its new place', async () => {
    const { sent } = useServer({
      [invoices]: unpaid,
      [post]: json({ success: true, transactionId: 42 }),
    });
    const root = await inTwoPlaces();
    const element = await elementIn(root);
    const [, second] = root.querySelectorAll('connect-config');
    if (second) moveInto(second, element);
    await element.updateComplete;
    button(element, 'pay-invoice.action').click();
    await until(() => navigations.length, 'the browser is sent away');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).to.include('Bearer two');
    expect(sent.map(({ headers }) => headers.get('Authorization'))).not.to.include('Bearer one');
  });
});

describe('an element that a library takes out and puts back some promises later', () => {
  let navigations: { url: string; target: string }[];
  beforeEach(() => {
    useAddress('https://site.example/pay');
    useStore();
    navigations = useNavigation();
  });

  const ready = async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <connect-config api-url=${apiBase} token="one" client-id="site" lang="en">
          <connect-pay-invoice invoice-number="1001" product-code="DN" company-code="AM">
          </connect-pay-invoice>
        </connect-config>
      </div>
    `);
    const config = root.querySelector('connect-config');
    const element = root.querySelector<ConnectPayInvoice>('connect-pay-invoice');
    if (!config || !element) throw new Error('no element');
    await until(() => element.matches(':state(ready)'), 'it is ready');
    await element.updateComplete;
    return { config, element };
  };
  const pressed = async (element: ConnectPayInvoice, sent: readonly { method: string }[]) => {
    button(element, 'pay-invoice.action').click();
    await until(() => sent.some(({ method }) => method === 'GET'), 'the server is read');
  };
  const somePromises = async () => {
    for (let round = 0; round < 8; round++) await Promise.resolve();
  };

  it('goes on with a press whose read is under way', async () => {
    const events = useEvents();
    const read = held(unpaid);
    const { sent } = useServer({
      [invoices]: read.reply,
      [post]: json({ success: true, transactionId: 42 }),
    });
    const { config, element } = await ready();
    await pressed(element, sent);
    element.remove();
    await somePromises();
    config.append(element);
    read.release();
    await until(() => navigations.length, 'the browser is sent away');
    const told = events.map(([type]) => type);
    expect(told).to.deep.equal(
      ['load', 'submit', 'transaction', 'redirect'].map((name) => `connect-${name}`),
    );
    expect(sent.filter(({ method }) => method === 'POST')).to.have.lengthOf(1);
  });

  it('sends nothing when it is not put back', async () => {
    const read = held(unpaid);
    const { sent } = useServer({
      [invoices]: read.reply,
      [post]: json({ success: true, transactionId: 42 }),
    });
    const { element } = await ready();
    await pressed(element, sent);
    element.remove();
    await settled();
    read.release();
    await settled();
    expect(sent.filter(({ method }) => method === 'POST')).to.have.lengthOf(0);
  });

  it('sends nothing that no listener of the page could have cancelled', async () => {
    const { sent } = useServer({
      [invoices]: unpaid,
      [post]: json({ success: true, transactionId: 42 }),
    });
    const { config, element } = await ready();
    // What holds around it is lost with the place: with settings of its own it could go on.
    for (const name of ['api-url', 'client-id']) {
      element.setAttribute(name, config.getAttribute(name) ?? '');
    }
    element.token = 'one';
    await element.updateComplete;
    await until(() => element.matches(':state(ready)'), 'it is ready');
    button(element, 'pay-invoice.action').click();
    element.remove();
    await somePromises();
    config.append(element);
    await settled();
    await settled();
    expect(sent.filter(({ method }) => method === 'POST')).to.have.lengthOf(0);
    expect(navigations).to.deep.equal([]);
  });
});

describe('a copy of an element whose shadow root can be copied', () => {
  it('pays too, and shows everything once', async function () {
    useStore();
    useServer({ [invoices]: unpaid, [post]: json({ success: true, transactionId: 42 }) });
    useAddress('https://site.example/pay');
    const navigations = useNavigation();
    const around = await fixture<HTMLElement>(html`<div></div>`);
    if (!('setHTMLUnsafe' in around)) this.skip();
    around.setHTMLUnsafe(`
      <connect-config api-url="${apiBase}" client-id="site" lang="en">
        <template shadowrootmode="open" shadowrootclonable><slot></slot></template>
        <connect-pay-invoice invoice-number="1001" product-code="DN" company-code="AM">
          <template shadowrootmode="open" shadowrootclonable><section>What a server has rendered</section></template>
        </connect-pay-invoice>
      </connect-config>`);
    const giveToken = () =>
      Object.assign(around.querySelector('connect-config') ?? {}, { token: 't' });
    const isReady = () => around.querySelector('connect-pay-invoice')?.matches(':state(ready)');
    giveToken();
    await until(isReady, 'it is ready');
    const chosen: Event[] = [];
    around.addEventListener('connect-select', (event) => void chosen.push(event));
    const copy = around.querySelector('connect-config')?.cloneNode(true);
    around.replaceChildren(copy ?? '');
    giveToken();
    await until(isReady, 'the copy is ready');
    expect(chosen, 'nobody has chosen').to.deep.equal([]);
    const element = around.querySelector('connect-pay-invoice');
    expect(element?.shadowRoot?.querySelectorAll('section').length).to.equal(1);
    await element?.pay();
    await until(() => navigations.length === 1, 'it leaves');
  });
});
