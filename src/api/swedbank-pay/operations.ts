/** What a client does with an operation. */
type Kind = 'page' | 'script' | 'change' | 'details';

/**
 * The operations that the element knows, by what the vendor calls their `rel`: the browser goes to a page,
 * loads a script, sends a change, or asks for details.
 */
const kinds = {
  'redirect-authorization': 'page',
  'view-authorization': 'script',
  'view-payment': 'script',
  'update-payment-abort': 'change',
  'create-capture': 'change',
  'create-cancellation': 'change',
  'paid-payment': 'details',
  'failed-payment': 'details',
  'aborted-payment': 'details',
} as const satisfies Readonly<Record<string, Kind>>;

export type VippsRel = keyof typeof kinds;

/** One of them by its name; undefined for whatever else a server lists. */
export function asRel(rel: string): VippsRel | undefined {
  return isRel(rel) ? rel : undefined;
}

function isRel(rel: string): rel is VippsRel {
  return Object.hasOwn(kinds, rel);
}

function isOf(rel: string, ...wanted: readonly Kind[]): boolean {
  const kind = isRel(rel) ? kinds[rel] : undefined;
  return wanted.some((one) => one === kind);
}

/** Whether an operation changes the payment; all others only look. */
export const isChange = (rel: string) => isOf(rel, 'change');

/** Whether the browser goes to an operation's address, or loads a script from it, instead of asking it. */
export const isVisited = (rel: string) => isOf(rel, 'page', 'script');

/** Whether a script is loaded from it. */
export const isScript = (rel: string) => isOf(rel, 'script');
