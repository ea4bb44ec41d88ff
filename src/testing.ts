/**
 * For the unit tests of a site's own components: fires what the elements fire, with typed details, and registers
 * stand-ins for them where the real ones are too much. Without Lit, and without the elements.
 *
 * @packageDocumentation
 */
export { defineFakes } from './testing/fakes.js';
export { fire } from './testing/fire.js';
export type * from './host/events.js';
