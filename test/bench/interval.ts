/** A ratio of two things that were measured side by side, pair by pair. */
export interface Ratio {
  readonly median: number;
  /** The 95 % interval of the median, by order statistics: no shape of the distribution is assumed. */
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

/** How many standard deviations 95 % of a normal distribution lie within. */
const width = 1.96;

/** Each of `ones` divided by the one of `others` that was measured beside it. */
export function ratioOf(ones: readonly number[], others: readonly number[]): Ratio {
  const ratios = ones
    .map((one, round) => one / (others[round] ?? NaN))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const { length } = ratios;
  const half = (width * Math.sqrt(length)) / 2;
  const at = (index: number) => ratios[Math.min(Math.max(index, 0), length - 1)] ?? NaN;
  return {
    median: at(Math.floor((length - 1) / 2)),
    low: at(Math.floor(length / 2 - half)),
    high: at(Math.ceil(length / 2 + half) - 1),
    pairs: length,
  };
}

export function formatRatio({ median, low, high }: Ratio): string {
  return `×${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

/** A target is missed when the interval lies wholly above it. */
export function isMissed({ low }: Ratio, target: number): boolean {
  return low > target;
}
