#!/usr/bin/env bash
# In an iCalendar file the text behind the first colon of a line is the value, and a colon in it stands as it is (RFC 5545,
# 3.1 and 3.3.11). ics-to-json splits the line at each colon and keeps what is before the second: of a reminder "Amount: 1
# 149,50 kr" the amount is gone, and so is what a folded line goes on with. A task that follows an event overwrites the
# event's title. Nothing says so. ical.js has all of it.
#
# Packages: ics-to-json@2.0.2, ical.js@2.2.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= ics-to-json: ["Invoice 1001 is due","Amount"]
#= ics-to-json: ["Renew the card",null]
#= ical.js: ["Invoice 1001 is due","Amount: 1 149,50 kr\nReference: 0012345"]
#= ical.js: ["Invoice 1002 is due",null]
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent ics-to-json@2.0.2 ical.js@2.2.1
cat >try.mjs <<'JS'
import ical from 'ical.js';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const toJson = require('ics-to-json');
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//Gazette//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20261201T090000Z',
  'DTSTART;VALUE=DATE:20261215',
  'SUMMARY:Invoice 1001 is due',
  'DESCRIPTION:Amount: 1 149\\,50 kr\\nReference: 0012345',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTAMP:20261201T090000Z',
  'DTSTART;VALUE=DATE:20261222',
  'SUMMARY:Invoice 1002',
  '  is due',
  'END:VEVENT',
  'BEGIN:VTODO',
  'UID:3',
  'DTSTAMP:20261201T090000Z',
  'DUE;VALUE=DATE:20261231',
  'SUMMARY:Renew the card',
  'END:VTODO',
  'END:VCALENDAR',
  '',
].join('\r\n');
const show = (name, summary, description) => console.log(`${name}: ${JSON.stringify([summary, description])}`);
for (const { summary, description } of (toJson.default ?? toJson.icsToJson ?? toJson)(calendar)) {
  show('ics-to-json', summary, description);
}
for (const part of new ical.Component(ical.parse(calendar)).getAllSubcomponents('vevent')) {
  const { summary, description } = new ical.Event(part);
  show('ical.js', summary, description ?? undefined);
}
JS
echo 'ics-to-json 2.0.2 keeps a text up to its colon.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
