#!/usr/bin/env bash
# A function that is given to a custom element is a property in the browser. On the server Svelte 5
# writes it into the page as an attribute, with its source: whoever gives an element a function that
# fetches a token finds the function's text in the HTML. React and Vue leave it out on the server;
# Hono's JSX throws.
#
# Packages: svelte@5.57.3, react@19.3.1, react-dom@19.3.1, vue@3.5.45, hono@4.13.19.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= Svelte: <pay-invoice tokenprovider="() => 'token of ' + user"></pay-invoice>
#= React: <pay-invoice></pay-invoice>
#= Vue: <pay-invoice></pay-invoice>
#= Hono: Invalid prop 'tokenProvider' of type 'function' supplied to 'pay-invoice'.
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  svelte@5.57.3 react@19.3.1 react-dom@19.3.1 vue@3.5.45 hono@4.13.19
cat >try.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { jsx } from 'hono/jsx';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { render } from 'svelte/server';
import { compile } from 'svelte/compiler';
import { createSSRApp, h } from 'vue';
import { renderToString as renderVue } from 'vue/server-renderer';

const source = `<script>const tokenProvider = () => 'token of ' + user; const user = 1;</script>
<pay-invoice {tokenProvider}></pay-invoice>`;
writeFileSync('component.mjs', compile(source, { generate: 'server' }).js.code);
const { default: Component } = await import('./component.mjs');
const props = { tokenProvider: () => 'token' };
console.log(
  `Svelte: ${render(Component)
    .body.replace(/<!--.*?-->/g, '')
    .trim()}`,
);
console.log(`React: ${renderToString(createElement('pay-invoice', props))}`);
console.log(`Vue: ${await renderVue(createSSRApp(() => h('pay-invoice', props)))}`);
try {
  console.log(`Hono: ${await jsx('pay-invoice', props).toString()}`);
} catch (error) {
  console.log(`Hono: ${error.message}`);
}
JS
echo 'svelte 5.57.3: the source of a function stands in the HTML.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
