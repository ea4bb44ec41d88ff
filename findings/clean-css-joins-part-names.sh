#!/usr/bin/env bash
# A selector for two parts of a custom element, "::part(row overdue)", has a blank between the
# names. clean-css takes the blank out, and the rule is for a part "rowoverdue" that nobody has: the
# theme lacks it in production only. html-minifier-terser uses clean-css for what stands in a page.
# Three other minifiers keep the blank.
#
# Packages: clean-css@5.3.3, csso@5.0.5, lightningcss@1.33.0, cssnano@7.1.9, postcss@8.5.33.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= clean-css: pay-invoice::part(rowoverdue){color:red}
#= csso: pay-invoice::part(row overdue){color:red}
#= lightningcss: pay-invoice::part(row overdue){color:red}
#= cssnano: pay-invoice::part(row overdue){color:red}
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

const css = 'pay-invoice::part(row overdue) { color: red }';
const minifiers = {
  'clean-css': () => new CleanCSS().minify(css).styles,
  csso: () => minify(css).css,
  lightningcss: () =>
    transform({ filename: 'a.css', code: Buffer.from(css), minify: true }).code.toString(),
  cssnano: async () => (await postcss([cssnano()]).process(css, { from: undefined })).css,
};
for (const [name, run] of Object.entries(minifiers)) console.log(`${name}: ${await run()}`);
JS
echo 'clean-css 5.3.3 joins the names in ::part().'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
