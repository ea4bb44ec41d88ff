#!/usr/bin/env bash
# markdown-to-jsx doubles the "&amp;" of an address in an HTML tag, when the author wrote it as HTML
# wants it: the browser then asks for a parameter "amp;amount". The lazy way of writing, with a bare
# "&", works, and so does a Markdown link.
#
# Packages: markdown-to-jsx@9.10.6, react@19.3.1, react-dom@19.3.1, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= <a href="https://paper.example/pay?invoice=1&amp;amount=2">Pay</a> -> invoice, amp;amount
#= <a href="https://paper.example/pay?invoice=1&amount=2">Pay</a> -> invoice, amount
#= [Pay](https://paper.example/pay?invoice=1&amount=2) -> invoice, amount
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  markdown-to-jsx@9.10.6 react@19.3.1 react-dom@19.3.1 jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';
import { compiler } from 'markdown-to-jsx';
import { renderToStaticMarkup } from 'react-dom/server';

const texts = [
  '<a href="https://paper.example/pay?invoice=1&amp;amount=2">Pay</a>',
  '<a href="https://paper.example/pay?invoice=1&amount=2">Pay</a>',
  '[Pay](https://paper.example/pay?invoice=1&amount=2)',
];
for (const text of texts) {
  const page = JSDOM.fragment(renderToStaticMarkup(compiler(text)));
  const { searchParams } = new URL(page.querySelector('a').href);
  console.log(`${text} -> ${[...searchParams.keys()].join(', ')}`);
}
JS
echo 'markdown-to-jsx 9.10.6: the second parameter of a correctly written link is lost.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
