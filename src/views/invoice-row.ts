import { html, type TemplateResult } from 'lit';
import { dayOf } from '../api/connect/day.js';
import type { Invoice, Reminder } from '../api/connect/invoice-list.js';
import { day, money } from '../i18n/format.js';
import type { Translate } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import { entry } from '../ui/entry.js';

/** How texts, amounts and days are written. */
export interface Locale {
  /** BCP 47 tag. */
  readonly language: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** How texts are. */
  readonly t: Translate;
}

/** @param action A button, and what opens below the row. */
export function invoiceRow(invoice: Invoice, locale: Locale, action: unknown): TemplateResult {
  const { isPaid, dueDate, paidAmount, standing } = invoice;
  const { t } = locale;
  // On its own day it is not late; of one that nobody can read, nothing is claimed.
  const isOverdue = standing === 'owed' && dueDate !== '' && dueDate < dayOf(platform.now());
  const paid = isPaid && paidOn(day(invoice.paymentDate, locale.language), t);
  return entry({
    label: t('shared.invoice', { number: invoice.invoiceNumber }),
    lines: [
      invoice.productName,
      due(dueDate, locale),
      !isPaid && paidAmount > 0 && t('invoices.partly', { amount: amount(paidAmount, '', locale) }),
      ...invoice.reminders.map((reminder) =>
        line(
          t('invoices.reminder', { number: reminder.reminderNumber }),
          amount(reminder.amount, reminder.unreadAmount, locale),
          ...days(reminder, locale),
        ),
      ),
      documentLink(invoice.invoiceHotelUrl, t),
    ],
    end: amount(invoice.total, invoice.unreadTotal, locale),
    badge: paid || (isOverdue ? t('invoices.overdue') : ''),
    isUrgent: isOverdue,
    action,
  });
}

/** A reminder whose invoice is not listed. It cannot be paid: it does not say whose it is. */
export function reminderRow(reminder: Reminder, locale: Locale): TemplateResult {
  const { reminderNumber, invoiceNumber, invoiceHotelUrl } = reminder;
  const { t } = locale;
  const about = { number: reminderNumber, invoice: invoiceNumber };
  return entry({
    label: t(invoiceNumber ? 'invoices.reminder.invoice' : 'invoices.reminder', about),
    lines: [line(...days(reminder, locale)), documentLink(invoiceHotelUrl, t)],
    end: amount(reminder.amount, reminder.unreadAmount, locale),
  });
}

function days({ reminderDate, dueDate }: Reminder, locale: Locale): string[] {
  return [day(reminderDate, locale.language), due(dueDate, locale)];
}

function line(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function due(iso: string, locale: Locale): string {
  return iso && locale.t('invoices.due', { date: day(iso, locale.language) });
}

function paidOn(when: string, t: Translate): string {
  return when ? t('invoices.paid.date', { date: when }) : t('invoices.paid');
}

/** @param unread What is shown as it came, since nobody can read it. */
function amount(value: number, unread: string, { currency, language }: Locale): string {
  return Number.isNaN(value) ? unread : money(value, currency, language);
}

/** The address is the API's; one that is no web address is not shown. */
function documentLink(url: string, t: Translate): unknown {
  return (
    /^https?:/.test(url) &&
    html`<a href=${url} target="_blank" rel="noopener noreferrer">${t('invoices.document')}</a>`
  );
}
