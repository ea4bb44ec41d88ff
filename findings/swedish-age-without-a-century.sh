#!/usr/bin/env bash
# A Swedish personal number of twelve digits has the century in it. swedish-ssn cuts it off, counts from a date that is a
# month late, and takes the difference of two years for an age: who was born in 1915 is 12, a child born yesterday 100, and
# from 1 January on everybody whose birthday is still to come is a year too old. swedish-personal-identity-number-validator
# cuts it off as well, before it looks whether the day exists: 1900 had no 29 February, and so nobody was born on that of
# 2000. personnummer has the age and the day right. (The clock is set to 1 January 2027; the numbers are of the kind kept
# for tests.)
#
# Packages: swedish-ssn@1.0.3, swedish-personal-identity-number-validator@2.1.2, personnummer@3.2.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= born 1915-01-01: age by swedish-ssn 12, by personnummer 112
#= born 2009-10-15: age by swedish-ssn 18, by personnummer 17
#= born 2026-12-31: age by swedish-ssn 100, by personnummer 0
#= born 1996-02-29: the validator true, personnummer true
#= born 2000-02-29: the validator false, personnummer true
#= born 2004-02-29: the validator true, personnummer true
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  swedish-ssn@1.0.3 swedish-personal-identity-number-validator@2.1.2 personnummer@3.2.1
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';
import { mock } from 'node:test';

mock.timers.enable({ apis: ['Date'], now: Date.parse('2027-01-01T12:00:00Z') });
const require = createRequire(import.meta.url);
const personnummer = require('personnummer');
const { isValid } = require('swedish-personal-identity-number-validator');
const { calculateAge } = require('swedish-ssn');

const numberOf = (day) => {
  const nine = `${day.replaceAll('-', '').slice(2)}980`;
  const sum = [...nine].reduce((total, digit, index) => {
    const product = digit * (index % 2 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${day.replaceAll('-', '')}-980${(10 - (sum % 10)) % 10}`;
};
for (const day of ['1915-01-01', '2009-10-15', '2026-12-31']) {
  const number = numberOf(day);
  console.log(
    `born ${day}: age by swedish-ssn ${calculateAge(number)}, by personnummer ${personnummer.parse(number).getAge()}`,
  );
}
for (const year of [1996, 2000, 2004]) {
  const number = numberOf(`${year}-02-29`);
  console.log(`born ${year}-02-29: the validator ${isValid(number)}, personnummer ${personnummer.valid(number)}`);
}
JS
echo 'swedish-ssn 1.0.3 has the age of a child of yesterday as 100; nobody was born on 29 February 2000.'
TZ=Europe/Stockholm node --no-warnings try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
