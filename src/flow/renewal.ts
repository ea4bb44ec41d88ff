import type { Finding } from './states.js';
import type { Subject } from './transaction.js';

/**
 * A way of paying that was in use before, and was chosen to be renewed, is in use whether or not it was: a server that
 * lists it so says nothing of that.
 */
export function unlessRenewed(finding: Finding, { paymentMethod, known }: Subject): Finding {
  return finding.is === 'done' && known === paymentMethod ? { is: 'as-before' } : finding;
}
