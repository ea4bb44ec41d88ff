/** The operations that the element knows, by what the vendor calls their `rel`. */
export type VippsRel =
  | 'redirect-authorization'
  | 'view-authorization'
  | 'view-payment'
  | 'update-payment-abort'
  | 'create-capture'
  | 'create-cancellation'
  | 'paid-payment'
  | 'failed-payment';

/** Whether an operation changes the payment; all others only look. */
export const isChange = (rel: string) => /^(update|create)/.test(rel);

/** Whether the browser goes to an operation's address, or loads a script from it, instead of asking it. */
export const isVisited = (rel: string) => /^(redirect|view)/.test(rel);

/** Whether a script is loaded from it. */
export const isScript = (rel: string) => rel.startsWith('view');
