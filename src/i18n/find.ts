import type { Texts } from './keys.js';
import type { Moment, Text } from './moments.js';

/** Any moments of any places, as a key looks them up. */
type Moments = Readonly<Record<string, Moment>>;
type Places = Readonly<Record<string, Moments | undefined>>;

/** The text that a key names; undefined where these have none. */
export function find(texts: Partial<Texts>, key: string): Text | undefined {
  const places: Places = texts;
  const [place = '', ...rest] = key.split('.');
  const moments = places[place];
  const moment = moments?.[rest.join('.')];
  // What has a title and a body is no text by itself.
  if (moment !== undefined) return isPair(moment) ? undefined : moment;
  const part = rest.pop();
  const pair = moments?.[rest.join('.')];
  return pair && isPair(pair) ? pair[part === 'title' ? 0 : 1] : undefined;
}

function isPair(moment: Moment): moment is readonly [string, string] {
  return Array.isArray(moment);
}
