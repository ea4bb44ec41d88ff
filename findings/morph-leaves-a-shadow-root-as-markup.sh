#!/usr/bin/env bash
# A page that is swapped by morphing gets its new state as HTML from the server. Where that HTML holds a declarative shadow
# root, the morph parses it without one: the element keeps the shadow of before, and the new one lies beside its content as
# a template, which grows the light DOM and shows nothing. The page that is loaded anew has the new shadow.
#
# Packages: idiomorph@0.8.0, playwright-core@1.65.1, @sparticuz/chromium@147.0.0 (Chromium 147).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= loaded: shadow "paid", light ""
#= morphed: shadow "open", light "<template shadowrootmode="open">paid</template>"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent idiomorph@0.8.0 playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const tagOf = (text) => `<an-invoice><template shadowrootmode="open">${text}</template></an-invoice>`;
const pageOf = (text) => `<!doctype html><body>${tagOf(text)}</body>`;
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
const look = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('an-invoice');
    return `shadow "${element.shadowRoot?.textContent}", light "${element.innerHTML}"`;
  });
const loaded = await browser.newPage();
await loaded.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: pageOf('paid') }));
await loaded.goto('http://page.example/');
console.log(`loaded: ${await look(loaded)}`);
const page = await browser.newPage();
await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: pageOf('open') }));
await page.goto('http://page.example/');
await page.evaluate(readFileSync('node_modules/idiomorph/dist/idiomorph.js', 'utf8') + ';globalThis.Idiomorph = Idiomorph;');
await page.evaluate((html) => void Idiomorph.morph(document.querySelector('an-invoice'), html), tagOf('paid'));
console.log(`morphed: ${await look(page)}`);
await browser.close();
JS
echo 'idiomorph 0.8.0: a declarative shadow root of the new page becomes a template of the old element.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
