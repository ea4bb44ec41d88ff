import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const paymentMethods: TextsOf<'payment-methods'> = {
  heading: 'Betalingsmåte',
  empty: 'Ingen betalingsmåte er registrert.',
  current: 'I bruk',
  ...loadErrors('Betalingsmåtane dine kan ikkje visast akkurat no'),
};
