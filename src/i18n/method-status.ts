import type { components } from '../api/onlinefundraising/schema.js';

type Schemas = components['schemas'];

/** What `connect-method-status` says. */
export const methodStatus = {
  heading: 'Stored payment method',
  validUntil: 'Valid until',
  mandate: 'Mandate',
  customerNumber: 'Customer number',
  reference: 'Reference',
  mobileNumber: 'Mobile number',
  gateway: 'Handled by',
  created: 'Created',
  expires: 'Expires',
  cancelled: 'Cancelled',
  noSubscriptions: 'No subscription.',
  unreadSubscriptions: 'Its subscriptions are not known.',
  subscription: 'Subscription {0}',
  nextPayment: 'Next payment {0}',
  cancel: 'Cancel payment method',
  question: 'Cancel this payment method?',
  consequence: 'Its subscriptions may stop.',
  confirm: 'Yes, cancel it',
  keep: 'Keep it',
  done: 'It is cancelled',
  gone: 'This payment method is gone',
  unknown: 'Unknown',
} as const;

/** States and types by their codes. Ways to pay once and again have one name: nobody calls them differently. */
export const methodNames = {
  New: 'New',
  Pending: 'Pending',
  SessionExpired: 'Not approved',
  Active: 'Active',
  Expired: 'Expired',
  Rejected: 'Rejected',
  Cancelled: 'Cancelled',
  Failed: 'Failed',
  Inactive: 'Inactive',
  OnHold: 'On hold',
  Card: 'Card',
  DirectDebit: 'Direct debit',
  PaymentReceiver: 'External payment',
} as const;

/** Brands that are not called by their own code, in every language. */
export const brandNames: Readonly<Record<string, string>> = {
  VippsMobilePay: 'Vipps MobilePay',
  DIBS: 'Nets Easy',
  SaltPay: 'Teya',
  SMSCPH: 'SMS',
};

const notYet = 'It is not confirmed yet.';
const notUsed = 'It is not used for payments.';

/** By state, error code and cancel code: what that means to whoever pays with it. */
export const methodMeanings = {
  New: notYet,
  Pending: notYet,
  SessionExpired: notUsed,
  Active: 'It can be used for payments.',
  Expired: notUsed,
  Rejected: notUsed,
  Cancelled: notUsed,
  Failed: notUsed,
  Inactive: notUsed,
  200001: 'It could not be set up.',
  200002: 'It was declined.',
  200003: 'It was not approved in time.',
  200004: 'It must be renewed.',
  200005: 'It no longer works.',
  200101: 'You cancelled it.',
  200102: 'The organisation cancelled it.',
  200103: 'It was cancelled automatically.',
} as const satisfies Record<
  | Schemas['PaymentMethodState']
  | Schemas['PaymentMethodErrorCode']
  | Schemas['PaymentMethodCancelCode'],
  string
>;

/** By what became of a cancellation: what is known, and what that means when nothing changes. */
export const cancellationOutcomes = {
  asked: ['It is not cancelled yet', 'That may take a while.'],
  'in-doubt': ['Something failed', 'It is not cancelled. You can try again.'],
  pending: ['Payments are pending', 'It can be cancelled after that.'],
} as const;
