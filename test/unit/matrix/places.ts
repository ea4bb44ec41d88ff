import type { Begun, SandboxClient, Scene } from '../../support/sandbox-client.js';
import type { TextKey } from '../../../src/i18n/keys.js';
import { button, until } from '../support.js';
import type { End, Kind } from './kinds.js';

/** Requests by operation. */
export type Counts = Readonly<Record<string, number>>;

/** What the subscriber sees, by keys of texts; what is no text of ours stands as it is. */
export interface Sight {
  readonly says: readonly string[];
  /** What is offered. A link counts; empty when there is nothing to press. */
  readonly button: string;
  readonly state: string;
}

type RedirectFlow = 'pay-invoice' | 'change-method' | 'add-agreement';

/** Whose texts say that something cannot be shown. */
type LoadPlace =
  | 'payment-methods'
  | 'change-method'
  | 'invoices'
  | 'agreements'
  | 'method-status'
  | 'vipps-payment';

/** Where a fault strikes in an element. */
export interface Place {
  readonly tag: string;
  readonly name: string;
  readonly kind: Kind;
  /** The operation that is struck, from its `nth` request on. */
  readonly operation: string;
  readonly nth: number;
  readonly sights: Partial<Record<End, Sight>>;
  /**
   * The offered button and the state where the rule gives the sentence: unread, refused, declined. Where none is
   * offered, `reload()` asks again.
   */
  readonly offers: { button: TextKey | '' } & Pick<Sight, 'state'> & Partial<Pick<Sight, 'says'>>;
  /** Whose list is not shown when it cannot be read. */
  readonly unread?: LoadPlace;
  /** Whether what is shown is there without what is read too. */
  readonly isBeside?: true;
  /** The title of a refusal; `shared.error` says why. Without it, a redirect flow says both. */
  readonly refused?: TextKey;
  readonly flow?: RedirectFlow;
  /** Requests up to the strike, and beside it. */
  readonly before: Counts;
  /** Requests after the strike, by its end. */
  readonly after: Partial<Record<End, Counts>>;
  /** Requests of `reload()`, and of pressing what is offered up to the struck operation. */
  readonly reloads: Counts;
  readonly again: Counts;
  /** Transactions that were completed before the page was opened, and what the page's address says of the last. */
  readonly make?: Scene['make'];
  readonly claim?: (transactionId: number) => string;
  readonly attributes: (begun: Begun, sandbox: SandboxClient) => Readonly<Record<string, string>>;
  /** Whether the browser leaves when all is well. */
  readonly leaves?: true;
  /** Whether doing it again is possible after it was done: a second transaction, not a second removal. */
  readonly isRepeatable?: true;
  /** Nobody has asked for what is struck: by itself, or joined by the list of the same element. */
  readonly unasked?: 'alone' | 'joined';
  /** What the subscriber does for a write. */
  readonly act?: (element: HTMLElement) => Promise<void> | void;
  /** The element inside that tells what happens. */
  readonly teller?: (element: HTMLElement) => HTMLElement;
}

const product = { 'product-code': 'CO27409' };
const invoice = { ...product, 'invoice-number': '7435367', 'company-code': '5646903690' };
const guid = 'a863d62e-d53b-4651-9b7b-000000000001';

const payingOf = (invoiceNumber: string) => ({
  path: '/v1/api/payment/invoice',
  body: {
    invoiceNumber,
    productCode: 'CO27409',
    companyCode: '5646903690',
    paymentMethod: 'vippsEcommerce',
  },
});
const paid = [payingOf('7435367')];
/** No other invoice of the product is open. */
const paidUp = [payingOf('7435368'), ...paid];
const changed = [
  {
    path: '/v1/product/payment/CO27409',
    body: { paymentMethod: 'recurringVippsPayment' },
  },
];
const added = [
  {
    path: '/v1/customer/payment/vipps/agreement',
    body: { productCode: 'CO27409' },
  },
];
const claimOf = (flow: string, rest: string) => (id: number) =>
  `?connect=${flow}~return~${id}~${rest}&status=finished`;
