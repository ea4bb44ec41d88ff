export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by name, where the runner tells. */
  failures?: readonly string[];
}

/** As the last line says it: nothing is said of what there is none of but failures. */
export function inWords({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
