#!/usr/bin/env bash
# A virtual screen reader lets a unit test listen to a page. Of an element with a shadow root it reads the light DOM
# alone: the heading and the pay button that the shadow draws are not heard, and what no slot takes up, which no reader of
# the page is ever told, is read. A test that the pay button is announced fails for an element that is right, and a
# test that nothing is announced passes for one that is wrong.
#
# Its documentation does not speak of shadow roots; a change that walks them was offered and closed
# (guidepup/virtual-screen-reader 183).
#
# Packages: @guidepup/virtual-screen-reader@0.33.0, jsdom@29.1.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= with a shadow root: Taken up by no slot | Footnote
#= without one: heading, Invoice 7435367, level 2 | button, Pay | Footnote
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @guidepup/virtual-screen-reader@0.33.0 jsdom@29.1.1
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://paper.example/' });
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, { window, Event: window.Event, MutationObserver: window.MutationObserver });
const { virtual } = await import('@guidepup/virtual-screen-reader');

const shadow = '<h2>Invoice 7435367</h2><button>Pay</button>';
window.customElements.define(
  'pay-invoice',
  class extends window.HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = `${shadow}<slot name="note"></slot>`;
    }
  },
);
async function heard(html) {
  window.document.body.innerHTML = html;
  await virtual.start({ container: window.document.body });
  while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
  const log = await virtual.spokenPhraseLog();
  await virtual.stop();
  return log.filter((phrase) => !phrase.includes('document')).join(' | ');
}
const note = '<span slot="note">Footnote</span>';
console.log(`with a shadow root: ${await heard(`<pay-invoice>Taken up by no slot ${note}</pay-invoice>`)}`);
console.log(`without one: ${await heard(`<div>${shadow}${note}</div>`)}`);
JS
echo '@guidepup/virtual-screen-reader 0.33.0 reads nothing of a shadow root.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
