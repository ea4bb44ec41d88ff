import { fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import { returnAddress } from '../../src/flow/return-address.js';
import type { Transaction } from '../../src/flow/transaction.js';
import type { ConnectTag, ConnectTags } from '../../src/frameworks/tags.js';
import {
  apiBase,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  useWarnings,
  type Reply,
} from './support.js';

/** What the tests share that hold the page "What we assume": an element, and a server unlike the assumed. */

/** Noon of 21 November in Oslo is an hour before. */
export const today = Date.UTC(2026, 10, 21, 12);
export const listMethods = 'GET /v1/product/payment/DN';
export const change = 'POST /v1/product/payment/DN';
export const listInvoices = 'GET /v1/customer/invoice/payment/DN';
export const pay = 'POST /v1/api/payment/invoice';
export const listAgreements = 'GET /v1/customer/payment/klarna/token';

const attributes = {
  'product-code': 'DN',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

interface More {
  readonly query?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the browser has kept. */
  readonly kept?: readonly (readonly [string, string])[];
}

/** The element on a page of its own, once it has loaded, failed, or something to say. */
export async function place<Tag extends ConnectTag>(
  tag: Tag,
  table: Record<string, Reply | Reply[]>,
  { query = '', kept = [], ...more }: More = {},
) {
  const store = useStore();
  kept.forEach(([key, value]) => store.set(key, value));
  const waits = useWaits();
  useWarnings();
  usePlatform({ now: () => today });
  useAddress(`https://site.example/account?a=1${query}`);
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const element: ConnectTags[Tag] = document.createElement(tag);
  for (const [name, value] of Object.entries({ ...attributes, ...more.attributes })) {
    element.setAttribute(name, value);
  }
  (await fixture(html`<div></div>`)).append(element);
  const of = (type: string) => events.filter(([name]) => name === type).map(([, detail]) => detail);
  await until(
    () => !element.matches(':state(loading)') && events.some(([type]) => /load|error/.test(type)),
    'it has loaded',
  );
  await element.updateComplete;
  return { element, server, events, navigations, waits, of };
}

export const aboutInvoice = { 'invoice-number': '1001', 'company-code': 'AM' };
/** What stands in the address of a payer who comes back, before the outcome. */
const backFrom = (about: Transaction) =>
  `&${new URL(returnAddress('https://site.example/', 'return', about)).search.slice(1)}`;
export const backFromPayment = backFrom({
  ...{ flow: 'pay-invoice', transactionId: 42, paymentMethod: 'nexi' },
  ...{ productCode: 'DN', invoiceNumber: '1001' },
});
export const backFromChange = backFrom({
  ...{ flow: 'change-method', transactionId: 7, paymentMethod: 'autoGiro' },
  ...{ productCode: 'DN', invoiceNumber: '' },
});
