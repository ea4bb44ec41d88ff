#!/usr/bin/env bash
# A post that is sent to Ghost's Admin API as HTML (`?source=html`) is read by kg-html-to-lexical. A
# table becomes a card and stays; of a definition list, the usual markup of what an invoice says, only
# the text is left, and nothing parts a term from what it means: "KID" and its number become one word.
# A summary and its details too.
#
# Packages: @tryghost/kg-html-to-lexical@1.3.5, @tryghost/kg-lexical-html-renderer@1.4.5,
# @tryghost/kg-default-nodes@2.1.5.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= dl: <p>Invoice7435367KID0074353670</p>
#= details: <p>How to payBy card or Vipps.</p>
#= table: kept
#= two paragraphs: <p>Invoice</p><p>7435367</p>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @tryghost/kg-html-to-lexical@1.3.5 @tryghost/kg-lexical-html-renderer@1.4.5 \
  @tryghost/kg-default-nodes@2.1.5
cat >try.cjs <<'JS'
const { DEFAULT_NODES: nodes } = require('@tryghost/kg-default-nodes');
const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');
const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer');

const table = '<table><tbody><tr><th>Invoice</th><td>7435367</td></tr></tbody></table>';
const posts = {
  dl: '<dl><dt>Invoice</dt><dd>7435367</dd><dt>KID</dt><dd>0074353670</dd></dl>',
  details: '<details><summary>How to pay</summary>By card or Vipps.</details>',
  table,
  'two paragraphs': '<p>Invoice</p><p>7435367</p>',
};
(async () => {
  for (const [name, html] of Object.entries(posts)) {
    const renderer = new LexicalHTMLRenderer({ nodes });
    const said = (await renderer.render(JSON.stringify(htmlToLexical(html)))).trim();
    console.log(`${name}: ${said.includes(table) ? 'kept' : said}`);
  }
})();
JS
cat <<'TEXT'
@tryghost/kg-html-to-lexical 1.3.5 joins the terms of a definition list with what they mean.
TEXT
node try.cjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
