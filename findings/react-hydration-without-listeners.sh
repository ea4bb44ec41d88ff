#!/usr/bin/env bash
# React 19 listens to events of custom elements ("onpay-outcome"), but not on elements that were
# rendered on the server: hydration attaches no such listener and says nothing. A handler that is
# the same function at each render is never attached at all; one that is made anew starts to listen
# with the next render, whenever that is. A button on the same page works. Made in the browser, the
# element works too.
#
# Packages: react@19.3.1, react-dom@19.3.1, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= the same function: after hydration false, after another render false
#= a new function: after hydration false, after another render true
#= made in the browser: true
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  react@19.3.1 react-dom@19.3.1 jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>');
for (const name of ['document', 'HTMLElement', 'Node']) globalThis[name] = window[name];
Object.assign(globalThis, { window, IS_REACT_ACT_ENVIRONMENT: true });
Object.defineProperty(globalThis, 'navigator', { value: window.navigator });
const { act, createElement } = await import('react');
const { createRoot, hydrateRoot } = await import('react-dom/client');
const { renderToString } = await import('react-dom/server');

let heard = 0;
const same = () => heard++;
const Stable = () => createElement('pay-invoice', { 'onpay-outcome': same });
const Fresh = () => createElement('pay-invoice', { 'onpay-outcome': () => heard++ });
const hears = (root) => {
  heard = 0;
  root.firstChild.dispatchEvent(new window.Event('pay-outcome', { bubbles: true }));
  return heard === 1;
};
const place = (html) => {
  const root = window.document.body.appendChild(window.document.createElement('div'));
  root.innerHTML = html;
  return root;
};
for (const [name, App] of Object.entries({
  'the same function': Stable,
  'a new function': Fresh,
})) {
  const app = () => createElement(App);
  const element = place(renderToString(app()));
  const root = await act(() => hydrateRoot(element, app()));
  const hydrated = hears(element);
  await act(() => root.render(app()));
  console.log(`${name}: after hydration ${hydrated}, after another render ${hears(element)}`);
}
const made = place('');
await act(() => createRoot(made).render(createElement(Stable)));
console.log(`made in the browser: ${hears(made)}`);
JS
echo 'react 19.3.1: no listeners on custom elements after hydration.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
