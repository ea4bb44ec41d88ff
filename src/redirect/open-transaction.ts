import { subjectKey } from '../flow/subject-key.js';
import { isTransactionId } from '../api/decode.js';
import type { Subject, Transaction } from '../flow/transaction.js';
import { platform } from '../platform/platform.js';

/** A provider's page is not open for longer than this (milliseconds). ASSUMED: no document says. */
const lifetime = 30 * 60_000;

/**
 * Keeps a transaction that has left for the login server, so that a page which is loaded anew can offer
 * to continue it. A comfort: without storage the offer is not made, and nothing else changes.
 */
export function rememberOpen(transaction: Transaction): void {
  const { transactionId, paymentMethod, known = '' } = transaction;
  const entry = [transactionId, platform.now(), paymentMethod, known];
  platform.store(subjectKey(transaction), entry.join(' '));
}

/** Another that has been begun since, in another tab, stays. */
export function forgetOpen(transaction: Transaction): void {
  const { transactionId } = recallOpen(transaction) ?? transaction;
  if (transactionId === transaction.transactionId) platform.store(subjectKey(transaction), '');
}

/**
 * The open transaction of a subject; its id is 0 when its POST has had no answer. Stored text may be
 * anybody's, so it is read as untrusted.
 */
export function recallOpen(subject: Subject): Transaction | undefined {
  const [id, since, paymentMethod, known] = (platform.store(subjectKey(subject)) ?? '').split(' ');
  const transactionId = Number(id);
  const isId = id === '0' || isTransactionId(transactionId);
  const isOpen = platform.now() - Number(since) < lifetime && isId;
  return isOpen && paymentMethod ? { ...subject, transactionId, paymentMethod, known } : undefined;
}
