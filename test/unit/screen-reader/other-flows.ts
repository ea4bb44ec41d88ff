import type { TextKey } from '../../../src/i18n/keys.js';
import { apiBase, held, json, messages, offered, rateLimited, shown, text } from '../support.js';
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
import { english, pausing } from '../english.js';

const isIn = (element: Element, state: string) => () => element.matches(`:state(${state})`);
const says = (element: Element, key: TextKey) => () => messages(element).includes(key);

const isOffered = (element: Element, key: TextKey) => () => offered(element).includes(key);

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
      await reader.presses('add-agreement.action', isIn(element, 'submitting'));
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
      await reader.presses('agreements.remove', says(element, 'agreements.remove.ask.title'));
      await reader.presses(
        'agreements.remove.no',
        () => !says(element, 'agreements.remove.ask.title')(),
      );
      await reader.presses('agreements.remove', says(element, 'agreements.remove.ask.title'));
      await reader.presses('agreements.remove.yes', isIn(element, 'submitting'));
      await reader.does(
        'the server answers',
        answer.release,
        says(element, 'agreements.removed.title'),
      );
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
      await reader.presses('method-status.cancel', says(element, 'method-status.cancel.ask.title'));
      await reader.presses(
        'method-status.cancel.no',
        () => !says(element, 'method-status.cancel.ask.title')(),
      );
      await reader.presses('method-status.cancel', says(element, 'method-status.cancel.ask.title'));
      await reader.presses('method-status.cancel.yes', isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, () =>
        shown(element).includes(pausing('method-status', 2)),
      );
      await reader.waits(2, says(element, 'method-status.cancelled'));
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
      const charge = 'vipps-payment.operation.create-capture';
      await reader.sees(isIn(element, 'ready'));
      await reader.reads();
      await reader.presses(charge, isOffered(element, 'vipps-payment.close'));
      await reader.reads();
      await reader.presses(
        'vipps-payment.close',
        () => !isOffered(element, 'vipps-payment.close')(),
      );
      await reader.presses(charge, isOffered(element, 'vipps-payment.close'));
      await reader.presses(charge, isIn(element, 'submitting'));
      await reader.does('the server answers', answer.release, says(element, 'vipps-payment.done'));
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
      await reader.sees(() => shown(element).includes(english('shared.wait', { seconds: 12 })));
      await reader.waits(12, isIn(element, 'ready'));
      return visit;
    },
  },
];

export const otherFlows = [...agreementFlows, ...otherVendors];
