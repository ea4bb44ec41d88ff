import type { FlowTexts } from '../moments.js';
import { buttons, refusals } from './flow.js';

/** What is said of adding an agreement. */
export const addAgreement = {
  heading: 'Add a payment agreement',
  empty: 'There is no agreement to add.',
  action: 'Add an agreement',
  submitting: 'Starting the agreement…',
  leaving: 'Taking you to the payment service…',
  'leaving.by-hand': 'Go to the payment service',
  checking: 'Checking whether the agreement is registered…',
  wait: {
    one: 'We check the agreement again in {seconds} second…',
    other: 'We check the agreement again in {seconds} seconds…',
  },
  registered: 'The agreement is saved',
  'outcome.finished': [
    'The payment service says that the agreement is done',
    'It is not registered yet. Please do not add another agreement while we check.',
  ],
  'outcome.cancelled': [
    'The payment service says that you cancelled',
    'We are checking your agreements before you try again.',
  ],
  'outcome.failed': [
    'The payment service says that the agreement did not go through',
    'We are checking your agreements before you try again.',
  ],
  'outcome.unknown': [
    'We do not know how the agreement went',
    'You may have added it. Please do not add another agreement while we check.',
  ],
  'outcome.initiated': [
    'The payment service says that the agreement has started',
    'If an app is waiting for you, approve it there. Please do not add another agreement while we check.',
  ],
  'outcome.error': [
    'Something went wrong with the agreement',
    'You may have added it all the same. Please do not add another agreement while we check.',
  ],
  'unconfirmed.finished': [
    'The agreement is not registered yet',
    'The payment service says that it is done, and it can take a while until that shows. Please do not add another one: check again later, or contact customer service.',
  ],
  'unconfirmed.cancelled': [
    'The agreement was cancelled',
    'No new agreement is registered. You can try again.',
  ],
  'unconfirmed.failed': [
    'The agreement did not go through',
    'No new agreement is registered. You can try again.',
  ],
  'unconfirmed.unknown': [
    'We still do not know how the agreement went',
    'No new agreement is registered. If you approved it, check again later. If you did not, you can start over.',
  ],
  'unconfirmed.initiated': [
    'The agreement has started, but is not registered',
    'If an app is waiting for you, approve it there, and check again. If you did not approve it, you can start over.',
  ],
  'unconfirmed.error': [
    'Something went wrong with the agreement',
    'No new agreement is registered. If you approved it, wait and look again before you try again.',
  ],
  open: [
    'You have started to add an agreement',
    'It is not registered yet. Continue where you left off. If you start over, approve only one of the two agreements.',
  ],
  elsewhere: [
    'An agreement is being added in another window',
    'Finish it there. This page shows when it is registered.',
  ],
  'in-doubt': [
    'We do not know whether the agreement was started',
    'The answer was lost on the way. Please do not add another agreement while we check.',
  ],
  'not-registered': [
    'No new agreement is registered',
    'We have checked: nothing was added. You can try again.',
  ],
  away: [
    'Did the payment service’s page open?',
    'No new agreement is registered yet. Continue to it if it did not. If you start over, approve only one of the two agreements.',
  ],
  already: [
    'You have this agreement already',
    'That is what is registered, so no new agreement was started. You need not do anything.',
  ],
  'ask.start-over': [
    'Start a second agreement?',
    'The first one can still be approved. If you approve both, you have two.',
  ],
  'ask.not-paid': [
    'Are you sure that you did not approve the agreement?',
    'The payment service says that you have. Look in your bank or your app first: if you have, you get two.',
  ],
  'ask.again': [
    'Add an agreement all the same?',
    'One is registered already. If that is right, you get two.',
  ],
  ...buttons,
  ...refusals(
    'The agreement was not started',
    'We do not know whether the agreement was started',
    'nothing was added',
    'Please contact customer service.',
    'Look at your agreements before you try again.',
  ),
  'not-paid': 'I did not approve it',
  'pay-again': 'Add it all the same',
} satisfies FlowTexts;
