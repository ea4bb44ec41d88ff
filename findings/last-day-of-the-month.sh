#!/usr/bin/env bash
# When a payment is due "on the last day of each month", the rule (RFC 5545, 3.3.10) is BYMONTHDAY=-1; from a calendar in
# which the 31st was picked it is BYMONTHDAY=28,29,30,31;BYSETPOS=-1; the last working day is BYSETPOS=-1 of five weekdays.
# ts-ics makes the last day but one of each, and leaves the first of them out. ical.js has two of the three right, and gives
# four days a month for the other, since it drops BYSETPOS there. Neither ignores a day that a month has not, as the RFC
# demands: a rule that begins on 31 January stays on the 28th from February on in ts-ics, and one of a 29 February goes on
# on 1 March in ical.js. rrule is right in all of them.
#
# Packages: ts-ics@2.4.6, ical.js@2.2.1, rrule@2.8.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 2027-01-31 FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4
#=   rrule   2027-01-31 2027-02-28 2027-03-31 2027-04-30
#=   ical.js 2027-01-31 2027-02-28 2027-03-31 2027-04-30
#=   ts-ics  2027-02-27 2027-03-30 2027-04-29 2027-05-30
#= 2027-01-31 FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=4
#=   rrule   2027-01-31 2027-02-28 2027-03-31 2027-04-30
#=   ical.js 2027-01-31 2027-02-28 2027-03-28 2027-03-29
#=   ts-ics  2027-03-30 2027-04-29 2027-04-30 2027-05-30
#= 2027-01-29 FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4
#=   rrule   2027-01-29 2027-02-26 2027-03-31 2027-04-30
#=   ical.js 2027-01-29 2027-02-26 2027-03-31 2027-04-30
#=   ts-ics  2027-02-25 2027-03-30 2027-04-29 2027-05-28
#= 2027-01-31 FREQ=MONTHLY;COUNT=4
#=   rrule   2027-01-31 2027-03-31 2027-05-31 2027-07-31
#=   ical.js 2027-01-31 2027-03-31 2027-05-31 2027-07-31
#=   ts-ics  2027-01-31 2027-02-28 2027-03-28 2027-04-28
#= 2028-02-29 FREQ=YEARLY;COUNT=2
#=   rrule   2028-02-29 2032-02-29
#=   ical.js 2028-02-29 2029-03-01
#=   ts-ics  2028-02-29 2029-02-28
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent ts-ics@2.4.6 ical.js@2.2.1 rrule@2.8.1
cat >try.mjs <<'JS'
import ical from 'ical.js';
import rrule from 'rrule';
import { convertIcsRecurrenceRule, extendByRecurrenceRule } from 'ts-ics';

const iso = (date) => date.toISOString().slice(0, 10);
const byIcal = (start, rule) => {
  const iterator = ical.Recur.fromString(rule).iterator(ical.Time.fromDateTimeString(`${start}T09:00:00`));
  const days = [];
  for (let next = iterator.next(); next; next = iterator.next()) days.push(next.toString().slice(0, 10));
  return days;
};
const byTsIcs = (start, value) =>
  extendByRecurrenceRule(convertIcsRecurrenceRule(undefined, { value }), {
    start: new Date(`${start}T09:00:00Z`),
    end: new Date('2040-01-01T00:00:00Z'),
  }).map(iso);
const byRrule = (start, rule) =>
  rrule
    .rrulestr(`DTSTART:${start.replaceAll('-', '')}T090000Z\nRRULE:${rule}`)
    .all()
    .map(iso);
for (const [start, rule] of [
  ['2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4'],
  ['2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=4'],
  ['2027-01-29', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=4'],
  ['2027-01-31', 'FREQ=MONTHLY;COUNT=4'],
  ['2028-02-29', 'FREQ=YEARLY;COUNT=2'],
]) {
  console.log(`${start} ${rule}`);
  console.log(`  rrule   ${byRrule(start, rule).join(' ')}`);
  console.log(`  ical.js ${byIcal(start, rule).join(' ')}`);
  console.log(`  ts-ics  ${byTsIcs(start, rule).join(' ')}`);
}
JS
echo 'ts-ics 2.4.6 and ical.js 2.2.1: the last day of a month is the last but one, or four days.'
TZ=UTC node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
