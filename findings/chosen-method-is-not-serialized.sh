#!/usr/bin/env bash
# A custom element can be a control of a form: the browser sends its value, and `new FormData(form)` has it. Libraries
# that read a form by the names of its controls know input, select and textarea only: the invoice number is sent and
# the payment method that the reader chose is not, without an error. The element is in `form.elements`, with a name.
# get-form-data and form-to-object take it from there.
#
# jQuery's documentation of `serialize` says that the successful controls of a form are serialized.
#
# Packages: jquery@4.0.0, form-serialize@0.7.2, dom-form-serializer@2.0.2, get-form-data@3.0.0, form-to-object@6.0.0,
# esbuild-wasm@0.28.2, playwright-core@1.65.1, @sparticuz/chromium@147.0.0 (Chromium 147).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= FormData: invoice=7435367&method=swish
#= jquery: invoice=7435367
#= form-serialize: invoice=7435367
#= dom-form-serializer: invoice=7435367
#= get-form-data: invoice=7435367&method=swish
#= form-to-object: invoice=7435367&method=swish
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  jquery@4.0.0 form-serialize@0.7.2 dom-form-serializer@2.0.2 get-form-data@3.0.0 form-to-object@6.0.0 \
  esbuild-wasm@0.28.2 playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat >page.mjs <<'JS'
import { serialize } from 'dom-form-serializer';
import formSerialize from 'form-serialize';
import formToObject from 'form-to-object';
import getFormData from 'get-form-data';
import $ from 'jquery';

customElements.define(
  'pay-invoice',
  class extends HTMLElement {
    static formAssociated = true;
    #internals = this.attachInternals();
    type = 'pay-invoice';
    value = 'swish';
    get name() {
      return this.getAttribute('name');
    }
    connectedCallback() {
      this.#internals.setFormValue(this.value);
    }
  },
);
document.body.innerHTML =
  '<form><input name="invoice" value="7435367"><pay-invoice name="method"></pay-invoice></form>';
const form = document.querySelector('form');
globalThis.seen = Object.entries({
  FormData: new FormData(form),
  jquery: $(form).serialize(),
  'form-serialize': formSerialize(form),
  'dom-form-serializer': serialize(form),
  'get-form-data': getFormData(form),
  'form-to-object': formToObject(form),
}).map(([name, data]) => `${name}: ${new URLSearchParams(data)}`);
JS
cat >try.mjs <<'JS'
import sparticuz from '@sparticuz/chromium';
import { build } from 'esbuild-wasm';
import { chromium } from 'playwright-core';

await build({ entryPoints: ['page.mjs'], bundle: true, outfile: 'page.js' });
const browser = await chromium.launch({
  executablePath: await sparticuz.executablePath(),
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.addScriptTag({ path: 'page.js' });
for (const line of await page.evaluate(() => globalThis.seen)) console.log(line);
await browser.close();
JS
echo 'jquery 4.0.0, form-serialize 0.7.2 and dom-form-serializer 2.0.2 leave a custom element out of its form.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
