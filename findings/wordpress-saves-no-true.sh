#!/usr/bin/env bash
# A WordPress block saves its element as HTML that @wordpress/element writes with a serializer of its own. Of a custom
# element it leaves out what is true, unless the name is one that HTML has as a boolean attribute: the editor, which is
# React, shows <pay-invoice remember>, the saved article has no `remember`, and the switch works in the editor only. A
# text is kept, the empty one too.
#
# Its documentation speaks of a React element as a string, and of no exception. React 18 writes "true", React 19 an
# empty value; the package takes either.
#
# Packages: @wordpress/element@8.8.0, react@18.3.1 and react@19.3.1 with their react-dom.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= React 18.3.1: <pay-invoice remember="true" unpaid="" required="true" amount="14900"></pay-invoice>
#= React 19.3.1: <pay-invoice remember="" unpaid="" required="" amount="14900"></pay-invoice>
#= @wordpress/element: <pay-invoice unpaid="" required amount="14900"></pay-invoice>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @wordpress/element@8.8.0 react@18.3.1 react-dom@18.3.1
mkdir next
npm install --prefix next --ignore-scripts --no-audit --no-fund --silent react@19.3.1 react-dom@19.3.1
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const next = createRequire(`${process.cwd()}/next/try.cjs`);
const props = { remember: true, unpaid: '', required: true, amount: 14900 };
for (const load of [require, next]) {
  const { createElement, version } = load('react');
  const { renderToStaticMarkup } = load('react-dom/server');
  console.log(`React ${version}: ${renderToStaticMarkup(createElement('pay-invoice', props))}`);
}
const { createElement, renderToString } = require('@wordpress/element');
console.log(`@wordpress/element: ${renderToString(createElement('pay-invoice', props))}`);
JS
echo '@wordpress/element 8.8.0 saves no attribute of a custom element that is true.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
