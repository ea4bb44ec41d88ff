#!/usr/bin/env bash
# A duration in a calendar file (RFC 5545, 3.3.6) has a T only before hours, minutes or seconds. ics
# writes it always: an event or an alarm "one day before" is P1DT. Lenient readers (ical.js,
# iso8601-duration) take it; strict ones (Temporal.Duration, here in temporal-polyfill) refuse it
# with an error.
#
# Packages: ics@3.12.0, ical.js@2.2.1, iso8601-duration@2.1.4, temporal-polyfill@1.0.8.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= DURATION:P1DT, TRIGGER:-P1DT
#= ical.js: 86400
#= iso8601-duration: 1
#= temporal-polyfill: RangeError
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  ics@3.12.0 ical.js@2.2.1 iso8601-duration@2.1.4 temporal-polyfill@1.0.8
cat >try.mjs <<'JS'
import ICAL from 'ical.js';
import { createEvent } from 'ics';
import { parse } from 'iso8601-duration';
import { Temporal } from 'temporal-polyfill';

const { value } = createEvent({
  title: 'Invoice 7435367 is due',
  start: [2026, 11, 19],
  duration: { days: 1 },
  alarms: [{ action: 'display', description: 'Due', trigger: { days: 1, before: true } }],
});
const lines = value.match(/^(DURATION|TRIGGER).*\w/gm);
console.log(lines.join(', '));
const [, duration] = lines[0].split(':');
const readers = {
  'ical.js': () => ICAL.Duration.fromString(duration).toSeconds(),
  'iso8601-duration': () => parse(duration).days,
  'temporal-polyfill': () => Temporal.Duration.from(duration).days,
};
for (const [name, read] of Object.entries(readers)) {
  try {
    console.log(`${name}: ${read()}`);
  } catch (error) {
    console.log(`${name}: ${error.name}`);
  }
}
JS
echo 'ics 3.12.0 writes one day as P1DT, which RFC 5545 does not know.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
