#!/usr/bin/env bash
# holidays-nordic counts the days that move with Easter in milliseconds. In a zone with summer time,
# in years in which the clocks change on Easter Sunday (2024, 2027, 2032), Easter Monday is a
# working day and Ascension Day is a day early: a due date is moved wrongly in Oslo, and rightly on
# a server that runs in UTC.
#
# Packages: holidays-nordic@0.1.1, date-holidays@3.37.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= UTC 2026-04-06: Andre påskedag; date-holidays true
#= UTC 2027-03-29: Andre påskedag; date-holidays true
#= UTC 2027-05-05: false; date-holidays false
#= UTC 2027-05-06: Kristi himmelfartsdag; date-holidays true
#= Europe/Oslo 2026-04-06: Andre påskedag; date-holidays true
#= Europe/Oslo 2027-03-29: false; date-holidays true
#= Europe/Oslo 2027-05-05: Kristi himmelfartsdag; date-holidays false
#= Europe/Oslo 2027-05-06: false; date-holidays true
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  holidays-nordic@0.1.1 date-holidays@3.37.0
cat >try.mjs <<'JS'
import DateHolidays from 'date-holidays';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const isHoliday = require('holidays-nordic').default ?? require('holidays-nordic');
const dates = new DateHolidays('NO');
for (const zone of ['UTC', 'Europe/Oslo']) {
  process.env.TZ = zone;
  for (const day of ['2026-04-06', '2027-03-29', '2027-05-05', '2027-05-06']) {
    const noon = new Date(`${day}T12:00:00`);
    const other = dates.isHoliday(noon) || [];
    const publicOne = other.some(({ type }) => type === 'public');
    console.log(`${zone} ${day}: ${isHoliday(noon, 'no')}; date-holidays ${publicOne}`);
  }
}
JS
echo 'holidays-nordic 0.1.1: Easter Monday and Ascension Day depend on the zone of the server.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
