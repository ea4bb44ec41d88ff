import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Maksusi',
  empty: 'Kerrottavaa maksua ei ole.',
  ...loadErrors('Emme voi juuri nyt kertoa, miten siinä kävi'),
};
