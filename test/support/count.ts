import type { Timing } from './timings.js';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by name, where the runner tells. */
  failures?: readonly string[];
  /** In which of the step's portions something failed, where that can be told. */
  failedPortions?: readonly string[];
  /** Which of them were tried and held, as far. */
  heldPortions?: readonly string[];
  /** How long each file took, where there are files. */
  timings?: readonly Timing[];
}

/** As the last line says it: nothing is said of what there is none of but failures. */
export function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** One thing that holds or does not. */
export function verdict(isGood: boolean): Count {
  return { passed: Number(isGood), failed: Number(!isGood), skipped: 0 };
}

/** All of them together. */
export function sum(counts: readonly Count[]): Count {
  const of = (member: 'passed' | 'failed' | 'skipped') =>
    counts.reduce((total, count) => total + count[member], 0);
  return {
    passed: of('passed'),
    failed: of('failed'),
    skipped: of('skipped'),
    failures: counts.flatMap(({ failures = [] }) => failures),
    failedPortions: counts.flatMap(({ failedPortions = [] }) => failedPortions),
    heldPortions: counts.flatMap(({ heldPortions = [] }) => heldPortions),
    timings: counts.flatMap(({ timings = [] }) => timings),
  };
}
