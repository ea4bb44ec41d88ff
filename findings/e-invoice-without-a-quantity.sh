#!/usr/bin/env bash
# zugferd-generator writes an electronic invoice (Cross Industry Invoice, one of the two forms of the European standard)
# from a plain object. Each line of that object has a quantity, as its types demand; the invoice has none: two copies at
# 149 are a price of 149 and a sum of 298. Dates are marked as format 102, which is by UN/CEFACT's list a date without
# hyphens (20261215), and are written with them. Its documentation calls the invoice compliant. A receiver that checks
# refuses it; one that does not has a line that does not add up, and a due date that it cannot read.
#
# Packages: zugferd-generator@1.2.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= quantity 2: written 0 times
#= price 149: <ram:ChargeAmount>149.00</ram:ChargeAmount>
#= sum 298: <ram:LineTotalAmount currencyID="EUR">298.00</ram:LineTotalAmount>
#= due 2026-12-15: <udt:DateTimeString format="102">2026-12-15</udt:DateTimeString>
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent zugferd-generator@1.2.1
cat >try.mjs <<'JS'
import generator from 'zugferd-generator';

const Invoice = generator.default ?? generator;
const xml = new Invoice({
  id: '7435367',
  issueDate: '2026-12-01',
  dueDate: '2026-12-15',
  currency: 'EUR',
  totalAmount: 298,
  supplier: { name: 'Gazette', country: 'FI' },
  customer: { name: 'Reader', country: 'SE' },
  taxTotal: { taxAmount: 0, taxPercentage: 0 },
  lineItems: [{ id: '1', description: 'Copy', quantity: 2, unitPrice: 149, lineTotal: 298 }],
}).toXMLString();
const line = (part) => xml.split('\n').find((text) => text.includes(part)).trim();
console.log(`quantity 2: written ${xml.split('Quantity').length - 1} times`);
console.log(`price 149: ${line('149.00')}`);
console.log(`sum 298: ${line('LineTotalAmount')}`);
console.log(`due 2026-12-15: ${line('2026-12-15')}`);
JS
echo 'zugferd-generator 1.2.1: an invoice without quantities, whose dates are not of the format that they name.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
