import type { Begun, SandboxClient, Scene } from '../../support/sandbox-client.js';
import { button, until } from '../support.js';
import type { End, Kind } from './rules.js';

/** Requests by operation. */
export type Counts = Readonly<Record<string, number>>;

/** What the subscriber sees: sentences, the button that is offered, and the state for style sheets. */
export interface Sight {
  readonly says: readonly string[];
  /** A link counts; empty when there is nothing to press. */
  readonly button: string;
  readonly state: string;
}

/** Where a fault strikes in an element. */
export interface Place {
  readonly tag: string;
  readonly name: string;
  readonly kind: Kind;
  /** The operation that is struck, from its `nth` request on. */
  readonly operation: string;
  readonly nth: number;
  readonly sights: Partial<Record<End, Sight>>;
  /** The offered button and the state where the rule gives the sentence: unread, refused, declined. */
  readonly offers: Pick<Sight, 'button' | 'state'> & Partial<Pick<Sight, 'says'>>;
  /** Requests up to the strike, and beside it. */
  readonly before: Counts;
  /** Requests after the strike, by its end. */
  readonly after: Partial<Record<End, Counts>>;
  /** Requests of `reload()`, and of pressing what is offered up to the struck operation. */
  readonly reloads: Counts;
  readonly again: Counts;
  /** A transaction that was completed before the page was opened, and what the page's address says. */
  readonly make?: Scene['make'];
  readonly claim?: (transactionId: number) => string;
  readonly attributes: (begun: Begun, sandbox: SandboxClient) => Readonly<Record<string, string>>;
  /** Whether the browser leaves when all is well. */
  readonly leaves?: true;
  /** Whether doing it again is possible after it was done: a second transaction, not a second removal. */
  readonly isRepeatable?: true;
  /** What the subscriber does for a write. */
  readonly act?: (element: HTMLElement) => Promise<void> | void;
  /** The element inside that tells what happens. */
  readonly teller?: (element: HTMLElement) => HTMLElement;
}

const product = { 'product-code': 'CO27409' };
const invoice = { ...product, 'invoice-number': '7435367', 'company-code': '5646903690' };
const guid = 'a863d62e-d53b-4651-9b7b-000000000001';

const paid: Scene['make'] = {
  path: '/v1/api/payment/invoice',
  body: {
    invoiceNumber: '7435367',
    productCode: 'CO27409',
    companyCode: '5646903690',
    paymentMethod: 'vippsEcommerce',
  },
};
const changed: Scene['make'] = {
  path: '/v1/product/payment/CO27409',
  body: { paymentMethod: 'recurringVippsPayment' },
};
const added: Scene['make'] = {
  path: '/v1/customer/payment/vipps/agreement',
  body: { productCode: 'CO27409' },
};
const claimOf = (flow: string, rest: string) => (id: number) =>
  `?connect=${flow}~return~${id}~${rest}&status=finished`;
const claims = {
  paid: claimOf('pay-invoice', 'vippsEcommerce~CO27409~7435367'),
  changed: claimOf('change-method', 'recurringVippsPayment~CO27409~'),
  added: claimOf('add-agreement', 'recurringVippsPayment~CO27409~~-'),
};

const press = (label: string) => (element: HTMLElement) => button(element, label).click();
/** Presses what is offered, and then what the question offers. */
const pressTwice = (label: string, answer: string) => async (element: HTMLElement) => {
  press(label)(element);
  await until(() => element.shadowRoot?.querySelector('[part=message] button'), 'it is asked');
  button(element, answer).click();
};

const leaving: Sight = {
  says: ['Going to the payment page…'],
  button: 'Go to the payment page',
  state: 'redirecting',
};
const settled = (says: string): Sight => ({ says: [says], button: '', state: 'settled' });
const checkAgain = { button: 'Check again', says: ['The payment service is done'] };
const tryAgain = { button: 'Try again', state: 'failed' };
const notRegistered = (label: string): Sight => ({
  says: ['It is not registered. You can try again.'],
  button: label,
  state: 'ready',
});

type About = Omit<Place, 'before' | 'after' | 'reloads' | 'again' | 'nth' | 'attributes'> &
  Partial<Place>;

/** What most places have in common. */
const place = (about: About): Place => ({
  ...{ before: {}, after: {}, reloads: {}, again: {}, nth: 1, attributes: () => product },
  ...about,
});

/** A POST that makes a transaction and leaves with it. */
const leave = (label: string, about: Partial<Place>, reread: string) => ({
  kind: 'write' as const,
  leaves: true as const,
  isRepeatable: true as const,
  name: 'POST',
  act: press(label),
  offers: { button: label, state: 'ready' },
  sights: {
    well: leaving,
    'doubt, done': notRegistered(label),
    'doubt, undone': notRegistered(label),
  },
  after: { 'doubt, done': { [reread]: 1 }, 'doubt, undone': { [reread]: 1 } },
  ...about,
});

