#!/usr/bin/env bash
# A child element that is put into freshly parsed markup, which then comes into the page, is connected before or after the
# element around it depending on whether the child's class has a disconnectedCallback, if only an empty one: with it the
# child has a queue of reactions of its own from the moment when it is moved, and its turn comes before the parent is made.
# A child that asks its parent for something when it is connected finds one that is none yet. Both a browser and jsdom do it.
#
# Packages: jsdom@29.1.1, playwright-core@1.65.1, @sparticuz/chromium@147.0.0 (Chromium 147).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= jsdom, without disconnectedCallback: parent made, parent connected, child connected
#= jsdom, with an empty disconnectedCallback: child connected, parent made, parent connected
#= Chromium, without disconnectedCallback: parent made, parent connected, child connected
#= Chromium, with an empty disconnectedCallback: child connected, parent made, parent connected
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent jsdom@29.1.1 playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat >scene.js <<'JS'
// In a page: what is told in which order.
globalThis.scene = (withCallback) => {
  const said = [];
  const names = withCallback ? ['a-parent', 'a-child'] : ['b-parent', 'b-child'];
  const [parentTag, childTag] = names;
  class Child extends HTMLElement {
    connectedCallback() {
      said.push('child connected');
    }
  }
  if (withCallback) Child.prototype.disconnectedCallback = function () {};
  customElements.define(childTag, Child);
  customElements.define(
    parentTag,
    class extends HTMLElement {
      constructor() {
        super();
        said.push('parent made');
      }
      connectedCallback() {
        said.push('parent connected');
      }
    },
  );
  const child = document.body.appendChild(document.createElement(childTag));
  const parsed = new DOMParser().parseFromString(`<${parentTag}></${parentTag}>`, 'text/html');
  const parent = parsed.body.firstChild;
  parent.append(child);
  said.length = 0;
  document.body.append(parent);
  return said.join(', ');
};
JS
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { JSDOM } from 'jsdom';
import { chromium } from 'playwright-core';

const code = readFileSync('scene.js', 'utf8');
const ways = [
  ['without disconnectedCallback', false],
  ['with an empty disconnectedCallback', true],
];
const { window } = new JSDOM('<body></body>', { runScripts: 'outside-only' });
window.eval(code);
for (const [what, has] of ways) console.log(`jsdom, ${what}: ${window.scene(has)}`);
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.evaluate(code);
for (const [what, has] of ways) console.log(`Chromium, ${what}: ${await page.evaluate((has) => scene(has), has)}`);
await browser.close();
JS
echo 'An empty callback of the child decides which of two custom elements is connected first.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
