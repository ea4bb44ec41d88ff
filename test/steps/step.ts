import type { Count } from '../support/count.js';
import type { Skips } from '../support/skips.js';
import type { Tallies } from '../support/tallies.js';

/** The two commands that run steps; `npm run test:all` has what `npm test` has, and more. */
export type Command = 'npm test' | 'npm run test:all';

/** What is run: what `npm test` has, all that there is, or of what `npm test` leaves out what has its turn. */
export type Extent = 'usual' | 'all' | 'turn';

/** What a step is given. */
export interface Run {
  /** But for `usual`, what can be tried in part is tried whole. */
  readonly extent: Extent;
  /** Whether one of the step's portions is to be done. */
  has(portion: string): boolean;
  /** Where to write down what the tests say that they tried. */
  readonly tallies: Tallies;
  /** What was skipped, and why. */
  readonly skips: Skips;
  /** Of engines that are not on this machine, what to do about it. */
  readonly missing: string[];
  /** A line of the step's own; what steps say is printed when they are done, each for itself. */
  say(line: string): void;
}

/** Something that has to hold. */
export interface Step {
  readonly title: string;
  /** The smallest command that runs it. */
  readonly command: Command;
  /** Titles of what has to be done before. */
  readonly after: readonly string[];
  /** What it holds, for the table in CONTRIBUTING. */
  readonly holds: string;
  /** What it has more than `npm test` does of it, by the names of what can be done by itself. */
  readonly portions?: () => Promise<readonly string[]> | readonly string[];
  run(run: Run): Promise<Count>;
}