const list = (operation: string, says: string, label: string) => ({
  kind: 'read' as const,
  name: 'list',
  operation,
  sights: { well: { says: [says], button: label, state: 'ready' } },
  offers: tryAgain,
  reloads: { [operation]: 1 },
});

/** The server is asked about what came back; a list is read again when it confirms it. */
const reread = (operation: string, says: string, isListed: boolean) => ({
  kind: 're-read' as const,
  name: 're-read',
  operation,
  sights: { well: settled(says) },
  offers: { ...checkAgain, state: 'settled' },
  after: isListed ? { well: { [operation]: 1 } } : {},
});

const paymentMethods = 'connect-payment-methods';
const payInvoice = 'connect-pay-invoice';
const changeMethod = 'connect-change-method';
const invoices = 'connect-invoices';
const agreements = 'connect-agreements';
const methodStatus = 'connect-method-status';
const vippsPayment = 'connect-vipps-payment';

const changedBack = { make: changed, claim: claims.changed };
const paidBack = { make: paid, claim: claims.paid };

const connectPlaces: readonly Place[] = [
  place({ tag: paymentMethods, ...list('listPaymentMethods', 'In use', '') }),
  place({
    ...{ tag: paymentMethods, ...changedBack, nth: 2, before: { listPaymentMethods: 1 } },
    ...reread('listPaymentMethods', 'This is how you pay now', true),
    reloads: { listPaymentMethods: 1 },
  }),
  place({
    ...{ tag: payInvoice, attributes: () => invoice, operation: 'payInvoice' },
    ...leave('Pay', {}, 'listInvoices'),
  }),
  place({
    ...{ tag: payInvoice, attributes: () => invoice, ...paidBack },
    ...reread('listInvoices', 'The invoice is paid', false),
  }),
  place({ tag: changeMethod, ...list('listPaymentMethods', 'Avtalegiro', 'Continue') }),
  place({
    ...{ tag: changeMethod, operation: 'changePaymentMethod', before: { listPaymentMethods: 1 } },
    ...leave('Continue', {}, 'listPaymentMethods'),
  }),
  // The list and the re-read are one request.
  place({
    ...{ tag: changeMethod, ...changedBack, reloads: { listPaymentMethods: 1 } },
    ...reread('listPaymentMethods', 'This is how you pay now', false),
  }),
  place({ tag: invoices, ...list('listInvoices', 'Invoice 7435367', 'Pay') }),
  place({
    ...{ tag: invoices, ...paidBack, nth: 2, before: { listInvoices: 1 } },
    ...reread('listInvoices', 'The invoice is paid', true),
    ...{
      reloads: { listInvoices: 1 },
      sights: { well: { ...settled('The invoice is paid'), button: 'Pay' } },
    },
  }),
  place({
    ...{ tag: invoices, operation: 'payInvoice', before: { listInvoices: 1 } },
    ...leave('Pay', { name: 'POST in place', act: payInPlace, teller: payment }, 'listInvoices'),
  }),
];

function payment(element: HTMLElement): HTMLElement {
  return element.shadowRoot?.querySelector<HTMLElement>(payInvoice) ?? element;
}

async function payInPlace(element: HTMLElement): Promise<void> {
  if (payment(element) === element) button(element, 'Pay').click();
  await until(() => payment(element) !== element, 'it is opened');
  await until(() => payment(element).matches(':state(ready)'), 'it can be paid in place');
  button(payment(element), 'Pay').click();
}

const listed = { listVippsAgreements: 1 };
const removed = { says: ['The agreement is removed'], button: 'Add an agreement', state: 'empty' };
const kept = {
  says: ['It is not removed. You can try again.'],
  button: 'Remove',
  state: 'ready',
};

const agreementPlaces: readonly Place[] = [
  place({ tag: agreements, ...list('listVippsAgreements', 'Vipps', 'Remove') }),
  place({
    ...{ tag: agreements, operation: 'addVippsAgreement', before: listed },
    ...leave('Add an agreement', { name: 'POST (add)' }, 'listVippsAgreements'),
  }),
  place({
    ...{ tag: agreements, kind: 'write', name: 'PATCH (remove)', before: listed },
    ...{ operation: 'removeVippsAgreement', act: pressTwice('Remove', 'Yes, remove it') },
    offers: { button: 'Remove', state: 'ready' },
    // A removal that is declined is looked into: it may have been made before.
    sights: { well: removed, 'doubt, done': removed, 'doubt, undone': kept, declined: kept },
    after: { well: listed, 'doubt, done': listed, 'doubt, undone': listed, declined: listed },
    reloads: listed,
  }),
  place({
    ...{ tag: agreements, make: added, claim: claims.added, reloads: listed },
    // The list and the re-read are one request.
    ...reread('listVippsAgreements', 'The agreement is saved', true),
    sights: {
      well: { ...settled('The agreement is saved'), button: 'Remove' },
    },
  }),
  place({
    ...{ tag: 'connect-outcome', attributes: () => ({}), ...paidBack },
    ...reread('listInvoices', 'The invoice is paid', false),
    reloads: { listInvoices: 1 },
  }),
];

