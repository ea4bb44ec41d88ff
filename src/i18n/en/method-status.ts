import type { components } from '../../api/onlinefundraising/schema.js';
import { loadErrors, type Moment } from '../moments.js';

type Schemas = components['schemas'];

type Codes = Record<
  | `meaning.${Schemas['PaymentMethodState']}`
  | `meaning.${Schemas['PaymentMethodErrorCode']}`
  | `meaning.${Schemas['PaymentMethodCancelCode']}`
  | `state.${Schemas['PaymentMethodState']}`,
  string
>;

const notYet = 'It is not confirmed yet.';
const notUsed = 'It is not used for payments.';

/** What `connect-method-status` says. */
export const methodStatus = {
  heading: 'Stored payment method',
  empty: 'This payment method is gone.',
  'fact.valid-until': 'Valid until',
  'fact.mandate': 'Mandate',
  'fact.customer-number': 'Customer number',
  'fact.reference': 'Reference',
  'fact.mobile-number': 'Mobile number',
  'fact.gateway': 'Handled by',
  'fact.created': 'Created',
  'fact.expires': 'Expires',
  'fact.cancelled': 'Cancelled',
  'subscriptions.none': 'No subscription is paid with it.',
  'subscriptions.unread': 'Its subscriptions cannot be shown right now.',
  subscription: 'Subscription {number}',
  'next-payment': 'Next payment {date}',
  cancel: 'Cancel payment method',
  'cancel.ask': [
    'Cancel this payment method?',
    'Its subscriptions can stop if they have no other payment method.',
  ],
  'cancel.yes': 'Yes, cancel it',
  'cancel.no': 'No, keep it',
  submitting: 'Asking to cancel the payment method…',
  checking: 'Checking whether the payment method is cancelled…',
  wait: {
    one: 'We check the payment method again in {seconds} second…',
    other: 'We check the payment method again in {seconds} seconds…',
  },
  cancelled: 'The payment method is cancelled',
  /** The server said no; `shared.error` says why. */
  'not-cancelled.refused': 'The payment method is not cancelled',
  asked: [
    'The payment method is not cancelled yet',
    'We have asked for it, and it can take a while. Until then payments can still be made with it.',
  ],
  'in-doubt': [
    'We do not know whether the payment method is being cancelled',
    'The answer was lost on the way. If nothing has changed in a while, you can try again.',
  ],
  pending: [
    'The payment method cannot be cancelled yet',
    'A payment with it is on its way. You can cancel it after that.',
  ],
  /** States by their codes. */
  'state.unknown': 'Unknown',
  'state.New': 'New',
  'state.Pending': 'Pending',
  'state.SessionExpired': 'Not approved',
  'state.Active': 'Active',
  'state.Expired': 'Expired',
  'state.Rejected': 'Rejected',
  'state.Cancelled': 'Cancelled',
  'state.Failed': 'Failed',
  'state.Inactive': 'Inactive',
  'state.OnHold': 'On hold',
  /** Ways to pay once and again have one name: nobody calls them differently. */
  'type.Card': 'Card',
  'type.DirectDebit': 'Direct debit',
  'type.PaymentReceiver': 'External payment',
  /** By state, error code and cancel code: what that means to whoever pays with it. */
  'meaning.New': notYet,
  'meaning.Pending': notYet,
  'meaning.SessionExpired': notUsed,
  'meaning.Active': 'It can be used for payments.',
  'meaning.Expired': notUsed,
  'meaning.Rejected': notUsed,
  'meaning.Cancelled': notUsed,
  'meaning.Failed': notUsed,
  'meaning.Inactive': notUsed,
  'meaning.200001': 'It could not be set up.',
  'meaning.200002': 'It was declined.',
  'meaning.200003': 'It was not approved in time.',
  'meaning.200004': 'It must be renewed.',
  'meaning.200005': 'It no longer works.',
  'meaning.200101': 'You cancelled it.',
  'meaning.200102': 'The organisation cancelled it.',
  'meaning.200103': 'It was cancelled automatically.',
  ...loadErrors('The payment method cannot be shown right now'),
} satisfies Codes & Record<string, Moment>;
