import { html, type TemplateResult } from 'lit';
import { toDay } from '../api/connect/day.js';
import type { Invoice, Reminder } from '../api/connect/invoice-list.js';
import { date, money } from '../i18n/format.js';
import { invoices as texts } from '../i18n/invoices.js';
import { platform } from '../platform/platform.js';
import { entry } from '../ui/entry.js';

/** How amounts and days are written. */
export interface Locale {
  /** BCP 47 tag. */
  readonly language: string;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** @param action A button, and what opens below the row. */
export function invoiceRow(invoice: Invoice, locale: Locale, action: unknown): TemplateResult {
  const { isPaid, dueDate, paidAmount } = invoice;
  const isOverdue = !isPaid && dueDate !== '' && dueDate < toDay(platform.now());
  const paid = isPaid && texts.paid(day(invoice.paymentDate, locale));
  return entry({
    label: texts.invoice(invoice.invoiceNumber),
    lines: [
      invoice.productName,
      due(dueDate, locale),
      !isPaid && paidAmount > 0 && texts.partly(amount(paidAmount, locale)),
      ...invoice.reminders.map((reminder) =>
        line(
          texts.reminder(reminder.reminderNumber),
          amount(reminder.amount, locale),
          ...days(reminder, locale),
        ),
      ),
      documentLink(invoice.invoiceHotelUrl),
    ],
    end: amount(amountOf(invoice), locale),
    badge: paid || (isOverdue ? texts.overdue : ''),
    isUrgent: isOverdue,
    action,
  });
}

/** A reminder whose invoice is not listed. It cannot be paid: it does not say whose it is. */
export function reminderRow(reminder: Reminder, locale: Locale): TemplateResult {
  return entry({
    label: texts.reminder(reminder.reminderNumber, reminder.invoiceNumber),
    lines: [line(...days(reminder, locale)), documentLink(reminder.invoiceHotelUrl)],
    end: amount(reminder.amount, locale),
  });
}

/** What an invoice is about; NaN when the API does not say. */
export function amountOf({ invoiceAmount, amount }: Invoice): number {
  return Number.isNaN(invoiceAmount) ? amount : invoiceAmount;
}

function days({ reminderDate, dueDate }: Reminder, locale: Locale): string[] {
  return [day(reminderDate, locale), due(dueDate, locale)];
}

function line(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}

function due(iso: string, locale: Locale): string {
  return iso && texts.due(day(iso, locale));
}

function day(iso: string, { language }: Locale): string {
  return iso && date(new Date(`${iso}T12:00Z`), language);
}

function amount(value: number, { currency, language }: Locale): string {
  return Number.isNaN(value) ? '' : money(value, currency, language);
}

/** The address is the API's; one that is no web address is not shown. */
function documentLink(url: string): unknown {
  return (
    /^https?:/.test(url) &&
    html`<a href=${url} target="_blank" rel="noopener noreferrer">${texts.document}</a>`
  );
}
