import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const paymentMethods: TextsOf<'payment-methods'> = {
  heading: 'Maksutapa',
  empty: 'Maksutapaa ei ole kirjattu.',
  current: 'Käytössä',
  ...loadErrors('Maksutapojasi ei voi näyttää juuri nyt'),
};
