#!/usr/bin/env bash
# An own node of Tiptap that declares its attributes as the guide has it reads them through a guess:
# what looks like a number or a truth value becomes one. Invoice numbers lose their zeros,
# references their last digits, "+47" its plus, each time an article is opened and saved, in the
# browser and on the server. With parseHTML for each attribute they stay.
#
# Packages: @tiptap/core@3.35.0, @tiptap/html@3.35.0, @tiptap/pm@3.35.0,
# @tiptap/starter-kit@3.35.0, happy-dom@21.0.4.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= default: null: <pay-invoice invoice-number="7435367" kid="12345678901234567000" prefix="47"></pay-invoice>
#= with parseHTML: <pay-invoice invoice-number="007435367" kid="12345678901234567890" prefix="+47"></pay-invoice>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @tiptap/core@3.35.0 @tiptap/html@3.35.0 @tiptap/pm@3.35.0 @tiptap/starter-kit@3.35.0 \
  happy-dom@21.0.4
cat >try.mjs <<'JS'
import { Node } from '@tiptap/core';
import { generateHTML, generateJSON } from '@tiptap/html';
import StarterKit from '@tiptap/starter-kit';

const names = ['invoice-number', 'kid', 'prefix'];
const payNode = (attributeOf) =>
  Node.create({
    name: 'pay',
    group: 'block',
    atom: true,
    addAttributes: () => Object.fromEntries(names.map((name) => [name, attributeOf(name)])),
    parseHTML: () => [{ tag: 'pay-invoice' }],
    renderHTML: ({ HTMLAttributes }) => ['pay-invoice', HTMLAttributes],
  });
const html =
  '<pay-invoice invoice-number="007435367" kid="12345678901234567890" prefix="+47"></pay-invoice>';
const recipes = {
  'default: null': () => ({ default: null }),
  'with parseHTML': (name) => ({ default: null, parseHTML: (tag) => tag.getAttribute(name) }),
};
for (const [name, attributeOf] of Object.entries(recipes)) {
  const extensions = [StarterKit, payNode(attributeOf)];
  console.log(`${name}: ${generateHTML(generateJSON(html, extensions), extensions)}`);
}
JS
echo '@tiptap/core 3.35.0: text in attributes of an own node becomes a number.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
