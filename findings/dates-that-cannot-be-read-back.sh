#!/usr/bin/env bash
# A due date is shown in the reader's language and read again with the same locale and the same
# format. dayjs cannot read a long Finnish date of its own, in no month; date-fns cannot read a
# Danish date with a short weekday of its own, on no day. Both read those of the other Nordic
# languages, so that a test in one of these passes.
#
# Packages: dayjs@1.11.23, date-fns@4.4.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= dayjs nb, '1. januar 2026': of 365 days 365 are read back
#= dayjs sv, '1 januari 2026': of 365 days 365 are read back
#= dayjs da, '1. januar 2026': of 365 days 365 are read back
#= dayjs fi, '1. tammikuuta 2026': of 365 days 0 are read back
#= date-fns nb, 'tor 1. jan. 2026': of 365 days 365 are read back
#= date-fns sv, 'tors 1. jan. 2026': of 365 days 365 are read back
#= date-fns da, 'tor. 1. jan. 2026': of 365 days 0 are read back
#= date-fns fi, 'torst. 1. tammi 2026': of 365 days 365 are read back
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent dayjs@1.11.23 date-fns@4.4.0
cat >try.mjs <<'JS'
import { format, isValid, parse } from 'date-fns';
import * as locales from 'date-fns/locale';
import dayjs from 'dayjs';
import 'dayjs/locale/da.js';
import 'dayjs/locale/fi.js';
import 'dayjs/locale/nb.js';
import 'dayjs/locale/sv.js';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import localizedFormat from 'dayjs/plugin/localizedFormat.js';

dayjs.extend(customParseFormat);
dayjs.extend(localizedFormat);
const days = Array.from({ length: 365 }, (_, day) => new Date(2026, 0, day + 1));
const pattern = 'EEE d. MMM yyyy';
const byDayjs = (day, name) => {
  const text = dayjs(day).locale(name).format('LL');
  return { text, isRead: dayjs(text, 'LL', name).isSame(day) };
};
const byDateFns = (day, name) => {
  const locale = locales[name];
  const text = format(day, pattern, { locale });
  const read = parse(text, pattern, days[0], { locale });
  return { text, isRead: isValid(read) && read.getTime() === day.getTime() };
};
for (const [library, roundTrip] of Object.entries({ dayjs: byDayjs, 'date-fns': byDateFns }))
  for (const name of ['nb', 'sv', 'da', 'fi']) {
    const trips = days.map((day) => roundTrip(day, name));
    const read = trips.filter(({ isRead }) => isRead).length;
    console.log(`${library} ${name}, '${trips[0].text}': of 365 days ${read} are read back`);
  }
JS
cat <<'TEXT'
dayjs 1.11.23 does not read its own Finnish dates, date-fns 4.4.0 not its own Danish weekdays.
TEXT
TZ=UTC node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
