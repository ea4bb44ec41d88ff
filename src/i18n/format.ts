/** ASSUMED: days are those of Norway, Sweden and Denmark, which keep one time, wherever the reader is. */
const timeZone = 'Europe/Oslo';

/**
 * Makes something by a language when it is first asked for, and keeps it: formatters take long to make, and
 * most pages need few of them.
 */
function kept<Kept>(make: (language: string, more: string) => Kept) {
  const all = new Map<string, Kept>();
  return (language: string, more = ''): Kept => {
    const name = `${language} ${more}`;
    const made = all.get(name) ?? make(language, more);
    all.set(name, made);
    return made;
  };
}

/** Undefined for what is no currency. */
const currencyFormat = kept((language, currency) => {
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency });
  } catch {
    return undefined;
  }
});

const numberFormat = kept((language) => new Intl.NumberFormat(language));

const pluralRules = kept((language) => new Intl.PluralRules(language));

const dateFormat = kept((language, timeStyle) => {
  const style = timeStyle ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...style, timeZone });
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

/** How many decimals a currency has: 2 for NOK, 0 for JPY; 2 for what is no currency. */
export function decimals(currency: string): number {
  return currencyFormat('en', currency)?.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A day as it is written in a language; with the time of day when `time` is set. */
export function date(when: Date, language: string, time = false): string {
  return dateFormat(language, time ? 'time' : '').format(when);
}

/** A number that is counted, as it is written in a language. */
export function number(count: number, language: string): string {
  return numberFormat(language).format(count);
}

/** The category of a number in a language (CLDR): `one`, `other`, and those that other languages have. */
export function plural(count: number, language: string): Intl.LDMLPluralRule {
  return pluralRules(language).select(count);
}
