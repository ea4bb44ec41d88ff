#!/usr/bin/env bash
# A line of a text that begins with the number of an invoice, "#7435367 is due", is a paragraph in
# CommonMark, which asks for a blank after the "#". In the Markdown card of Ghost's editor it is a
# heading of the first level, without the "#", and gets an id; two lines about the same invoice get
# the same id, and a link to it leads to the first.
#
# Packages: @tryghost/kg-default-nodes@2.1.5, @tryghost/kg-lexical-html-renderer@1.4.5,
# commonmark@0.31.2, marked@18.2.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= Ghost: <h1 id="7435367-is-due">7435367 is due</h1>
#= commonmark: <p>#7435367 is due</p>
#= marked: <p>#7435367 is due</p>
#= Ghost, twice: <h1 id="7435367">7435367</h1> <h2 id="7435367">7435367</h2>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @tryghost/kg-default-nodes@2.1.5 @tryghost/kg-lexical-html-renderer@1.4.5 \
  commonmark@0.31.2 marked@18.2.1
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';
import { HtmlRenderer, Parser } from 'commonmark';
import { marked } from 'marked';

const require = createRequire(import.meta.url);
const { DEFAULT_NODES: nodes } = require('@tryghost/kg-default-nodes');
const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer');

const ghost = (markdown) => {
  const card = { type: 'markdown', version: 1, markdown };
  const about = { type: 'root', direction: null, format: '', indent: 0, version: 1 };
  const root = { ...about, children: [card] };
  return new LexicalHTMLRenderer({ nodes }).render(JSON.stringify({ root }));
};
const engines = {
  Ghost: ghost,
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  marked: (text) => marked(text),
};
const line = (text) => text.trim().replaceAll('\n', ' ');
for (const [name, render] of Object.entries(engines)) {
  console.log(`${name}: ${line(await render('#7435367 is due'))}`);
}
console.log(`Ghost, twice: ${line(await ghost('# 7435367\n\n## 7435367'))}`);
JS
cat <<'TEXT'
In a Markdown card of @tryghost/kg-default-nodes 2.1.5 a line that begins with "#7435367" is a heading.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
