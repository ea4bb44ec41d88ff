import { html, type TemplateResult } from 'lit';
import type { MessageAction } from './message.js';

export interface AmountFormOptions {
  /** Names of the two fields and of the button. */
  labels: readonly [amount: string, part: string, action: string];
  /** Decimals of the currency. */
  digits: number;
  /** What both are at most, and the amount is at first; in minor units. */
  most: number;
  /** Takes what was typed, as decimal numbers. */
  act: (amount: string, part: string) => void;
  refuse: MessageAction;
}

/** Asks for an amount that is at most what there is, and for a part of it. The browser keeps the limits. */
export function amountForm({
  labels,
  digits,
  most,
  act,
  refuse,
}: AmountFormOptions): TemplateResult {
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  const values = [decimal(most), decimal(0)] as const;
  let [amount, part]: string[] = [...values];
  const field = (label: string, least: number, value: string, take: (value: string) => void) =>
    html`<label
      >${label}
      <input
        part="item control"
        type="number"
        required
        min=${decimal(least)}
        max=${values[0]}
        step=${decimal(1)}
        value=${value}
        @input=${({ target }: Event) => target instanceof HTMLInputElement && take(target.value)}
    /></label>`;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    act(amount ?? '', part ?? '');
  };
  return html`<form @submit=${onSubmit}>
    ${field(labels[0], 1, values[0], (value) => (amount = value))}
    ${field(labels[1], 0, values[1], (value) => (part = value))}
    <button part="button">${labels[2]}</button
    ><button part="button" type="button" @click=${refuse.act}>${refuse.label}</button>
  </form>`;
}
