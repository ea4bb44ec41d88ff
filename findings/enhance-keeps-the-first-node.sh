#!/usr/bin/env bash
# With bodyContent, @enhance/ssr gives what it rendered without html, head and body, for use as a
# part of a page. It gives the first node of the body only: an article of several paragraphs is cut
# after the first one, without a warning.
#
# Packages: @enhance/ssr@4.0.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= one node: <main><p>One</p><p>Two</p></main>
#= two nodes: <p>One</p>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @enhance/ssr@4.0.3
cat >try.mjs <<'JS'
import enhance from '@enhance/ssr';

const render = enhance({ bodyContent: true });
const part = (text) => render`${text}`;
console.log(`one node: ${part('<main><p>One</p><p>Two</p></main>')}`);
console.log(`two nodes: ${part('<p>One</p><p>Two</p>')}`);
JS
echo '@enhance/ssr 4.0.3: bodyContent gives the first node only.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
