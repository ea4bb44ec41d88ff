import type { StoredPaymentMethod } from '../api/onlinefundraising/payment-method.js';
import type { components } from '../api/onlinefundraising/schema.js';
import { methodName } from './en.js';
import { date } from './format.js';

type Schemas = components['schemas'];

const unusable = 'It cannot be used for payments.';

/** What `connect-method-status` says. */
export const methodStatus = {
  heading: 'Stored payment method',
  /** By state: in a word or two, and what that means. */
  states: {
    New: ['Being set up', 'It has not been sent to the payment service yet.'],
    Pending: ['Waiting', 'The payment service has not confirmed it yet.'],
    SessionExpired: ['Not approved', unusable],
    Active: ['Active', 'Payments can be made with it.'],
    Expired: ['Expired', unusable],
    Rejected: ['Declined', unusable],
    Cancelled: ['Cancelled', unusable],
    Failed: ['Not working', unusable],
    Inactive: ['Not in use', 'No payments are made with it at the moment.'],
  } satisfies Record<Schemas['PaymentMethodState'], readonly [string, string]>,
  /** A subscription's states that read better in our words; any other is shown by its own code. */
  subscriptionStates: { Inactive: 'Not in use', OnHold: 'On hold' },
  /** Types, accounting codes and gateways whose name is not their code. */
  names: {
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
  subscriptions: 'Used for',
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
    asked: ['You have asked to cancel it', 'It is not cancelled yet. That may take a while.'],
    'in-doubt': ['We do not know if it was cancelled', 'It is not cancelled. You can try again.'],
    pending: ['Payments are pending', 'It can be cancelled when they are done.'],
  },
  done: 'It is cancelled',
  gone: 'This payment method is not there any more.',
  unknown: 'Its state is not known',
} as const;

function own<Value>(table: Readonly<Record<string, Value>>, key = ''): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A state in a word or two, and what it means; one that we do not know by its own code. */
export function stateWords(state?: string): readonly [string, string] {
  return own(methodStatus.states, state) ?? [state ?? methodStatus.unknown, ''];
}

/** What a code means, in our words; one that we do not know in the server's. */
export function reason(code?: string, description?: string): string | undefined {
  return own(methodStatus.reasons, code) ?? description;
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
 * What is known of a method, each with its name.
 *
 * ASSUMED: what is paid by direct debit or SMS has an accounting code where it has no type, since the
 * document lists these two among the codes only.
 */
export function methodFacts(
  method: StoredPaymentMethod,
  language: string,
): (readonly [string, string | undefined])[] {
  const { card, bs, mps, sms } = method.metaData;
  const time = (when?: string) => when && date(new Date(when), language, true);
  return [
    ['Method', nameOf(method.paymentMethodType ?? method.paymentMethodAccountingCode)],
    ['Card', [card.type, card.cardNumber].filter(Boolean).join(' ')],
    ['Valid until', card.expiresTs?.replace(/(.*)-(.*)/, '$2/$1')],
    ['Mandate', bs.mandate],
    ['Customer number', bs.customerNumber],
    ['MobilePay reference', mps.externalId],
    ['Mobile number', sms.msisdn],
    ['Handled by', nameOf(method.paymentGatewayProvider)],
    ['Created', time(method.createdTs)],
    ['Expires', time(method.expireTs)],
    ['Cancelled', time(method.cancelledTs)],
  ];
}
