import { expect, fixture } from '@open-wc/testing';
import { defineFakes } from '../../src/testing.js';
import { useEvents } from './support.js';

type Perform = (rel: string) => Promise<void>;

/** A stand-in, with the method that fires what the element's would. */
async function fake(markup: string, method: string) {
  defineFakes();
  const events = useEvents();
  const root = await fixture(`<div>${markup}</div>`);
  const element = root.firstElementChild;
  const call: unknown = element && Reflect.get(element, method);
  const isCall = (value: unknown): value is Perform => typeof value === 'function';
  if (!element || !isCall(call)) throw new Error(method);
  return { events, call: (rel = '') => call.call(element, rel), element };
}

describe('what a stand-in fires', () => {
  const vipps = '<connect-vipps-payment></connect-vipps-payment>';
  for (const [rel, ...types] of [
    ['update-payment-abort', 'connect-submit'],
    ['create-capture', 'connect-submit'],
    ['redirect-authorization', 'connect-redirect'],
    ['view-payment', 'connect-transaction'],
    ['paid-payment'],
    ['no-such-operation'],
  ] as const) {
    it(`when ${rel} is performed is what the element would`, async () => {
      const { events, call } = await fake(vipps, 'perform');
      await call(rel);
      expect(events.map(([type]) => type)).to.deep.equal(types);
    });
  }

  it('is about what is chosen, and the invoice and product of its tag, where it pays', async () => {
    const { events, call, element } = await fake(
      '<connect-pay-invoice invoice-number="1001" product-code="DN"></connect-pay-invoice>',
      'pay',
    );
    Object.assign(element, { value: 'nexi' });
    await call();
    expect(events[0]).to.deep.equal([
      'connect-submit',
      { flow: 'pay-invoice', paymentMethod: 'nexi', invoiceNumber: '1001', productCode: 'DN' },
    ]);
    expect(events[1]?.[1]).to.include({ paymentMethod: 'nexi' });
  });

  it('is about a way to pay that can be changed to, and no invoice, where it changes', async () => {
    const { events, call, element } = await fake(
      '<connect-change-method></connect-change-method>',
      'change',
    );
    Object.assign(element, { productCode: 'DN' });
    await call();
    expect(events[0]).to.deep.equal([
      'connect-submit',
      { flow: 'change-method', paymentMethod: 'recurringVippsPayment', productCode: 'DN' },
    ]);
    expect(events[1]?.[1]).to.include({ paymentMethod: 'recurringVippsPayment' });
  });

  it('is about the provider of its tag where it adds', async () => {
    const { events, call } = await fake(
      '<connect-agreements provider="payex" product-code="DN"></connect-agreements>',
      'add',
    );
    await call();
    expect(events[0]).to.deep.equal([
      'connect-submit',
      { flow: 'add-agreement', paymentMethod: 'recurringPayExCardPayment', productCode: 'DN' },
    ]);
    expect(events.map(([type]) => type).slice(1)).to.deep.equal([
      'connect-transaction',
      'connect-redirect',
    ]);
  });
});
