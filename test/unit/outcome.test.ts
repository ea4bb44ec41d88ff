import { expect, fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { changeMethod, payInvoice, texts } from '../../src/i18n/en.js';
import type { ConnectOutcome } from '../../src/elements/outcome.js';
import {
  apiBase,
  button,
  json,
  networkError,
  settled,
  shown,
  until,
  useAddress,
  useEvents,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';

const invoices = 'GET /v1/customer/invoice/payment/DN';
const methods = 'GET /v1/product/payment/DN';
const paid = json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount: 100 }] });
const unpaid = json({ invoices: [] });
const payment = 'connect=pay-invoice~return~42~nexi~DN~1001';

async function scene(query: string, table: Record<string, Reply | Reply[]> = {}) {
  useStore();
  useWaits();
  const where = useAddress(`https://site.example/thanks?a=1&${query}#top`);
  const server = useServer(table);
  const events = useEvents();
  const element = await fixture<ConnectOutcome>(
    html`<connect-outcome api-url=${apiBase} token="t0ken"></connect-outcome>`,
  );
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  return { element, server, events, where };
}

const types = (events: [string, unknown][]) => events.map(([type]) => type);

describe('connect-outcome on a page with no other element', () => {
  it('tells the outcome of a payment once, loads, and asks the server', async () => {
    const { element, events, where } = await scene(`${payment}&status=finished`, {
      [invoices]: paid,
    });
    const ids = { flow: 'pay-invoice', transactionId: 42 };
    await until(() => events.length === 3, 'all is told');
    await settled();
    expect(events).to.deep.include([
      'connect-outcome',
      { ...ids, outcome: 'finished', verified: false },
    ]);
    expect(events).to.deep.include(['connect-load', { flow: 'pay-invoice', count: 1 }]);
    expect(events).to.deep.include(['connect-confirmed', { ...ids, confirmed: true }]);
    expect(events).to.have.length(3);
    expect(element.outcome).to.equal('finished');
    expect(where()).to.equal('https://site.example/thanks?a=1#top');
    expect(shown(element)).to.contain(`${payInvoice.registered} ${texts.transaction(42, '1001')}`);
    expect(element.matches(':state(settled)')).to.equal(true);
  });

  it('tells the outcome of a change of method', async () => {
    const { element, events } = await scene(
      'connect=change-method~return~7~nexi~DN~&status=finished',
      {
        [methods]: json({ paymentMethodResponseItems: [{ paymentMethod: 'nexi', current: true }] }),
      },
    );
    await until(() => types(events).includes('connect-confirmed'));
    await element.updateComplete;
    expect(shown(element)).to.contain(changeMethod.registered);
    expect(events.find(([type]) => type === 'connect-confirmed')?.[1]).to.deep.equal({
      flow: 'change-method',
      transactionId: 7,
      confirmed: true,
    });
  });

  for (const [query, outcome, title] of [
    ['&status=cancelled', 'cancelled', texts.outcomes.cancelled[0]],
    ['&status=failed', 'failed', texts.outcomes.failed[0]],
    ['&status=nonsense', 'unknown', texts.outcomes.unknown[0]],
    ['', 'unknown', texts.outcomes.unknown[0]],
  ] as const) {
    it(`shows ${outcome} for "${query}"`, async () => {
      const { element, events } = await scene(payment + query, { [invoices]: unpaid });
      await until(() => types(events).includes('connect-confirmed'));
      await element.updateComplete;
      expect(element.outcome).to.equal(outcome);
      expect(shown(element)).to.contain(title);
    });
  }

  for (const query of ['', 'status=finished', 'connect=mine&status=finished']) {
    it(`is empty, and leaves the address, with "${query}"`, async () => {
      const { element, events, where, server } = await scene(query);
      expect(element.matches(':state(empty)')).to.equal(true);
      expect(element.outcome).to.equal(undefined);
      expect(events).to.deep.equal([['connect-load', { flow: 'pay-invoice', count: 0 }]]);
      expect(where()).to.equal(`https://site.example/thanks?a=1&${query}#top`);
      expect(server.count()).to.equal(0);
    });
  }

  it('says unknown when our parameter cannot be read', async () => {
    const { element, events } = await scene('connect=pay-invoice~x&status=finished');
    expect(shown(element)).to.contain(texts.outcomes.unknown[0]);
    expect(types(events).filter((type) => type === 'connect-error')).to.have.length(1);
    expect(types(events)).to.not.include('connect-outcome');
    expect(element.outcome).to.equal(undefined);
  });

  it('tells an error of the server, and can ask again', async () => {
    const { element, events, server } = await scene(`${payment}&status=finished`, {
      [invoices]: networkError,
    });
    await until(() => types(events).includes('connect-error'), 'the error is told');
    await element.updateComplete;
    server.answer(invoices, paid);
    button(element, texts.checkAgain).click();
    await until(() => shown(element).includes(payInvoice.registered), 'it is told as paid');
    expect(types(events).filter((type) => type === 'connect-outcome')).to.have.length(1);
  });
});
