import { ours } from '../flow/kept-key.js';
import type { Arrival, Transaction } from '../flow/transaction.js';
import { keep, type Keeping } from '../host/kept.js';

const name = `${ours}told`;
/** A router puts back what it knew last; nobody has been away more often than this and remembers. */
const most = 10;
const unreadable = 'unreadable';

/** What an address claims, in one line whatever stands there. */
export function claimOf(arrival: Arrival | undefined): string {
  if (!arrival) return unreadable;
  const { outcome, productCode, invoiceNumber } = arrival;
  return aboutOf(arrival) + JSON.stringify([outcome, productCode, invoiceNumber]);
}

/** Whether a claim has been told in this tab. */
export function wasTold(keeping: Keeping, claim: string): boolean {
  return read(keeping).includes(claim);
}

export function rememberTold(keeping: Keeping, claim: string): void {
  const others = read(keeping).filter((one) => one !== claim);
  write(keeping, [...others, claim].slice(-most));
}

/** The payer leaves with it, and what comes back is news, also when it is the same as before. */
export function expectAnew(keeping: Keeping, transaction: Transaction): void {
  const about = aboutOf(transaction);
  const isOther = (one: string) => one !== unreadable && !one.startsWith(about);
  write(keeping, read(keeping).filter(isOther));
}

function aboutOf({ flow, transactionId }: Transaction): string {
  return `${flow} ${transactionId} `;
}

function read(keeping: Keeping): string[] {
  return keep(keeping, name, undefined, true)?.split('\n') ?? [];
}

function write(keeping: Keeping, claims: readonly string[]): void {
  keep(keeping, name, claims.join('\n'), true);
}
