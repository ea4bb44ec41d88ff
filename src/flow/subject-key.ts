import type { Subject } from './transaction.js';

/** What two presses have in common when they would pay for the same thing. */
export function subjectKey({ flow, productCode, invoiceNumber, paymentMethod }: Subject): string {
  // An invoice is the same whichever way it is paid; an agreement with another provider is another.
  const which = flow === 'add-agreement' ? paymentMethod : invoiceNumber;
  return `connect-elements ${flow} ${productCode} ${which}`;
}
