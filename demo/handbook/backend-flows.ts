import type { Sequence } from './sequence.js';
import { answer, call, element, fire, site, subscriber } from './steps.js';

const funds = 'Payment Method API';
const stored = 'GET /paymentMethod/{guid}, with its subscriptions';

export const cancel: Sequence = {
  ...{ id: 'cancel', title: 'Cancel a stored payment method', element },
  actors: [subscriber, element, site, funds],
  parts: [
    {
      title: 'As it goes',
      steps: [
        call(element, site, stored),
        call(site, funds, 'the same, with the merchant’s key'),
        answer(funds, site, 'the method'),
        answer(site, element, 'the method, without tokens'),
        fire('connect-load'),
        call(subscriber, element, 'presses Cancel, and says yes'),
        fire('connect-remove', 'cancelable: nothing is sent'),
        call(element, site, 'POST /paymentMethod/{guid}/Cancel'),
        call(site, funds, 'the same, with the key'),
        answer(funds, site, '202: it has been asked for'),
        answer(site, element, '202'),
        call(element, site, `${stored}, again after growing pauses`),
        answer(site, element, 'state: Cancelled'),
        fire('connect-removed'),
      ],
    },
    {
      title: 'When the session has ended',
      steps: [
        call(element, site, 'POST /paymentMethod/{guid}/Cancel'),
        answer(site, element, '401, from your own server'),
        fire('connect-error', 'unauthorized: your reader has to log in'),
      ],
    },
    {
      title: 'When the answer is lost',
      steps: [
        call(element, site, 'POST /paymentMethod/{guid}/Cancel'),
        answer(site, element, 'no answer, or a 5xx'),
        fire('connect-error', 'in-doubt: nothing is sent again'),
        call(element, site, `${stored}, until it says so`),
        fire('connect-removed', 'when the state says so; else it can be asked for anew'),
      ],
    },
  ],
};

const [vippsApi, vippsPage] = ['Vipps payment API', 'Vipps'];
const vippsGet = 'GET src: the payment and its operations';

export const vipps: Sequence = {
  ...{ id: 'vipps', title: 'A Vipps payment of Swedbank Pay', element },
  actors: [subscriber, element, site, vippsApi, vippsPage],
  parts: [
    {
      title: 'By redirect',
      steps: [
        call(element, site, vippsGet),
        call(site, vippsApi, 'the same, with the merchant’s key'),
        answer(vippsApi, site, 'the payment'),
        answer(site, element, 'operations that point at your server'),
        fire('connect-load'),
        call(subscriber, element, 'presses Pay'),
        call(element, site, `${vippsGet}, once more`),
        fire('connect-redirect', 'cancelable: your script navigates'),
        call(element, vippsPage, 'one navigation to redirect-authorization'),
        answer(vippsPage, element, 'back on your page, without an outcome'),
        call(element, site, `${vippsGet}, after growing pauses`),
        fire('connect-confirmed', 'confirmed: what the API said'),
        call(site, vippsApi, 'ask for yourself before you grant anything'),
      ],
    },
    {
      title: 'In the seamless view',
      steps: [
        call(subscriber, element, 'presses Pay here'),
        call(element, vippsPage, 'the script of view-authorization'),
        answer(vippsPage, element, 'begins'),
        fire('connect-transaction'),
        answer(vippsPage, element, 'completed, cancelled or failed'),
        fire('connect-outcome', 'verified: false. Grant nothing on it'),
        call(element, site, vippsGet),
        fire('connect-confirmed', 'confirmed: what the API said'),
      ],
    },
    {
      title: 'A change: abort, charge or release',
      steps: [
        call(subscriber, element, 'presses, and says yes'),
        call(element, site, `${vippsGet}, once more`),
        fire('connect-submit', 'cancelable; rel says what is about to be done'),
        call(element, site, 'PATCH or POST, as the operation lists it'),
        answer(site, element, 'done'),
        call(element, site, vippsGet),
      ],
    },
    {
      title: 'When the session has ended',
      steps: [
        call(element, site, 'any of these'),
        answer(site, element, '401, from your own server'),
        fire('connect-error', 'unauthorized: your reader has to log in'),
      ],
    },
    {
      title: 'When the answer to a change is lost',
      steps: [
        call(element, site, 'PATCH or POST'),
        answer(site, element, 'no answer, or a 5xx'),
        fire('connect-error', 'in-doubt: nothing is sent again'),
        call(element, site, vippsGet),
        answer(site, element, 'what is true; only what is still listed is offered'),
      ],
    },
  ],
};
