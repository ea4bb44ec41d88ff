import { flows, type Tag } from './details.js';
import { fire } from './fire.js';

/** What the elements' methods do, as far as events tell of it. Nothing is asked, and nobody leaves the page. */
type Method = (this: Element, about?: unknown) => Promise<void>;

/** Pays, changes or adds: as far as the browser would be sent away. */
const leave: Method = function () {
  const { localName } = this;
  const about = localName === 'connect-agreements' ? { flow: 'add-agreement' as const } : {};
  if (fire(this, 'connect-submit', about)) {
    fire(this, 'connect-transaction', about);
    fire(this, 'connect-redirect', about);
  }
  return Promise.resolve();
};

const perform: Method = function (rel) {
  const about = { paymentMethod: 'vipps' };
  if (fire(this, 'connect-submit', { ...about, rel: String(rel) })) {
    fire(this, 'connect-transaction', about);
  }
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
