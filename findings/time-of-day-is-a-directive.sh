#!/usr/bin/env bash
# remark-directive reads a colon followed by digits as a directive too, so that a time of day in
# running text ("12:30", "10:00-14:00") loses its minutes and an empty div stands in their place. A
# newspaper that turns the plugin on to get its own elements into articles loses every time of day
# in all of them.
#
# Packages: remark-directive@4.0.0, remark-parse@11.0.0, remark-rehype@11.1.2,
# rehype-stringify@10.0.1, unified@11.0.5.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= without: <p>Pay before 12:30. Open 10:00-14:00.</p>
#= with: <p>Pay before 12<div></div>. Open 10:00-14<div></div>.</p>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  remark-directive@4.0.0 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1 \
  unified@11.0.5
cat >try.mjs <<'JS'
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const text = 'Pay before 12:30. Open 10:00-14:00.';
for (const plugins of [[], [remarkDirective]]) {
  const engine = unified().use(remarkParse).use(plugins).use(remarkRehype).use(rehypeStringify);
  console.log(`${plugins.length ? 'with' : 'without'}: ${await engine.process(text)}`);
}
JS
echo 'remark-directive 4.0.0: times of day in running text become empty divs.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
