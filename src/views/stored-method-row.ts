import type { TemplateResult } from 'lit';
import type {
  StoredPaymentMethod,
  StoredSubscription,
} from '../api/onlinefundraising/payment-method.js';
import { methodName } from '../i18n/en.js';
import { date } from '../i18n/format.js';
import { methodMeanings, methodNames, methodStatus as words } from '../i18n/method-status.js';
import { entry } from '../ui/entry.js';
import { facts } from '../ui/facts.js';
import { icon } from '../ui/icons.js';

/**
 * What a stored payment method is, how it is and why: codes that we know in our words, others in the
 * server's.
 *
 * ASSUMED: what is paid by direct debit or SMS has an accounting code where it has no type, since the
 * document lists these two among the codes only.
 */
export function storedMethodRow(method: StoredPaymentMethod, language: string): TemplateResult {
  const { paymentMethodType, metaData, subscriptions } = method;
  const { card, bs, mps, sms } = metaData;
  const state = method.state ?? words.unknown;
  const name = brand(paymentMethodType ?? method.paymentMethodAccountingCode);
  const time = (when?: string) => when && date(new Date(when), language, true);
  return entry({
    icon: icon(paymentMethodType ?? ''),
    label: [name, card.type, card.cardNumber].filter(Boolean).join(' '),
    lines: [
      methodName(methodMeanings, state, ''),
      methodName(methodMeanings, method.errorCode, method.errorDescription),
      methodName(methodMeanings, method.cancelCode, method.cancelDescription),
      subscriptions ? !subscriptions.length && words.noSubscriptions : words.unreadSubscriptions,
    ],
    badge: methodName(methodNames, state),
    isUrgent: /^(Expired|Failed)$/.test(state),
    action: facts([
      [words.validUntil, card.expiresTs?.replace(/(.*)-(.*)/, '$2/$1')],
      [words.mandate, bs.mandate],
      [words.customerNumber, bs.customerNumber],
      [words.reference, mps.externalId],
      [words.mobileNumber, sms.msisdn],
      [words.gateway, brand(method.paymentGatewayProvider)],
      [words.created, time(method.createdTs)],
      [words.expires, time(method.expireTs)],
      [words.cancelled, time(method.cancelledTs)],
    ]),
  });
}

/** ASSUMED: a date that a subscription has while it is not active is left from before it stopped. */
export function storedSubscriptionRow(
  { subscriptionGuid = '', state, nextDueDate }: StoredSubscription,
  language: string,
): TemplateResult {
  return entry({
    label: words.subscription(subscriptionGuid.slice(0, 8)),
    lines: [
      state === 'Active' && nextDueDate && words.nextPayment(date(new Date(nextDueDate), language)),
    ],
    badge: methodName(methodNames, state),
  });
}

/** Who is behind a type, an accounting code or a gateway: not whether they are paid once or again. */
function brand(code?: string): string {
  return methodName(methodNames, code?.replace(/(?<=Pay|Swish)[A-Z].*/, ''));
}
