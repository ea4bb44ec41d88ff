#!/usr/bin/env bash
# HTML lets the end tag of a paragraph be left out where its parent ends, except (among others)
# where the parent is a custom element: there the paragraph stays open. @minify-html/node leaves it
# out all the same by default, the browser then does not close the element either, and the rest of
# the page becomes a part of it, and is shown or hidden with its slot.
#
# Packages: @minify-html/node@0.18.1, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= as written: the heading is in <body>
#= {}: <pay-invoice><p>Pay here</pay-invoice><h2>News</h2><p>Text
#=   the heading is in <pay-invoice>
#= {"keep_closing_tags":true}: <pay-invoice><p>Pay here</p></pay-invoice><h2>News</h2><p>Text</p>
#=   the heading is in <body>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @minify-html/node@0.18.1 jsdom@26.1.0
cat >try.mjs <<'JS'
import minifier from '@minify-html/node';
import { JSDOM } from 'jsdom';

const page = '<pay-invoice><p>Pay here</p></pay-invoice><h2>News</h2><p>Text</p>';
const parentOfHeading = (html) => {
  const { document } = new JSDOM(html).window;
  return document.querySelector('h2').closest('pay-invoice, body').localName;
};
console.log(`as written: the heading is in <${parentOfHeading(page)}>`);
for (const options of [{}, { keep_closing_tags: true }]) {
  const html = minifier.minify(Buffer.from(page), options).toString();
  console.log(`${JSON.stringify(options)}: ${html}`);
  console.log(`  the heading is in <${parentOfHeading(html)}>`);
}
JS
echo '@minify-html/node 0.18.1: what follows a custom element moves into it.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
