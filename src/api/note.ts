import { isObject } from './decode.js';

const noted = new Set<string>();

/**
 * Says once in the console what a member of the dialect could not tell, before something else is done instead.
 *
 * @param said Begins with the member. Names and types alone: a value is about a subscriber, and is never said.
 */
export function note(said: string): void {
  if (!noted.has(said)) console.warn(`connect-elements: dialect.${said}`);
  noted.add(said);
}

/** What something is made of: `{"id":"number","name":"string"}`. */
export function shapeOf(what: unknown): string {
  const shape = (name: string, value: unknown) =>
    typeof value === 'object' || !name ? value : typeof value;
  return isObject(what) ? JSON.stringify(what, shape) : typeof what;
}
