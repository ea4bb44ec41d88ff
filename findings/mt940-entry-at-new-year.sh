#!/usr/bin/env bash
# In a bank's statement of the older kind (MT940) an entry has its value date as YYMMDD and the date on which it was
# booked as MMDD, without a year. Three parsers take the year of the value date for it: what was paid on 31 December
# 2026 and booked on 2 January 2027 is booked on 2 January 2026, and the other way round a year late. Payments are
# matched by that date, and the books of the new year are short. The documentation of two says "entry date field".
#
# And RC is by SWIFT's rules a reversal of a credit, which is a debit. mt940-js tells it as a credit: money that was
# taken back looks like money that came in. The others tell a negative amount.
#
# tslib is not among the dependencies of mt940-js, which needs it.
#
# Packages: mt940js@1.3.5, swiftmessageparser@1.2.1, mt940-js@1.0.0, tslib@2.8.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= mt940js: value 2026-12-31, booked 2026-01-02, 149
#= mt940js: value 2027-01-02, booked 2027-12-31, -149
#= swiftmessageparser: value 2026-12-31, booked 2026-01-02, 149
#= swiftmessageparser: value 2027-01-02, booked 2027-12-31, -149
#= mt940-js: value 2026-12-31, booked 2026-01-02, credit 149
#= mt940-js: value 2027-01-02, booked 2027-12-31, credit 149
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  mt940js@1.3.5 swiftmessageparser@1.2.1 mt940-js@1.0.0 tslib@2.8.1
cat >try.mjs <<'JS'
import { read } from 'mt940-js';
import { Parser } from 'mt940js';
import swift from 'swiftmessageparser';

const statement = `:20:STATEMENT
:25:NO9386011117947
:28C:1/1
:60F:C261231NOK0,00
:61:2612310102C149,00NTRF007435367
:86:Invoice 7435367
:61:2701021231RC149,00NTRF007435367
:86:Taken back
:62F:C270102NOK0,00
-`;
const day = (date) => date.toISOString().slice(0, 10);
for (const { date, entryDate, amount } of new Parser().parse(statement)[0].transactions)
  console.log(`mt940js: value ${day(date)}, booked ${day(entryDate)}, ${amount}`);
for (const { date, entryDate, amount } of swift.parse({ data: statement, type: 'mt940' })[0].transactions)
  console.log(`swiftmessageparser: value ${day(date)}, booked ${day(entryDate)}, ${amount}`);
const [{ transactions }] = await read(Buffer.from(statement));
for (const { valueDate, entryDate, isCredit, amount } of transactions)
  console.log(`mt940-js: value ${valueDate}, booked ${entryDate}, ${isCredit ? 'credit' : 'debit'} ${amount}`);
JS
cat <<'TEXT'
mt940js 1.3.5, swiftmessageparser 1.2.1 and mt940-js 1.0.0: an entry of the turn of the year is booked a
year off; to mt940-js a reversal of a credit is a credit.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
