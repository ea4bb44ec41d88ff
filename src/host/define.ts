import { isLive } from '../platform/live.js';

/** Set by the build to the package's version; two copies on a page name theirs. */
declare const CONNECT_ELEMENTS_VERSION: string | undefined;

/** The package's version, or `development` in its own sources. */
export const version =
  typeof CONNECT_ELEMENTS_VERSION === 'string' ? CONNECT_ELEMENTS_VERSION : 'development';

let isSecond = false;

/** Whether the tags of the page belong to another copy of the library, which knows nothing of this one. */
export function isSecondCopy(): boolean {
  return isSecond;
}

/**
 * Registers an element, unless the tag is taken or there is no DOM. The first copy of the library on a
 * page wins; a second one says so and leaves the first alone.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const taken = customElements.get(tag);
  if (!taken) {
    customElements.define(tag, element);
  } else if (taken !== element) {
    const first = 'version' in taken && taken.version;
    // A framework's server has a copy for each of its layers, which are alike.
    if (!isLive && first === version) return;
    isSecond = true;
    console.warn(tag, first, 'ignored', version);
  }
}
