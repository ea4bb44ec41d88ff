import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const paymentMethods: TextsOf<'payment-methods'> = {
  heading: 'Betalningsmetod',
  empty: 'Ingen betalningsmetod är registrerad.',
  current: 'Används nu',
  ...loadErrors('Dina betalningsmetoder kan inte visas just nu'),
};
