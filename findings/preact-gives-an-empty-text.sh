#!/usr/bin/env bash
# When a value that a custom element had as a property goes back to undefined, Preact sets the
# property to an empty text, not to undefined or null: an element that falls back to a default when
# a setting is not given has been given one, and a property that expects a function gets a text.
#
# Packages: preact@11.2.0, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= methods = "card"
#= tokenProvider = the function
#= tokenProvider = ""
#= methods = ""
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent preact@11.2.0 jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html>');
globalThis.document = window.document;
const { h, render } = await import('preact');

class PayInvoice extends window.HTMLElement {
  set methods(value) {
    console.log(`methods = ${JSON.stringify(value)}`);
  }
  set tokenProvider(value) {
    console.log(
      `tokenProvider = ${typeof value === 'function' ? 'the function' : JSON.stringify(value)}`,
    );
  }
}
window.customElements.define('pay-invoice', PayInvoice);
const root = window.document.createElement('div');
render(h('pay-invoice', { methods: 'card', tokenProvider: () => 'token' }), root);
render(h('pay-invoice', { methods: undefined }), root);
JS
echo 'preact 11.2.0: a property that is no longer given becomes an empty text.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
