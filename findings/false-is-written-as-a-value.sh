#!/usr/bin/env bash
# A switch of a custom element is an attribute that is there or not: <pay-invoice remember> keeps the choice, without
# it nothing is kept. Rendered on the server with a value that is false, Vue and Svelte write remember="false", which
# for the element is there: what the site has switched off is on until the page is hydrated, and for good where it is
# not. For a name that HTML has as a boolean attribute they write nothing. React and Preact leave both out.
#
# Vue's guide to migration says that false is written for what is no boolean attribute, and Svelte's documentation that
# what is null or undefined is left out: so a site has to give undefined for "no".
#
# Packages: vue@3.5.45, svelte@5.57.3, react@19.3.1, react-dom@19.3.1, preact@11.2.0, preact-render-to-string@6.8.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= vue, false: <pay-invoice remember="false">
#= vue, undefined: <pay-invoice>
#= svelte, false: <pay-invoice remember="false">
#= svelte, undefined: <pay-invoice>
#= react, false: <pay-invoice>
#= react, undefined: <pay-invoice>
#= preact, false: <pay-invoice>
#= preact, undefined: <pay-invoice>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  vue@3.5.45 svelte@5.57.3 react@19.3.1 react-dom@19.3.1 preact@11.2.0 preact-render-to-string@6.8.2
cat >try.mjs <<'JS'
import { writeFileSync } from 'node:fs';
import { h as preactNode } from 'preact';
import { render as preactRender } from 'preact-render-to-string';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { compile } from 'svelte/compiler';
import { render as svelteRender } from 'svelte/server';
import { createSSRApp, h as vueNode } from 'vue';
import { renderToString } from 'vue/server-renderer';

const source = `<script>let { remember } = $props();</script>
<pay-invoice {remember} disabled={false}></pay-invoice>`;
writeFileSync('page.mjs', compile(source, { generate: 'server' }).js.code);
const { default: Page } = await import('./page.mjs');
const renderers = {
  vue: (props) => renderToString(createSSRApp({ render: () => vueNode('pay-invoice', props) })),
  svelte: async ({ remember }) => (await svelteRender(Page, { props: { remember } })).body,
  react: (props) => renderToStaticMarkup(createElement('pay-invoice', props)),
  preact: (props) => preactRender(preactNode('pay-invoice', props)),
};
for (const [name, render] of Object.entries(renderers))
  for (const remember of [false, undefined]) {
    const [tag] = (await render({ remember, disabled: false })).match(/<pay-invoice[^>]*>/);
    console.log(`${name}, ${remember}: ${tag}`);
  }
JS
echo 'vue 3.5.45 and svelte 5.57.3 write an attribute of a custom element that is false, on the server.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
