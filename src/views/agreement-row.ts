import type { TemplateResult } from 'lit';
import { agreementProviders, type Agreement } from '../api/connect/agreements.js';
import { cardExpiry } from '../api/connect/card-expiry.js';
import { agreements as texts } from '../i18n/agreements.js';
import { changeMethod, methodName } from '../i18n/en.js';
import { platform } from '../platform/platform.js';
import { entry } from '../ui/entry.js';
import { icon } from '../ui/icons.js';

/** @param action A button, or a question below the row. */
export function agreementRow(
  agreement: Agreement,
  showsProduct: boolean,
  action: unknown,
): TemplateResult {
  const { provider, reference, productCode, cardTypeName, maskedCardNumber } = agreement;
  const { paymentMethod } = agreementProviders[provider];
  const name = cardTypeName || methodName(changeMethod.methods, paymentMethod);
  const digits = maskedCardNumber.slice(-4);
  const expiry = cardExpiry(agreement, platform.now());
  return entry({
    icon: icon(paymentMethod),
    label: digits ? `${name} •••• ${digits}` : name,
    lines: [
      showsProduct && productCode,
      // A card's token is nothing to read; an agreement's reference tells two of Vipps' apart.
      provider === 'vipps' && reference,
      expiry && texts.expires(expiry.printed),
    ],
    badge: expiry?.isOver ? texts.expired : expiry?.isSoon ? texts.soon : '',
    isUrgent: expiry?.isOver ?? false,
    action,
  });
}
