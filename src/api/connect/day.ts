import { text } from '../decode.js';

/** The part of `Temporal` that is used where a browser has it. */
declare const Temporal:
  | {
      Instant: {
        fromEpochMilliseconds(moment: number): {
          toZonedDateTimeISO(zone: string): { toPlainDate(): { toString(): string } };
        };
      };
    }
  | undefined;

/** ASSUMED: a moment stands for its day in Norway and Sweden, which keep the same time. */
const zone = 'Europe/Oslo';

/** Made when it is needed first: in some browsers that takes longer than all else of a page of ours. */
let isoDays: Intl.DateTimeFormat | undefined;

/** A number of this size is a moment; smaller and larger ones are something else, such as a year. */
const earliest = Date.UTC(1990, 0);
const latest = Date.UTC(2100, 0);

/**
 * A day as `YYYY-MM-DD`; empty for what is none. The API writes an ISO date in invoices and epoch
 * milliseconds in reminders, as a number or as text. Epoch seconds are read too, and a moment in ISO 8601
 * with its offset. An ISO day without one is the day that it says, wherever the reader is.
 */
export function toDay(value: unknown): string {
  const written = text(value).trim();
  const iso = /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(written)?.[1];
  if (iso == null) return dayOf(toMoment(written));
  if (!isDay(iso)) return '';
  const hasOffset = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(written);
  return hasOffset ? dayOf(Date.parse(written)) || iso : iso;
}

/** The day in Oslo of a moment in epoch milliseconds; empty for what is none. */
export function dayOf(moment: number): string {
  if (Number.isNaN(moment)) return '';
  if (typeof Temporal === 'undefined') {
    isoDays ??= new Intl.DateTimeFormat('sv', { timeZone: zone });
    return isoDays.format(moment);
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(moment);
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Epoch milliseconds, from those or from epoch seconds: the two are a thousand times apart. NaN else. */
function toMoment(written: string): number {
  if (!/^\d{9,13}$/.test(written)) return NaN;
  const number = Number(written);
  const isMoment = (ms: number) => ms >= earliest && ms < latest;
  return [number, number * 1000].find(isMoment) ?? NaN;
}

/** 31 February becomes another day. */
function isDay(iso: string): boolean {
  const moment = Date.parse(`${iso}T00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(iso);
}
