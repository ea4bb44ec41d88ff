import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { isTranslated, translators } from '../support/translators.js';
import { get as unpaid, late, list, open, scene as dueScene } from './due-scene.js';
import {
  apiBase,
  button,
  json,
  messages,
  payInvoice1001,
  radios,
  settled,
  shown,
  until,
  useAddress,
  useNavigation,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';

const get = 'GET /v1/customer/invoice/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const owed = (amount: number, paidAmount = 0) => ({
  ...{ invoiceNumber: '1001', companyCode: 'AM', product: 'DN', amount, paidAmount },
});

async function pay(table: Record<string, Reply | Reply[]>) {
  useStore();
  useWaits();
  useAddress('https://site.example/pay');
  const navigations = useNavigation();
  const server = useServer(table);
  const element = await fixture<HTMLElementTagNameMap['connect-pay-invoice']>(payInvoice1001());
  element.amount = '100';
  await until(() => element.matches(':state(ready)'), 'it is ready');
  return { element, navigations, server };
}

async function invoices(...lists: object[][]) {
  useStore();
  useWaits();
  useAddress('https://site.example/');
  useServer({ [get]: lists.map((one) => json({ invoices: one, reminders: [] })) });
  const element = await fixture<HTMLElementTagNameMap['connect-invoices']>(html`
    <connect-invoices
      product-code="DN"
      client-id="site"
      api-url=${apiBase}
      token="t"
    ></connect-invoices>
  `);
  await until(() => element.matches(':state(ready)'), 'it is ready');
  return element;
}

for (const { name, translate } of translators) {
  const translateAll = (element: Element) => {
    if (!element.shadowRoot) throw new Error('not rendered');
    translate(element.shadowRoot);
    expect(isTranslated(element), 'it is translated').to.equal(true);
    return settled();
  };

  describe(`on a page that is translated ${name}`, () => {
    it('the button asks for the amount that is owed now, and the message says so', async () => {
      const { element, server, navigations } = await pay({
        [get]: json({ invoices: [owed(149.5)] }),
        [post]: json({ success: true, transactionId: 42 }),
      });
      await translateAll(element);
      await element.pay();
      await until(() => messages(element).includes('pay-invoice.new-amount.title'), 'it says so');
      await settled();
      const { textContent } = button(element, 'pay-invoice.action');
      expect(textContent).to.contain('149.50').and.not.contain('100');
      expect(shown(element)).to.contain('The amount is now NOK 149.50');
      expect(server.count(post)).to.equal(0);
      button(element, 'pay-invoice.action').click();
      await until(() => navigations.length === 1, 'it leaves');
      expect(server.count(post)).to.equal(1);
    });

    it('a refusal takes the place of what was said before it', async () => {
      const declined = json({ success: false });
      const { element } = await pay({
        [get]: json({ invoices: [owed(100)] }),
        [post]: [declined, json({ message: 'no' }, 400)],
      });
      await element.pay();
      await until(() => messages(element).length === 1, 'it is declined');
      await translateAll(element);
      await element.pay();
      await settled();
      expect(messages(element)).to.deep.equal(['pay-invoice.error.bad-request.title']);
      const [message] = element.shadowRoot?.querySelectorAll('[part=message]') ?? [];
      expect(message?.textContent).to.contain('The payment was not started');
    });

    it('a row names the invoice that its button pays', async () => {
      const [first, second] = [
        { ...owed(100), dueDate: '2026-11-01' },
        { ...owed(200), invoiceNumber: '1002', dueDate: '2026-11-02' },
      ];
      const element = await invoices([first, second], [second]);
      await translateAll(element);
      await element.reload();
      await settled();
      expect(shown(element)).to.contain('1002').and.contain('200').and.not.contain('1001');
      button(element, 'invoices.pay').click();
      await settled();
      const opened = element.shadowRoot?.querySelector('connect-pay-invoice');
      expect(opened?.invoiceNumber).to.equal('1002');
    });

    it('what was paid is no longer shown as owed', async () => {
      const element = await invoices([owed(100)], [owed(100, 100)]);
      await translateAll(element);
      await element.reload();
      await settled();
      expect(shown(element)).to.contain('Paid');
      expect(element.shadowRoot?.querySelector('button')).to.equal(null);
    });

    it('the choice keeps the focus and what was chosen', async () => {
      const { element } = await pay({ [get]: json({ invoices: [owed(100)] }) });
      radios(element)[1]?.focus();
      await translateAll(element);
      radios(element)[2]?.focus();
      radios(element)[2]?.click();
      await settled();
      expect(element.value).to.equal('vippsEcommerce');
      expect(radios(element).map(({ checked }) => checked)).to.deep.equal([
        false,
        false,
        true,
        false,
      ]);
      expect(element.shadowRoot?.activeElement).to.equal(radios(element)[2]);
    });

    it('what is not rendered anew stays as the reader has it', async () => {
      const { element } = await pay({ [get]: json({ invoices: [owed(100)] }) });
      await translateAll(element);
      element.setAttribute('class', 'wide');
      await settled();
      expect(isTranslated(element)).to.equal(true);
    });

    it('a payment in a dialog goes on in it', async () => {
      const { element } = await dueScene({ [unpaid]: list(late, open('1002', '2026-12-19')) });
      await until(() => element.shadowRoot?.querySelector('button'), 'it is due');
      element.shadowRoot?.querySelector('button')?.click();
      await settled();
      const inside = () => element.shadowRoot?.querySelector('connect-pay-invoice');
      const opened = inside();
      await until(() => opened?.matches(':state(ready)'), 'one can pay');
      await translateAll(element);
      element.requestUpdate();
      await settled();
      expect(inside()).to.equal(opened);
      expect(opened?.matches(':state(ready)')).to.equal(true);
      expect(element.shadowRoot?.querySelector('dialog')?.matches(':modal')).to.equal(true);
    });
  });
}

describe('on a page that nobody translates', () => {
  it('nothing is rendered from nothing', async () => {
    const { element } = await pay({ [get]: json({ invoices: [owed(100)] }) });
    const [section, radio] = [element.shadowRoot?.querySelector('section'), radios(element)[0]];
    element.amount = '200';
    radios(element)[2]?.click();
    await settled();
    expect(shown(element)).to.contain('200');
    expect(element.shadowRoot?.querySelector('section')).to.equal(section);
    expect(radios(element)[0]).to.equal(radio);
  });

  it('nor when an extension puts styles of its own beside it', async () => {
    const { element } = await pay({ [get]: json({ invoices: [owed(100)] }) });
    const radio = radios(element)[0];
    const style = document.createElement('style');
    element.shadowRoot?.prepend(style);
    await settled();
    style.textContent = 'section { color: gray }';
    await settled();
    element.amount = '200';
    await settled();
    expect(radios(element)[0]).to.equal(radio);
    expect(style.isConnected).to.equal(true);
  });
});
