import { expect, fixture } from '@open-wc/testing';
import '../../src/index.js';
import {
  button,
  json,
  messages,
  networkError,
  payInvoice1001,
  radios,
  settled,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';

const get = 'GET /v1/customer/invoice/payment/DN';
const post = 'POST /v1/api/payment/invoice';
const created = json({ success: true, transactionId: 42 });
const invoice = (paidAmount: number) =>
  json({ invoices: [{ invoiceNumber: '1001', amount: 100, paidAmount }] });

async function scene(answer: Reply | Reply[]) {
  useStore();
  useWaits();
  useAddress('https://site.example/pay');
  const clock = { now: Date.UTC(2026, 10, 21, 12) };
  usePlatform({ now: () => clock.now });
  const server = useServer({ [get]: answer, [post]: created });
  const navigations = useNavigation();
  const events = useEvents();
  const element = await fixture<HTMLElement>(payInvoice1001());
  await until(() => element.matches(':state(ready)'), 'it is ready');
  const choose = async (index: number) => {
    radios(element)[index]?.click();
    await settled();
  };
  const press = () => button(element, 'pay-invoice.action').click();
  return { element, server, navigations, events, clock, choose, press };
}

function touch(place: Element | undefined): void {
  place?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
}

describe('the first touch', () => {
  it('of a choice reads what the press has to know, which then sends its request at once', async () => {
    const { server, navigations, choose, press } = await scene(invoice(0));
    expect(server.count(get)).to.equal(0);
    await choose(1);
    expect(server.count(get)).to.equal(1);
    expect(server.count(post), 'nothing is made before the press').to.equal(0);
    press();
    await until(() => navigations.length === 1, 'it leaves');
    expect(server.count(get)).to.equal(1);
  });

  it('of a choice does not wait until it is let go', async () => {
    const { element, server } = await scene(invoice(0));
    touch(radios(element)[1]?.closest('label') ?? undefined);
    await settled();
    expect(server.count(get)).to.equal(1);
    expect(server.count(post)).to.equal(0);
  });

  it('of the button does so too', async () => {
    const { element, server } = await scene(invoice(0));
    touch(button(element, 'pay-invoice.action'));
    await settled();
    expect(server.count(get)).to.equal(1);
    expect(server.count(post)).to.equal(0);
  });

  it('is one question, whichever ways to pay are looked at', async () => {
    const { server, choose } = await scene(invoice(0));
    for (const index of [1, 2, 0]) await choose(index);
    expect(server.count(get)).to.equal(1);
  });

  it('says nothing ten seconds later: the press reads anew', async () => {
    const { server, navigations, choose, press, clock } = await scene([invoice(0), invoice(100)]);
    await choose(1);
    clock.now += 10_000;
    press();
    await until(() => server.count(get) === 2, 'it is read');
    await settled();
    expect(navigations).to.have.length(0);
    expect(server.count(post)).to.equal(0);
  });

  it('shows nothing of what it has read before the press, and heeds it then', async () => {
    const { element, server, events, choose, press } = await scene(invoice(100));
    await choose(1);
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(events.map(([type]) => type)).to.not.include('connect-confirmed');
    press();
    await until(() => messages(element).includes('pay-invoice.already.title'), 'it says so');
    expect(server.count(get)).to.equal(1);
    expect(server.count(post)).to.equal(0);
  });

  it('that is not answered tells nobody, and the press asks once more', async () => {
    const { server, events, navigations, choose, press } = await scene([networkError, invoice(0)]);
    await choose(1);
    expect(events.map(([type]) => type)).to.not.include('connect-error');
    press();
    await until(() => navigations.length === 1, 'it leaves');
    expect(server.count(get)).to.equal(2);
  });

  it('of what is switched off reads nothing', async () => {
    const { element, server } = await scene(invoice(0));
    element.toggleAttribute('disabled', true);
    await settled();
    touch(button(element, 'pay-invoice.action'));
    await settled();
    expect(server.count(get)).to.equal(0);
  });
});
