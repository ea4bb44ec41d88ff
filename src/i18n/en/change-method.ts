import type { ProductPaymentMethod } from '../../api/connect/payment.js';
import { loadErrors, type FlowTexts, type MethodTexts } from '../moments.js';
import { buttons, refusals } from './flow.js';

/** What is said of changing how a product is paid. */
export const changeMethod = {
  heading: 'Change payment method',
  empty: 'There is no other payment method to choose.',
  action: 'Change',
  current: 'In use',
  'method.invoice': 'Invoice',
  'method.invoice.hint': 'You pay each invoice yourself',
  'method.autoGiro': 'Avtalegiro',
  'method.autoGiro.hint': 'Drawn from your bank account',
  'method.recurringVippsPayment': 'Vipps',
  'method.recurringVippsPayment.hint': 'You approve in the Vipps app',
  'method.recurringPayExCardPayment': 'Card',
  'method.recurringPayExCardPayment.hint': 'On PayEx’s payment page',
  'method.recurringKlarnaPayment': 'Klarna',
  'method.recurringKlarnaPayment.hint': 'On Klarna’s payment page',
  'method.recurringNexiPayment': 'Card, through Nexi',
  'method.recurringNexiPayment.hint': 'On Nexi’s payment page',
  submitting: 'Starting the change…',
  leaving: 'Taking you to the payment service…',
  'leaving.by-hand': 'Go to the payment service',
  checking: 'Checking whether the change is registered…',
  wait: {
    one: 'We check the change again in {seconds} second…',
    other: 'We check the change again in {seconds} seconds…',
  },
  registered: 'Your payment method is changed',
  /** Below what came back, when the method in use was chosen once more: it is listed as it was. */
  renewal:
    'You pay in this way as before, so we cannot see here whether it was renewed. If you approved the renewal, you need not do anything more.',
  'outcome.finished': [
    'The payment service says that the change is done',
    'It is not registered yet. Please do not start another change while we check.',
  ],
  'outcome.cancelled': [
    'The payment service says that you cancelled',
    'We are checking your payment method before you try again.',
  ],
  'outcome.failed': [
    'The payment service says that the change did not go through',
    'We are checking your payment method before you try again.',
  ],
  'outcome.unknown': [
    'We do not know how the change went',
    'You may have changed it. Please do not start another change while we check.',
  ],
  'outcome.initiated': [
    'The payment service says that the change has started',
    'If an app is waiting for you, approve it there. Please do not start another change while we check.',
  ],
  'outcome.error': [
    'Something went wrong during the change',
    'You may have changed it all the same. Please do not start another change while we check.',
  ],
  'unconfirmed.finished': [
    'The new payment method is not registered yet',
    'The payment service says that the change is done, and it can take a while until that shows. Until then you pay as before: check again later, or contact customer service.',
  ],
  'unconfirmed.cancelled': [
    'The change was cancelled',
    'The new payment method is not registered: you pay as before. You can try again.',
  ],
  'unconfirmed.failed': [
    'The change did not go through',
    'The new payment method is not registered: you pay as before. You can try again, or choose another one.',
  ],
  'unconfirmed.unknown': [
    'We still do not know how the change went',
    'The new payment method is not registered. If you approved it, check again later. If you did not, you can start over.',
  ],
  'unconfirmed.initiated': [
    'The change has started, but is not registered',
    'If an app is waiting for you, approve it there, and check again. If you did not approve it, you can start over.',
  ],
  'unconfirmed.error': [
    'Something went wrong during the change',
    'The new payment method is not registered. If you approved it, wait and look again before you try again.',
  ],
  open: [
    'You have started to change payment method',
    'The new one is not registered yet. Continue where you left off. If you start over, approve only one of the two changes.',
  ],
  elsewhere: [
    'The payment method is being changed in another window',
    'Finish the change there. This page shows when it is registered.',
  ],
  'in-doubt': [
    'We do not know whether the change was started',
    'The answer was lost on the way. Please do not start another change while we check.',
  ],
  'not-registered': [
    'No change is registered',
    'We have checked: you pay as before. You can try again.',
  ],
  away: [
    'Did the payment service’s page open?',
    'No change is registered yet. Continue to it if it did not. If you start over, approve only one of the two changes.',
  ],
  already: [
    'You pay in this way already',
    'That is what is registered, so no change was started. You need not do anything.',
  ],
  'ask.start-over': [
    'Start a second change?',
    'The first one can still be approved. If you approve both, both may be set up.',
  ],
  'ask.not-paid': [
    'Are you sure that you did not approve the change?',
    'The payment service says that you have. Look in your bank or your app first: if you have, it may be set up twice.',
  ],
  'ask.again': [
    'Change all the same?',
    'This payment method is registered already. If that is right, it may be set up twice.',
  ],
  ...buttons,
  ...refusals(
    'The change was not started',
    'We do not know whether the change was started',
    'you pay as before',
    'Choose another payment method, or contact customer service.',
    'Look how you pay now before you try again.',
  ),
  'not-paid': 'I did not approve it',
  'pay-again': 'Change all the same',
  ...loadErrors('The payment method cannot be changed here right now'),
} satisfies FlowTexts & MethodTexts<ProductPaymentMethod> & Record<string, unknown>;
