#!/usr/bin/env bash
# In Norwegian, Danish and Finnish a day is written as an ordinal: "15. desember". In Markdown a number and a point at
# the start of a line is an item of a list, and of a list only the first number counts. Two due dates of one article, a
# line or a paragraph each, are counted on: 20 January becomes the 16th. prettier writes that into the source on save.
# sanitize-html, as it comes, drops the number at which a list starts, so that the first date becomes the 1st.
#
# CommonMark's specification has it so. sanitize-html's documentation lists the attributes that it keeps, and `start` is
# not among them. "15\. desember" stays a date.
#
# Packages: marked@18.2.1, markdown-it@15.0.3, micromark@4.0.3, prettier@3.10.1, sanitize-html@2.18.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= marked: <ol start="15"> desember: 149,00 kr | januar: 159,00 kr
#= markdown-it: <ol start="15"> desember: 149,00 kr | januar: 159,00 kr
#= micromark: <ol start="15"> desember: 149,00 kr | januar: 159,00 kr
#= marked, cleaned by sanitize-html: <ol> desember: 149,00 kr | januar: 159,00 kr
#= prettier: "15. desember: 149,00 kr\n\n16. januar: 159,00 kr\n"
#= prettier, escaped: "15\\. desember: 149,00 kr\n\n20\\. januar: 159,00 kr\n"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  marked@18.2.1 markdown-it@15.0.3 micromark@4.0.3 prettier@3.10.1 sanitize-html@2.18.1
cat >try.mjs <<'JS'
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import * as prettier from 'prettier';
import sanitize from 'sanitize-html';

const due = '15. desember: 149,00 kr\n\n20. januar: 159,00 kr\n';
for (const [name, html] of Object.entries({
  marked: marked(due),
  'markdown-it': markdownIt().render(due),
  micromark: micromark(due),
  'marked, cleaned by sanitize-html': sanitize(marked(due)),
})) {
  const [list] = html.match(/<ol[^>]*>/);
  const items = [...html.matchAll(/<p>(.*?)<\/p>/g)].map(([, text]) => text);
  console.log(`${name}: ${list} ${items.join(' | ')}`);
}
const format = async (text) => JSON.stringify(await prettier.format(text, { parser: 'markdown' }));
console.log(`prettier: ${await format(due)}`);
console.log(`prettier, escaped: ${await format(due.replaceAll('. ', '\\. '))}`);
JS
cat <<'TEXT'
prettier 3.10.1 and three Markdown engines: of two Norwegian dates at the start of a line the second is
counted on from the first. sanitize-html 2.18.1: the first becomes the 1st.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
