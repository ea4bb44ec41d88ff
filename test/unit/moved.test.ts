import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectPayInvoice } from '../../src/elements/pay-invoice.js';
import {
  apiBase,
  button,
  held,
  json,
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
