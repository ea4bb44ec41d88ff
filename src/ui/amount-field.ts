import { html, type TemplateResult } from 'lit';

/**
 * A field for an amount in minor units. The browser keeps the limits; what may be nothing begins as
 * nothing, anything else as the most.
 *
 * @param digits Decimals of the currency.
 */
export function amountField(
  name: string,
  label: string,
  least: number,
  most: number,
  digits: number,
): TemplateResult {
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  return html`<label part="item"
    >${label}<input
      part="control"
      name=${name}
      type="number"
      required
      min=${decimal(least)}
      max=${decimal(most)}
      step=${decimal(1)}
      value=${decimal(least && most)}
  /></label>`;
}
