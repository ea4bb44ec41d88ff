import type { InvoicePaymentMethod, ProductPaymentMethod } from '../api/connect/payment.js';
import type { Text } from './dictionary.js';

const noAnswer = 'There is no answer. Please try again.';
const notYet = 'It is not registered yet. Please wait.';
const nothing = 'It is not registered. You can try again.';
const doubt = 'We do not know how it went';

/** What every element may say. */
export const texts = {
  /** By error code; `noAnswer` for every other. */
  errors: {
    config: 'Not available.',
    'bad-request': 'This was not accepted.',
    unauthorized: 'Please log in again.',
    declined: 'This was not accepted. Choose another way.',
  },
  noAnswer,
  /** While something is awaited: what is shown, what is sent, the next page, what came of it, a pause. */
  fetching: 'Fetching your details…',
  sending: 'Asking the payment service…',
  leaving: 'Going to the payment page…',
  checking: 'Checking how it went…',
  pausing: 'We ask again in {0}…',
  empty: 'Nothing to show.',
  tryAgain: 'Try again',
  continue: 'Continue',
  redirectByHand: 'Go to the payment page',
  invoice: 'Invoice {0}',
  transaction: 'Transaction {0}',
  copy: 'Copy',
  copied: 'Copied',
  /** What is known while the server does not confirm it, and what that means. */
  outcomes: {
    finished: ['The payment service is done', notYet],
    cancelled: ['You cancelled', nothing],
    failed: ['It did not go through', nothing],
    unknown: [doubt, notYet],
    initiated: ['It has been started', notYet],
    error: ['Something failed', nothing],
    open: ['You have started', 'Continue, or start over.'],
    elsewhere: ['You have started in another window', 'Continue there.'],
    'in-doubt': [doubt, notYet],
  },
  checkAgain: 'Check again',
  startOver: 'Start over',
} as const;

export const payInvoice = {
  heading: 'Pay invoice',
  action: 'Pay',
  /** What is true once the server confirms it. */
  registered: 'The invoice is paid',
  /** In the order in which they are shown. */
  methods: {
    creditcardPayex: 'Card',
    swishPayex: 'Swish',
    vippsEcommerce: 'Vipps',
    nexi: 'Card (Nexi)',
  } as const satisfies Record<InvoicePaymentMethod, string>,
} as const;

export const changeMethod = {
  heading: 'Change payment method',
  action: 'Continue',
  registered: 'This is how you pay now',
  /** In the order in which they are shown. */
  methods: {
    invoice: 'Invoice',
    autoGiro: 'Avtalegiro',
    recurringVippsPayment: 'Vipps',
    recurringPayExCardPayment: 'Card',
    recurringKlarnaPayment: 'Klarna',
    recurringNexiPayment: 'Card (Nexi)',
  } as const satisfies Record<ProductPaymentMethod, string>,
} as const;

export const paymentMethods = { heading: 'Payment method', current: 'In use' } as const;

export const outcome = { heading: 'Your payment' } as const;

const errors: Readonly<Record<string, Text>> = texts.errors;

/** What the subscriber is told of an error. */
export function errorText(code = ''): Text {
  return errors[code] ?? noAnswer;
}
