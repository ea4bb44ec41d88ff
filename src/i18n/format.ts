/** ASSUMED: days are those of Norway, Sweden and Denmark, which keep one time, wherever the reader is. */
const timeZone = 'Europe/Oslo';

/** Undefined for what is no currency. */
function currencyFormat(currency: string, language: string): Intl.NumberFormat | undefined {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency });
  } catch {
    return undefined;
  }
}

/**
 * An amount of money as it is written in a language. What is no number is written as it is.
 *
 * @param currency ISO 4217 code; one that is none is written before the bare number.
 * @param language BCP 47 tag.
 */
export function money(amount: number | string, currency: string, language: string): string {
  const value = Number(amount);
  const isNumber = amount !== '' && !Number.isNaN(value);
  return (isNumber && currencyFormat(currency, language)?.format(value)) || `${currency} ${amount}`;
}

/** How many decimals a currency has: 2 for NOK, 0 for JPY; 2 for what is no currency. */
export function decimals(currency: string): number {
  return currencyFormat(currency, 'en')?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A day as it is written in a language; with the time of day when `time` is set. */
export function date(when: Date, language: string, time = false): string {
  const style = time ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...style, timeZone }).format(
    when,
  );
}
