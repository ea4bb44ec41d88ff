import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Din betaling',
  empty: 'Der er ingen betaling at fortælle om.',
  ...loadErrors('Vi kan ikke sige, hvad der kom ud af det, lige nu'),
};
