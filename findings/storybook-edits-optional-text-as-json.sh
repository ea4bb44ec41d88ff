#!/usr/bin/env bash
# Storybook makes its controls for custom elements from the manifest. A field of the type `string` gets a text field; one of
# `string | undefined`, which is what TypeScript calls every property that may be left out, gets an editor for JSON, and so
# do the choices of a union, quoted or not. Custom states of the manifest are nowhere.
#
# Packages: @storybook/web-components@10.6.0, storybook@10.6.0, lit@3.3.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= string: text
#= boolean: boolean
#= number: number
#= string | undefined: object
#= 'weekly' | 'monthly': object
#= weekly|monthly: object
#= custom state: nothing
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @storybook/web-components@10.6.0 storybook@10.6.0 lit@3.3.3
cat >try.mjs <<'JS'
// It expects a page.
globalThis.window = globalThis;
const { setCustomElementsManifest } = await import('@storybook/web-components');
const { parameters } = await import('@storybook/web-components/entry-preview-argtypes');
const { inferControls } = await import('storybook/preview-api');

const types = ['string', 'boolean', 'number', 'string | undefined', "'weekly' | 'monthly'", 'weekly|monthly'];
const members = types.map((text, at) => ({ kind: 'field', name: `field${at}`, type: { text } }));
const tag = { kind: 'class', customElement: true, tagName: 'an-element', members, cssStates: [{ name: 'overdue' }] };
setCustomElementsManifest({ schemaVersion: '2.1.0', modules: [{ declarations: [tag] }] });
const argTypes = parameters.docs.extractArgTypes('an-element');
const controls = inferControls({ argTypes, parameters: { __isArgsStory: true, controls: {} } });
types.forEach((text, at) => console.log(`${text}: ${controls[`field${at}`].control.type}`));
console.log(`custom state: ${controls.overdue?.control?.type ?? 'nothing'}`);
JS
echo 'Storybook 10.6.0: what is offered for each type of a field.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
