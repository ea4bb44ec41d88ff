import type { Fired, Message, Part, Sequence } from './sequence.js';

const [subscriber, element, site, api, login] = [
  'Subscriber',
  'Element',
  'Your server',
  'Connect API',
  'Login server',
] as const;
const actors = [subscriber, element, site, api, login];

const call = (from: string, to: string, text: string): Message => ({ from, to, text });
const answer = (from: string, to: string, text: string): Message => ({
  ...{ from, to, text },
  isAnswer: true,
});
const fire = (event: string, text?: string): Fired => ({ event, ...(text && { text }) });

const token = [
  call(element, site, 'GET token-url, when there is no token yet'),
  answer(site, element, 'access_token'),
];

/** What tells the three ways over the login server apart. */
interface Round {
  /** The request that makes the transaction. */
  post: string;
  id: string;
  /** The request that says whether it is a fact. */
  read: string;
  path: string;
  fact: string;
  /** What is asked of the API before there is something to press. */
  before: readonly (Message | Fired)[];
  press: string;
  /** What the element does once the API has said yes. */
  after?: readonly (Message | Fired)[];
}

function leaving({ post, id, path, before, press }: Round): Part {
  return {
    title: 'On the way out',
    steps: [
      ...before,
      call(subscriber, element, press),
      fire('connect-submit', 'cancelable: nothing is sent'),
      ...(before.some((step) => 'to' in step && step.to === site) ? [] : token),
      call(element, api, post),
      answer(api, element, id),
      fire('connect-transaction'),
      fire('connect-redirect', 'cancelable: your script navigates'),
      call(element, login, `one navigation to ${path}, with returnUrl and errorUrl`),
      answer(login, subscriber, 'the provider’s page: approve or cancel'),
    ],
  };
}

function arriving({ read, fact, after = [] }: Round): Part {
  return {
    title: 'Back on your page',
    steps: [
      answer(login, element, 'returnUrl with ?connect=…&status=…'),
      fire('connect-outcome', 'verified: false. Grant nothing on it'),
      call(element, api, `${read}; again after growing pauses while it is unclear`),
      answer(api, element, fact),
      fire('connect-confirmed', 'confirmed: what the API said'),
      ...after,
      call(site, api, 'ask for yourself before you grant anything'),
    ],
  };
}

const expired = ({ post }: Round): Part => ({
  title: 'When the token has expired',
  steps: [
    call(element, api, post),
    answer(api, element, '401: it was not processed'),
    call(element, site, 'GET token-url, once for the whole page'),
    answer(site, element, 'a newer access_token'),
    call(element, api, 'the same request, once more'),
    answer(api, element, '401 again'),
    fire('connect-error', 'unauthorized: your reader has to log in'),
  ],
});

const doubtful = ({ post, read }: Round): Part => ({
  title: 'When the answer is lost',
  steps: [
    call(element, api, post),
    answer(api, element, 'no answer, a 5xx, or one that cannot be read'),
    fire('connect-error', 'in-doubt, or invalid-response: nothing is sent again'),
    call(element, api, read),
    answer(api, element, 'what is true'),
    fire(
      'connect-confirmed',
      'confirmed: true and id 0, when it was done; else the choice is back',
    ),
  ],
});

const round = (id: string, title: string, about: Round): Sequence => ({
  ...{ id, title, actors, element },
  parts: [leaving(about), arriving(about), expired(about), doubtful(about)],
});

const methods = 'GET /v1/product/payment/{productCode}';
const agreements = 'GET /v1/customer/payment/vipps/agreement';

const pay = round('pay', 'Pay an invoice', {
  before: [fire('connect-load'), call(subscriber, element, 'chooses'), fire('connect-select')],
  press: 'presses Pay',
  post: 'POST /v1/api/payment/invoice',
  id: 'transactionId',
  path: '/payment/invoice/pay',
  read: 'GET /v1/customer/invoice/payment/{productCode}',
  fact: 'whether the invoice is paid',
});

const change = round('change', 'Change the payment method', {
  before: [
    ...token,
    call(element, api, methods),
    answer(api, element, 'the possible methods, and the current one'),
    fire('connect-load'),
    call(subscriber, element, 'chooses'),
    fire('connect-select'),
  ],
  press: 'presses the button',
  post: 'POST /v1/product/payment/{productCode}',
  id: 'paymentChangeId',
  path: '/paymentChange',
  read: methods,
  fact: 'whether the new method is the current one',
});

const add = round('add', 'Add an agreement', {
  before: [
    ...token,
    call(element, api, agreements),
    answer(api, element, 'the agreements so far'),
    fire('connect-load'),
  ],
  press: 'presses Add',
  post: 'POST /v1/customer/payment/vipps/agreement',
  id: 'transactionId',
  path: '/payment/vipps/agreement/add',
  read: agreements,
  fact: 'whether one is listed that was not before',
  after: [call(element, api, agreements), fire('connect-load')],
});

const reread = [
  call(element, api, agreements),
  answer(api, element, 'the agreements that are left'),
  fire('connect-load'),
];

const removal = 'PATCH /v1/customer/payment/vipps/agreement';

const remove: Sequence = {
  ...{ id: 'remove', title: 'Remove an agreement', element },
  actors: actors.slice(0, 4),
  parts: [
    {
      title: 'As it goes',
      steps: [
        call(subscriber, element, 'presses Remove'),
        answer(element, subscriber, 'asks once, in place'),
        call(subscriber, element, 'says yes'),
        fire('connect-remove', 'cancelable: nothing is sent'),
        call(element, api, removal),
        answer(api, element, 'done'),
        fire('connect-removed'),
        ...reread,
      ],
    },
    {
      title: 'When the token has expired',
      steps: [
        call(element, api, removal),
        answer(api, element, '401: it was not processed'),
        call(element, site, 'GET token-url'),
        answer(site, element, 'a newer access_token'),
        call(element, api, 'the same request, once more'),
        answer(api, element, '401 again'),
        fire('connect-error', 'unauthorized; the row stays'),
      ],
    },
    {
      title: 'When the answer is lost',
      steps: [
        call(element, api, removal),
        answer(api, element, 'no answer, a 5xx, or declined'),
        fire('connect-error', 'in-doubt: nothing is sent again'),
        ...reread,
        fire('connect-removed', 'when the list has it no more; else the row stays'),
      ],
    },
  ],
};

const funds = 'Payment Method API';
const stored = 'GET /paymentMethod/{guid}, with its subscriptions';

const cancel: Sequence = {
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

const vipps: Sequence = {
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

export const flows: readonly Sequence[] = [pay, change, add, remove, cancel, vipps];
