import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const paymentMethods: TextsOf<'payment-methods'> = {
  heading: 'Betalingsmetode',
  empty: 'Ingen betalingsmetode er registreret.',
  current: 'I brug',
  ...loadErrors('Dine betalingsmetoder kan ikke vises lige nu'),
};
