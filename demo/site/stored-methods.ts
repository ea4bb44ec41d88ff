import { goneGuid, seed } from '../sandbox/online-fundraising/seed.js';
import type { StoredMethodLink } from './pages.js';

/**
 * Which payment methods belong to whom, with what the demo calls them. A real site keeps this in its own
 * database, beside its subscribers.
 */
const owned = new Map<string, StoredMethodLink[]>();

for (const [guid, { subscriber, method, hasPendingPayments }] of seed()) {
  const { state, paymentMethodAccountingCode, paymentGatewayProvider, errorCode, cancelCode } =
    method;
  const more = hasPendingPayments ? 'payments pending' : (errorCode ?? '') || (cancelCode ?? '');
  const what = [paymentMethodAccountingCode, paymentGatewayProvider, state, more];
  const links = owned.get(subscriber) ?? [];
  owned.set(subscriber, [...links, { guid, label: what.filter(Boolean).join(' · ') }]);
}
owned.get('kari')?.push({ guid: goneGuid, label: 'One that is gone' });

export function storedMethods(subscriber: string | undefined): readonly StoredMethodLink[] {
  return owned.get(subscriber ?? '') ?? [];
}
