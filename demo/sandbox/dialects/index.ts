import { agreementDialects } from './agreements.js';
import type { SandboxDialect } from './dialect.js';
import { invoiceDialects } from './invoices.js';
import { methodDialects } from './methods.js';
import { outcomeDialects } from './outcomes.js';
import { timeDialects } from './times.js';

const all = {
  ...methodDialects,
  ...outcomeDialects,
  ...invoiceDialects,
  ...agreementDialects,
  ...timeDialects,
};

/** The name of a dialect that the sandbox speaks. */
export type DialectName = keyof typeof all;

/** What the sandbox speaks beside what is assumed. */
export const sandboxDialects: Readonly<Record<DialectName, SandboxDialect>> = all;

export function isDialectName(name: unknown): name is DialectName {
  return typeof name === 'string' && Object.hasOwn(all, name);
}

/** All there are. */
export const dialectNames: readonly DialectName[] = Object.keys(all).filter(isDialectName);
