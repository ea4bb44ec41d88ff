import { held, json, messages, networkError, offered, rateLimited, shown } from '../support.js';
import type { Visit } from './scenes.js';
import {
  created,
  invoiceOf,
  manyInvoices,
  methods,
  open,
  paid,
  requests,
  unpaid,
} from './scenes.js';
import { english, pausing } from '../english.js';

/** One way through an element; gives the transcript. */
export interface Flow {
  readonly title: string;
  play(): Promise<Visit>;
}

const payment = { tag: 'connect-pay-invoice', attributes: invoiceOf };
const back = (status: string) =>
  `?connect=pay-invoice~return~42~vippsEcommerce~DN~1001&status=${status}`;
const isIn = (element: Element, state: string) => () => element.matches(`:state(${state})`);

/** Back from the provider, with what the server says of it. */
async function arrive(status: string, answer = unpaid): Promise<Visit> {
  const visit = await open({
    ...payment,
    query: back(status),
    table: { [requests.invoices]: answer },
  });
  await visit.reader.sees(() => visit.server.count());
  return visit;
}

const firstFlows: readonly Flow[] = [
  {
    title: 'The list of payment methods loads and is read',
    async play() {
      const answer = held(methods);
      const table = { [requests.methods]: answer.reply };
      const visit = await open({ tag: 'connect-payment-methods', table });
      const { reader, element, server } = visit;
      await reader.sees(() => server.count());
      await reader.does('the server answers', answer.release, isIn(element, 'ready'));
      await reader.reads();
      return visit;
    },
  },
  {
    title: 'An invoice: choose, pay, leave',
    async play() {
      const answer = held(created);
      const visit = await open({ ...payment, table: { [requests.pay]: answer.reply } });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'ready'));
      await reader.reads();
      const radio = element.shadowRoot?.querySelectorAll('input')[1];
      await reader.does(
        'goes to the second method',
        () => radio?.focus(),
        () => true,
      );
      await reader.does(
        'chooses it',
        () => radio?.click(),
        () => radio?.checked,
      );
      await reader.presses('pay-invoice.action', isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, isIn(element, 'redirecting'));
      await reader.reads();
      return visit;
    },
  },
  {
    title: 'Back with “finished”, and the server confirms it after a while',
    async play() {
      const { reader, element, server } = await arrive('finished');
      await reader.sees(() => shown(element).includes(pausing('pay-invoice', 2)));
      server.answer(requests.invoices, paid);
      await reader.waits(2, () => messages(element).includes('pay-invoice.registered'));
      await reader.reads();
      return { reader, element, server };
    },
  },
  {
    title: 'Back with “finished”, and the server never confirms it',
    async play() {
      const visit = await arrive('finished');
      const { reader, element } = visit;
      await reader.sees(() => shown(element).includes(pausing('pay-invoice', 2)));
      await reader.waits(30, () => offered(element).includes('pay-invoice.check-again'));
      const isTold = () => offered(element).includes('pay-invoice.check-again');
      await reader.presses('pay-invoice.check-again', () => visit.server.count() > 5 && isTold());
      return visit;
    },
  },
  {
    title: 'Back with “cancelled”',
    async play() {
      const visit = await arrive('cancelled');
      const { reader, element } = visit;
      const isTold = () => messages(element).includes('pay-invoice.unconfirmed.cancelled.title');
      await reader.waits(2, isTold);
      await reader.reads();
      return visit;
    },
  },
  {
    title: 'A payment in doubt',
    async play() {
      const answer = held(unpaid);
      const table = { [requests.pay]: networkError, [requests.invoices]: answer.reply };
      const visit = await open({ ...payment, table });
      const { reader, element, server } = visit;
      await reader.sees(isIn(element, 'ready'));
      await reader.presses('pay-invoice.action', () => server.count(requests.invoices));
      // The read before the POST has gone by then, and what is in doubt is asked about.
      await reader.does('the server answers', answer.release, () => server.count(requests.pay));
      // The limit of the read before the POST, and the pause before what says no once is asked again.
      await reader.waits(3, isIn(element, 'ready'));
      return visit;
    },
  },
];

const laterFlows: readonly Flow[] = [
  {
    title: 'An error, tried again in vain, and again',
    async play() {
      const first = held(json({}, 403));
      const table = { [requests.methods]: [json({}, 403), first.reply, methods] };
      const visit = await open({ tag: 'connect-payment-methods', table });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'failed'));
      await reader.reads();
      await reader.presses('shared.try-again', isIn(element, 'loading'));
      await reader.does('the server answers', first.release, isIn(element, 'failed'));
      await reader.presses('shared.try-again', isIn(element, 'ready'));
      return visit;
    },
  },
  {
    title: 'The server asks to wait: a countdown',
    async play() {
      const table = { [requests.methods]: [rateLimited({ 'Retry-After': '3' }), methods] };
      const visit = await open({ tag: 'connect-payment-methods', table });
      const { reader, element } = visit;
      await reader.sees(() => shown(element).includes(english('shared.wait', { seconds: 3 })));
      await reader.waits(3, isIn(element, 'ready'));
      return visit;
    },
  },
  {
    title: 'Another payment method, which is refused',
    async play() {
      const answer = held(json({}, 403));
      const table = { [requests.methods]: methods, [requests.change]: answer.reply };
      const visit = await open({ tag: 'connect-change-method', table });
      const { reader, element } = visit;
      await reader.sees(() => shown(element).includes(english('change-method.current')));
      await reader.reads();
      await reader.presses('change-method.action', isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, () =>
        messages(element).includes('change-method.error.bad-request.title'),
      );
      return visit;
    },
  },
  {
    title: 'Invoices: all of them, and one is paid in place',
    async play() {
      const answer = held(json({}, 403));
      const table = { [requests.invoices]: manyInvoices, [requests.pay]: answer.reply };
      const visit = await open({ tag: 'connect-invoices', table });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'ready'));
      await reader.presses('invoices.all', () => !offered(element).includes('invoices.all'));
      await reader.presses('invoices.pay', () => inner(element)?.matches(':state(ready)'));
      const payment = inner(element);
      if (!payment) throw new Error('it did not open');
      await reader.presses('pay-invoice.action', isIn(payment, 'submitting'), payment);
      await reader.does('the server answers', answer.release, () =>
        messages(payment).includes('pay-invoice.error.bad-request.title'),
      );
      await reader.presses('invoices.close', () => !inner(element));
      return visit;
    },
  },
];

const inner = (element: Element) => element.shadowRoot?.querySelector('connect-pay-invoice');

export const payFlows = [...firstFlows, ...laterFlows];
