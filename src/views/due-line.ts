import { html, type TemplateResult } from 'lit';
import type { InvoiceDue } from '../flow/due/invoice-due.js';
import type { Due } from '../flow/due/read-due.js';
import { date, money } from '../i18n/format.js';
import type { TextKey, Translate } from '../i18n/keys.js';

/**
 * What is due, in one line.
 *
 * @param language BCP 47 tag.
 */
export function dueLine(due: Due, language: string, t: Translate): TemplateResult {
  if (due.kind === 'invoice') return invoiceLine(due, language, t);
  const { kind, card, expires, isOver } = due;
  const key = kind === 'card' ? (isOver ? 'due.card.over' : 'due.card.soon') : 'due.agreement';
  return line(key, t(key, { card, date: expires }));
}

function invoiceLine(due: InvoiceDue, language: string, t: Translate): TemplateResult {
  const { invoiceNumber: number, amount, currency, dueDate, isLate, rest } = due;
  const written = (sum = NaN) => (Number.isNaN(sum) ? '' : money(sum, currency, language));
  const isWhole = amount !== undefined && dueDate;
  const key = isWhole ? (isLate ? 'due.invoice.late' : 'due.invoice.open') : 'due.invoice.unpaid';
  const day = dueDate && date(new Date(`${dueDate}T12:00Z`), language);
  const others = rest.count
    ? [t('due.rest', { count: rest.count }), written(rest.amount)].filter(Boolean).join(', ')
    : '';
  return line(key, t(key, { number, amount: written(amount), date: day }), others);
}

function line(key: TextKey, said: string, more = ''): TemplateResult {
  return html`<p>
    <span part="label" data-key=${key}>${said}</span>${
      more && html` <span part="description">· ${more}</span>`
    }
  </p>`;
}
