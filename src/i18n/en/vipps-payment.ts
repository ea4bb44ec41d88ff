import type { VippsRel } from '../../api/swedbank-pay/operations.js';
import type { components } from '../../api/swedbank-pay/schema.js';
import { loadErrors, type Moment } from '../moments.js';

type Codes = Record<`state.${components['schemas']['State']}` | `operation.${VippsRel}`, string>;

/** What `connect-vipps-payment` says. */
export const vippsPayment = {
  heading: 'Vipps payment',
  empty: 'There is no payment to show.',
  submitting: 'Asking the payment service…',
  leaving: 'Taking you to Vipps…',
  'leaving.by-hand': 'Go to Vipps',
  checking: 'Checking the payment…',
  wait: {
    one: 'We check the payment again in {seconds} second…',
    other: 'We check the payment again in {seconds} seconds…',
  },
  registered: 'The payment is registered',
  done: 'It is done',
  'not-found': 'This payment was not found',
  lost: [
    'This is no longer possible',
    'The payment has come further since it was shown, and nothing was done now.',
  ],
  elsewhere: [
    'Something is being done to this payment in another window',
    'Finish it there, and look at the payment again.',
  ],
  'in-doubt': [
    'We do not know whether it was done',
    'The answer was lost on the way. Look at how the payment stands before you try again.',
  ],
  /** The server said no; `shared.error` says why. */
  refused: 'It was not done',
  /** What the vendor's page has said, while the server does not confirm it. */
  open: [
    'You have been at the payment page',
    'We do not know yet how the payment went. Check again before you pay again.',
  ],
  'outcome.cancelled': [
    'Vipps says that you cancelled',
    'The payment is not registered. You can try again.',
  ],
  'outcome.failed': [
    'Vipps says that the payment did not go through',
    'The payment is not registered. You can try again.',
  ],
  'outcome.initiated': [
    'Vipps says that the payment has started',
    'If the app is waiting for you, approve it there, and check again.',
  ],
  /** The server says that it has ended unpaid. */
  unpaid: ['The payment did not go through', 'It is registered as not paid. You can try again.'],
  'fact.state': 'Status',
  'fact.amount': 'Amount',
  'fact.description': 'For',
  'fact.number': 'Number',
  'fact.created': 'Started',
  'fact.updated': 'Changed',
  'fact.remainingCaptureAmount': 'Left to charge',
  'fact.remainingCancellationAmount': 'Left to release',
  'fact.remainingReversalAmount': 'Left to pay back',
  'fact.title': 'Reason',
  'fact.abortReason': 'Reason',
  'fact.detail': 'Details',
  'state.Ready': 'Ready',
  'state.Pending': 'In progress',
  'state.Failed': 'It did not go through',
  'state.Aborted': 'Stopped',
  'operation.redirect-authorization': 'Pay with Vipps',
  'operation.view-authorization': 'Pay on this page',
  'operation.view-payment': 'Pay on this page',
  'operation.create-capture': 'Charge',
  'operation.create-cancellation': 'Release',
  'operation.paid-payment': 'Receipt',
  'operation.failed-payment': 'What went wrong',
  'operation.aborted-payment': 'Why it was stopped',
  /** Why it was stopped, by its code. */
  'meaning.CancelledByConsumer': 'The payer stopped it',
  'operation.update-payment-abort': 'Stop this payment',
  vat: 'Of which VAT',
  close: 'Close',
  ...loadErrors('The payment cannot be shown right now'),
} satisfies Codes & Record<string, Moment>;
