import type { Finding, Request } from './states.js';
import type { Subject } from './transaction.js';

/**
 * A way of paying that was in use before, and was chosen to be renewed, is in use whether or not it was: a server that
 * lists it so says nothing of that.
 */
export function unlessRenewed(finding: Finding, { paymentMethod, known }: Subject): Finding {
  return finding.is === 'done' && known === paymentMethod ? { is: 'as-before' } : finding;
}

/** What is asked for although the server says that it is in use. */
export function renewing(subject: Request): Request {
  const { flow, paymentMethod } = subject;
  return flow === 'change-method' ? { ...subject, known: paymentMethod } : subject;
}
