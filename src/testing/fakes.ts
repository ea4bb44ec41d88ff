import { text } from '../api/decode.js';
import { agreementProviders, isProvider } from '../api/connect/agreement.js';
import { isChange, isScript, isVisited } from '../api/swedbank-pay/operations.js';
import { flows, type Tag } from './details.js';
import { fire } from './fire.js';

/** What the elements' methods do, as far as events tell of it. Nothing is asked, and nobody leaves the page. */
type Method = (this: Element, about?: unknown) => Promise<void>;

/** What a page has set on a stand-in, as a property or as an attribute. */
function given(element: Element, property: string, attribute = property): string | undefined {
  const value: unknown = Reflect.get(element, property) ?? element.getAttribute(attribute);
  return text(value) || undefined;
}

/** The way to pay that the page says, and else one that the element has; of an invoice that of the sample. */
function methodOf(element: Element): { readonly paymentMethod?: string } {
  const provider = given(element, 'provider') ?? 'vipps';
  switch (element.localName) {
    case 'connect-agreements':
      return isProvider(provider)
        ? { paymentMethod: agreementProviders[provider].paymentMethod }
        : {};
    case 'connect-change-method':
      return { paymentMethod: given(element, 'value') ?? 'recurringVippsPayment' };
    default: {
      const paymentMethod = given(element, 'value');
      return paymentMethod ? { paymentMethod } : {};
    }
  }
}

function subjectOf(element: Element): { invoiceNumber?: string; productCode?: string } {
  const invoiceNumber = given(element, 'invoiceNumber', 'invoice-number');
  const productCode = given(element, 'productCode', 'product-code');
  return { ...(invoiceNumber && { invoiceNumber }), ...(productCode && { productCode }) };
}

/** Pays, changes or adds: as far as the browser would be sent away. */
const leave: Method = function () {
  const { localName } = this;
  const job = localName === 'connect-agreements' ? { flow: 'add-agreement' as const } : {};
  const how = { ...job, ...methodOf(this) };
  if (fire(this, 'connect-submit', { ...how, ...subjectOf(this) })) {
    fire(this, 'connect-transaction', how);
    fire(this, 'connect-redirect', job);
  }
  return Promise.resolve();
};

/** As the element does it: a change asks the page, a page is gone to, a seamless view begins; the rest only looks. */
const perform: Method = function (about) {
  const [rel, paymentMethod] = [text(about), 'vipps'];
  if (isChange(rel)) fire(this, 'connect-submit', { paymentMethod, rel });
  else if (isScript(rel)) fire(this, 'connect-transaction', { paymentMethod });
  else if (isVisited(rel)) fire(this, 'connect-redirect');
  return Promise.resolve();
};

const cancel: Method = function (about) {
  const detail = about instanceof Object ? { agreement: about } : {};
  if (fire(this, 'connect-remove', detail)) fire(this, 'connect-removed', detail);
  return Promise.resolve();
};

/** Without an agreement it is the DOM's own. */
const remove: Method = function (about) {
  if (about) return cancel.call(this, about);
  Element.prototype.remove.call(this);
  return Promise.resolve();
};

const reload: Method = function () {
  fire(this, 'connect-load');
  return Promise.resolve();
};

const methods: Readonly<Record<Tag, Readonly<Record<string, Method>>>> = {
  'connect-payment-methods': { reload },
  'connect-pay-invoice': { reload, pay: leave },
  'connect-change-method': { reload, change: leave },
  'connect-invoices': { reload },
  'connect-agreements': { reload, add: leave, remove },
  'connect-outcome': {},
  'connect-due': { reload },
  'connect-method-status': { reload, cancel },
  'connect-vipps-payment': { reload, perform },
};

/**
 * Registers a stand-in for each tag that is not registered yet: it renders nothing, asks nothing, takes any
 * property, and its methods fire the events that the element's would. `connect-config` gets one too.
 *
 * @throws {ReferenceError} where there is no DOM.
 */
export function defineFakes(): void {
  for (const tag of ['connect-config', ...Object.keys(flows)]) {
    if (!customElements.get(tag)) customElements.define(tag, fakeOf(tag));
  }
}

function fakeOf(tag: string): CustomElementConstructor {
  const fake = class extends HTMLElement {};
  Object.assign(fake.prototype, new Map(Object.entries(methods)).get(tag));
  return fake;
}
