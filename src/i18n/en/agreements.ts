import type { AgreementProvider } from '../../api/connect/agreements.js';
import { loadErrors, type Moment } from '../moments.js';

/** What `connect-agreements` says, but for adding one. */
export const agreements = {
  heading: 'Payment agreements',
  empty: 'You have no saved agreement.',
  'provider.vipps': 'Vipps',
  'provider.payex': 'Card',
  'provider.klarna': 'Klarna',
  'provider.nexi': 'Card, through Nexi',
  expires: 'Expires {date}',
  'expires.soon': 'Expires soon',
  expired: 'Expired',
  remove: 'Remove',
  'remove.ask': [
    'Remove this agreement?',
    'No new payments are made with it after that. One that has begun can still be drawn.',
  ],
  /** Of the only agreement by which the product in view is paid. */
  'remove.last':
    'This subscription is paid with it, and with no other. After that no new payment can be drawn: add another agreement first, or change payment method, so that nothing is left unpaid. A payment that has begun can still be drawn.',
  'remove.yes': 'Yes, remove it',
  'remove.no': 'No, keep it',
  /** One product has a new agreement; each of the others is offered by its code. */
  others: [
    'Your other subscriptions still use their old agreements',
    'What you have added is for this one alone. Add it for the others too, if they are to be paid the same way.',
  ],
  'others.add': 'Add for {product}',
  removing: 'Removing the agreement…',
  removed: [
    'The agreement is removed',
    'No new payments are made with it. One that has begun can still be drawn.',
  ],
  /** The server said that it is removed, and lists it still. */
  'still-listed': [
    'The agreement is removed, but still listed',
    'The payment service says that it is removed. It can take a while until the list shows that.',
  ],
  'not-removed': ['The agreement is not removed', 'It is still listed. You can try again.'],
  /** The server said no; `shared.error` says why. */
  'not-removed.refused': 'The agreement is not removed',
  'in-doubt': [
    'We do not know whether the agreement is removed',
    'The list cannot be read right now. Look at it again before you try again.',
  ],
  ...loadErrors('Your agreements cannot be shown right now'),
} satisfies Record<`provider.${AgreementProvider}`, string> & Record<string, Moment>;
