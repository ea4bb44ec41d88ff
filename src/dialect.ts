/**
 * What is assumed of the Connect API where its public reference leaves something open, and how to replace
 * it: `connect-elements/dialect`.
 *
 * @packageDocumentation
 */
export { assumedDialect } from './api/connect/assumed.js';
export { withDialect } from './api/connect/with-dialect.js';
export type { AgreementReference, ApiRequest, Dialect } from './api/connect/dialect.js';
