#!/usr/bin/env bash
# A theme says in its first line in which order its layers count: "@layer base, theme;". clean-css
# drops the statement, and the rule behind it as well, with a warning that names neither: the order
# of layers is then another, and the first rule is missing. A single name is kept. Three other
# minifiers keep all.
#
# Packages: clean-css@5.3.3, csso@5.0.5, lightningcss@1.33.0, cssnano@7.1.9, postcss@8.5.33.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= clean-css: pay-invoice p{color:red}
#= csso: @layer base,theme;pay-invoice{--gap:1px}pay-invoice p{color:red}
#= lightningcss: @layer base,theme;pay-invoice{--gap:1px}pay-invoice p{color:red}
#= cssnano: @layer base, theme;pay-invoice{--gap:1px}pay-invoice p{color:red}
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  clean-css@5.3.3 csso@5.0.5 lightningcss@1.33.0 cssnano@7.1.9 postcss@8.5.33
cat >try.mjs <<'JS'
import CleanCSS from 'clean-css';
import { minify } from 'csso';
import cssnano from 'cssnano';
import { transform } from 'lightningcss';
import postcss from 'postcss';

const css = '@layer base, theme;pay-invoice{--gap:1px}pay-invoice p{color:red}';
const minifiers = {
  'clean-css': () => new CleanCSS().minify(css).styles,
  csso: () => minify(css).css,
  lightningcss: () =>
    transform({ filename: 'a.css', code: Buffer.from(css), minify: true }).code.toString(),
  cssnano: async () => (await postcss([cssnano()]).process(css, { from: undefined })).css,
};
for (const [name, run] of Object.entries(minifiers)) console.log(`${name}: ${await run()}`);
JS
echo 'clean-css 5.3.3 drops an order of layers and the rule behind it.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
