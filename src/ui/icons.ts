import { html, type TemplateResult } from 'lit';

/** Neutral outlines of our own on a grid of 24; vendors' logos are for the site to slot in. */
const card = 'M3 6h18v12H3zM3 10h18';
const phone = 'M7 2h10v20H7zM7 18h10';

/** Methods that a subscriber approves in an app, by all the vendors' names for them. */
const inApps: readonly string[] = [
  ...['swishPayex', 'vippsEcommerce', 'recurringVippsPayment', 'SwishSingle', 'SwishRecurring'],
  ...['MobilePayOnline', 'MobilePaySubscriptions', 'MobilePayExternal'],
  ...['VippsMobilePaySingle', 'VippsMobilePayRecurring', 'VippsMobilePayExternal'],
];

/** The icon of a payment method; the site replaces it in the slot `icon-<method>`. */
export function icon(paymentMethod: string): TemplateResult {
  return html`<slot name=${`icon-${paymentMethod}`}
    ><svg part="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d=${inApps.includes(paymentMethod) ? phone : card}></path></svg
  ></slot>`;
}
