import type { Refusals } from '../moments.js';

/** What the buttons of each of the three flows say alike. */
export const buttons = {
  continue: 'Continue',
  'check-again': 'Check again',
  'start-over': 'Start over',
  'start-over.yes': 'Yes, start over',
  'start-over.no': 'No, go back',
} as const;

/**
 * Why a request was refused.
 *
 * @param not What has not happened, as a title.
 * @param unsure That it may have happened, as a title.
 * @param so What that means, as a main clause in the middle of a sentence.
 * @param another What else can be tried, as a sentence.
 * @param look What to do before the next try, as a sentence.
 */
export function refusals(
  not: string,
  unsure: string,
  so: string,
  another: string,
  look: string,
): Refusals {
  return {
    'error.config': [
      not,
      `It is not set up on this page, and ${so}. Please contact customer service.`,
    ],
    'error.bad-request': [not, `The payment service could not take it, and ${so}. ${another}`],
    'error.unauthorized': [not, `You are no longer logged in, and ${so}. Log in, and try again.`],
    'error.rate-limited': [
      not,
      `There is a lot to do right now, and ${so}. Wait a minute, and try again.`,
    ],
    'error.server': [not, `The service has a problem right now, and ${so}. Try again in a moment.`],
    'error.network': [
      not,
      `The service does not answer, and ${so}. Look at your connection, and try again.`,
    ],
    'error.timeout': [
      not,
      `The service takes too long to answer, and ${so}. Try again in a moment.`,
    ],
    'error.declined': [not, `The payment service said no, and ${so}. ${another}`],
    'error.invalid-response': [unsure, `We could not read the answer. ${look}`],
    'error.in-doubt': [unsure, `The answer was lost on the way. ${look}`],
  };
}
