/** What the page does at the moment, promises too, is done. It is a turn, and no time that a test could set. */
export async function turn(): Promise<void> {
  // eslint-disable-next-line no-restricted-globals
  await new Promise((resolve) => setTimeout(resolve));
}
