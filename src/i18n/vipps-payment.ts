import type { VippsRel } from '../api/swedbank-pay/operations.js';
import type { components } from '../api/swedbank-pay/schema.js';

/** What `connect-vipps-payment` says besides what every element may say. */
export const vippsPayment = {
  heading: 'Vipps payment',
  /** What is true once the server confirms it. */
  registered: 'The payment is registered',
  facts: {
    state: 'Status',
    amount: 'Amount',
    description: 'For',
    number: 'Number',
    created: 'Started',
    updated: 'Changed',
    remainingCaptureAmount: 'Left to charge',
    remainingCancellationAmount: 'Left to release',
    remainingReversalAmount: 'Left to pay back',
    title: 'Reason',
    detail: 'Details',
  },
  states: {
    Ready: 'Ready',
    Pending: 'In progress',
    Failed: 'It did not go through',
    Aborted: 'Stopped',
  } as const satisfies Record<components['schemas']['State'], string>,
  /** In the order in which they are offered. */
  operations: {
    'redirect-authorization': 'Pay with Vipps',
    'view-authorization': 'Pay on this page',
    'view-payment': 'Pay on this page',
    'create-capture': 'Charge',
    'create-cancellation': 'Release',
    'paid-payment': 'Receipt',
    'failed-payment': 'What went wrong',
    'update-payment-abort': 'Stop this payment',
  } as const satisfies Record<VippsRel, string>,
  vat: 'Of which VAT',
  no: 'Close',
  done: 'Done',
  notFound: 'This payment was not found.',
  lost: 'This is no longer possible',
} as const;
