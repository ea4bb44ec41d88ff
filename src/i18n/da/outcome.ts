import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Din betaling',
  empty: 'Der er ingen betaling at fortælle om.',
  ...loadErrors('Vi kan lige nu ikke sige, hvordan det gik'),
};
