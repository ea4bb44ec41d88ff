#!/usr/bin/env bash
# A Finnish invoice carries a bank barcode: 54 digits, of which six are euros and two are cents. finnish-bank-utils
# takes the cents from a fraction without rounding it: 9,95 and 19,90 become 994.99999999999989 and 1989.99999999999977,
# in a code of 69 characters that the package itself does not read back. Of the amounts up to 100 euros one in nine is
# so, whole euros never are. Its documentation shows 482.99 and 693.8, which come out right.
#
# Packages: finnish-bank-utils@1.3.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 149: 54 characters, amount 00014900, read back 149
#= 482.99: 54 characters, amount 00048299, read back 482.99
#= 9.95: 69 characters, amount 00000994.99999999999989, read back undefined
#= 19.9: 69 characters, amount 00001989.99999999999977, read back undefined
#= 1.09: 69 characters, amount 0000019.000000000000014, read back undefined
#= of 10000 amounts 1146 have no such barcode
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent finnish-bank-utils@1.3.3
cat >try.mjs <<'JS'
import utils from 'finnish-bank-utils';

const iban = 'FI5810171000000122';
const reference = '559582243294671';
const codeOf = (sum) => utils.formatFinnishVirtualBarCode({ iban, sum, reference, date: '31.12.2026' });
for (const sum of [149, 482.99, 9.95, 19.9, 1.09]) {
  const code = codeOf(sum);
  const amount = code.slice(17, -29);
  const { sum: readBack } = utils.parseFinnishVirtualBarCode(code);
  console.log(`${sum}: ${code.length} characters, amount ${amount}, read back ${readBack}`);
}
const all = Array.from({ length: 10_000 }, (_, i) => i + 1);
const right = all.filter((cents) => {
  const code = codeOf(cents / 100);
  return code.length === 54 && code.slice(17, 25) === String(cents).padStart(8, '0');
});
console.log(`of ${all.length} amounts ${all.length - right.length} have no such barcode`);
JS
echo 'finnish-bank-utils 1.3.3: one in nine barcodes has a point in its amount, and too many characters.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
