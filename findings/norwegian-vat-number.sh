#!/usr/bin/env bash
# A Norwegian VAT number is an organisation number with "MVA" behind it, and "NO" before it in trade
# abroad. No form of it is accepted by all four of these validators: what a checkout accepts, the
# bookkeeping behind it may refuse.
#
# The number is that of a public register (Brønnøysundregistrene).
#
# Packages: jsvat@2.5.4, jsvat-next@3.0.4, stdnum@1.12.0, norsk-validator@2.0.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= NO 974 760 673 MVA: jsvat, stdnum
#= NO974760673MVA: jsvat, stdnum
#= 974760673MVA: jsvat-next, stdnum, norsk-validator
#= NO974760673: jsvat
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  jsvat@2.5.4 jsvat-next@3.0.4 stdnum@1.12.0 norsk-validator@2.0.0
cat >try.mjs <<'JS'
import jsvat from 'jsvat';
import next from 'jsvat-next';
import norsk from 'norsk-validator';
import { stdnum } from 'stdnum';

const validators = {
  jsvat: (text) => jsvat.checkVAT(text, [jsvat.norway]).isValid,
  'jsvat-next': (text) => next.checkVAT(text, [next.norway]).isValid,
  stdnum: (text) => stdnum.NO.mva.validate(text).isValid,
  'norsk-validator': (text) => norsk.default.mvanummer(text),
};
for (const text of ['NO 974 760 673 MVA', 'NO974760673MVA', '974760673MVA', 'NO974760673']) {
  const yes = Object.keys(validators).filter((name) => validators[name](text));
  console.log(`${text}: ${yes.join(', ') || 'nobody'}`);
}
JS
cat <<'TEXT'
jsvat 2.5.4, jsvat-next 3.0.4, stdnum 1.12.0 and norsk-validator 2.0.0 on one Norwegian VAT
number.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
