import { isSettled, type Invoice } from './invoice-list.js';

/** What waits longest to be paid first; then the newest of those of which nothing is owed. */
export function byUrgency(a: Invoice, b: Invoice): number {
  const bySettled = Number(isSettled(a)) - Number(isSettled(b));
  return (
    bySettled ||
    (isSettled(a)
      ? b.invoiceDate.localeCompare(a.invoiceDate)
      : dueLast(a).localeCompare(dueLast(b)))
  );
}

function dueLast({ dueDate }: Invoice): string {
  return dueDate || 'never';
}
