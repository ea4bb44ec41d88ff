#!/usr/bin/env bash
# se-bank-holidays looks for Easter after the full moon in the sky. The churches, and with them the Swedish law on holidays
# and the banks, go by a table (computus) that may differ from it: in 2019, and again in 2038, the library has Easter four
# weeks early, in 2045 one, and Good Friday is a banking day. It counts in UTC besides: on a server in Stockholm a date at
# midnight is the day before, so that each Monday is a holiday, a Saturday is the next banking day after a Friday, and
# Christmas Eve one after 23 December. swedish-holidays has each Easter right.
#
# Packages: se-bank-holidays@1.1.7, swedish-holidays@1.1.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= Easter 2019-04-21: 2019-03-24; Good Friday 2019-04-19 is a holiday: false
#= Easter 2038-04-25: 2038-03-28; Good Friday 2038-04-23 is a holiday: false
#= Easter 2045-04-09: 2045-04-02; Good Friday 2045-04-07 is a holiday: false
#= UTC: Monday 2026-12-07 is a holiday: false
#=   a banking day after Friday 2026-12-04: 2026-12-07
#=   a banking day after 2026-12-23: 2026-12-28
#= Europe/Stockholm: Monday 2026-12-07 is a holiday: true
#=   a banking day after Friday 2026-12-04: 2026-12-05
#=   a banking day after 2026-12-23: 2026-12-24
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent se-bank-holidays@1.1.7 swedish-holidays@1.1.2
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { addBankDays, isEasterSunday, isHoliday } = require('se-bank-holidays');
const { EasterSunday } = require('swedish-holidays');

const text = (date) => {
  const [day, month] = [date.getDate(), date.getMonth() + 1].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
};
process.env.TZ = 'UTC';
for (let year = 2015; year <= 2045; year += 1) {
  const { month, day } = new EasterSunday({ year });
  const easter = new Date(year, month - 1, day);
  if (isEasterSunday(easter)) continue;
  let other = new Date(year, 2, 1);
  while (!isEasterSunday(other)) other = new Date(year, other.getMonth(), other.getDate() + 1);
  const friday = new Date(year, month - 1, day - 2);
  console.log(`Easter ${text(easter)}: ${text(other)}; Good Friday ${text(friday)} is a holiday: ${isHoliday(friday)}`);
}
for (const zone of ['UTC', 'Europe/Stockholm']) {
  process.env.TZ = zone;
  const monday = new Date(2026, 11, 7);
  const friday = new Date(2026, 11, 4);
  const before = new Date(2026, 11, 23);
  console.log(`${zone}: Monday ${text(monday)} is a holiday: ${isHoliday(monday)}`);
  console.log(`  a banking day after Friday ${text(friday)}: ${text(addBankDays(friday, 1))}`);
  console.log(`  a banking day after ${text(before)}: ${text(addBankDays(before, 1))}`);
}
JS
echo 'se-bank-holidays 1.1.7 goes by the moon and by UTC.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
