#!/usr/bin/env bash
# WordPress puts paragraphs into the content of classic posts (autop). It finds the blocks of HTML
# by how a tag begins: pay-invoice counts as a block, since its name begins with "p", and form-card
# with "form"; invoice-list is text. Around the latter's tags it puts paragraphs, the browser closes
# the element with the first of them, and the heading that was in it stands behind it. Renaming an
# element changes the page.
#
# Packages: @wordpress/autop@4.56.0, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= inside: <div id="own"><h2>Pay here</h2></div>
#= inside: <pay-invoice id="own"><h2>Pay here</h2></pay-invoice>
#= inside: <form-card id="own"><h2>Pay here</h2></form-card>
#= outside: <p><invoice-list id="own"></p><h2>Pay here</h2><p></invoice-list></p>
#= outside: <p><due-list id="own"></p><h2>Pay here</h2><p></due-list></p>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @wordpress/autop@4.56.0 jsdom@26.1.0
cat >try.mjs <<'JS'
import { autop } from '@wordpress/autop';
import { JSDOM } from 'jsdom';

for (const tag of ['div', 'pay-invoice', 'form-card', 'invoice-list', 'due-list']) {
  const out = autop(`<${tag} id="own"><h2>Pay here</h2></${tag}>`);
  const { document } = new JSDOM(out).window;
  const inside = document.querySelector('#own').contains(document.querySelector('h2'));
  console.log(`${inside ? 'inside' : 'outside'}: ${out.trim().replaceAll('\n', '')}`);
}
JS
cat <<'TEXT'
@wordpress/autop 4.56.0: whether a heading stays in a custom element depends on its first letters.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
