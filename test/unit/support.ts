import { html, type TemplateResult } from 'lit';
import type { TextKey } from '../../src/i18n/keys.js';
import { resting } from '../../src/api/resting.js';
import { forgetArrival } from '../../src/redirect/arrival.js';
import { apiBase, restorePlatform } from '../support/fake-platform.js';

export * from '../support/fake-platform.js';

/** A whole `connect-pay-invoice` about invoice 1001. */
export function payInvoice1001(): TemplateResult {
  return html`<connect-pay-invoice
    invoice-number="1001"
    product-code="DN"
    company-code="AM"
    client-id="site"
    api-url=${apiBase}
    token="t"
  ></connect-pay-invoice>`;
}

/** Resolves with the next event of a type. */
export function once<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
): Promise<HTMLElementEventMap[Type]> {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

const eventTypes = [
  'connect-load',
  'connect-select',
  'connect-submit',
  'connect-transaction',
  'connect-redirect',
  'connect-outcome',
  'connect-confirmed',
  'connect-remove',
  'connect-removed',
  'connect-error',
] as const;

/** Every event of ours that reaches the document during the test, as `[type, detail]`. */
export function useEvents(): [string, unknown][] {
  const seen: [string, unknown][] = [];
  const { signal } = listeners;
  for (const type of eventTypes) {
    document.addEventListener(type, (event) => seen.push([type, detailOf(event)]), { signal });
  }
  return seen;
}

function detailOf(event: Event): unknown {
  return event instanceof CustomEvent ? event.detail : undefined;
}

let listeners = new AbortController();

function inside<Found extends Element>(element: Element, selector: string): Found[] {
  return [...(element.shadowRoot ?? element).querySelectorAll<Found>(selector)];
}

export function radios(element: Element): HTMLInputElement[] {
  return inside(element, 'input[type=radio]');
}

export function buttons(element: Element): HTMLButtonElement[] {
  return inside(element, 'button');
}

/** The button that says what stands under this key; one that carries an amount counts as the one without. */
export function button(element: Element, key: TextKey): HTMLButtonElement {
  const found = buttons(element).find(({ dataset }) =>
    [key, `${key}.amount`].includes(dataset['key'] ?? ''),
  );
  if (found) return found;
  throw new Error(`no button "${key}" in: ${shown(element)}`);
}

/** By their keys, what the buttons say. */
export function offered(element: Element): (string | undefined)[] {
  return buttons(element).map(({ dataset }) => dataset['key']);
}

/** By the keys of their titles, what the messages say. */
export function messages(element: Element): (string | undefined)[] {
  return inside<HTMLElement>(element, '[part=message]').map(({ dataset }) => dataset['key']);
}

/** The text that is rendered, without what only screen readers hear. */
export function shown(element: Element): string {
  const section = element.shadowRoot?.querySelector('section');
  return (section?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function labels(element: Element): string[] {
  return inside(element, '[part=label]').map(({ textContent }) => textContent);
}

/** What the choices are called, without their second line. */
export function choices(element: Element): string[] {
  return inside(element, '[part=label]').map(({ childNodes }) => {
    const texts = [...childNodes].filter((node) => node instanceof Text);
    return texts
      .map(({ data }) => data)
      .join('')
      .trim();
  });
}

export function link(element: Element): HTMLAnchorElement | undefined {
  return inside<HTMLAnchorElement>(element, 'a')[0];
}

afterEach(async () => {
  listeners.abort();
  listeners = new AbortController();
  // Elements notice in a microtask that they have been taken off the page.
  await Promise.resolve();
  forgetArrival(true);
  localStorage.clear();
  sessionStorage.clear();
  resting.until = 0;
  restorePlatform();
});
