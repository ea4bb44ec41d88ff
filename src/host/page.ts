/** Resolves when the page and its scripts have loaded: whatever is set by then was set in time. */
export async function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return;
  await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}
