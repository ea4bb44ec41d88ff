/**
 * For a server that renders the elements with `@lit-labs/ssr`: import it once beside them, and they speak
 * every language of the library there. A browser fetches the texts that it needs; a server does not wait
 * in the middle of a page.
 *
 * @packageDocumentation
 */
import { takeTexts } from '../i18n/translate.js';
import { languages } from './languages.js';

const families = ['connect', 'method-status', 'vipps-payment'] as const;
for (const [code, texts] of Object.entries(languages)) {
  for (const family of families) takeTexts(family, code, texts[family]);
}

const tags = [
  'config',
  'payment-methods',
  'pay-invoice',
  'change-method',
  'invoices',
  'agreements',
  'outcome',
  'due',
  'method-status',
  'vipps-payment',
];

/**
 * What a Content-Security-Policy has to name in `style-src` to let in the style sheets of server-rendered
 * elements: `'sha256-…'` of each, for the elements that are registered.
 */
export async function styleSources(): Promise<string[]> {
  const sheets = tags.map((tag) => styleOf(customElements.get(`connect-${tag}`)));
  const sources = [...new Set(sheets)].filter(Boolean).map(async (sheet) => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sheet));
    return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
  });
  return Promise.all(sources);
}

/** The text of an element's style sheet, as `@lit-labs/ssr` writes it. */
function styleOf(element: CustomElementConstructor | undefined): string {
  const sheets: unknown = element && Reflect.get(element, 'elementStyles');
  return Array.isArray(sheets) ? sheets.map(String).join('') : '';
}
