#!/usr/bin/env bash
# js-money keeps amounts in øre and, as its documentation says, takes a decimal number that has no more digits than the
# currency. It then multiplies it by 100 and refuses what is not whole: 149,00 and 11,55 are taken, 8,20 and 19,99 throw
# "Amount must be an integer". Of the amounts up to 1000 crowns one in eleven cannot be charged, whereas a price list of
# whole crowns never shows it. With a rounder as the third argument, 'round', all are taken.
#
# Packages: js-money@0.6.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 149: 14900
#= 11.55: 1155
#= 8.2: Amount must be an integer
#= 19.99: Amount must be an integer
#= of 100000 amounts 9175 are refused, with 'round' 0
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent js-money@0.6.3
cat >try.mjs <<'JS'
import Money from 'js-money';

const take = (cents, rounder) => {
  try {
    return Money.fromDecimal(cents / 100, 'NOK', rounder).amount;
  } catch ({ message }) {
    return message;
  }
};
for (const cents of [14900, 1155, 820, 1999]) console.log(`${cents / 100}: ${take(cents)}`);
const all = Array.from({ length: 100_000 }, (_, i) => i + 1);
const refused = (rounder) => all.filter((cents) => take(cents, rounder) !== cents).length;
console.log(`of ${all.length} amounts ${refused()} are refused, with 'round' ${refused('round')}`);
JS
echo 'js-money 0.6.3 refuses one in eleven amounts of two decimals.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
