import {
  apiBase,
  json,
  useAddress,
  useNavigation,
  usePlatform,
  useServer,
  useStore,
  type FakeServer,
  type Reply,
} from '../support.js';
import { samplePayment } from '../../support/vipps-sample.js';
import { Reader } from './reader.js';

export const guid = 'a863d62e';
export const requests = {
  methods: 'GET /v1/product/payment/DN',
  change: 'POST /v1/product/payment/DN',
  invoices: 'GET /v1/customer/invoice/payment/DN',
  pay: 'POST /v1/api/payment/invoice',
  agreements: 'GET /v1/customer/payment/vipps/agreement',
  add: 'POST /v1/customer/payment/vipps/agreement',
  remove: 'PATCH /v1/customer/payment/vipps/agreement',
  stored: `GET /paymentMethod/${guid}`,
  subscriptions: `GET /paymentMethod/${guid}/subscriptions`,
  cancel: `POST /paymentMethod/${guid}/Cancel`,
  vipps: 'GET /vipps/1',
  capture: 'POST /vipps/1/captures',
};

const invoice = {
  ...{ invoiceNumber: '1001', product: 'DN', companyCode: 'AM', productName: 'Weekly Magazine' },
  ...{ amount: 49, invoiceAmount: '295.00', paidAmount: 0 },
  ...{ invoiceDate: '2026-11-01', dueDate: '2026-12-01' },
};
export const unpaid = json({ invoices: [invoice], reminders: [] });
export const paid = json({ invoices: [{ ...invoice, paidAmount: 295 }], reminders: [] });
export const manyInvoices = json({
  invoices: Array.from({ length: 22 }, (_, n) => ({ ...invoice, invoiceNumber: `${1001 + n}` })),
  reminders: [],
});
export const methods = json({
  paymentMethodResponseItems: [
    { paymentMethod: 'invoice', current: true },
    { paymentMethod: 'autoGiro' },
    { paymentMethod: 'recurringVippsPayment' },
  ],
});
export const agreements = (...references: string[]): Reply =>
  json({
    success: true,
    recurringAgreements: references.map((agreementRef) => ({
      ...{ agreementRef, paymentProviderId: 55, productCode: 'DN' },
    })),
  });
export const created = json({ success: true, transactionId: 42 });
export const stored = (state: string): Reply =>
  json({ paymentMethodGuid: guid, state, paymentMethodType: 'Card' });
export const vippsPayment = (rels: readonly string[], fields: object = {}): Reply =>
  json({
    payment: { ...samplePayment, ...fields },
    operations: rels.map((rel) => ({ rel, method: 'POST', href: `${apiBase}/vipps/1/captures` })),
  });

export interface Scene {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly table?: Readonly<Record<string, Reply | Reply[]>>;
  /** Of the page's address. */
  readonly query?: string;
}

const settings = { 'client-id': 'site', 'api-url': apiBase, token: 't0ken', 'product-code': 'DN' };
export const invoiceOf = { 'invoice-number': '1001', 'company-code': 'AM' };

/** A reader comes to a page with one element on it. */
export async function open({ tag, attributes, table = {}, query = '' }: Scene): Promise<Visit> {
  useStore();
  useNavigation();
  useAddress(`https://site.example/account${query}`);
  usePlatform({ now: () => Date.UTC(2026, 10, 21, 12) });
  const server = useServer(table);
  const element = document.createElement(tag);
  const all = { lang: 'en', ...settings, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const reader = new Reader();
  await reader.opens(element);
  return { reader, element, server };
}

export interface Visit {
  readonly reader: Reader;
  readonly element: HTMLElement;
  readonly server: FakeServer;
}
