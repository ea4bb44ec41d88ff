import type { TemplateResult } from 'lit';
import type {
  StoredPaymentMethod,
  StoredSubscription,
} from '../api/onlinefundraising/payment-method.js';
import { methodStatus } from '../i18n/en/method-status.js';
import { date } from '../i18n/format.js';
import { has } from '../i18n/has.js';
import type { Translate } from '../i18n/keys.js';
import { entry } from '../ui/entry.js';
import { facts } from '../ui/facts.js';
import { icon } from '../ui/icons.js';

/** Brands that are not called by their own code, in every language. */
const brandNames: Readonly<Record<string, string>> = {
  MobilePayOnline: 'MobilePay',
  MobilePaySubscriptions: 'MobilePay',
  MobilePayExternal: 'MobilePay',
  VippsMobilePay: 'Vipps MobilePay',
  VippsMobilePaySingle: 'Vipps MobilePay',
  VippsMobilePayRecurring: 'Vipps MobilePay',
  VippsMobilePayExternal: 'Vipps MobilePay',
  SwishSingle: 'Swish',
  SwishRecurring: 'Swish',
  DIBS: 'Nets Easy',
  SaltPay: 'Teya',
  SMSCPH: 'SMS',
};

/** States in which nothing can be paid with it any more. */
const ended: readonly string[] = ['Expired', 'Failed'];

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
  const state = method.state ?? t('method-status.state.unknown');
  const name = brand(t, paymentMethodType ?? method.paymentMethodAccountingCode);
  // A day without a time has none.
  const time = (when?: string) => when && date(new Date(when), language, when.includes('T'));
  return entry({
    icon: icon(paymentMethodType ?? ''),
    label: [name, card.type, card.cardNumber].filter(Boolean).join(' '),
    lines: [
      known(t, 'meaning', method.state),
      known(t, 'meaning', method.errorCode) ?? method.errorDescription,
      known(t, 'meaning', method.cancelCode) ?? method.cancelDescription,
      subscriptions
        ? !subscriptions.length && t('method-status.subscriptions.none')
        : t('method-status.subscriptions.unread'),
    ],
    badge: known(t, 'state', state) ?? state,
    isUrgent: ended.includes(state),
    action: facts([
      [t('method-status.fact.valid-until'), card.expiresTs?.replace(/(.*)-(.*)/, '$2/$1')],
      [t('method-status.fact.mandate'), bs.mandate],
      [t('method-status.fact.customer-number'), bs.customerNumber],
      [t('method-status.fact.reference'), mps.externalId],
      [t('method-status.fact.mobile-number'), sms.msisdn],
      [t('method-status.fact.gateway'), brand(t, method.paymentGatewayProvider)],
      [t('method-status.fact.created'), time(method.createdTs)],
      [t('method-status.fact.expires'), time(method.expireTs)],
      [t('method-status.fact.cancelled'), time(method.cancelledTs)],
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
    label: t('method-status.subscription', { number: subscriptionGuid.slice(0, 8) }),
    lines: [
      state === 'Active' &&
        nextDueDate &&
        t('method-status.next-payment', { date: date(new Date(nextDueDate), language) }),
    ],
    badge: known(t, 'state', state) ?? state,
  });
}

/** Who is behind a type, an accounting code or a gateway: not whether they are paid once or again. */
function brand(t: Translate, code = ''): string | undefined {
  return Object.hasOwn(brandNames, code) ? brandNames[code] : (known(t, 'type', code) ?? code);
}

/** A code in our words; undefined for one that we have none for. */
function known(
  t: Translate,
  kind: 'meaning' | 'state' | 'type',
  code: string | undefined,
): string | undefined {
  const moment = `${kind}.${code}` as const;
  return has(methodStatus, moment) ? t(`method-status.${moment}`) : undefined;
}
