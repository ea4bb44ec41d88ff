// The page in the frame of the front page: the element that was chosen, and what it says to the page around.
const names = ['load', 'select', 'submit', 'transaction', 'redirect', 'outcome', 'confirmed'];
const types = [...names, 'remove', 'removed', 'error'].map((name) => `connect-${name}`);
const tell = (message) => parent.postMessage(message, location.origin);

for (const type of types) {
  document.addEventListener(type, ({ detail }) => tell({ type, detail }));
}

const settings = await (await fetch('/examples/settings')).json();
const { configure } = await import('/dist/cdn/connect-elements.js');
configure(settings);
document.querySelector('main').append(document.querySelector('template').content);

/** The frame is as high as what it shows. A dialog stands above the page and makes it no higher. */
function tellHeight() {
  const dialogs = [...document.querySelectorAll('main > *')]
    .map(({ shadowRoot }) => shadowRoot?.querySelector('dialog[open]'))
    .filter(Boolean);
  const margin = 32;
  const heights = dialogs.map(({ scrollHeight }) => scrollHeight + margin);
  tell({ height: Math.max(document.documentElement.offsetHeight, ...heights) });
}

const sizes = new ResizeObserver(tellHeight);
sizes.observe(document.documentElement);
for (const { shadowRoot } of document.querySelectorAll('main > *')) {
  const observe = () => shadowRoot.querySelectorAll('dialog').forEach((one) => sizes.observe(one));
  new MutationObserver(observe).observe(shadowRoot, { childList: true, subtree: true });
  observe();
}
