/**
 * Why nothing is said, and nothing asked.
 *
 * - `nothing`: there was nothing to say when the server was asked.
 * - `later`: the reader has put it off.
 */
export type Silence = 'nothing' | 'later';

const hour = 3_600_000;

/** Milliseconds for which each lasts. */
const lasts: Readonly<Record<Silence, number>> = { nothing: 6 * hour, later: 24 * hour };

/**
 * As it is kept.
 *
 * @param now Epoch milliseconds.
 */
export function writeSilence(silence: Silence, now: number): string {
  return `${silence} ${now}`;
}

/**
 * The silence that lasts by what is kept, which may be anybody's text. One of the future says nothing: the clock
 * was set back.
 *
 * @param now Epoch milliseconds.
 */
export function readSilence(kept: string | null, now: number): Silence | undefined {
  const [name, since = ''] = kept?.split(' ') ?? [];
  if (name !== 'nothing' && name !== 'later') return undefined;
  const age = since === '' ? NaN : now - Number(since);
  return age >= 0 && age < lasts[name] ? name : undefined;
}
