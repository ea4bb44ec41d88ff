#!/usr/bin/env bash
# fast-xml-parser makes numbers of texts that look like numbers, and takes care of long ones: 20
# digits stay a text. Longer ones, that have the form of a number in exponents when written back, do
# not: a KID of the greatest length (25 digits) in an invoice (UBL, EHF) becomes
# 1.2345678901234568e+24. A test with a reference of 20 digits finds nothing.
#
# Packages: fast-xml-parser@5.12.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 15 digits -> 123456789012345
#= 16 digits -> 1234567890123456
#= 20 digits -> "12345678901234567890"
#= 21 digits -> "123456789012345678901"
#= 22 digits -> 1.2345678901234568e+21
#= 25 digits -> 1.2345678901234568e+24
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent fast-xml-parser@5.12.1
cat >try.mjs <<'JS'
import { XMLParser } from 'fast-xml-parser';

for (const length of [15, 16, 20, 21, 22, 25]) {
  const kid = '1234567890'.repeat(3).slice(0, length);
  const { PaymentID } = new XMLParser().parse(`<PaymentID>${kid}</PaymentID>`);
  console.log(`${length} digits -> ${JSON.stringify(PaymentID)}`);
}
JS
echo 'fast-xml-parser 5.12.1: a reference of 20 digits is kept, one of 25 is rounded.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
