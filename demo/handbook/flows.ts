import { cancel, vipps } from './backend-flows.js';
import type { Fired, Message, Part, Sequence } from './sequence.js';
import { answer, call, element, fire, site, subscriber } from './steps.js';

const [api, login] = ['Connect API', 'Login server'] as const;
const actors = [subscriber, element, site, api, login];

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
  /** What the element does before the API has said anything. */
  first?: readonly (Message | Fired)[];
  /** What the element does once the API has said yes. */
  after?: readonly (Message | Fired)[];
}

function leaving({ post, id, path, before, press, read }: Round): Part {
  return {
    title: 'On the way out',
    steps: [
      ...before,
      call(subscriber, element, press),
      fire('connect-submit', 'cancelable: nothing is sent'),
      ...(before.some((step) => 'to' in step && step.to === site) ? [] : token),
      call(element, api, `${read}, once, for 3 s at most`),
      answer(api, element, 'that it is not done already'),
      call(element, api, post),
      answer(api, element, id),
      fire('connect-transaction'),
      fire('connect-redirect', 'cancelable: your script navigates'),
      call(element, login, `one navigation to ${path}, with returnUrl and errorUrl`),
      answer(login, subscriber, 'the provider’s page: approve or cancel'),
    ],
  };
}

function arriving({ read, fact, first = [], after = [] }: Round): Part {
  return {
    title: 'Back on your page',
    steps: [
      answer(login, element, 'returnUrl with ?connect=…&status=…'),
      fire('connect-outcome', 'verified: false. Grant nothing on it'),
      ...first,
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
  first: [fire('connect-load')],
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
  after: [fire('connect-load')],
});

const add = round('add', 'Add an agreement', {
  before: [
    ...token,
    call(element, api, agreements),
    answer(api, element, 'the agreements so far'),
    fire('connect-load'),
  ],
  press: 'presses the button',
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

export const flows: readonly Sequence[] = [pay, change, add, remove, cancel, vipps];
