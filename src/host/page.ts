/** Resolves when the page and its scripts have loaded: whatever is set by then was set in time. */
export async function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

/** Resolves when what is around an element can say its settings: markup that is no element yet gives none. */
export async function settingsAround(element: Element): Promise<void> {
  const config = element.closest('connect-config:not(:defined)');
  if (config) await Promise.race([customElements.whenDefined(config.localName), pageLoaded()]);
}
