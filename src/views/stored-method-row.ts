import type { TemplateResult } from 'lit';
import type {
  StoredPaymentMethod,
  StoredSubscription,
} from '../api/onlinefundraising/payment-method.js';
import { date } from '../i18n/format.js';
import {
  brandNames,
  methodMeanings,
  methodNames,
  methodStatus as words,
} from '../i18n/method-status.js';
import { nameOf } from '../i18n/names.js';
import type { Translate } from '../i18n/translate.js';
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
export function storedMethodRow(
  method: StoredPaymentMethod,
  language: string,
  t: Translate,
): TemplateResult {
  const { paymentMethodType, metaData, subscriptions } = method;
  const { card, bs, mps, sms } = metaData;
  const state = method.state ?? t(words.unknown);
  const name = brand(t, paymentMethodType ?? method.paymentMethodAccountingCode);
  const time = (when?: string) => when && date(new Date(when), language, true);
  return entry({
    icon: icon(paymentMethodType ?? ''),
    label: [name, card.type, card.cardNumber].filter(Boolean).join(' '),
    lines: [
      nameOf(t, methodMeanings, state, ''),
      nameOf(t, methodMeanings, method.errorCode, method.errorDescription),
      nameOf(t, methodMeanings, method.cancelCode, method.cancelDescription),
      subscriptions
        ? !subscriptions.length && t(words.noSubscriptions)
        : t(words.unreadSubscriptions),
    ],
    badge: nameOf(t, methodNames, state),
    isUrgent: /^(Expired|Failed)$/.test(state),
    action: facts([
      [t(words.validUntil), card.expiresTs?.replace(/(.*)-(.*)/, '$2/$1')],
      [t(words.mandate), bs.mandate],
      [t(words.customerNumber), bs.customerNumber],
      [t(words.reference), mps.externalId],
      [t(words.mobileNumber), sms.msisdn],
      [t(words.gateway), brand(t, method.paymentGatewayProvider)],
      [t(words.created), time(method.createdTs)],
      [t(words.expires), time(method.expireTs)],
      [t(words.cancelled), time(method.cancelledTs)],
    ]),
  });
}

/** ASSUMED: a date that a subscription has while it is not active is left from before it stopped. */
export function storedSubscriptionRow(
  { subscriptionGuid = '', state, nextDueDate }: StoredSubscription,
  language: string,
  t: Translate,
): TemplateResult {
  return entry({
    label: t(words.subscription, subscriptionGuid.slice(0, 8)),
    lines: [
      state === 'Active' &&
        nextDueDate &&
        t(words.nextPayment, date(new Date(nextDueDate), language)),
    ],
    badge: nameOf(t, methodNames, state),
  });
}

/** Who is behind a type, an accounting code or a gateway: not whether they are paid once or again. */
function brand(t: Translate, code = ''): string {
  const name = code.replace(/(?<=Pay|Swish)[A-Z].*/, '');
  return nameOf((brand) => brand, brandNames, name, nameOf(t, methodNames, name));
}
