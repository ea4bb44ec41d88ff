import type { Dialect } from '../api/connect/dialect.js';
import { assumedLogin } from '../api/connect/login.js';

/** Where at the login server something is completed, below its base, and by which parameter it is named. */
export interface LoginPath {
  readonly path: string;
  readonly idParameter: 'transactionId' | 'paymentChangeId';
}

/** Source: Connect API reference, "Pay invoice" and "Change payment method". */
export const loginPaths = {
  'pay-invoice': { path: '/payment/invoice/pay', idParameter: 'transactionId' },
  'change-method': { path: assumedLogin.changeMethodPath, idParameter: 'paymentChangeId' },
} as const satisfies Record<string, LoginPath>;

/** The path as the dialect has it: the reference does not say where a change of method is completed. */
export function spokenPath(
  assumed: LoginPath,
  { changeMethodPath }: Partial<Pick<Dialect, 'changeMethodPath'>>,
): LoginPath {
  const isOpen = assumed.path === loginPaths['change-method'].path;
  return isOpen && changeMethodPath ? { ...assumed, path: changeMethodPath } : assumed;
}
