import type { Family, Texts } from './keys.js';

/** A file of texts. */
export interface File {
  readonly default: Partial<Texts>;
}

/**
 * Where the texts of a family of elements come from. An element brings along that of its own family alone:
 * the paths of the others would be bytes that it never uses.
 */
export interface Source {
  readonly family: Family;
  /**
   * By code. Every path is written out, so that a bundler makes a file of each; those that number their files find a
   * name in the comment.
   */
  readonly languages: Readonly<Record<string, () => Promise<File>>>;
}
