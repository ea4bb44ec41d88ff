import type { InvoicePaymentMethod, ProductPaymentMethod } from '../api/connect/payment.js';

const noAnswer = 'The service is not answering. Please try again.';
const notYet = 'It is not registered yet. Please wait a moment.';
const nothing = 'It is not registered. You can try again.';
const doubt = 'We do not know how it went';

/** What every element may say. */
export const texts = {
  /** By error code; `noAnswer` for every other. */
  errors: {
    config: 'Not available.',
    'bad-request': 'This was not accepted.',
    unauthorized: 'Please log in again.',
    declined: 'This was not accepted. Please choose another way.',
  },
  noAnswer,
  waiting: (seconds: number) => (seconds ? `We ask again in ${seconds} s…` : 'We are checking…'),
  empty: 'Nothing to show.',
  tryAgain: 'Try again',
  continue: 'Continue',
  busy: 'One moment…',
  redirectByHand: 'Go to the payment page',
  transaction: (id: number, invoice: string) =>
    [invoice && `Invoice ${invoice}`, id && `Transaction ${id}`].filter(Boolean).join(' · '),
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
  summary: (number: string) => `Invoice ${number}`,
  /** In the order in which they are shown. */
  methods: {
    creditcardPayex: 'Card',
    swishPayex: 'Swish',
    vippsEcommerce: 'Vipps',
    nexi: 'Card (Nexi)',
  } satisfies Record<InvoicePaymentMethod, string>,
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
  } satisfies Record<ProductPaymentMethod, string>,
} as const;

export const paymentMethods = { heading: 'Payment method', current: 'In use' } as const;

export const outcome = { heading: 'Your payment' } as const;

const errors: Readonly<Record<string, string>> = texts.errors;

/** What the subscriber is told of an error. */
export function errorText(code = ''): string {
  return errors[code] ?? noAnswer;
}

/** A method's name; what else it is called, or its own code, when we do not know it. */
export function methodName(
  names: Readonly<Record<string, string>>,
  paymentMethod = '',
  otherwise = paymentMethod,
): string {
  return (Object.hasOwn(names, paymentMethod) && names[paymentMethod]) || otherwise;
}
