#!/usr/bin/env bash
# Custom properties carry settings of elements, and hold any text. lightningcss reads the numbers in
# them as numbers, keeps six digits and drops leading zeros: an invoice number, a timeout in
# milliseconds or an id read back with getComputedStyle is another one, in the minified build only.
# Numbers with a unit and texts in quotes stay.
#
# Packages: lightningcss@1.33.0, cssnano@7.1.9, postcss@8.5.33.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 7435368: lightningcss 7435370, cssnano 7435368
#= 007435367: lightningcss 7435370, cssnano 007435367
#= 1234567: lightningcss 1234570, cssnano 1234567
#= 2147483647: lightningcss 2147480000, cssnano 2147483647
#= "7435368": lightningcss "7435368", cssnano "7435368"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  lightningcss@1.33.0 cssnano@7.1.9 postcss@8.5.33
cat >try.mjs <<'JS'
import cssnano from 'cssnano';
import { transform } from 'lightningcss';
import postcss from 'postcss';

const values = ['7435368', '007435367', '1234567', '2147483647', '"7435368"'];
for (const value of values) {
  const css = `pay-invoice{--setting:${value}}`;
  const one = transform({ filename: 'a.css', code: Buffer.from(css), minify: true });
  const other = await postcss([cssnano()]).process(css, { from: undefined });
  const read = (text) => /--setting:([^}]*)/.exec(text)[1];
  console.log(`${value}: lightningcss ${read(one.code.toString())}, cssnano ${read(other.css)}`);
}
JS
echo 'lightningcss 1.33.0: numbers in custom properties are rounded to six digits.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
