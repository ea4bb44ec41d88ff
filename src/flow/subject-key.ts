import { nameOf, partsOf } from './kept-key.js';
import { redirectFlows, type Subject } from './transaction.js';

/** What two presses have in common when they would pay for the same thing. */
export function subjectKey({ flow, productCode, invoiceNumber, paymentMethod }: Subject): string {
  // An invoice is the same whichever way it is paid; an agreement with another provider is another.
  const which = flow === 'add-agreement' ? paymentMethod : invoiceNumber;
  return nameOf(flow, productCode, which);
}

/** Whose key it is; undefined when it is none of these. */
export function subjectOfKey(key: string): Subject | undefined {
  const [name, productCode = '', which = ''] = partsOf(key);
  const flow = redirectFlows.find((one) => one === name);
  if (!flow) return undefined;
  const isInvoice = flow === 'pay-invoice';
  const about = { invoiceNumber: isInvoice ? which : '', paymentMethod: isInvoice ? '' : which };
  return { flow, productCode, ...about };
}
