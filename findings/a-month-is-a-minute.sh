#!/usr/bin/env bash
# The period of a subscription comes as a duration of ISO 8601 from app stores and payment providers: P1M is a month, PT1M a
# minute. parse-duration and timestring pass over letters that they do not know, the P and the T, so that most durations come
# out right (P14D, P1Y, PT30M) and P1M is a minute; P1Y6M is a year and six minutes. Neither says that it reads ISO 8601,
# and neither refuses it; what renews a subscription a period after the last time renews it every minute.
# parse-iso-duration refuses a month, since it has no fixed length.
#
# Packages: parse-duration@2.1.9, timestring@7.0.0, parse-iso-duration@1.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= P14D: parse-duration 20160 min, timestring 20160 min, parse-iso-duration 20160 min
#= P1Y: parse-duration 525960 min, timestring 525960 min, parse-iso-duration Ambiguous duration
#= PT30M: parse-duration 30 min, timestring 30 min, parse-iso-duration 30 min
#= P1M: parse-duration 1 min, timestring 1 min, parse-iso-duration Ambiguous duration
#= P3M: parse-duration 3 min, timestring 3 min, parse-iso-duration Ambiguous duration
#= P1Y6M: parse-duration 525966 min, timestring 525966 min, parse-iso-duration Ambiguous duration
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  parse-duration@2.1.9 timestring@7.0.0 parse-iso-duration@1.1.0
cat >try.mjs <<'JS'
import parseDuration from 'parse-duration';
import parseIsoDuration from 'parse-iso-duration';
import timestring from 'timestring';

for (const duration of ['P14D', 'P1Y', 'PT30M', 'P1M', 'P3M', 'P1Y6M']) {
  let strict;
  try {
    strict = `${parseIsoDuration(duration) / 60_000} min`;
  } catch (error) {
    strict = error.message;
  }
  console.log(
    `${duration}: parse-duration ${parseDuration(duration, 'min')} min, timestring ${timestring(duration, 'm')} min, ` +
      `parse-iso-duration ${strict}`,
  );
}
JS
echo 'parse-duration 2.1.9 and timestring: P1M, a month, is a minute.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
