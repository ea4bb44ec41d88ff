import { text } from '../decode.js';

/**
 * An amount of money as a number: a number, or a text with a point or a comma before the decimals and with
 * spaces, also unbreakable ones, between the thousands. NaN for anything else, and for what may be read in
 * two ways: `1,295` is more than a thousand to some and less than two to others, and so is `1.295`.
 */
export function toAmount(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : NaN;
  if (!isGiven(value)) return NaN;
  const written = text(value)
    .trim()
    .replace(/^\u2212/, '-');
  const sign = /^[+-]/.test(written) ? written.charAt(0) : '';
  const digits = written.slice(sign.length);
  const isPlain = /^\d+(\.\d*)?$/.test(digits) && !/^[1-9]\d{0,2}\.\d{3}$/.test(digits);
  const isWithComma = /^\d+,\d\d?$/.test(digits) || /^\d{1,3}(\s\d{3})+(,\d\d?)?$/.test(digits);
  const isGrouped = /^\d{1,3}(\s\d{3})+\.\d\d?$/.test(digits);
  const hasThousandPoints = /^\d{1,3}(\.\d{3})+,\d\d?$/.test(digits);
  const hasThousandCommas = /^\d{1,3}(,\d{3})+\.\d\d?$/.test(digits);
  if (isPlain || isGrouped || hasThousandCommas) return Number(sign + digits.replace(/[\s,]/g, ''));
  if (isWithComma || hasThousandPoints)
    return Number(sign + digits.replace(/[\s.]/g, '').replace(',', '.'));
  return NaN;
}

/** Whether an answer says anything in a field. */
export function isGiven(value: unknown): boolean {
  return value != null && !(typeof value === 'string' && value.trim() === '');
}

/** In hundredths, so that what a sum has lost in its last digit does not count. */
export function toHundredths(amount: number): number {
  return Math.round(amount * 100);
}
