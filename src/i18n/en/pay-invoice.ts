import type { InvoicePaymentMethod } from '../../api/connect/payment.js';
import { loadErrors, type FlowTexts, type MethodTexts, type MoneyTexts } from '../moments.js';
import { buttons, refusals } from './flow.js';

/** What is said of paying an invoice. */
export const payInvoice = {
  heading: 'Pay invoice',
  empty: 'There is no way to pay to choose from.',
  action: 'Pay',
  'action.amount': 'Pay {amount}',
  'method.creditcardPayex': 'Card',
  'method.creditcardPayex.hint': 'On PayEx’s payment page',
  'method.swishPayex': 'Swish',
  'method.swishPayex.hint': 'You approve in the Swish app',
  'method.vippsEcommerce': 'Vipps',
  'method.vippsEcommerce.hint': 'You approve in the Vipps app',
  'method.nexi': 'Card, through Nexi',
  'method.nexi.hint': 'On Nexi’s payment page',
  submitting: 'Starting the payment…',
  leaving: 'Taking you to the payment page…',
  'leaving.by-hand': 'Go to the payment page',
  checking: 'Checking whether the payment is registered…',
  wait: {
    one: 'We check the payment again in {seconds} second…',
    other: 'We check the payment again in {seconds} seconds…',
  },
  registered: 'Invoice {number} is paid',
  'outcome.finished': [
    'The payment service says that you have paid',
    'Invoice {number} is not registered as paid yet. Please do not pay it again while we check.',
  ],
  'outcome.cancelled': [
    'The payment service says that you cancelled',
    'We are checking invoice {number} before you try again.',
  ],
  'outcome.failed': [
    'The payment service says that the payment did not go through',
    'We are checking invoice {number} before you try again.',
  ],
  'outcome.unknown': [
    'We do not know how the payment went',
    'You may have paid. Please do not pay invoice {number} again while we check.',
  ],
  'outcome.initiated': [
    'The payment service says that the payment has started',
    'If an app is waiting for you, approve it there. Please do not pay invoice {number} again while we check.',
  ],
  'outcome.error': [
    'Something went wrong during the payment',
    'You may have paid all the same. Please do not pay invoice {number} again while we check.',
  ],
  'unconfirmed.finished': [
    'Invoice {number} is not registered as paid yet',
    'The payment service says that you have paid, and it can take a while until that shows. Please do not pay again: check again later, or contact customer service.',
  ],
  'unconfirmed.cancelled': [
    'You cancelled the payment',
    'Invoice {number} is not registered as paid. You can try again.',
  ],
  'unconfirmed.failed': [
    'The payment did not go through',
    'Invoice {number} is not registered as paid. You can try again, or pay in another way.',
  ],
  'unconfirmed.unknown': [
    'We still do not know how the payment went',
    'Invoice {number} is not registered as paid. If you have paid, check again later. If you have not, you can start over.',
  ],
  'unconfirmed.initiated': [
    'The payment has started, but is not registered',
    'If an app is waiting for you, approve it there, and check again. If you have not paid, you can start over.',
  ],
  'unconfirmed.error': [
    'Something went wrong during the payment',
    'Invoice {number} is not registered as paid. If you approved the payment, wait and look again before you try again.',
  ],
  open: [
    'You have started to pay invoice {number}',
    'It is not registered as paid yet. Continue where you left off. If you start over, approve only one of the two payments.',
  ],
  elsewhere: [
    'Invoice {number} is being paid in another window',
    'Finish the payment there. This page shows when it is registered.',
  ],
  'in-doubt': [
    'We do not know whether the payment was started',
    'The answer was lost on the way. Please do not start another payment while we check.',
  ],
  'not-registered': [
    'No payment is registered',
    'We have checked: invoice {number} is not registered as paid. You can try again.',
  ],
  away: [
    'Did the payment page open?',
    'Nothing is registered as paid yet. Continue to the payment page if it did not. If you start over, approve only one of the two payments.',
  ],
  already: [
    'Invoice {number} is paid already',
    'That is what is registered, so no new payment was started. You need not do anything.',
  ],
  'new-amount': [
    'The amount is now {amount}',
    'It has changed since this page was opened, and nothing has been paid. Press the button again to pay {amount}.',
  ],
  'ask.start-over': [
    'Start a second payment of invoice {number}?',
    'The first one can still be approved. If you approve both, you pay twice.',
  ],
  'ask.not-paid': [
    'Are you sure that you did not pay invoice {number}?',
    'The payment service says that you have. Look in your bank or your app first: if you have paid, you pay twice.',
  ],
  'ask.again': [
    'Pay invoice {number} all the same?',
    'It is registered as paid. If that is right, you pay twice.',
  ],
  ...buttons,
  ...refusals(
    'The payment was not started',
    'We do not know whether the payment was started',
    'no money was moved',
    'Pay in another way, or contact customer service.',
    'Look whether invoice {number} is paid before you try again.',
  ),
  'not-paid': 'I did not pay',
  'pay-again': 'Pay all the same',
  ...loadErrors('The invoice cannot be paid here right now'),
} satisfies FlowTexts & MoneyTexts & MethodTexts<InvoicePaymentMethod> & Record<string, unknown>;
