// In test:all: pages that have changed the built-ins of the browser.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe } from 'node:test';
import { it } from '../support/limited.js';
import { config, invoice, MadePages, product } from './strict-pages.js';
import { forget, choice, requestsOf, setStage, type Stage } from './support.js';
import { saying } from '../support/saying.js';

/** What old libraries and other people's scripts do to a page before the elements are loaded. */
const patches: Readonly<Record<string, string>> = {
  'an Array.from of Prototype 1.6, for lists only': `
    Array.from = function (iterable) {
      if (!iterable) return [];
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };`,
  "Prototype 1.6's toJSON and its other methods of texts, numbers and lists": `
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Number.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    Array.prototype.each = Array.prototype.forEach;
    Array.prototype.first = function () { return this[0]; };
    String.prototype.strip = String.prototype.trim;
    Element.prototype.remove_ = Element.prototype.remove;`,
  'members of every object that a for-in finds': `
    Object.prototype.extend = function (other) { return Object.assign(this, other); };
    Object.prototype.isEmpty = function () { return !Object.keys(this).length; };`,
  // Lit puts `Symbol.metadata` where there is none, and throws when it cannot.
  'intrinsics that are frozen, as by SES, Symbol.metadata among them': `
    Symbol.metadata ??= Symbol('metadata');
    for (const one of [Object, Function, Array, String, Number, Boolean, Symbol, Promise, Map, Set,
      WeakMap, WeakSet, RegExp, Error, TypeError, Date, JSON, Math, Reflect, Intl, URL, URLSearchParams]) {
      if (one.prototype) Object.freeze(one.prototype);
      Object.freeze(one);
    }`,
  'a fetch of an analytics script that reads every answer and adds an argument': `
    const send = window.fetch;
    window.fetch = function (input, init) {
      const sent = send.call(this, input, init, { at: performance.now() });
      sent.then((response) => response.clone().text()).catch(() => {});
      return sent;
    };`,
  'a fetch that makes a Request of everything': `
    const send = window.fetch;
    window.fetch = (...all) => send(new Request(...all));`,
  'a fetch that gives a promise of its own': `
    const send = window.fetch;
    window.fetch = (...all) => {
      const sent = send(...all);
      return { then: (done, failed) => void sent.then(done, failed) };
    };`,
  'a history of a router that tells of every change': `
    for (const name of ['pushState', 'replaceState']) {
      const change = history[name];
      history[name] = function (...all) {
        change.apply(this, all);
        dispatchEvent(new Event('locationchange'));
      };
    }`,
  'a history that cannot be changed': `
    history.pushState = history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };`,
  'a history that changes later': `
    const change = history.replaceState;
    history.replaceState = function (...all) { setTimeout(() => change.apply(this, all), 500); };`,
  'an attachShadow that keeps the roots': `
    const roots = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      roots.push(root);
      return root;
    };`,
  'a JSON.parse that makes dates of days and numbers of digits': `
    const parse = JSON.parse;
    JSON.parse = (text, reviver) => parse(text, (key, value) => {
      if (/^\\d{4}-\\d\\d-\\d\\d/.test(value)) return new Date(value);
      if (typeof value === 'string' && /^\\d+$/.test(value)) return { digits: value };
      return reviver ? reviver(key, value) : value;
    });`,
  'no String.prototype.replaceAll': `delete String.prototype.replaceAll;`,
  'promises, listeners and tasks in zones': `
    const native = Promise;
    window.Promise = class ZonePromise {
      constructor(run) { this.inner = new native(run); }
      then(done, failed) { return ZonePromise.of(this.inner.then(done, failed)); }
      catch(failed) { return this.then(undefined, failed); }
      finally(last) { return ZonePromise.of(this.inner.finally(last)); }
      static of(inner) { return Object.assign(Object.create(ZonePromise.prototype), { inner }); }
      static resolve(value) { return ZonePromise.of(native.resolve(value)); }
      static reject(reason) { return ZonePromise.of(native.reject(reason)); }
      static all(list) { return ZonePromise.of(native.all(list)); }
      static race(list) { return ZonePromise.of(native.race(list)); }
      static allSettled(list) { return ZonePromise.of(native.allSettled(list)); }
      get [Symbol.toStringTag]() { return 'Promise'; }
    };
    const zones = new WeakMap();
    const { addEventListener: add, removeEventListener: drop } = EventTarget.prototype;
    const zoned = (listener) => {
      if (typeof listener !== 'function') return listener;
      const known = zones.get(listener) ?? function (...all) { return listener.apply(this, all); };
      zones.set(listener, known);
      return known;
    };
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      return add.call(this, type, zoned(listener), options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      return drop.call(this, type, zoned(listener), options);
    };
    const micro = queueMicrotask, timer = setTimeout;
    window.queueMicrotask = (run) => micro(() => run());
    window.setTimeout = (run, ...all) => timer((...given) => run(...given), ...all);`,
  'a customElements.define that extends what it is given': `
    const define = customElements.define;
    customElements.define = function (tag, element, options) {
      define.call(this, tag, class extends element {}, options);
    };`,
};

const made = new MadePages();
let stage: Stage;
before(async () => {
  stage = await setStage({ inFrontOfSite: made.answer });
});
after(async () => {
  console.log(`tally ${Object.keys(patches).length} pages with patched built-ins`);
  await stage.close();
});

/** What each page shows and sends without any of this. */
const invoiceSent = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
  paymentMethod: 'nexi',
};

for (const [name, script] of Object.entries(patches)) {
  describe(`on a page with ${name}`, () => {
    const at = (tag: string) => stage.page.locator(tag);

    beforeEach(async () => {
      stage.demo.reset();
      await stage.page.goto(`${stage.demo.url}/public/newspaper.css`);
      await forget(stage.page);
      stage.errors();
      stage.events();
    });

    it('an invoice is paid as on any other, and told once', async () => {
      const body = config(stage.demo, invoice() + product('connect-invoices'));
      // Not by the stage's events: a `toJSON` of the page's gets into what the browser's driver sends.
      const count = `var told = 0; document.addEventListener('connect-outcome', () => told++);`;
      made.serve('/made/patched', { body, script: count + script });
      await stage.page.goto(`${stage.demo.url}/made/patched`);
      const payment = at('connect-config > connect-pay-invoice');
      await choice(payment, 'nexi').check();
      await at('connect-invoices [part=item]').nth(2).waitFor();
      const listed = await at('connect-invoices [part=item]').allTextContents();
      assert.match(listed.join(), /Invoice 7435367[^]*Due [A-Z][a-z]{2} \d/);
      await payment.locator(saying('pay-invoice.action')).click();
      await stage.page.click('#outcome-finished');
      await payment.locator(saying('pay-invoice.registered')).waitFor();
      assert.equal(requestsOf(stage, 'payInvoice'), 1);
      const sent = stage.demo.sandbox.requests.find(({ method }) => method === 'POST');
      assert.deepEqual(sent?.body, invoiceSent);
      assert.equal(await stage.page.evaluate((): unknown => Reflect.get(window, 'told')), 1);
      // The driver itself says so where it has met a `toJSON`.
      const errors = stage.errors().filter((error) => !error.includes('serializedArgs'));
      assert.deepEqual(errors, []);
    });
  });
}
