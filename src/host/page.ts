import { platform } from '../platform/platform.js';

/** Milliseconds in which definitions and settings may come that are late. */
const moment = 2_000;
/** Milliseconds after which a script that never answers does not keep anything any more. */
const longest = 6_000;
/** Milliseconds between two looks at how far the page is. */
const often = 100;

/** Milliseconds after which a timer without a delay has run, however deep in others. */
const soon = 10;

let ready: Promise<unknown> | undefined;

/**
 * Resolves when the page has been read and whoever is late has had a moment: whatever is set by then was set
 * in time. A page's pictures and frames may never answer, so nothing waits for all of it.
 */
export async function pageReady(): Promise<void> {
  if (document.readyState === 'complete') return;
  await (ready ??= whenReady());
}

/**
 * Resolves when an element that lacks something may complain. A page that has long been read still grows: Angular's router
 * places an element in one task and sets its attributes in the next, and whoever loads the elements late calls
 * `configure` when they have begun.
 */
export async function givenAll(): Promise<void> {
  await pageReady();
  await platform.wait(soon);
}

async function whenReady(): Promise<void> {
  if (document.readyState === 'loading') await happened(document, 'readystatechange');
  const late = scriptsHaveRun().then(() => platform.wait(moment));
  await Promise.race([happened(window, 'load'), late, platform.wait(longest)]);
}

/** What makes pages faster may keep the event to itself: when it was the browser says all the same. */
async function scriptsHaveRun(): Promise<void> {
  const event = happened(document, 'DOMContentLoaded');
  for (let waited = 0; waited < longest && !isRead(); waited += often) {
    await Promise.race([event, platform.wait(often)]);
  }
}

function isRead(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (
    navigation instanceof PerformanceNavigationTiming && navigation.domContentLoadedEventStart > 0
  );
}

/** Resolves when it has happened next. */
export function happened(target: EventTarget, type: string): Promise<unknown> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/** Resolves when what is around an element can say its settings: markup that is no element yet gives none. */
export async function settingsAround(element: Element): Promise<void> {
  const config = element.closest('connect-config:not(:defined)');
  if (config) await Promise.race([customElements.whenDefined(config.localName), pageReady()]);
}
