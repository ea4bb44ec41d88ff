#!/usr/bin/env bash
# ical-generator writes an all-day event by the UTC date of the Date that it was given. The midnight
# that begins 19 November in Oslo or Stockholm is 18 November in UTC, so that the reminder of an
# invoice is in the reader's calendar a day too early, for every day of the year. It is right when
# the calendar names its zone, although the Date is the same and a whole day has no zone.
#
# Packages: ical-generator@10.2.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= {}: 19 November 2026 -> DTSTART;VALUE=DATE:20261118
#= {"timezone":"Europe/Oslo"}: 19 November 2026 -> DTSTART;VALUE=DATE:20261119
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent ical-generator@10.2.0
cat >try.mjs <<'JS'
import ical from 'ical-generator';

process.env.TZ = 'Europe/Oslo';
for (const options of [{}, { timezone: 'Europe/Oslo' }]) {
  const calendar = ical(options);
  calendar.createEvent({
    start: new Date(2026, 10, 19),
    allDay: true,
    summary: 'Invoice 7435367 is due',
  });
  const [start] = calendar.toString().match(/^DTSTART.*\d/m);
  console.log(`${JSON.stringify(options)}: 19 November 2026 -> ${start}`);
}
JS
cat <<'TEXT'
ical-generator 10.2.0, in Europe/Oslo: an all-day event is a day early unless the calendar has a
zone.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
