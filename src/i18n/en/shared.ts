import type { Moment } from '../moments.js';

/** What is the same wherever it is said. */
export const shared = {
  loading: 'Fetching your details…',
  wait: {
    one: 'The service asks us to wait. We try again in {seconds} second…',
    other: 'The service asks us to wait. We try again in {seconds} seconds…',
  },
  'try-again': 'Try again',
  'check-again': 'Check again',
  'log-in': 'Log in',
  invoice: 'Invoice {number}',
  transaction: 'Transaction {number}',
  copy: 'Copy',
  copied: 'Copied',
  /** Back at an address that does not say from what. */
  unreadable: [
    'We cannot tell what you have come back from',
    'The address of this page does not say it. Look whether it is registered before you try again.',
  ],
  /** The server was asked what is true, and there is no answer. */
  'check.no-answer': 'The service does not answer, so we cannot tell yet. Check again in a moment.',
  'check.unclear': 'The answer does not tell. Check again later, or contact customer service.',
  'check.unauthorized':
    'You are no longer logged in, so we cannot tell yet. Log in, and check again.',
  /** Why something could not be read or done, below what that was. */
  'error.config': 'It is not set up on this page. Please contact customer service.',
  'error.bad-request': 'The service could not do it. Please contact customer service.',
  'error.unauthorized': 'You are no longer logged in. Log in, and try again.',
  'error.rate-limited': 'There is a lot to do right now. Wait a minute, and try again.',
  'error.server': 'The service has a problem right now. Try again in a moment.',
  'error.network': 'The service does not answer. Look at your connection, and try again.',
  'error.timeout': 'The service takes too long to answer. Try again in a moment.',
  'error.invalid-response': 'We could not read the answer. Try again in a moment.',
  'error.declined': 'The service said no. Please contact customer service.',
  'error.in-doubt': 'The answer was lost on the way. Look what has happened before you try again.',
} satisfies Record<string, Moment>;
