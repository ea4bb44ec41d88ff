#!/usr/bin/env bash
# A Norwegian identity number begins with the day of birth, a Finnish one too; D numbers, H numbers and the numbers of test
# people add a fixed figure to day or month. validator asks of either the check digits alone: who is born on the 39th of a
# 99th month, or on 31 February, has a valid identity card. The package for Norway and the one for Finland refuse all of
# them. (All numbers here are of days that do not exist.)
#
# Packages: validator@13.15.35, norwegian-national-id-validator@3.1.3, finnish-ssn@2.1.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 39999010095: validator true, norwegian-national-id-validator false
#= 399990-950V: validator true, finnish-ssn false
#= 31029010059: validator true, norwegian-national-id-validator false
#= 310290-950F: validator true, finnish-ssn false
#= 00139010035: validator true, norwegian-national-id-validator false
#= 001390-950B: validator true, finnish-ssn false
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  validator@13.15.35 norwegian-national-id-validator@3.1.3 finnish-ssn@2.1.2
cat >try.mjs <<'JS'
import { FinnishSSN } from 'finnish-ssn';
import norwegian from 'norwegian-national-id-validator';
import validator from 'validator';

const digitFor = (digits, weights) =>
  (11 - (weights.reduce((sum, weight, i) => sum + weight * digits[i], 0) % 11)) % 11;
const norwegianNumber = (day) => {
  for (let serial = 100; ; serial += 1) {
    const nine = `${day}${serial}`;
    const first = digitFor(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = digitFor(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
};
const finnishNumber = (day) => `${day}-950${'0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(`${day}950`) % 31]}`;
for (const day of ['399990', '310290', '001390']) {
  const norway = norwegianNumber(day);
  const finland = finnishNumber(day);
  console.log(
    `${norway}: validator ${validator.isIdentityCard(norway, 'NO')}, ` +
      `norwegian-national-id-validator ${norwegian.validateNorwegianIdNumber(norway)}`,
  );
  console.log(
    `${finland}: validator ${validator.isIdentityCard(finland, 'FI')}, finnish-ssn ${FinnishSSN.validate(finland)}`,
  );
}
JS
echo 'validator 13.15.35 takes a 39th of a 99th month for a day of birth.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
