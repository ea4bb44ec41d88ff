/** ASSUMED: days are those of Norway, Sweden and Denmark, which keep one time, wherever the reader is. */
const timeZone = 'Europe/Oslo';

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

/** Makes something by a language when it is first asked for, and keeps it: that takes longer than all it ever writes. */
function kept<Kept>(make: (locales: string[], more: string) => Kept) {
  const all = new Map<string, Kept>();
  return (language: string, more = ''): Kept => {
    const name = `${language} ${more}`;
    const made = all.get(name) ?? make([...localesOf(language)], more);
    all.set(name, made);
    return made;
  };
}

/** Undefined for what is no currency. */
const currencyFormat = kept((locales, currency) => {
  try {
    return new Intl.NumberFormat(locales, { style: 'currency', currency });
  } catch {
    return undefined;
  }
});

const numberFormat = kept((locales) => new Intl.NumberFormat(locales));

const pluralRules = kept((locales) => new Intl.PluralRules(locales));

const dateFormat = kept((locales, timeStyle) => {
  const style = timeStyle ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(locales, { dateStyle: 'medium', ...style, timeZone });
});

/**
 * An amount of money as it is written in a language. What is no number is written as it is.
 *
 * @param currency ISO 4217 code; one that is none is written before the bare number.
 * @param language BCP 47 tag.
 */
export function money(amount: number | string, currency: string, language: string): string {
  const value = Number(amount);
  const isNumber = amount !== '' && !Number.isNaN(value);
  return (isNumber && currencyFormat(language, currency)?.format(value)) || `${currency} ${amount}`;
}

/** Makes what writes amounts and days: a page's first ones take tens of milliseconds, which a request may hide. */
export function makeFormats(currency: string, language: string): void {
  money(0, currency, language);
  date(new Date(0), language);
}

/** How many decimals a currency has: 2 for NOK, 0 for JPY; 2 for what is no currency. */
export function decimals(currency: string): number {
  return currencyFormat('en', currency)?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A count as it is written in a language. */
export function count(value: number, language: string): string {
  return numberFormat(language).format(value);
}

/** The category of a number in a language (CLDR): `one`, `other`, and those that other languages have. */
export function plural(value: number, language: string): Intl.LDMLPluralRule {
  return pluralRules(language).select(value);
}

/** A day, `YYYY-MM-DD`, as it is written in a language; what is empty stays so. */
export function day(iso: string, language: string): string {
  return iso && date(new Date(`${iso}T12:00Z`), language);
}

/** A day as it is written in a language; with the time of day when `time` is set. */
export function date(when: Date, language: string, time = false): string {
  return dateFormat(language, time ? 'time' : '').format(when);
}
