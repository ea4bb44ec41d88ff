import { isSettled, type Invoice } from './invoice-list.js';

/** What waits longest to be paid first; then the newest of those of which nothing is owed. */
export function byUrgency(a: Invoice, b: Invoice): number {
  const bySettled = Number(isSettled(a)) - Number(isSettled(b));
  return (
    bySettled ||
    (isSettled(a) ? byText(b.invoiceDate, a.invoiceDate) : byText(dueLast(a), dueLast(b)))
  );
}

/** Days are digits: a page's first comparison by a language's rules takes Chromium ten milliseconds. */
function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function dueLast({ dueDate }: Invoice): string {
  return dueDate || 'never';
}
