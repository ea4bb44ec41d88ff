/** What the instrumented code reads and writes in a page; the names are Stryker's. */
export interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: Coverage | undefined;
}

/** How often each mutant was passed by: while the file was loaded, and by each test. */
export interface Coverage {
  static: Readonly<Record<string, number>>;
  perTest: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What a page is to do. */
export interface Plan {
  /** The address of the file with the tests. */
  readonly file: string;
  /** Their places in it; all of them when absent. */
  readonly only?: readonly number[] | undefined;
  /** Whether the first failure ends it. */
  readonly bail: boolean;
}

/** What came of a test. */
export interface Outcome {
  readonly index: number;
  readonly title: string;
  readonly error?: string | undefined;
  readonly ms: number;
}

/** What a page tells. */
export interface Report {
  readonly outcomes: readonly Outcome[];
  readonly coverage: Coverage;
}

declare global {
  interface Window {
    __stryker__: Switches;
    plan: Plan;
    report: Promise<Report>;
  }
}
