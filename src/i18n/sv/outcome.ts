import type { TextsOf } from '../keys.js';
import { loadErrors } from '../moments.js';

export const outcome: TextsOf<'outcome'> = {
  heading: 'Din betalning',
  empty: 'Det finns ingen betalning att berätta om.',
  ...loadErrors('Vi kan inte säga vad det blev av det just nu'),
};
