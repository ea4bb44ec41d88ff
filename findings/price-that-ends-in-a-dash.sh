#!/usr/bin/env bash
# A price of whole crowns is written "149,-" in Norway and Denmark and "149:-" in Sweden, in price lists and on the plans
# that an editor types in. numeral takes a hyphen anywhere for a minus, so that a subscription costs minus 149; a price
# that is a minus already (a discount, a credit note) becomes a plus. currency.js gives NaN, with
# its option `errorOnInvalid` as well, and its `add` and `format` carry that on without an error. accounting and
# parse-price read both notations.
#
# Packages: numeral@2.0.6, currency.js@2.0.4, accounting@0.4.1, parse-price@1.1.8.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 149,-: numeral -149, currency.js NaN, accounting 149, parse-price 149
#= -149,-: numeral 149, currency.js NaN, accounting -149, parse-price 149
#= 149:-: numeral NaN, currency.js NaN, accounting 149, parse-price 149
#= 149,00: numeral 149, currency.js 149, accounting 149, parse-price 149
#= currency.js, ten more: "-kr NaN"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  numeral@2.0.6 currency.js@2.0.4 accounting@0.4.1 parse-price@1.1.8
cat >try.mjs <<'JS'
import accounting from 'accounting';
import currency from 'currency.js';
import numeral from 'numeral';
import 'numeral/locales/no.js';
import parsePrice from 'parse-price';

numeral.locale('no');
const norwegian = { decimal: ',', separator: ' ', symbol: 'kr ', errorOnInvalid: true };
for (const price of ['149,-', '-149,-', '149:-', '149,00']) {
  const values = Object.entries({
    numeral: numeral(price).value(),
    'currency.js': currency(price, norwegian).value,
    accounting: accounting.unformat(price, ','),
    'parse-price': parsePrice(price),
  });
  console.log(`${price}: ${values.map(([name, value]) => `${name} ${value}`).join(', ')}`);
}
console.log(`currency.js, ten more: "${currency('149,-', norwegian).add(10).format()}"`);
JS
echo 'numeral 2.0.6 reads "149,-" as minus 149, currency.js 2.0.4 as NaN.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
