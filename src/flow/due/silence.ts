const hour = 3_600_000;

/** Milliseconds for which each reason to say nothing lasts. */
const lasts = {
  /** There was nothing to say when the server was asked. */
  nothing: 6 * hour,
  /** The reader has put it off. */
  later: 24 * hour,
};

/** Why nothing is said, and nothing asked. */
export type Silence = keyof typeof lasts;

/**
 * As it is kept.
 *
 * @param now Epoch milliseconds.
 */
export function writeSilence(silence: Silence, now: number): string {
  return `${silence} ${now}`;
}

/**
 * Whether a silence lasts by what is kept, which may be anybody's text. One of the future does not: the clock was
 * set back.
 *
 * @param now Epoch milliseconds.
 */
export function isSilent(silence: Silence, kept: string | null, now: number): boolean {
  const [name, since] = kept?.split(' ') ?? [];
  const age = now - Number(since);
  return name === silence && age >= 0 && age < lasts[silence];
}
