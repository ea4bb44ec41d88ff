// Notes what the elements of a page do from their first moment on, and what stands in their shadow trees.
const seen = new Set();
const tags = new WeakMap();
const { attachInternals, dispatchEvent } = HTMLElement.prototype;
const { add } = CustomStateSet.prototype;

HTMLElement.prototype.attachInternals = function () {
  const internals = attachInternals.call(this);
  tags.set(internals.states, this.localName);
  return internals;
};

HTMLElement.prototype.dispatchEvent = function (event) {
  if (event.type.startsWith('connect-')) seen.add(`${this.localName} events ${event.type}`);
  return dispatchEvent.call(this, event);
};

CustomStateSet.prototype.add = function (state) {
  seen.add(`${tags.get(this)} cssStates ${state}`);
  return add.call(this, state);
};

function readTree(root) {
  for (const { localName, shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot || !localName.startsWith('connect-')) continue;
    for (const inner of shadowRoot.querySelectorAll('[part], slot')) {
      for (const part of inner.part) seen.add(`${localName} cssParts ${part}`);
      if (inner.localName === 'slot') seen.add(`${localName} slots ${inner.name || 'default'}`);
    }
    for (const rule of shadowRoot.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])) {
      for (const [name] of rule.cssText.matchAll(/--connect-[\w-]+/g)) {
        seen.add(`${localName} cssProperties ${name}`);
      }
    }
    readTree(shadowRoot);
  }
}

window.readElements = () => {
  readTree(document);
  return [...seen];
};

/** What a class says of itself, without an element of it. */
window.readClass = (tag) => {
  const { observedAttributes, prototype } = customElements.get(tag);
  const fields = {};
  // What all elements of Lit have is not ours.
  const lit = Object.getPrototypeOf(HTMLElement);
  for (
    let one = prototype;
    one !== HTMLElement.prototype && one !== lit;
    one = Object.getPrototypeOf(one)
  ) {
    if (Object.hasOwn(one.constructor, '_$litElement$')) break;
    for (const [name, { get, set }] of Object.entries(Object.getOwnPropertyDescriptors(one))) {
      if (get ?? set) fields[name] ??= Boolean(set);
    }
  }
  return { observedAttributes, fields };
};
