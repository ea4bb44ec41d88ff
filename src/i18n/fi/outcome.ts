import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Maksusi',
  empty: 'Maksusta ei ole kerrottavaa.',
  ...loadErrors('Emme voi juuri nyt kertoa, miten maksussa kävi'),
};
