import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Betalingen din',
  empty: 'Det er ingen betaling å fortelle om.',
  ...loadErrors('Vi kan ikke si hva som kom ut av det akkurat nå'),
};