const claims = {
  paid: claimOf('pay-invoice', 'vippsEcommerce~CO27409~7435367'),
  changed: claimOf('change-method', 'recurringVippsPayment~CO27409~'),
  added: claimOf('add-agreement', 'recurringVippsPayment~CO27409~~-'),
};

const press = (label: TextKey) => (element: HTMLElement) => button(element, label).click();
/** Presses what is offered, and then what the question offers. */
const pressTwice = (label: TextKey, answer: TextKey) => async (element: HTMLElement) => {
  press(label)(element);
  await until(() => element.shadowRoot?.querySelector('[part=message] button'), 'it is asked');
  button(element, answer).click();
};

const leaving = (flow: RedirectFlow): Sight => ({
  says: [`${flow}.leaving`],
  button: `${flow}.leaving.by-hand`,
  state: 'redirecting',
});
const settled = (says: TextKey): Sight => ({ says: [says], button: '', state: 'settled' });
const notRegistered = (flow: RedirectFlow, label: TextKey): Sight => ({
  says: [`${flow}.not-registered.title`, `${flow}.not-registered.body`],
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

/**
 * A POST that makes a transaction and leaves with it. The server is read before each, and after one that it
 * declines: it may be done already.
 *
 * @param shown How often it was read to show something.
 */
const leave = (
  flow: RedirectFlow,
  label: TextKey,
  about: Partial<Place>,
  reread: string,
  shown = 1,
) => ({
  kind: 'write' as const,
  leaves: true as const,
  isRepeatable: true as const,
  name: 'POST',
  act: press(label),
  flow,
  offers: { button: label, state: 'ready' } as const,
  sights: {
    well: leaving(flow),
    'doubt, done': notRegistered(flow, label),
    'doubt, undone': notRegistered(flow, label),
  },
  before: { [reread]: shown + 1 },
  again: { [reread]: 1 },
  after: {
    // A first no may be an old one.
    'doubt, done': { [reread]: 2 },
    'doubt, undone': { [reread]: 2 },
    declined: { [reread]: 1 },
  },
  ...about,
});

const list = (place: LoadPlace, operation: string, says: string, label: TextKey | '') => ({
  kind: 'read' as const,
  name: 'list',
  operation,
  sights: { well: { says: [says], button: label, state: 'ready' } },
  offers: { button: 'shared.try-again', state: 'failed' } as const,
  unread: place,
  reloads: { [operation]: 1 },
});

/** The server is asked about what came back; a list is read again when it confirms it. */
const reread = (flow: RedirectFlow, operation: string, isListed: boolean) => ({
  kind: 're-read' as const,
  name: 're-read',
  operation,
  sights: { well: settled(`${flow}.registered`) },
  offers: {
    button: `${flow}.check-again`,
    says: [`${flow}.outcome.finished.title`],
    state: 'settled',
  } as const,
  after: isListed ? { well: { [operation]: 1 } } : {},
  unasked: 'alone' as const,
});

const paymentMethods = 'connect-payment-methods';
const payInvoice = 'connect-pay-invoice';
const changeMethod = 'connect-change-method';
const invoices = 'connect-invoices';
const agreements = 'connect-agreements';
const due = 'connect-due';
const methodStatus = 'connect-method-status';
const vippsPayment = 'connect-vipps-payment';

/** Whatever becomes of the list. */
const choice: Sight = {
  says: ['change-method.method.autoGiro'],
  button: 'change-method.action',
  state: 'ready',
};
const chosen = { ...product, value: 'autoGiro' };
const changedBack = { make: changed, claim: claims.changed };
const paidBack = { make: paid, claim: claims.paid };

const connectPlaces: readonly Place[] = [
  place({
    tag: paymentMethods,
    ...list('payment-methods', 'listPaymentMethods', 'payment-methods.current', ''),
  }),
  place({
    ...{ tag: paymentMethods, ...changedBack, nth: 2, before: { listPaymentMethods: 1 } },
    ...reread('change-method', 'listPaymentMethods', true),
    reloads: { listPaymentMethods: 1 },
  }),
  place({
    ...{ tag: payInvoice, attributes: () => invoice, operation: 'payInvoice' },
    ...leave('pay-invoice', 'pay-invoice.action', {}, 'listInvoices', 0),
  }),
  place({
    ...{ tag: payInvoice, attributes: () => invoice, ...paidBack },
    ...reread('pay-invoice', 'listInvoices', false),
  }),
  place({
    tag: changeMethod,
    ...list('change-method', 'listPaymentMethods', '', 'change-method.action'),
    ...{ sights: { well: choice, unread: choice }, isBeside: true },
  }),
  place({
    ...{ tag: changeMethod, operation: 'changePaymentMethod', attributes: () => chosen },
    ...leave('change-method', 'change-method.action', {}, 'listPaymentMethods'),
  }),
  // The list and the re-read are one request.
  place({
    ...{ tag: changeMethod, ...changedBack, reloads: { listPaymentMethods: 1 } },
    ...reread('change-method', 'listPaymentMethods', false),
    unasked: 'joined',
  }),
  place({ tag: invoices, ...list('invoices', 'listInvoices', '7435367', 'invoices.pay') }),
  place({
    ...{ tag: invoices, ...paidBack, nth: 2, before: { listInvoices: 1 } },
    ...reread('pay-invoice', 'listInvoices', true),
    ...{
      reloads: { listInvoices: 1 },
      sights: { well: { ...settled('pay-invoice.registered'), button: 'invoices.pay' } },
    },
  }),
  place({
    ...{ tag: invoices, operation: 'payInvoice' },
    ...leave(
      'pay-invoice',
      // The invoice of the list says what is owed.
      'pay-invoice.action.amount',
      { name: 'POST in place', act: payInPlace('invoices.pay'), teller: payment },
      'listInvoices',
    ),
  }),
];

function payment(element: HTMLElement): HTMLElement {
  return element.shadowRoot?.querySelector<HTMLElement>(payInvoice) ?? element;
}

/** @param label What opens the payment. */
function payInPlace(label: TextKey): (element: HTMLElement) => Promise<void> {
  return async (element) => {
    if (payment(element) === element) button(element, label).click();
    await until(() => payment(element) !== element, 'it is opened');
    await until(() => payment(element).matches(':state(ready)'), 'it can be paid in place');
    button(payment(element), 'pay-invoice.action').click();
  };
}

const nothing = { says: [], button: '', state: 'empty' } as const;

/** Nobody has asked for what a strip reads: it is tried once, and what fails is told to the site alone. */
const strip = (name: string, operation: string) => ({
  ...({ tag: due, kind: 'read', name, operation, unasked: 'alone' } as const),
  offers: { button: '', state: 'failed' } as const,
});
const watched = {
  attributes: () => ({ ...product, watch: 'card' }),
  make: [...paidUp, ...changed],
  sights: { well: nothing },
  reloads: { listInvoices: 1, listPaymentMethods: 1, listVippsAgreements: 1 },
};

const duePlaces: readonly Place[] = [
  place({
    ...strip('list', 'listInvoices'),
    sights: { well: { says: ['7435368'], button: 'pay-invoice.action', state: 'ready' } },
    reloads: { listInvoices: 1 },
  }),
  place({
    ...{ ...strip('methods', 'listPaymentMethods'), ...watched },
    ...{ before: { listInvoices: 1 }, again: { listInvoices: 1 } },
    after: { well: { listVippsAgreements: 1 } },
  }),
  place({
    ...{ ...strip('agreements', 'listVippsAgreements'), ...watched },
    before: { listInvoices: 1, listPaymentMethods: 1 },
    again: { listInvoices: 1, listPaymentMethods: 1 },
  }),
  place({
    ...{ tag: due, operation: 'payInvoice' },
    ...leave(
      'pay-invoice',
      'pay-invoice.action.amount',
      { name: 'POST in a dialog', act: payInPlace('pay-invoice.action'), teller: payment },
      'listInvoices',
    ),
  }),
  place({
    ...{ tag: due, make: paidUp, claim: claims.paid, reloads: { listInvoices: 1 } },
    ...reread('pay-invoice', 'listInvoices', false),
  }),
];

const listed = { listVippsAgreements: 1 };
const removed = {
  says: ['agreements.removed.title'],
  button: 'add-agreement.action',
  state: 'empty',
} as const;
const kept = {
  says: ['agreements.not-removed.title', 'agreements.not-removed.body'],
  button: 'agreements.remove',
  state: 'ready',
} as const;

const agreementPlaces: readonly Place[] = [
  place({
    tag: agreements,
    ...list('agreements', 'listVippsAgreements', 'agreements.provider.vipps', 'agreements.remove'),
  }),
  place({
    ...{ tag: agreements, operation: 'addVippsAgreement' },
    ...leave(
      'add-agreement',
      'add-agreement.action',
      { name: 'POST (add)' },
      'listVippsAgreements',
    ),
  }),
  place({
    ...{ tag: agreements, kind: 'write', name: 'PATCH (remove)', before: listed },
    ...{
      operation: 'removeVippsAgreement',
      act: pressTwice('agreements.remove', 'agreements.remove.yes'),
    },
    offers: { button: 'agreements.remove', state: 'ready' },
    refused: 'agreements.not-removed.refused',
    // A removal that is declined is looked into: it may have been made before.
    sights: { well: removed, 'doubt, done': removed, 'doubt, undone': kept, declined: kept },
    after: { well: listed, 'doubt, done': listed, 'doubt, undone': listed, declined: listed },
    reloads: listed,
  }),
  place({
    ...{ tag: agreements, make: added, claim: claims.added, reloads: listed },
    // The list and the re-read are one request.
    ...reread('add-agreement', 'listVippsAgreements', true),
    unasked: 'joined',
    sights: {
      well: { ...settled('add-agreement.registered'), button: 'agreements.remove' },
    },
  }),
  place({
    ...{ tag: 'connect-outcome', attributes: () => ({}), ...paidBack },
    ...reread('pay-invoice', 'listInvoices', false),
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
const cancel = 'method-status.cancel';
const cancelIt = pressTwice(cancel, 'method-status.cancel.yes');
const cancelled = settled('method-status.cancelled');

const methodPlaces: readonly Place[] = [
  place({
    ...{ ...stored, ...list('method-status', 'getPaymentMethod', 'Dankort', cancel) },
    ...{ before: subscriptions, reloads: method, again: subscriptions },
  }),
  place({
    ...{ ...stored, kind: 'write', name: 'POST (cancel)', operation: 'cancelPaymentMethod' },
    ...{ before: method, act: cancelIt, reloads: method },
    offers: { button: cancel, state: 'ready' },
    refused: 'method-status.not-cancelled.refused',
    sights: {
      well: cancelled,
      'doubt, done': cancelled,
      'doubt, undone': {
        says: ['method-status.in-doubt.title', 'method-status.in-doubt.body'],
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
    offers: { button: 'shared.check-again', says: ['method-status.asked.title'], state: 'failed' },
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
const stop = 'vipps-payment.operation.update-payment-abort';
const stopIt = pressTwice(stop, stop);
const read = { getVippsPayment: 1 };
const aborted = 'vipps-payment.state.Aborted';
const ready = 'vipps-payment.state.Ready';
/** Why it was stopped can be looked at. */
const why = 'vipps-payment.operation.aborted-payment';
const stopped = { says: ['vipps-payment.done', aborted], button: why, state: 'ready' } as const;
const inDoubt = 'vipps-payment.in-doubt.title';

const vippsPlaces: readonly Place[] = [
  place({ ...vipps, ...list('vipps-payment', 'getVippsPayment', ready, stop) }),
  place({
    ...{ ...vipps, kind: 'write', name: 'PATCH (stop)', operation: 'abortVippsPayment' },
    // It is read before anything is done, and after.
    ...{ before: { getVippsPayment: 2 }, again: read, act: stopIt, reloads: read },
    offers: { button: stop, state: 'ready' },
    refused: 'vipps-payment.refused',
    sights: {
      well: stopped,
      'doubt, done': { says: [inDoubt, aborted], button: why, state: 'ready' },
      'doubt, undone': { says: [inDoubt, ready], button: stop, state: 'ready' },
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
    offers: { button: 'shared.check-again', says: ['vipps-payment.done'], state: 'settled' },
    sights: { well: stopped },
  }),
];

export const places = [
  ...connectPlaces,
  ...duePlaces,
  ...agreementPlaces,
  ...methodPlaces,
  ...vippsPlaces,
];

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
