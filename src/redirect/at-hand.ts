/** The methods that the reader's pointer or focus is on. */
export function methodsAtHand(root: ParentNode): readonly string[] {
  const at = 'label:is(:hover, :focus-within) > input';
  return [...root.querySelectorAll<HTMLInputElement>(at)].map(({ value }) => value);
}

/** Whether the reader is at what is chosen, or about to press the button. */
export function isReaderAtChoice(root: ParentNode): boolean {
  const at = ':is(input, button):focus, button:hover, label:hover > :checked';
  return root.querySelector(at) !== null;
}
