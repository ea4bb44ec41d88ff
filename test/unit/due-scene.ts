import { fixture, html } from '@open-wc/testing';
import '../../src/index.js';
import type { ConnectDue } from '../../src/elements/due.js';
import {
  apiBase,
  json,
  until,
  useAddress,
  useEvents,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  useWaits,
  type Reply,
} from './support.js';
export const get = 'GET /v1/customer/invoice/payment/DN?unpaid=true';
export const all = 'GET /v1/customer/invoice/payment/DN';
export const methods = 'GET /v1/product/payment/DN';
export const cards = 'GET /v1/api/payment/payex/token';
export const post = 'POST /v1/api/payment/invoice';
export const created = json({ success: true, transactionId: 42 });
export const hour = 3_600_000;
/** One page lives through all of these. */
export let today = Date.UTC(2026, 10, 21, 12);

export const open = (invoiceNumber: string, dueDate: string, more: object = {}) => ({
  ...{ invoiceNumber, product: 'DN', companyCode: 'AM', invoiceAmount: '149.00', paidAmount: 0 },
  ...{ invoiceDate: '2026-11-01', dueDate, ...more },
});
export const late = open('1001', '2026-11-19');
export const list = (...invoices: object[]) => json({ invoices, reminders: [] });
export const byCard = json({
  paymentMethodResponseItems: [
    { paymentMethod: 'recurringPayExCardPayment', current: true },
    { paymentMethod: 'invoice' },
  ],
});
export const card = (month: string, year: string) =>
  json({
    paymentRecurrenceTokens: [
      { recurrenceToken: 'r', productCode: 'DN', maskedCardNumber: 'x2348' },
    ].map((one) => ({ ...one, expirationMonth: month, expirationYear: year })),
  });

export const complete = {
  'product-code': 'DN',
  'client-id': 'site',
  'api-url': apiBase,
  token: 't0ken',
};

interface Place {
  readonly query?: string;
  readonly parent?: Element;
  /** What was stored before. */
  readonly stored?: ReadonlyMap<string, string>;
}

/** A page with the element on it, before anything has happened. */
export async function page(
  table: Record<string, Reply | Reply[]>,
  attributes: Record<string, string | undefined> = {},
  { query = '', parent, stored = new Map() }: Place = {},
) {
  const store = useStore();
  stored.forEach((value, key) => store.set(key, value));
  useWaits();
  const clock = { now: (today += 48 * hour) };
  const address = useAddress(`https://site.example/?${query}`);
  usePlatform({ now: () => clock.now, isSeen: () => true });
  const server = useServer(table);
  const events = useEvents();
  const navigations = useNavigation();
  const root = parent ?? (await fixture<HTMLElement>(html`<div></div>`));
  const element = document.createElement('connect-due');
  for (const [name, value] of Object.entries({ ...complete, ...attributes })) {
    if (value != null) element.setAttribute(name, value);
  }
  root.append(element);
  const loads = () => events.flatMap(([type, detail]) => (type === 'connect-load' ? [detail] : []));
  return { element, server, events, navigations, store, clock, address, loads };
}

/** The same, once it has loaded or failed. */
export async function scene(...given: Parameters<typeof page>) {
  const made = await page(...given);
  await until(
    () => made.events.some(([type]) => /connect-(load|error)/.test(type)),
    'it has loaded',
  );
  await made.element.updateComplete;
  return made;
}

export const said = (element: ConnectDue) =>
  (element.shadowRoot?.querySelector('section p')?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const dialog = (element: ConnectDue) => element.shadowRoot?.querySelector('dialog');
export const payment = (element: ConnectDue) =>
  dialog(element)?.querySelector('connect-pay-invoice');
export const change = (element: ConnectDue) =>
  dialog(element)?.querySelector('connect-change-method');

export const soon = () => new Date(today + 72 * hour).toISOString().slice(0, 10);
