#!/usr/bin/env bash
# TinyMCE has two settings for own elements, and neither is enough, in different ways:
# custom_elements keeps the tag and drops its attributes; extended_valid_elements keeps an empty tag
# with its attributes and drops it as soon as a heading stands in it. valid_elements "*[*]", which
# allows everything, behaves as the second; custom_elements added to it takes the attributes away
# again. Only both together keep the article as it was.
#
# Runs the parser and the serializer of TinyMCE in jsdom; there is no editor on a page.
#
# Packages: tinymce@8.9.2, jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= {"custom_elements":"pay-invoice"}
#=   became <pay-invoice>&nbsp;</pay-invoice>
#=   became <pay-invoice><h2>Pay</h2></pay-invoice>
#= {"extended_valid_elements":"pay-invoice[*]"}
#=   kept <pay-invoice product-code="A"></pay-invoice>
#=   became <h2>Pay</h2>
#= {"valid_elements":"*[*]"}
#=   kept <pay-invoice product-code="A"></pay-invoice>
#=   became <h2>Pay</h2>
#= {"valid_elements":"*[*]","custom_elements":"pay-invoice"}
#=   became <pay-invoice></pay-invoice>
#=   became <pay-invoice><h2>Pay</h2></pay-invoice>
#= {"custom_elements":"pay-invoice","extended_valid_elements":"pay-invoice[*]"}
#=   kept <pay-invoice product-code="A"></pay-invoice>
#=   kept <pay-invoice product-code="A"><h2>Pay</h2></pay-invoice>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent tinymce@8.9.2 jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
window.matchMedia = () => ({ matches: false });
const CSS = { supports: () => true, escape: (text) => text };
for (const name of ['document', 'Element', 'HTMLElement', 'Node', 'DOMParser'])
  globalThis[name] = window[name];
Object.assign(globalThis, { window, CSS });
Object.defineProperty(globalThis, 'navigator', { value: window.navigator });
const { default: tinymce } = await import('tinymce');

const through = (settings, html) => {
  const schema = tinymce.html.Schema({ ...settings });
  const tree = tinymce.html.DomParser({ ...settings }, schema).parse(html);
  return tinymce.html
    .Serializer({ ...settings }, schema)
    .serialize(tree)
    .replaceAll('\u00a0', '&nbsp;');
};
const name = 'pay-invoice';
const extended = { extended_valid_elements: `${name}[*]` };
const custom = { custom_elements: name };
const all = { valid_elements: '*[*]' };
for (const settings of [custom, extended, all, { ...all, ...custom }, { ...custom, ...extended }]) {
  console.log(JSON.stringify(settings));
  for (const inside of ['', '<h2>Pay</h2>']) {
    const html = `<${name} product-code="A">${inside}</${name}>`;
    const out = through(settings, html);
    console.log(`  ${out === html ? 'kept' : 'became'} ${out}`);
  }
}
JS
echo 'tinymce 8.9.2: which settings keep an own element, empty and with a heading in it.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