const stored = {
  tag: methodStatus,
  attributes: (_: Begun, { backendUrl }: SandboxClient) => ({
    guid,
    'api-url': `${backendUrl}/backend/online-fundraising`,
  }),
};
const subscriptions = { listPaymentMethodSubscriptions: 1 };
const method = { getPaymentMethod: 1, ...subscriptions };
const cancel = 'Cancel payment method';
const cancelIt = pressTwice(cancel, 'Yes, cancel it');
const cancelled = settled('It is cancelled');

const methodPlaces: readonly Place[] = [
  place({
    ...{ ...stored, ...list('getPaymentMethod', 'Dankort', cancel) },
    ...{ before: subscriptions, reloads: method, again: subscriptions },
  }),
  place({
    ...{ ...stored, kind: 'write', name: 'POST (cancel)', operation: 'cancelPaymentMethod' },
    ...{ before: method, act: cancelIt, reloads: method },
    offers: { button: cancel, state: 'ready' },
    sights: {
      well: cancelled,
      'doubt, done': cancelled,
      'doubt, undone': {
        says: ['It is not cancelled. You can try again.'],
        button: cancel,
        state: 'ready',
      },
    },
    after: {
      well: method,
      'doubt, done': method,
      // A server may be late to know: it is asked with growing pauses.
      'doubt, undone': { getPaymentMethod: 5, listPaymentMethodSubscriptions: 5 },
    },
  }),
  place({
    ...{ ...stored, kind: 're-read', name: 're-read after POST', operation: 'getPaymentMethod' },
    ...{ nth: 2, act: cancelIt, reloads: method, again: subscriptions },
    before: { getPaymentMethod: 1, listPaymentMethodSubscriptions: 2, cancelPaymentMethod: 1 },
    offers: { button: 'Check again', says: ['It is not cancelled yet'], state: 'failed' },
    sights: { well: cancelled },
  }),
];

const vipps = {
  tag: vippsPayment,
  attributes: ({ payment: src }: Begun, { backendUrl }: SandboxClient) => ({
    src,
    'api-url': `${backendUrl}/backend/swedbank-pay`,
  }),
};
const stop = 'Stop this payment';
const stopIt = pressTwice(stop, stop);
const read = { getVippsPayment: 1 };
const stopped = { says: ['Done', 'Stopped'], button: '', state: 'ready' };
const inDoubt = 'We do not know how it went';

const vippsPlaces: readonly Place[] = [
  place({ ...vipps, ...list('getVippsPayment', 'Ready', stop) }),
  place({
    ...{ ...vipps, kind: 'write', name: 'PATCH (stop)', operation: 'abortVippsPayment' },
    // It is read before anything is done, and after.
    ...{ before: { getVippsPayment: 2 }, again: read, act: stopIt, reloads: read },
    offers: { button: stop, state: 'ready' },
    sights: {
      well: stopped,
      'doubt, done': { says: [inDoubt, 'Stopped'], button: '', state: 'ready' },
      'doubt, undone': { says: [inDoubt, 'Ready'], button: stop, state: 'ready' },
    },
    after: {
      ...{ well: read, refused: read, declined: read },
      ...{ 'doubt, done': read, 'doubt, undone': read },
    },
  }),
  place({
    ...{ ...vipps, kind: 're-read', name: 're-read after PATCH', operation: 'getVippsPayment' },
    ...{ nth: 3, act: stopIt, reloads: read },
    before: { getVippsPayment: 2, abortVippsPayment: 1 },
    offers: { button: 'Check again', says: ['Done'], state: 'settled' },
    sights: { well: stopped },
  }),
];

export const places = [...connectPlaces, ...agreementPlaces, ...methodPlaces, ...vippsPlaces];

/** How a request of an operation begins and ends. */
export const requestsOf: Readonly<Record<string, RegExp>> = {
  listPaymentMethods: /^GET .*\/product\/payment\/\w+$/,
  changePaymentMethod: /^POST .*\/product\/payment\/\w+$/,
  payInvoice: /^POST .*\/payment\/invoice$/,
  listInvoices: /^GET .*\/customer\/invoice\/payment\//,
  listVippsAgreements: /^GET .*\/vipps\/agreement$/,
  addVippsAgreement: /^POST .*\/vipps\/agreement$/,
  removeVippsAgreement: /^PATCH .*\/vipps\/agreement$/,
  getPaymentMethod: /^GET .*\/paymentMethod\/[^/]+$/,
  cancelPaymentMethod: /^POST .*\/Cancel$/,
  getVippsPayment: /^GET .*\/vipps\/payments\/[^/]+$/,
  abortVippsPayment: /^PATCH .*\/vipps\/payments\/[^/]+$/,
};
