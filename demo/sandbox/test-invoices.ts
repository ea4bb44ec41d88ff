import type { Fault } from './faults.js';
import type { Outcome } from './names.js';

/** The product of the invoices whose payment ends as their number says. */
export const testProduct = 'CO27600';

/** How the provider ends the payment of an invoice, without asking the payer. */
const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ['7436001', 'finished'],
  ['7436002', 'cancelled'],
  ['7436003', 'failed'],
  ['7436004', 'unknown'],
  ['7436005', 'initiated'],
  ['7436006', 'error'],
]);

/** What the API answers in place of a transaction. */
const faults: ReadonlyMap<string, Fault> = new Map([
  ['7436011', { kind: 'not-added' }],
  ['7436012', { kind: 'server-error' }],
  ['7436013', { kind: 'drop-after' }],
  ['7436014', { kind: 'rate-limited', retryAfter: '2' }],
  ['7436015', { kind: 'unauthorized' }],
]);

/** It has been paid before anybody presses. */
export const paidTestInvoice = '7436021';
export const unpaidTestInvoices: readonly string[] = [...outcomes.keys(), ...faults.keys()];

export function forcedOutcome(invoiceNumber: string | undefined): Outcome | undefined {
  return outcomes.get(invoiceNumber ?? '');
}

export function forcedFault(invoiceNumber: string | undefined): Fault | undefined {
  return faults.get(invoiceNumber ?? '');
}
