#!/usr/bin/env bash
# The analyzer of custom elements manifests does not follow a call: an event that is sent by a
# helper is listed under the name of the helper's parameter, and so is an element that is defined by
# one. Editors, Storybook and generated types then offer an event "name" and an element "tag" that
# do not exist, and the real ones are missing, without a warning. Helpers of that kind are usual.
#
# Packages: @custom-elements-manifest/analyzer@0.11.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= events: name
#= tag of the class: undefined
#= defined: element "tag" of class "constructor"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @custom-elements-manifest/analyzer@0.11.0
cat >try.mjs <<'JS'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

mkdirSync('src');
writeFileSync(
  'src/pay-invoice.js',
  `export class PayInvoice extends HTMLElement {
  connectedCallback() { this.#tell('pay-outcome', { paid: true }); }
  #tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }
}
function define(tag, constructor) {
  if (!customElements.get(tag)) customElements.define(tag, constructor);
}
define('pay-invoice', PayInvoice);`,
);
await cli({ argv: ['analyze', '--globs', 'src/*.js', '--quiet'] });
const [module] = JSON.parse(readFileSync('custom-elements.json', 'utf8')).modules;
const declared = module.declarations.find(({ name }) => name === 'PayInvoice');
const defined = module.exports.filter(({ kind }) => kind === 'custom-element-definition');
console.log(`events: ${declared.events?.map(({ name }) => name).join(', ')}`);
console.log(`tag of the class: ${declared.tagName}`);
for (const { name, declaration } of defined)
  console.log(`defined: element "${name}" of class "${declaration.name}"`);
JS
cat <<'TEXT'
@custom-elements-manifest/analyzer 0.11.0: an event and an element that are named after
parameters.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
