/**
 * What a page's HTML begins to read before the elements have come. For servers that write the page; without Lit, and
 * without the elements.
 *
 * @packageDocumentation
 */
import { apiAddress } from './api/address.js';
import { invoiceListPath, type InvoiceFilter } from './api/connect/invoice-list.js';
import { productPath } from './api/connect/payment.js';
import { configError } from './api/errors.js';

/** Set by the build to the text of the starter. */
declare const CONNECT_ELEMENTS_EARLY: string;

/** What is begun, and as whom: the same as the elements on the page have it, or they ask by themselves. */
export interface EarlyOptions {
  /** As on the elements. */
  readonly productCode: string;
  /** What the page shows first; the payment methods by default. */
  readonly reads?: readonly ('payment-methods' | 'invoices')[] | undefined;
  /** `unpaid`, `from` and `to` of the `connect-invoices`, when the page shows one that has them. */
  readonly filter?: Partial<InvoiceFilter> | undefined;
  /** `production` (default) or `test`. */
  readonly environment?: string | undefined;
  /** The proxy of the site, or what else overrides `environment`. */
  readonly apiUrl?: string | undefined;
  /** Of the site. Without it the site's cookies go along, to an `apiUrl` of its own. */
  readonly tokenUrl?: string | undefined;
  /** As on the elements, where they have it. */
  readonly subscriber?: string | undefined;
  /** Of the page's Content-Security-Policy, where it has one. */
  readonly nonce?: string | undefined;
}

/**
 * The script tag that begins the elements' first reads with the HTML. It stands once in the `<head>`; in the body it does
 * nothing. What it was given is escaped.
 *
 * @throws {ConnectError} `config` naming what is missing or wrong.
 */
export function early(options: EarlyOptions): string {
  const { productCode, reads = ['payment-methods'], filter, environment = 'production' } = options;
  const { apiUrl, tokenUrl, subscriber, nonce } = options;
  if (!apiUrl && !tokenUrl) throw configError('tokenUrl', "the site's, or an apiUrl of the site");
  const base = (apiUrl ?? apiAddress(environment)).replace(/\/+$/, '');
  const paths = {
    'payment-methods': productPath(productCode),
    invoices: invoiceListPath(productCode, filter),
  };
  const read = reads.map((name) => base + paths[name]).join(' ');
  const attributes = {
    nonce,
    'data-token-url': tokenUrl,
    'data-subscriber': subscriber,
    'data-read': read,
  };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value ? ` ${name}="${escaped(value)}"` : [],
  );
  return `<script${written.join('')}>${CONNECT_ELEMENTS_EARLY}</script>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;' };
  return text.replace(/[&"<]/g, (character) => entities[character] ?? character);
}
