/** Somewhere that sites embed the elements, proven by a real one with the package as npm would publish it. */
export interface Place {
  /** As it stands in the table of places. */
  readonly name: string;
  /**
   * Proves it, and gives what with, such as `React 19.2.7, Vite 8.3.8`.
   *
   * @throws {MissingProgram} When this machine lacks what the place needs; it is then counted as skipped.
   */
  prove(proof: Proof): Promise<string>;
}

export interface Proof {
  /** The packed package: an absolute path. */
  readonly tarball: string;
  /**
   * One thing that has to hold. When it does not, that is told and counted, and the rest is tried. What ends
   * in a `MissingAbility` is counted as skipped.
   */
  holds(sentence: string, work: () => Promise<unknown>): Promise<void>;
  /**
   * Copies `test/apps/<folder>` to a folder of its own, installs there what its lock file says, then the
   * packed package, and gives the path. It is removed when the place is done.
   */
  install(folder: string): Promise<string>;
}

/** What a place needs is not on this machine and cannot be put there without asking. */
export class MissingProgram extends Error {}
