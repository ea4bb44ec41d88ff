#!/usr/bin/env bash
# rrule writes a rule in words for whoever has to confirm it, and says of each rule whether all of it can be put in words.
# BYSETPOS, which says which of the days it is (RFC 5545, 3.3.10), is in no sentence, and the answer is yes all the same: a
# payment on the last working day of each month is read to the customer as "every month on weekdays". Read back with
# fromText, 12 days a year become 261. A time of day is left out as well.
#
# Packages: rrule@2.8.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
#=   "every month on weekdays", all of it: true
#=   days in 2027: 12, of the words: 261
#= RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1
#=   "every month on the 28th, 29th, 30th and 31st", all of it: true
#=   days in 2027: 12, of the words: 41
#= RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=30
#=   "every month on the 1st", all of it: true
#=   days in 2027: 12, of the words: 12
#= RRULE:FREQ=MONTHLY;BYMONTHDAY=-1
#=   "every month on the last", all of it: true
#=   days in 2027: 12, of the words: 12
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent rrule@2.8.1
cat >try.mjs <<'JS'
import rrule from 'rrule';

const { RRule, rrulestr } = rrule;
const perYear = (rule) =>
  rrulestr(`DTSTART:20270101T090000Z\n${rule}`).between(
    new Date('2027-01-01T00:00:00Z'),
    new Date('2028-01-01T00:00:00Z'),
    true,
  ).length;
for (const rule of [
  'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=30',
  'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1',
]) {
  const parsed = rrulestr(rule);
  const words = parsed.toText();
  console.log(rule);
  console.log(`  "${words}", all of it: ${parsed.isFullyConvertibleToText()}`);
  console.log(`  days in 2027: ${perYear(rule)}, of the words: ${perYear(RRule.fromText(words).toString())}`);
}
JS
echo 'rrule 2.8.1 puts the last working day of a month into words as every weekday, and says that nothing is missing.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
