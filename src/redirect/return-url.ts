import { isTransactionId } from '../api/decode.js';
import type { Outcome } from '../host/events.js';

/** The jobs that leave the page and come back. */
export type RedirectFlowName = 'pay-invoice' | 'change-method' | 'add-agreement';

/** What a redirect is about. */
export interface Subject {
  readonly flow: RedirectFlowName;
  readonly paymentMethod: string;
  readonly productCode: string;
  /** Empty when there is no invoice. */
  readonly invoiceNumber: string;
  /**
   * What the server listed before, shortened, so that something new can be told from something old.
   * Not empty, without `~` and space. Only `add-agreement` has it.
   */
  readonly known?: string | undefined;
}

/** A subject with the id that the server gave it. */
export interface Transaction extends Subject {
  readonly transactionId: number;
}

/** What the address of a page says that a payer has come back to. A claim that anyone can type. */
export interface Arrival extends Transaction {
  readonly outcome: Outcome;
}

/** Our parameter in `returnUrl` and `errorUrl`. */
const parameter = 'connect';
const flows: readonly RedirectFlowName[] = ['pay-invoice', 'change-method', 'add-agreement'];
const outcomes: readonly Outcome[] = [
  'finished',
  'cancelled',
  'failed',
  'unknown',
  'initiated',
  'error',
];

/**
 * An address to come back to, with its own query and hash. Our parameter says what for, so that storage
 * is never needed: Vipps may come back in another browser. `place` says which of the two addresses it is.
 */
export function returnAddress(url: URL, place: 'return' | 'error', about: Transaction): string {
  const { flow, transactionId, paymentMethod, productCode, invoiceNumber, known } = about;
  const copy = new URL(url);
  // `~` is unreserved: no server on the way has a reason to escape it.
  const fields = [flow, place, transactionId, paymentMethod, productCode, invoiceNumber];
  if (known) fields.push(known);
  copy.searchParams.set(parameter, fields.join('~'));
  return copy.href;
}

/** What a query says. */
export interface ParsedQuery {
  /** Absent when our parameter is there but cannot be read. */
  readonly arrival: Arrival | undefined;
  /** The parameters that have been read, and leave the address. */
  readonly names: readonly string[];
}

/**
 * Reads the query of an address. Never throws.
 *
 * @returns undefined when the query carries nothing of ours.
 */
export function parseQuery(query: URLSearchParams, resultParam: string): ParsedQuery | undefined {
  const claims = query.getAll(parameter);
  // Another library's parameter of the same name is not ours to read or to take away.
  if (!claims.some((claim) => flows.some((flow) => claim.startsWith(`${flow}~`)))) return undefined;
  const present = resultParam.split(/\s+/).filter((name) => query.has(name));
  const known = present.filter((name) => query.getAll(name).some(toOutcome));
  const said = known.flatMap((name) => query.getAll(name));
  return {
    // Only a single, known value counts: two values joined are none of the six.
    arrival: decode(claims.join('~'), toOutcome(said.join('~')) ?? 'unknown'),
    // A parameter that holds no outcome is the site's own, unless nothing else is there.
    names: [parameter, ...(known.length ? known : present)],
  };
}

function toOutcome(value: string): Outcome | undefined {
  return outcomes.find((outcome) => outcome === value);
}

function decode(claim: string, outcome: Outcome): Arrival | undefined {
  const [name, place, id, paymentMethod, productCode, invoiceNumber, known, more] =
    claim.split('~');
  const flow = flows.find((known) => known === name);
  const transactionId = Number(id);
  const isError = place === 'error';
  if (!flow || !(isError || place === 'return') || !isTransactionId(transactionId))
    return undefined;
  if (!paymentMethod || !productCode || invoiceNumber == null || more != null) return undefined;
  if ((flow === 'add-agreement') !== !!known) return undefined;
  const transaction = { flow, transactionId, paymentMethod, productCode, invoiceNumber };
  return { ...transaction, ...(known && { known }), outcome: isError ? 'error' : outcome };
}
