#!/usr/bin/env bash
# Intl writes a negative amount in Norwegian and Swedish with a real minus (U+2212) and a no-break
# space. Three of the usual libraries for reading amounts back know the hyphen only: they drop the
# sign, and what is owed to the reader becomes what the reader owes.
#
# Packages: currency.js@2.0.4, accounting@0.4.1, numeral@2.0.6, @internationalized/number@3.6.9.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= -295.5 is written with the sign U+2212
#= currency.js: 295.5
#= accounting: 295.5
#= numeral: 295.5
#= @internationalized/number: -295.5
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  currency.js@2.0.4 accounting@0.4.1 numeral@2.0.6 @internationalized/number@3.6.9
cat >try.mjs <<'JS'
import { NumberParser } from '@internationalized/number';
import accounting from 'accounting';
import currency from 'currency.js';
import numeral from 'numeral';
import 'numeral/locales/no.js';

const style = { style: 'currency', currency: 'NOK' };
const text = new Intl.NumberFormat('nb-NO', style).format(-295.5);
const sign = text
  .match(/[-\u2212]/)[0]
  .codePointAt(0)
  .toString(16)
  .toUpperCase();
console.log(`-295.5 is written with the sign U+${sign.padStart(4, '0')}`);
console.log(`currency.js: ${currency(text, { decimal: ',', separator: ' ' }).value}`);
console.log(`accounting: ${accounting.unformat(text, ',')}`);
numeral.locale('no');
console.log(`numeral: ${numeral(text).value()}`);
console.log(`@internationalized/number: ${new NumberParser('nb-NO', style).parse(text)}`);
JS
cat <<'TEXT'
currency.js 2.0.4, accounting 0.4.1 and numeral 2.0.6 read a negative Norwegian amount as
positive.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
