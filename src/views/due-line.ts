import { html, type TemplateResult } from 'lit';
import type { Due } from '../flow/due/read-due.js';
import { day, money } from '../i18n/format.js';
import type { TextKey, Translate } from '../i18n/keys.js';

/**
 * What is due, in one line.
 *
 * @param language BCP 47 tag.
 */
export function dueLine(due: Due, language: string, t: Translate): TemplateResult {
  if (due.kind !== 'invoice') {
    const key = due.kind === 'card' ? (`due.card.${when(due)}` as const) : 'due.agreement';
    return line(key, t(key, { card: due.card, date: due.expires }));
  }
  const { invoiceNumber: number, currency, dueDate, rest } = due;
  const written = (sum: number | undefined) =>
    sum === undefined ? '' : money(sum, currency, language);
  const amount = written(due.amount);
  const key = amount && dueDate ? (`due.invoice.${when(due)}` as const) : 'due.invoice.unpaid';
  const sum = written(rest.amount);
  const more = rest.count ? t('due.rest', { count: rest.count }) + (sum && `, ${sum}`) : '';
  return line(key, t(key, { number, amount, date: day(dueDate, language) }), more);
}

function when({ isLate }: Due): 'late' | 'open' {
  return isLate ? 'late' : 'open';
}

function line(key: TextKey, said: string, more = ''): TemplateResult {
  return html`<p>
    <span part="label" data-key=${key}>${said}</span>${
      more && html` <span part="description">· ${more}</span>`
    }
  </p>`;
}
