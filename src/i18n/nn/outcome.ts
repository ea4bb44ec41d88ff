import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Betalinga di',
  empty: 'Det er inga betaling å fortelje om.',
  ...loadErrors('Vi kan ikkje seie kva som kom ut av det akkurat no'),
};
