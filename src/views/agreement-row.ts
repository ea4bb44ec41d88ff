import type { TemplateResult } from 'lit';
import { agreementProviders, type Agreement } from '../api/connect/agreements.js';
import { cardExpiry } from '../api/connect/card-expiry.js';
import type { Translate } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import { entry } from '../ui/entry.js';
import { icon } from '../ui/icons.js';
import { message } from '../ui/message.js';

/** @param action A button, or a question below the row. */
export function agreementRow(
  agreement: Agreement,
  showsProduct: boolean,
  t: Translate,
  action: unknown,
): TemplateResult {
  const { provider, reference, productCode, cardTypeName, maskedCardNumber } = agreement;
  const { paymentMethod } = agreementProviders[provider];
  const name = cardTypeName || t(`agreements.provider.${provider}`);
  const digits = maskedCardNumber.slice(-4);
  const expiry = cardExpiry(agreement, platform.now());
  return entry({
    icon: icon(paymentMethod),
    label: digits ? `${name} •••• ${digits}` : name,
    lines: [
      showsProduct && productCode,
      // A card's token is nothing to read; an agreement's reference tells two of Vipps' apart.
      provider === 'vipps' && reference,
      expiry && t('agreements.expires', { date: expiry.printed }),
    ],
    badge: expiry?.isOver
      ? t('agreements.expired')
      : expiry?.isSoon
        ? t('agreements.expires.soon')
        : '',
    isUrgent: expiry?.isOver ?? false,
    action,
  });
}

/**
 * Whether to remove an agreement.
 *
 * @param isLast Nothing else pays for the product in view.
 */
export function removalQuestion(
  isLast: boolean,
  remove: () => void,
  keep: () => void,
  t: Translate,
): TemplateResult {
  const actions = [
    { label: 'agreements.remove.yes', act: remove },
    { label: 'agreements.remove.no', act: keep },
  ] as const;
  const title = 'agreements.remove.ask.title';
  const body = isLast ? 'agreements.remove.last' : 'agreements.remove.ask.body';
  return message({ slot: 'question', title, body, actions }, t);
}
