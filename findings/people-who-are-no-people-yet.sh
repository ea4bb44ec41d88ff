#!/usr/bin/env bash
# Where a personal number identifies a subscriber it has to be checked as it is given out now.
# Since 2023 Finland has more signs for the century than +, - and A; since 2007 Denmark gives out
# numbers whose last digit checks nothing. validator refuses both, and nobody notices until a
# child or an immigrant subscribes; stdnum accepts them. (The numbers are examples, of ranges for
# tests where there are such.)
#
# Packages: validator@13.15.35, stdnum@1.12.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= Finland, until 2022: 131052-9030 validator valid, stdnum valid
#= Finland, since 2023: 010594Y9032 validator not valid, stdnum valid
#= Finland, since 2023: 010516B903X validator not valid, stdnum valid
#= Denmark, until 2007: 211062-5629 validator valid, stdnum valid
#= Denmark, since 2007: 010190-0000 validator not valid, stdnum valid
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent validator@13.15.35 stdnum@1.12.0
cat >try.mjs <<'JS'
import { stdnum } from 'stdnum';
import validator from 'validator';

const said = (isValid) => (isValid ? 'valid' : 'not valid');
for (const [what, text, locale, { validate }] of [
  ['Finland, until 2022', '131052-9030', 'fi-FI', stdnum.FI.hetu],
  ['Finland, since 2023', '010594Y9032', 'fi-FI', stdnum.FI.hetu],
  ['Finland, since 2023', '010516B903X', 'fi-FI', stdnum.FI.hetu],
  ['Denmark, until 2007', '211062-5629', 'dk-DK', stdnum.DK.cpr],
  ['Denmark, since 2007', '010190-0000', 'dk-DK', stdnum.DK.cpr],
])
  console.log(
    `${what}: ${text} validator ${said(validator.isTaxID(text, locale))}, stdnum ${said(validate(text).isValid)}`,
  );
JS
echo 'validator 13.15.35 refuses Finnish and Danish personal numbers that are given out today.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
