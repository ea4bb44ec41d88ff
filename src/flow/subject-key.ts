import { ours } from './kept-key.js';
import { redirectFlows, type Subject } from './transaction.js';

/** What two presses have in common when they would pay for the same thing. */
export function subjectKey({ flow, productCode, invoiceNumber, paymentMethod }: Subject): string {
  // An invoice is the same whichever way it is paid; an agreement with another provider is another.
  const which = flow === 'add-agreement' ? paymentMethod : invoiceNumber;
  return `${ours}${flow} ${productCode} ${which}`;
}

/** Whose key it is; undefined when it is none of these. */
export function subjectOfKey(key: string): Subject | undefined {
  if (!key.startsWith(ours)) return undefined;
  const [name, ...parts] = key.slice(ours.length).split(' ');
  const which = parts.pop() ?? '';
  // Which may have spaces of its own.
  const productCode = parts.join(' ');
  const flow = redirectFlows.find((one) => one === name);
  if (!flow) return undefined;
  const isInvoice = flow === 'pay-invoice';
  const about = { invoiceNumber: isInvoice ? which : '', paymentMethod: isInvoice ? '' : which };
  return { flow, productCode, ...about };
}
