/**
 * Registers every element, and gives their classes and types.
 *
 * @packageDocumentation
 */
export * from './everything.js';

export { ConnectConfig } from './elements/config.js';
export { ConnectPaymentMethods } from './elements/payment-methods.js';
export { ConnectPayInvoice } from './elements/pay-invoice.js';
export { ConnectChangeMethod } from './elements/change-method.js';
export { ConnectInvoices } from './elements/invoices.js';
export { ConnectAgreements } from './elements/agreements.js';
export { ConnectOutcome } from './elements/outcome.js';
export { ConnectDue } from './elements/due.js';
export { ConnectMethodStatus } from './elements/method-status.js';
export { ConnectVippsPayment } from './elements/vipps-payment.js';

export type { ConnectErrorCode } from './api/errors.js';
export type { Agreement, AgreementProvider } from './api/connect/agreements.js';
export type { Invoice, Reminder } from './api/connect/invoice-list.js';
export type { PaymentMethod } from './api/connect/payment-method-item.js';
export type { Due } from './flow/due/read-due.js';
export type { InvoiceDue, InvoicesDue } from './flow/due/invoice-due.js';
export type { MethodDue } from './flow/due/method-due.js';
export type { InvoicePaymentMethod, ProductPaymentMethod } from './api/connect/payment.js';
export type {
  StoredPaymentMethod,
  StoredSubscription,
} from './api/onlinefundraising/payment-method.js';
export type { VippsOperation, VippsPayment } from './api/swedbank-pay/vipps-payment.js';
export type * from './host/events.js';
export type { ConnectSettings, PageSettings } from './host/settings.js';
export type { TokenProvider, TokenRequest } from './api/token.js';
export type { Dictionary, TextKey } from './i18n/keys.js';
export type { Plural, Text } from './i18n/moments.js';
