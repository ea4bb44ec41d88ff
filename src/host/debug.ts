const secret: readonly string[] = ['agreement', 'url'];

/**
 * Writes an event in the console, in one line. What may hold a token is left out: agreements have those of
 * cards, and the address that the browser goes to may have one.
 */
export function log(tag: string, type: string, detail: object): void {
  const readable = (name: string, value: unknown) => (secret.includes(name) ? '…' : value);
  console.info(tag, type, JSON.stringify(detail, readable));
}
