import type { TemplateResult } from 'lit';
import { agreementProviders, type Agreement } from '../api/connect/agreements.js';
import { cardExpiry } from '../api/connect/card-expiry.js';
import { agreements as texts } from '../i18n/agreements.js';
import { changeMethod } from '../i18n/en.js';
import { nameOf } from '../i18n/names.js';
import type { Translate } from '../i18n/translate.js';
import { platform } from '../platform/platform.js';
import { entry } from '../ui/entry.js';
import { icon } from '../ui/icons.js';

/** @param action A button, or a question below the row. */
export function agreementRow(
  agreement: Agreement,
  showsProduct: boolean,
  t: Translate,
  action: unknown,
): TemplateResult {
  const { provider, reference, productCode, cardTypeName, maskedCardNumber } = agreement;
  const { paymentMethod } = agreementProviders[provider];
  const name = cardTypeName || nameOf(t, changeMethod.methods, paymentMethod);
  const digits = maskedCardNumber.slice(-4);
  const expiry = cardExpiry(agreement, platform.now());
  return entry({
    icon: icon(paymentMethod),
    label: digits ? `${name} •••• ${digits}` : name,
    lines: [
      showsProduct && productCode,
      // A card's token is nothing to read; an agreement's reference tells two of Vipps' apart.
      provider === 'vipps' && reference,
      expiry && t(texts.expires, expiry.printed),
    ],
    badge: expiry?.isOver ? t(texts.expired) : expiry?.isSoon ? t(texts.soon) : '',
    isUrgent: expiry?.isOver ?? false,
    action,
  });
}
