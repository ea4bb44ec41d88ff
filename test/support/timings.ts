/** How long a file of tests took, in one place. */
export interface Timing {
  /** The file, and the engine where there are several. */
  readonly what: string;
  readonly seconds: number;
}

/** The files that took longest, the slowest first, a line each. */
export function slowest(timings: readonly Timing[], count = 10): string[] {
  return [...timings]
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count)
    .map(({ what, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${what}`);
}
