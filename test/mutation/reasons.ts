/** Why no test notices some of the mutants; each by the line that it stands in and what it changes. */
export interface Reason {
  readonly file: string;
  /** The line as it stands in the file, without its margin. */
  readonly at: string;
  readonly changes: readonly string[];
  readonly because: string;
}

export const reasons: readonly Reason[] = [];
