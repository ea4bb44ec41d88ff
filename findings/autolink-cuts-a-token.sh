#!/usr/bin/env bash
# A bare address in a text is a link in GitHub's Markdown, without "_" or "~" at its end, as its
# specification has it. Tokens of nanoid or in base64url end in "_" now and then, and one in 64 of
# the links in reminders and articles then lacks its last character: nobody finds it in a test.
# Engines with another rule (linkify-it, in markdown-it) keep it.
#
# Packages: marked@18.2.1, remark-gfm@4.0.1, remark-parse@11.0.0, remark-rehype@11.1.2,
# rehype-stringify@10.0.1, unified@11.0.5, markdown-it@15.0.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= V1StGXR8-Z5jdHi6B-myT, marked: whole
#= V1StGXR8-Z5jdHi6B-myT, remark-gfm: whole
#= V1StGXR8-Z5jdHi6B-myT, markdown-it: whole
#= V1StGXR8-Z5jdHi6B-my_, marked: cut to ?token=V1StGXR8-Z5jdHi6B-my
#= V1StGXR8-Z5jdHi6B-my_, remark-gfm: cut to ?token=V1StGXR8-Z5jdHi6B-my
#= V1StGXR8-Z5jdHi6B-my_, markdown-it: whole
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  marked@18.2.1 remark-gfm@4.0.1 remark-parse@11.0.0 remark-rehype@11.1.2 \
  rehype-stringify@10.0.1 unified@11.0.5 markdown-it@15.0.3
cat >try.mjs <<'JS'
import markdownIt from 'markdown-it';
import { marked } from 'marked';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
const engines = {
  marked: (text) => marked(text),
  'remark-gfm': (text) => String(remark.processSync(text)),
  'markdown-it': (text) => markdownIt({ linkify: true }).render(text),
};
for (const token of ['V1StGXR8-Z5jdHi6B-myT', 'V1StGXR8-Z5jdHi6B-my_'])
  for (const [name, render] of Object.entries(engines)) {
    const address = `https://paper.example/pay?token=${token}`;
    const [, href] = /href="([^"]*)"/.exec(render(`Pay at ${address} before noon.`));
    console.log(
      `${token}, ${name}: ${href === address ? 'whole' : `cut to ${new URL(href).search}`}`,
    );
  }
JS
cat <<'TEXT'
marked 18.2.1 and remark-gfm 4.0.1 cut the last character of a token off; markdown-it 15.0.3 keeps
it.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
