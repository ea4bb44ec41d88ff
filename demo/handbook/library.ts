import type { EventDetail } from './event-details.js';
import type { ElementManifest } from './manifest.js';

/** What every element page draws on. */
export interface Library {
  readonly elements: readonly ElementManifest[];
  readonly events: readonly EventDetail[];
}

/** The element that gives settings to all others. */
export const settingsTag = 'connect-config';

/** How an element is brought into a page: by a build step, or as one file that registers itself. */
export function importsOf(tag: string): { readonly module: string; readonly file: string } {
  const name = tag.replace('connect-', '');
  return {
    module: `import 'connect-elements/${name}/define';`,
    file: `<script type="module" src="dist/cdn/${name}.js"></script>`,
  };
}

/** The attributes that an element has like all others; none for the one that gives them. */
export function sharedSettings(element: ElementManifest, { elements }: Library): string[] {
  if (element.tag === settingsTag) return [];
  const own = new Set(element.attributes.map(({ name }) => name));
  const shared = elements.find((one) => one.tag === settingsTag)?.attributes ?? [];
  // Those of origins are for whoever may speak for the whole page.
  return shared.map(({ name }) => name).filter((name) => !own.has(name) && !/-origins$/.test(name));
}
