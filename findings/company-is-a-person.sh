#!/usr/bin/env bash
# A Swedish organisation number is built like a personal number and has the same check digit; what tells them apart is that
# its third digit is at least 2, where a person has a month. Three validators of personal numbers look at the check digit
# alone (one has a condition on month and day that needs both to be wrong): each organisation number is the number of a
# person, with a sex, and so is any date that is none, such as a 99th of a 13th month. An invoice for a company is made out
# to a private person. personnummer refuses both. (The numbers are made up; a person's is of the kind kept for tests.)
#
# Packages: swe-validation@1.0.1, swedish-ssn@1.0.3, swedish-ssn-tool@1.0.3, personnummer@3.2.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= a person 900101-9802: swe-validation Personnummer, Kvinna
#=   swedish-ssn true, swedish-ssn-tool true, personnummer true
#= a limited company 559900-0006: swe-validation Personnummer, Kvinna
#=   swedish-ssn true, swedish-ssn-tool true, personnummer false
#= an association 802499-0007: swe-validation Samordningsnummer, Kvinna
#=   swedish-ssn true, swedish-ssn-tool true, personnummer false
#= a trading partnership 969799-0001: swe-validation Samordningsnummer, Kvinna
#=   swedish-ssn true, swedish-ssn-tool true, personnummer false
#= no day of no month 901399-9801: swe-validation Samordningsnummer, Kvinna
#=   swedish-ssn true, swedish-ssn-tool true, personnummer false
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  swe-validation@1.0.1 swedish-ssn@1.0.3 swedish-ssn-tool@1.0.3 personnummer@3.2.1
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const personnummer = require('personnummer');
const swe = require('swe-validation');
const { validateSwedishSsn } = require('swedish-ssn');
const Tool = require('swedish-ssn-tool');

const withCheckDigit = (nine) => {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = digit * (index % 2 ? 1 : 2);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
};
for (const [what, nine] of [
  ['a person', '900101980'],
  ['a limited company', '559900000'],
  ['an association', '802499000'],
  ['a trading partnership', '969799000'],
  ['no day of no month', '901399980'],
]) {
  const number = withCheckDigit(nine);
  const { isValid, person } = swe.ssn(number);
  console.log(`${what} ${number}: swe-validation ${isValid ? `${person.type}, ${person.sex}` : false}`);
  console.log(
    `  swedish-ssn ${validateSwedishSsn(number)}, swedish-ssn-tool ${Tool.validate(number)}, ` +
      `personnummer ${personnummer.valid(number)}`,
  );
}
JS
echo 'Three validators of Swedish personal numbers take every company for a person.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
