import { html, type TemplateResult } from 'lit';

/** Neutral outlines of our own on a grid of 24; vendors' logos are for the site to slot in. */
const card = 'M3 6h18v12H3zM3 10h18';
const phone = 'M7 2h10v20H7zM7 18h10';

/** The icon of a payment method; the site replaces it in the slot `icon-<method>`. */
export function icon(paymentMethod: string): TemplateResult {
  return html`<slot name="icon-${paymentMethod}"
    ><svg part="icon" aria-hidden="true" viewBox="0 0 24 24">
      <path d=${/ipps|swish|mobile/i.test(paymentMethod) ? phone : card}></path></svg
  ></slot>`;
}
