import type {
  StoredPaymentMethod,
  StoredSubscription,
} from '../api/onlinefundraising/payment-method.js';
import type { components } from '../api/onlinefundraising/schema.js';
import { methodName } from './en.js';
import { date } from './format.js';

type Schemas = components['schemas'];

const notYet = 'The payment service has not confirmed it yet.';
const unusable = 'It cannot be used for payments.';

/** What `connect-method-status` says. */
export const methodStatus = {
  heading: 'Stored payment method',
  /** By state: in a word or two, and what that means. */
  states: {
    New: ['Being set up', notYet],
    Pending: ['Waiting', notYet],
    SessionExpired: ['Not approved', unusable],
    Active: ['Active', 'Payments can be made with it.'],
    Expired: ['Expired', unusable],
    Rejected: ['Declined', unusable],
    Cancelled: ['Cancelled', unusable],
    Failed: ['Not working', unusable],
    Inactive: ['Not in use', 'No payments are made with it at the moment.'],
  } satisfies Record<Schemas['PaymentMethodState'], readonly [string, string]>,
  /** Types, accounting codes, gateways and a subscription's states whose name is not their code. */
  names: {
    Inactive: 'Not in use',
    OnHold: 'On hold',
    VippsMobilePay: 'Vipps MobilePay',
    DIBS: 'Nets Easy',
    SaltPay: 'Teya',
    DirectDebit: 'Direct debit',
    SMSCPH: 'SMS',
    PaymentReceiver: 'External payment',
  },
  /** By error code and cancel code. */
  reasons: {
    200001: 'It could not be set up with the details that were given.',
    200002: 'It was declined before it became active.',
    200003: 'It was not approved in time.',
    200004: 'It has run out, or has to be approved anew.',
    200005: 'It stopped working and cannot be tried again.',
    200101: 'You cancelled it.',
    200102: 'It was cancelled by the organisation that you pay.',
    200103: 'It was cancelled automatically.',
  } satisfies Record<
    Schemas['PaymentMethodErrorCode'] | Schemas['PaymentMethodCancelCode'],
    string
  >,
  /** Names of the facts, in the order of `methodFacts`. */
  facts: [
    'Method',
    'Valid until',
    'Mandate',
    'Customer number',
    'MobilePay reference',
    'Mobile number',
    'Handled by',
    'Created',
    'Expires',
    'Cancelled',
  ],
  noSubscriptions: 'No subscription.',
  unreadSubscriptions: 'Its subscriptions cannot be shown right now.',
  subscription: (id: string) => `Subscription ${id}`,
  nextPayment: (day: string) => `next payment ${day}`,
  cancel: 'Cancel payment method',
  question: ['Cancel this payment method?', 'Subscriptions that are paid with it may stop.'],
  yes: 'Yes, cancel it',
  no: 'Keep it',
  /** By what became of the cancellation: what is known, and what that means when nothing changes. */
  outcomes: {
    asked: ['Asked to cancel, not cancelled yet', 'That may take a while.'],
    'in-doubt': ['We do not know if it was cancelled', 'It is not cancelled. You can try again.'],
    pending: ['Payments are pending', 'It can be cancelled when they are done.'],
  },
  done: ['It is cancelled', 'There is nothing more to do.'],
  gone: ['This payment method is gone', 'There is nothing left to cancel.'],
  unknown: 'Its state is not known',
} as const;

function own<Value>(table: Readonly<Record<string, Value>>, key = ''): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const join = (parts: readonly unknown[], by: string) => parts.filter(Boolean).join(by);

/**
 * A method's state in a word or two, and what it means and why: codes that we know in our words, others
 * in the server's. A state that we do not know is shown by its own code.
 */
export function stateWords(method: StoredPaymentMethod): readonly [string, string] {
  const { state, errorCode, errorDescription, cancelCode, cancelDescription } = method;
  const { states, reasons, unknown } = methodStatus;
  const [title, meaning] = own(states, state) ?? [state ?? unknown, ''];
  const why = own(reasons, errorCode) ?? errorDescription;
  return [title, join([meaning, why, own(reasons, cancelCode) ?? cancelDescription], ' ')];
}

/** What a subscription is called, and how it is. */
export function subscriptionWords(
  { subscriptionGuid = '', state = '', nextDueDate }: StoredSubscription,
  language: string,
): readonly [string, string] {
  const { subscription, names, nextPayment } = methodStatus;
  // A date may be left from before it stopped.
  const isDue = state === 'Active' && nextDueDate;
  const next = isDue && nextPayment(date(new Date(isDue), language));
  return [subscription(subscriptionGuid.slice(0, 8)), join([methodName(names, state), next], ', ')];
}

/**
 * A type, an accounting code or a gateway as it is called; one that we do not know by its own code. Ways
 * to pay once and again have one name: nobody calls them differently.
 */
function nameOf(code = ''): string {
  const brand = code.replace(/(?<=Pay|Swish)(Online|Subscriptions|External|Single|Recurring)$/, '');
  return methodName(methodStatus.names, brand);
}

/**
 * What is known of a method, in the order of `facts`.
 *
 * ASSUMED: what is paid by direct debit or SMS has an accounting code where it has no type, since the
 * document lists these two among the codes only.
 */
export function methodFacts(
  method: StoredPaymentMethod,
  language: string,
): readonly (string | undefined)[] {
  const { card, bs, mps, sms } = method.metaData;
  const name = nameOf(method.paymentMethodType ?? method.paymentMethodAccountingCode);
  const time = (when?: string) => when && date(new Date(when), language, true);
  return [
    join([name, join([card.type, card.cardNumber], ' ')], ', '),
    card.expiresTs?.replace(/(.*)-(.*)/, '$2/$1'),
    bs.mandate,
    bs.customerNumber,
    mps.externalId,
    sms.msisdn,
    nameOf(method.paymentGatewayProvider),
    time(method.createdTs),
    time(method.expireTs),
    time(method.cancelledTs),
  ];
}
