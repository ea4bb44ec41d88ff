#!/usr/bin/env bash
# A KID (the reference of a Norwegian payment) ends in a check digit, by modulus 10 or modulus 11.
# These validators work out the modulus 10 digit as "10 minus the last figure of the sum" and so
# expect a digit "10" where it is 0: every tenth correct KID is refused.
#
# Modulus 11 has a rest for which the check character is a hyphen; a KID of that kind is refused
# too. norwegian-numbers makes and accepts both.
#
# Packages: norsk-validator@2.0.0, @ssfbank/norwegian-id-validators@1.0.0, norwegian-numbers@1.0.9.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= norsk-validator: 100 of 1000 refused, 100 of them end in 0
#=   100032 true, 100040 false, 1009- false
#= norwegian-id-validators: 100 of 1000 refused, 100 of them end in 0
#=   100032 true, 100040 false, 1009- false
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  norsk-validator@2.0.0 @ssfbank/norwegian-id-validators@1.0.0 norwegian-numbers@1.0.9
cat >try.mjs <<'JS'
import ssf from '@ssfbank/norwegian-id-validators';
import { makeKidNumber } from 'norwegian-numbers';
import norsk from 'norsk-validator';

const right = Array.from({ length: 1000 }, (_, i) => makeKidNumber(String(10_000 + i), 'MOD10'));
const hyphen = makeKidNumber('1009', 'MOD11');
const report = (name, accepts) => {
  const refused = right.filter((kid) => !accepts(kid, false, true));
  const zeros = refused.filter((kid) => kid.endsWith('0')).length;
  console.log(`${name}: ${refused.length} of ${right.length} refused, ${zeros} of them end in 0`);
  console.log(
    `  100032 ${accepts('100032')}, 100040 ${accepts('100040')}, ${hyphen} ${accepts(hyphen)}`,
  );
};
report('norsk-validator', norsk.default.kidnummer);
report('norwegian-id-validators', ssf.validateKid);
JS
cat <<'TEXT'
norsk-validator 2.0.0 and its fork @ssfbank/norwegian-id-validators 1.0.0 refuse every tenth
correct KID.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
