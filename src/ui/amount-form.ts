import { html, type TemplateResult } from 'lit';
import type { MessageAction } from './message.js';

/** A field for an amount of at least so many minor units; one that may be nothing begins as nothing. */
export type AmountField = readonly [name: string, label: string, least: number];

export interface AmountFormOptions {
  /** What stands above the fields. */
  about?: unknown;
  fields: readonly AmountField[];
  /** Decimals of the currency. */
  digits: number;
  /** What each amount is at most, in minor units. */
  most: number;
  /** Of the button. */
  label: string;
  /** Takes what was typed, decimal numbers by the names of their fields. */
  act: (typed: FormData) => void;
  refuse: MessageAction;
}

/** Asks for agreement, and for amounts that go with it. The browser keeps the limits. */
export function amountForm(options: AmountFormOptions): TemplateResult {
  const { about, fields, digits, most, label, act, refuse } = options;
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) act(new FormData(event.target));
  };
  return html`<form @submit=${onSubmit}>
    ${about}${fields.map(
      ([name, label, least]) =>
        html`<label part="item"
          >${label}<input
            part="control"
            name=${name}
            type="number"
            required
            min=${decimal(least)}
            max=${decimal(most)}
            step=${decimal(1)}
            value=${decimal(least && most)}
        /></label>`,
    )}
    <button part="button">${label}</button
    ><button part="button" type="button" @click=${refuse.act}>${refuse.label}</button>
  </form>`;
}
