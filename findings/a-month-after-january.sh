#!/usr/bin/env bash
# A subscription's period is an ISO 8601 duration, and its next payment is that long after the
# last. iso8601-duration goes from 31 January to "31 February", which is 3 March: February has no
# payment, and from then on it is the 3rd. From a leap day a year leads to 1 March. duration-fns,
# as Temporal and date-fns, takes the last day of the month.
#
# Packages: iso8601-duration@2.1.4, duration-fns@3.0.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 2026-01-15 and P1M: iso8601-duration 2026-02-15, duration-fns 2026-02-15
#= 2026-01-31 and P1M: iso8601-duration 2026-03-03, duration-fns 2026-02-28
#= 2026-05-31 and P1M: iso8601-duration 2026-07-01, duration-fns 2026-06-30
#= 2028-02-29 and P1Y: iso8601-duration 2029-03-01, duration-fns 2029-02-28
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent iso8601-duration@2.1.4 duration-fns@3.0.2
cat >try.mjs <<'JS'
import { apply } from 'duration-fns';
import { end, parse } from 'iso8601-duration';

const day = (date) => date.toISOString().slice(0, 10);
for (const [from, period] of [
  ['2026-01-15', 'P1M'],
  ['2026-01-31', 'P1M'],
  ['2026-05-31', 'P1M'],
  ['2028-02-29', 'P1Y'],
]) {
  const start = `${from}T12:00:00Z`;
  const one = day(end(parse(period), new Date(start)));
  console.log(
    `${from} and ${period}: iso8601-duration ${one}, duration-fns ${day(apply(start, period))}`,
  );
}
JS
echo 'iso8601-duration 2.1.4: a month after 31 January is 3 March.'
TZ=UTC node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
