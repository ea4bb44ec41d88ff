#!/usr/bin/env bash
# The plain part of an invoice mail is made from its HTML. html-to-text, as it comes, writes the
# cells of a row one after the other with nothing between them: 2 copies at 149,00 are 2149,00.
# Custom elements that are blocks by their style are glued likewise. Only tables for which the
# format "dataTable" is asked have columns.
#
# Packages: html-to-text@10.0.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= as it comes: "CopiesPrice2149,00\n\nSum 298,0015.12.2026"
#= dataTable: "COPIES   PRICE\n2        149,00\n\nSum 298,0015.12.2026"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent html-to-text@10.0.1
cat >try.mjs <<'JS'
import { convert } from 'html-to-text';

const html =
  '<table><tr><th>Copies</th><th>Price</th></tr><tr><td>2</td><td>149,00</td></tr></table>' +
  '<p>Sum <pay-sum>298,00</pay-sum><pay-due>15.12.2026</pay-due></p>';
const selectors = [{ selector: 'table', format: 'dataTable' }];
for (const [name, options] of Object.entries({ 'as it comes': {}, dataTable: { selectors } }))
  console.log(`${name}: ${JSON.stringify(convert(html, options))}`);
JS
echo 'html-to-text 10.0.1: what stands in two cells, or two custom elements, becomes one number.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
