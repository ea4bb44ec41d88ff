#!/usr/bin/env bash
# Prettier puts the ">" of a long start tag on a line of its own. In Markdown such a tag, unless it
# is one of the HTML blocks that CommonMark lists, is a paragraph, and a line that begins with ">" a
# quotation: the example of a custom element, formatted and pasted into an article, shows its source
# as text, in every CommonMark engine. Prettier's own formatting of the Markdown then writes the
# quotation down. With --bracket-same-line it works.
#
# Packages: prettier@3.10.1, markdown-it@15.0.3, marked@18.2.1, micromark@4.0.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= bracketSameLine false, markdown-it: text and a quotation
#= bracketSameLine false, marked: text and a quotation
#= bracketSameLine false, micromark: text and a quotation
#= bracketSameLine true, markdown-it: an element
#= bracketSameLine true, marked: an element
#= bracketSameLine true, micromark: an element
#= prettier on that Markdown: > </pay-invoice>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  prettier@3.10.1 markdown-it@15.0.3 marked@18.2.1 micromark@4.0.3
cat >try.mjs <<'JS'
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { format } from 'prettier';

const names = ['company-code', 'invoice-number', 'product-code', 'return-url'];
const attributes = names.map((name) => `${name}="0123456789"`).join(' ');
const tag = `<pay-invoice ${attributes}></pay-invoice>`;
const engines = {
  'markdown-it': (text) => markdownIt({ html: true }).render(text),
  marked: (text) => marked(text),
  micromark: (text) => micromark(text, { allowDangerousHtml: true }),
};
for (const bracketSameLine of [false, true]) {
  const html = (await format(tag, { parser: 'html', bracketSameLine })).trim();
  for (const [name, render] of Object.entries(engines)) {
    const out = render(html);
    const element = out.includes('<pay-invoice') ? 'an element' : 'text';
    const quotation = out.includes('<blockquote>') ? ' and a quotation' : '';
    console.log(`bracketSameLine ${bracketSameLine}, ${name}: ${element}${quotation}`);
  }
}
const broken = (await format(tag, { parser: 'html' })).trim();
const markdown = await format(broken, { parser: 'markdown' });
console.log(`prettier on that Markdown: ${markdown.trim().split('\n').at(-1)}`);
JS
cat <<'TEXT'
A custom element as prettier 3.10.1 writes it, through markdown-it 15.0.3, marked 18.2.1 and
micromark 4.0.3.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
