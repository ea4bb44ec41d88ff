import { apiBase, held, json, rateLimited, shown, text } from '../support.js';
import type { Flow } from './pay-flows.js';
import {
  agreements as listed,
  created,
  guid,
  open,
  requests,
  stored,
  vippsPayment as payment,
} from './scenes.js';
import { agreements, methodStatus, pausing, vippsPayment } from './words.js';

const isIn = (element: Element, state: string) => () => element.matches(`:state(${state})`);
const asks = (element: Element, question: string) => () => shown(element).includes(question);

const agreementFlows: readonly Flow[] = [
  {
    title: 'Agreements: one is added',
    async play() {
      const answer = held(created);
      const table = { [requests.agreements]: listed(), [requests.add]: answer.reply };
      const visit = await open({ tag: 'connect-agreements', table });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'empty'));
      await reader.reads();
      await reader.presses(agreements.add, isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, isIn(element, 'redirecting'));
      return visit;
    },
  },
  {
    title: 'Agreements: one is kept, then removed',
    async play() {
      const answer = held(json({ success: true }));
      const table = {
        [requests.agreements]: [listed('abcd', 'efgh'), listed('efgh')],
        [requests.remove]: answer.reply,
      };
      const visit = await open({ tag: 'connect-agreements', table });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'ready'));
      await reader.reads();
      await reader.presses(agreements.remove, asks(element, agreements.ask));
      await reader.presses(agreements.keep, () => !shown(element).includes(agreements.ask));
      await reader.presses(agreements.remove, asks(element, agreements.ask));
      await reader.presses(agreements.confirm, isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, asks(element, agreements.removed));
      return visit;
    },
  },
];

const otherVendors: readonly Flow[] = [
  {
    title: 'A stored payment method is cancelled',
    async play() {
      const answer = held(text('', 'text/plain', 202));
      const table = {
        [requests.stored]: [stored('Active'), stored('Active'), stored('Cancelled')],
        [requests.subscriptions]: json([]),
        [requests.cancel]: answer.reply,
      };
      const visit = await open({ tag: 'connect-method-status', attributes: { guid }, table });
      const { reader, element } = visit;
      await reader.sees(isIn(element, 'ready'));
      await reader.reads();
      await reader.presses(methodStatus.cancel, asks(element, methodStatus.question));
      await reader.presses(methodStatus.keep, () => !asks(element, methodStatus.question)());
      await reader.presses(methodStatus.cancel, asks(element, methodStatus.question));
      await reader.presses(methodStatus.confirm, isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, asks(element, pausing(2)));
      await reader.waits(2, asks(element, methodStatus.done));
      return visit;
    },
  },
  {
    title: 'A Vipps payment is charged',
    async play() {
      const answer = held(json({}));
      const attributes = { src: `${apiBase}/vipps/1`, merchant: '' };
      const table = {
        [requests.vipps]: [
          ...[payment(['create-capture']), payment(['create-capture'])],
          payment([], { remainingCaptureAmount: 0 }),
        ],
        [requests.capture]: answer.reply,
      };
      const visit = await open({ tag: 'connect-vipps-payment', attributes, table });
      const { reader, element } = visit;
      const charge = vippsPayment.operations['create-capture'];
      await reader.sees(isIn(element, 'ready'));
      await reader.reads();
      await reader.presses(charge, asks(element, vippsPayment.no));
      await reader.reads();
      await reader.presses(vippsPayment.no, () => !asks(element, vippsPayment.no)());
      await reader.presses(charge, asks(element, vippsPayment.no));
      await reader.presses(charge, isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, asks(element, vippsPayment.done));
      return visit;
    },
  },
  {
    title: 'A Vipps payment, and the server asks to wait',
    async play() {
      const attributes = { src: `${apiBase}/vipps/1` };
      const limited = rateLimited({ 'Retry-After': '12' });
      const table = { [requests.vipps]: [limited, payment([])] };
      const visit = await open({ tag: 'connect-vipps-payment', attributes, table });
      const { reader, element } = visit;
      await reader.sees(asks(element, pausing(12)));
      await reader.waits(12, isIn(element, 'ready'));
      return visit;
    },
  },
];

export const otherFlows = [...agreementFlows, ...otherVendors];
