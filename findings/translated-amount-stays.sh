#!/usr/bin/env bash
# Whoever translates a page puts an element of its own in the place of each text, as Google's
# translator does in Chrome. What renders an amount as a text of its own then writes the next amount into
# a text that is no longer on the page, and says nothing: the reader sees the old amount on the
# button that asks for the new one. Whether it happens depends on how the same words are written: React
# and Vue are right when the element has one text, and wrong when the amount is a second one.
#
# Packages: lit-html@3.3.3, preact@11.2.0, react@19.3.1, react-dom@19.3.1, vue@3.5.45, uhtml@5.0.9,
# jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= lit-html: to pay 100
#= preact, one text: to pay 100
#= react, one text: Pay 149.50
#= react, two texts: to pay 100
#= vue, one text: Pay 149.50
#= vue, two texts: to pay 100
#= uhtml: Pay 149.50
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent lit-html@3.3.3 preact@11.2.0 \
  react@19.3.1 react-dom@19.3.1 vue@3.5.45 uhtml@5.0.9 jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
globalThis.window = window;
globalThis.navigator ??= window.navigator;
const needed = ['document', 'Document', 'Node', 'Element', 'SVGElement', 'Text', 'Comment', 'Event'];
const more = ['DocumentFragment', 'ShadowRoot', 'HTMLElement', 'HTMLIFrameElement', 'NodeFilter'];
for (const name of [...needed, ...more]) globalThis[name] ??= window[name];

const lit = await import('lit-html');
const preact = await import('preact');
const { createElement } = await import('react');
const { createRoot } = await import('react-dom/client');
const vue = await import('vue');
const uhtml = await import('uhtml');

// Each gives a function that shows an amount in `root`.
const react = (words) => (root) => {
  const made = createRoot(root);
  return (amount) => made.render(createElement('button', null, ...words(amount)));
};
const reactive = (words) => (root) => {
  const amount = vue.ref('');
  vue.createApp(() => vue.h('button', words(amount.value))).mount(root);
  return (next) => void (amount.value = next);
};
const ways = {
  'lit-html': (root) => (amount) => lit.render(lit.html`<button>Pay ${amount}</button>`, root),
  'preact, one text': (root) => (amount) =>
    preact.render(preact.h('button', null, `Pay ${amount}`), root),
  'react, one text': react((amount) => [`Pay ${amount}`]),
  'react, two texts': react((amount) => ['Pay ', amount]),
  'vue, one text': reactive((amount) => `Pay ${amount}`),
  'vue, two texts': reactive((amount) => ['Pay ', amount]),
  uhtml: (root) => (amount) => uhtml.render(root, uhtml.html`<button>Pay ${amount}</button>`),
};

function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const font = document.createElement('font');
    font.textContent = text.data.replace('Pay', 'to pay');
    text.replaceWith(font);
  }
}

const rendered = () => new Promise((resolve) => setTimeout(resolve, 100));
for (const [name, way] of Object.entries(ways)) {
  const root = document.body.appendChild(document.createElement('div'));
  const show = way(root);
  show('100');
  await rendered();
  translate(root);
  show('149.50');
  await rendered();
  console.log(`${name}: ${root.textContent.trim()}`);
}
process.exit(0);
JS
echo 'After a translator has replaced the texts, an amount of 149.50 is rendered where 100 stood.'
NODE_ENV=production node --conditions=browser try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
