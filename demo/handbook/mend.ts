import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { Source } from './site-map.js';

/** What the pages link to beside one another: files of the repository, to be copied beside the pages. */
export class LinkedFiles {
  /** Path in the repository, and where it goes. */
  readonly copies = new Map<string, string>();
  readonly #sources: readonly Source[];
  readonly #generated: ReadonlySet<string>;

  /** @param generated File names of the pages that no file of Markdown is behind. */
  constructor(sources: readonly Source[], generated: Iterable<string>) {
    this.#sources = sources;
    this.#generated = new Set(generated);
  }

  /**
   * The address on the site of what a file links to.
   *
   * @throws when there is nothing there: a page with a dead link is not written.
   */
  mend(from: string, address: string): string {
    if (/^([a-z]+:|#)/i.test(address)) return address;
    const [path = '', fragment] = address.split('#');
    const hash = fragment === undefined ? '' : `#${fragment}`;
    if (this.#generated.has(path)) return path + hash;
    const target = posix.normalize(posix.join(posix.dirname(from), path));
    const page = this.#sources.find(({ file }) => file === target);
    if (page) return `${page.slug}.html${hash}`;
    // Where the repository is read, an element's class is its page.
    const element = `connect-${posix.basename(target, '.ts')}.html`;
    const isClass = from === 'README.md' && posix.dirname(target) === 'src/elements';
    if (isClass && this.#generated.has(element)) return element;
    return this.#copy(from, target);
  }

  #copy(from: string, target: string): string {
    if (target === 'LICENSE' || (existsSync(target) && statSync(target).isFile())) {
      const isImage = /\.(png|svg)$/.test(target);
      // As text, so that a browser shows it, whatever it makes of the ending.
      const to = isImage ? `images/${posix.basename(target)}` : `source/${target}.txt`;
      this.copies.set(target, to);
      return to;
    }
    throw new Error(`${from} links to ${target}, which is not there`);
  }
}
