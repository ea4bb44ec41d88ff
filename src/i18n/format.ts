/** ASSUMED: days are those of Norway, Sweden and Denmark, which keep one time, wherever the reader is. */
const timeZone = 'Europe/Oslo';

/** Kept, since to make one takes longer than all that it ever writes. */
const currencyFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * What Intl is asked for, most wanted first: a browser that has no data for a language takes its own, and
 * Chromium has none for Nynorsk. Bokmål writes amounts and days as that does; what else is not there, as in a
 * language of a site's own, is written as in English, like the texts that it leaves out.
 *
 * @param language BCP 47 tag.
 */
export function localesOf(language: string): readonly string[] {
  return language === 'nn' || language.startsWith('nn-')
    ? [language, 'nb', 'en']
    : [language, 'en'];
}

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}

/** Undefined for what is no currency. */
function currencyFormat(currency: string, language: string): Intl.NumberFormat | undefined {
  try {
    return kept(
      currencyFormats,
      `${language} ${currency}`,
      () => new Intl.NumberFormat([...localesOf(language)], { style: 'currency', currency }),
    );
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

/** A count as it is written in a language. */
export function count(value: number, language: string): string {
  return value.toLocaleString([...localesOf(language)]);
}

/** A day as it is written in a language; with the time of day when `time` is set. */
export function date(when: Date, language: string, time = false): string {
  const style = time ? ({ timeStyle: 'short' } as const) : {};
  const options = { dateStyle: 'medium', ...style, timeZone } as const;
  const make = () => new Intl.DateTimeFormat([...localesOf(language)], options);
  return kept(dateFormats, `${language} ${time}`, make).format(when);
}
