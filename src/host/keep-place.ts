/** A button that has gone, or is disabled, does not take the reader's place on the page with it. */
export function keepPlace(root: HTMLElement | DocumentFragment): void {
  const focused = root instanceof ShadowRoot ? root.activeElement : undefined;
  if (!focused || focused.matches(':disabled')) root.querySelector('section')?.focus();
}
