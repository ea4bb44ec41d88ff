import { examples } from '../../handbook/examples.js';
import { languageNames } from './languages.js';
import { themes } from '../../themes/page.js';
import { faults } from './faults.js';

/** What somebody who looks at the front page has chosen to see. */
export interface Choice {
  readonly element: string;
  readonly lang: string;
  readonly theme: string;
  readonly width: string;
  readonly fault: string;
  /** Of the page too: `rtl` is to look at. */
  readonly dir: string;
}

/** A value and what it is called. */
type Named = readonly (readonly [string, string])[];

const elements = [
  ...['pay-invoice', 'invoices', 'payment-methods', 'change-method', 'agreements', 'outcome'],
  ...['due', 'method-status', 'vipps-payment', 'config'],
].map((name) => `connect-${name}`);

/** All that can be chosen, the default first. */
export const choices: Readonly<Record<keyof Choice, Named>> = {
  element: elements.filter((tag) => tag in examples).map((tag) => [tag, tag]),
  lang: Object.entries(languageNames),
  theme: themes.map((name) => [name, name === 'none' ? 'none of its own' : name]),
  width: [
    ['full', 'full width'],
    ['390', 'phone: 390'],
    ['320', 'small: 320'],
  ],
  fault: Object.entries(faults).map(([name, { label }]) => [name, label]),
  dir: [
    ['ltr', 'left to right'],
    ['rtl', 'right to left'],
  ],
};

/** What an address asks for; what it asks for beyond what there is becomes the default. */
export function choiceOf(query: (name: string) => string | undefined): Choice {
  const pick = (name: keyof Choice) => {
    const values = choices[name].map(([value]) => value);
    return values.find((value) => value === query(name)) ?? values[0] ?? '';
  };
  return {
    element: pick('element'),
    lang: pick('lang'),
    theme: pick('theme'),
    width: pick('width'),
    fault: pick('fault'),
    dir: pick('dir'),
  };
}
