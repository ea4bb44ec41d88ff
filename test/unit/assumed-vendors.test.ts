import { expect, fixture, html } from '@open-wc/testing';
import type { ConnectMethodStatus } from '../../src/elements/method-status.js';
import '../../src/index.js';
import { english } from './english.js';
import {
  apiBase,
  button,
  json,
  messages,
  offered,
  settled,
  shown,
  text,
  until,
  useAddress,
  useEvents,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';
import { samplePayment } from '../support/vipps-sample.js';
import { get as getPayment, names, resource, said, scene, useSeamless } from './vipps-scene.js';

// Each is called by what the page "What we assume" says of the other two vendors: the page is held against these names.

const base = `${apiBase}/paymentMethod/m1`;
const active = { paymentMethodGuid: 'm1', state: 'Active', paymentMethodType: 'Card' };
const accepted: Reply = text('', 'text/plain', 202);

interface Answers {
  /** Of the method, in their order. */
  readonly states?: readonly object[];
  readonly method?: Reply;
  readonly subscriptions?: readonly object[];
  readonly cancellation?: Reply;
}

async function stored({ states = [{}], method, subscriptions = [], cancellation }: Answers) {
  useStore();
  useWaits();
  useAddress('https://site.example/account');
  const path = base.slice(apiBase.length);
  useServer({
    [`GET ${path}`]: method ?? states.map((fields) => json({ ...active, ...fields })),
    [`GET ${path}/subscriptions`]: json(subscriptions),
    [`POST ${path}/Cancel`]: cancellation ?? accepted,
  });
  const events = useEvents();
  const element = await fixture<ConnectMethodStatus>(
    html`<connect-method-status guid="m1" api-url=${apiBase} token="t"></connect-method-status>`,
  );
  await until(() => !element.matches(':state(loading)'), 'it has loaded');
  const types = () => events.map(([type]) => type);
  return { element, types };
}

const cancel = 'method-status.cancel';
const refused = (status: number, errorCode = '10001') => json({ errorCode }, status);

describe('what is assumed of OnlineFundraising', () => {
  it('there is no button to cancel, or the vendor refuses it, which is told as not done', async () => {
    const { element } = await stored({ states: [{ state: 'OnHold' }] });
    expect(offered(element)).not.to.include(cancel);
    element.remove();
    const other = await stored({ cancellation: refused(400) });
    expect(offered(other.element)).to.include(cancel);
    await other.element.cancel();
    expect(messages(other.element)).to.deep.equal(['method-status.not-cancelled.refused']);
    expect(other.types()).not.to.include('connect-removed');
  });

  it('one that is cancelled by another name is told as not done yet, and one can look again', async () => {
    const { element, types } = await stored({ states: [{}, { state: 'Terminated' }] });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.include('method-status.asked.title');
    expect(offered(element)).to.include('shared.check-again');
    expect(types()).not.to.include('connect-removed');
  });

  it('it is told as not cancelled, without a reason', async () => {
    const { element } = await stored({ cancellation: refused(400, 'PAYMENTS_PENDING') });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
    expect(shown(element)).not.to.contain(english('method-status.pending.title'));
  });

  it('it is called by a code of the vendor’s', async () => {
    const codes = { paymentMethodType: '', paymentMethodAccountingCode: 'XDD-1' };
    const { element } = await stored({ states: [codes] });
    expect(shown(element)).to.contain('XDD-1');
  });

  it('the time is not shown', async () => {
    const { element } = await stored({ states: [{ createdTs: '31.01.2024 12:00:00 +0100' }] });
    expect(shown(element)).not.to.contain(english('method-status.fact.created'));
    expect(shown(element)).not.to.contain('2024');
  });

  it('the day of the next payment is not shown', async () => {
    const subscriptions = [{ subscriptionGuid: 's1', state: 'OnHold', nextDueDate: '2027-02-01' }];
    const { element } = await stored({ subscriptions });
    expect(shown(element)).to.contain('s1').and.not.contain('2027');
  });

  it('what takes longer is told as not done yet, until the reader looks again', async () => {
    const late = [...Array<object>(7).fill({}), { state: 'Cancelled' }];
    const { element, types } = await stored({ states: late });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.include('method-status.asked.title');
    expect(types()).not.to.include('connect-removed');
    button(element, 'shared.check-again').click();
    await until(() => messages(element).includes('method-status.cancelled'), 'it is done');
  });

  it('a subscription is listed without its state or its day', async () => {
    const subscriptions = [{ subscriptionGuid: 's1', status: 'Active', nextPayment: '2027-02-01' }];
    const { element } = await stored({ subscriptions });
    const rows = [...(element.shadowRoot?.querySelectorAll('[role=listitem]') ?? [])];
    expect(rows.at(-1)?.textContent.trim()).to.equal(
      english('method-status.subscription', { number: 's1' }),
    );
  });

  it('the vendor refuses the cancellation, which is told as not done', async () => {
    const { element, types } = await stored({ cancellation: refused(403) });
    await element.cancel();
    await element.updateComplete;
    expect(messages(element)).to.deep.equal(['method-status.not-cancelled.refused']);
    expect(types()).not.to.include('connect-removed');
    expect(offered(element)).to.include(cancel);
  });

  it('it is told by another error that the method cannot be shown', async () => {
    const { element } = await stored({ method: refused(403) });
    expect(messages(element)).to.deep.equal(['method-status.load.error.bad-request']);
  });
});

describe('what is assumed of Swedbank Pay', () => {
  it('one that is paid is not told as registered while it is listed so', async () => {
    for (const [rels, fields] of [
      [['paid-payment', 'view-authorization'], {}],
      [['paid-payment'], { state: 'Pending' }],
    ] as const) {
      const { element } = await scene({ reply: resource(rels, fields) });
      expect(messages(element)).not.to.include('vipps-payment.registered');
      element.remove();
    }
  });

  it('the payer reads another sum than the one that Vipps asks for', async () => {
    const sums = { amount: 0, remainingCaptureAmount: 1500, price: 2000 };
    const { element } = await scene({ reply: resource(['view-authorization'], sums) });
    expect(shown(element)).to.contain('NOK 15.00').and.not.contain('20.00');
  });

  it('a button to release is offered that the vendor refuses, which is told as not done', async () => {
    const href = `${apiBase}/vipps/1/cancel`;
    const operation = { rel: 'create-cancel', method: 'POST', href, contentType: 'x' };
    const listed = json({ payment: samplePayment, operations: [operation] });
    const { element, server } = await scene({ reply: listed, merchant: true });
    server.answer('POST /vipps/1/cancel', json({ type: 'https://x/forbidden' }, 403));
    expect(offered(element)).to.include('vipps-payment.operation.create-cancellation');
    await element.perform('create-cancellation');
    await element.updateComplete;
    expect(messages(element)).to.include('vipps-payment.refused');
  });

  it('a refusal that is not known is told as something that the service could not do, and never as done', async () => {
    const reply = resource(['create-capture']);
    const { element, server, events } = await scene({ reply, merchant: true });
    server.answer('POST /vipps/1/captures', json({ type: 'https://x/vipps_asleep' }, 403));
    await element.perform('create-capture');
    await element.updateComplete;
    expect(messages(element)).to.include('vipps-payment.refused');
    expect(said(element, 'error')).to.contain(english('shared.error.bad-request'));
    expect(events.find(([type]) => type === 'connect-error')?.[1]).to.include({
      code: 'bad-request',
    });
  });

  it('a charge is refused, and nothing is charged', async () => {
    const reply = resource(['create-capture'], { remainingCaptureAmount: 1500 });
    const { element, server } = await scene({ reply, merchant: true });
    const problems = [{ name: 'Transaction.PayeeReference', description: 'has been used' }];
    server.answer('POST /vipps/1/captures', json({ type: 'https://x/inputerror', problems }, 400));
    await element.perform('create-capture');
    await element.updateComplete;
    expect(server.writes).to.have.length(1);
    expect(messages(element)).to.include('vipps-payment.refused');
    expect(shown(element)).to.match(/Left to charge ?NOK 15.00/);
  });

  it('the payer is told that nobody knows yet, while the server is asked for ten minutes', async () => {
    const first = await scene({ reply: resource(['redirect-authorization']) });
    await first.element.perform('redirect-authorization');
    const kept = [...first.store];
    first.element.remove();
    const reply = resource(['redirect-authorization']);
    const { element, events, store, waits } = await scene({ reply });
    kept.forEach(([key, value]) => store.set(key, value));
    void element.reload();
    await until(() => names(events).includes('connect-confirmed'), 'it is asked');
    await element.updateComplete;
    expect(waits.length).to.be.within(595, 605);
    expect(events.at(-1)?.[1]).to.include({ confirmed: false });
    expect(messages(element)).to.include('vipps-payment.open.title');
  });

  it('what it says later is dropped; how it went the server is asked all the same', async () => {
    const { tell } = useSeamless();
    const { element, events, server } = await scene({ reply: resource(['view-payment']) });
    await element.perform('view-payment');
    server.answer(getPayment, resource(['paid-payment']));
    tell('onPaymentFailed');
    tell('onPaymentCompleted');
    await until(() => names(events).includes('connect-confirmed'), 'it is confirmed');
    await settled();
    const outcomes = events.filter(([type]) => type === 'connect-outcome');
    expect(outcomes).to.have.length(1);
    expect(outcomes[0]?.[1]).to.include({ outcome: 'failed' });
    expect(events.at(-1)?.[1]).to.include({ confirmed: true });
  });
});
