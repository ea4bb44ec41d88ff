#!/usr/bin/env bash
# In ICU's skeletons for numbers `percent` adds the sign and leaves the number: 25 is 25 %; whoever has 0.25 writes
# `percent scale/100` (ICU User Guide, Number Skeletons). @messageformat/core does so. intl-messageformat, the other
# usual reader of the same messages, multiplies by a hundred by itself: VAT of 25 is 2 500 %, and the form that ICU has
# for 0.25 is 2 500 % too. Steps of rounding (`precision-increment`), which are for amounts in cash, and the name of the
# unit (`unit-width-iso-code`) it leaves out without a word, so that Danish crowns are "kr." again.
#
# Packages: intl-messageformat@12.1.5, @messageformat/core@3.4.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 25 as percent: @messageformat/core 25 %, intl-messageformat 2.500 %
#= 0.25 as percent scale/100: @messageformat/core 25 %, intl-messageformat 2.500 %
#= 149.3 as currency/DKK precision-increment/0.50: @messageformat/core 149,50 kr., intl-messageformat 149,30 kr.
#= 149.5 as currency/DKK unit-width-iso-code: @messageformat/core 149,50 DKK, intl-messageformat 149,50 kr.
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent intl-messageformat@12.1.5 @messageformat/core@3.4.1
cat >try.mjs <<'JS'
import MessageFormat from '@messageformat/core';
import { IntlMessageFormat } from 'intl-messageformat';

const plain = (text) => String(text).replace(/[\u00a0\u202f]/g, ' ');
for (const [skeleton, n] of [
  ['percent', 25],
  ['percent scale/100', 0.25],
  ['currency/DKK precision-increment/0.50', 149.3],
  ['currency/DKK unit-width-iso-code', 149.5],
]) {
  const message = `{n, number, ::${skeleton}}`;
  const one = new MessageFormat('da').compile(message)({ n });
  const other = new IntlMessageFormat(message, 'da').format({ n });
  console.log(`${n} as ${skeleton}: @messageformat/core ${plain(one)}, intl-messageformat ${plain(other)}`);
}
JS
echo 'intl-messageformat 12.1.5 writes VAT of 25 per cent as 2 500 per cent.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
