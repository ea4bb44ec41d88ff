import { text } from '../decode.js';

const isoDays = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Oslo' });

/**
 * A day as `YYYY-MM-DD`, from an ISO date or from epoch milliseconds, as a number or as text; empty
 * when it is neither. The API writes the one in invoices and the other in reminders.
 *
 * ASSUMED: a moment stands for its day in Norway and Sweden, which keep the same time.
 */
export function toDay(value: unknown): string {
  const written = text(value).trim();
  const [iso] = /^\d{4}-\d\d-\d\d/.exec(written) ?? [];
  const moment = iso ? Date.parse(iso) : Number(written || NaN);
  // Beyond this there are no dates (ECMA-262, "Time Values and Time Range").
  const day = Math.abs(moment) <= 8.64e15 ? isoDays.format(moment) : '';
  // 31 February becomes another day, and years that have not four digits cannot be read back.
  return day.length === 10 && day === (iso ?? day) ? day : '';
}
