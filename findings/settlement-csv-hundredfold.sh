#!/usr/bin/env bash
# A settlement file of a Norwegian or Swedish bank is a CSV with semicolons, decimal commas, days
# before months and references that begin with zeros. SheetJS takes the semicolon by itself, and
# then reads the values as American ones, without a warning: 149,00 becomes 14900; 3 December
# becomes 12 March, while the 31st of December stays a text; references become numbers. An amount
# with a blank between the thousands stays a text too, so that a column has both kinds.
#
# Packages: xlsx@0.18.5.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= kid 7435367, due the date 12.3., amount 14900
#= kid 12345678901234567000, due "31.12.2026", amount "1 234,50"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent xlsx@0.18.5
cat >try.mjs <<'JS'
import XLSX from 'xlsx';

const csv = `kid;due;amount
0007435367;03.12.2026;149,00
12345678901234567890;31.12.2026;1 234,50`;
const book = XLSX.read(csv, { type: 'string', cellDates: true });
const [, ...rows] = XLSX.utils.sheet_to_json(book.Sheets.Sheet1, { header: 1 });
for (const [kid, due, amount] of rows) {
  const day =
    due instanceof Date ? `the date ${due.getDate()}.${due.getMonth() + 1}.` : JSON.stringify(due);
  console.log(`kid ${JSON.stringify(kid)}, due ${day}, amount ${JSON.stringify(amount)}`);
}
JS
echo 'xlsx 0.18.5 (SheetJS): amounts a hundredfold, days and months exchanged, references cut.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
