/** As {@link Skips} finds it in what a step has printed. */
export function skipLine(what: string, why: string): string {
  return `⚠ ${what}: skipped. ${why}`;
}

const patterns = [
  // A place, a sentence of one, or the tests of an engine.
  /^ *⚠ (?<what>.+): skipped\. (?<why>.+)$/gm,
  // Node's own test runner, for a test or a suite.
  /^ *﹣ (?<what>.+) \([\d.]+ms\) # (?<why>.+)$/gm,
];

/** What was skipped and why, for the last lines of a run. */
export class Skips {
  readonly #names = new Map<string, string[]>();

  /** Adds what a step has printed of tests that it skipped. */
  add(output: string): void {
    for (const { groups } of patterns.flatMap((pattern) => [...output.matchAll(pattern)])) {
      const { what = '', why = '' } = groups ?? {};
      this.#names.set(why, [...(this.#names.get(why) ?? []), what]);
    }
  }

  /**
   * A line for each reason, with the names, or with their number where they are many.
   *
   * @param known Reasons that are told elsewhere.
   */
  lines(known: readonly string[] = []): string[] {
    const others = [...this.#names].filter(([why]) => !known.includes(why));
    return others.map(([why, names]) => {
      const what = names.length > 3 ? `${names.length} tests` : names.join('; ');
      return `${what}: ${why}`;
    });
  }
}
