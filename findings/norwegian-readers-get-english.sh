#!/usr/bin/env bash
# Browsers ask for Bokmål as "nb" and for Nynorsk as "nn"; sites say "no", "nb" or both. negotiator
# compares codes: a reader of "nb" gets English from a site in "no", and one of "no" from a site in
# "nb". The matcher of FormatJS, which Next.js names beside it, knows that "no" is "nb" and that
# "nn" is near to it; but a reader of Nynorsk whose browser names English in the last place gets
# English.
#
# Packages: negotiator@1.1.0, @formatjs/intl-localematcher@0.10.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= "nb-NO,nb;q=0.9,en;q=0.8" of no, en: negotiator en, FormatJS no
#= "no,en;q=0.8" of nb, en: negotiator en, FormatJS nb
#= "nn-NO,nn;q=0.9" of nb, en: negotiator undefined, FormatJS nb
#= "nn-NO,nn;q=0.9,en;q=0.1" of nb, en: negotiator en, FormatJS en
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  negotiator@1.1.0 @formatjs/intl-localematcher@0.10.1
cat >try.mjs <<'JS'
import { match } from '@formatjs/intl-localematcher';
import Negotiator from 'negotiator';

const cases = [
  ['nb-NO,nb;q=0.9,en;q=0.8', ['no', 'en']],
  ['no,en;q=0.8', ['nb', 'en']],
  ['nn-NO,nn;q=0.9', ['nb', 'en']],
  ['nn-NO,nn;q=0.9,en;q=0.1', ['nb', 'en']],
];
for (const [header, available] of cases) {
  const negotiator = new Negotiator({ headers: { 'accept-language': header } });
  const found = `negotiator ${negotiator.languages(available)[0]}`;
  const matched = `FormatJS ${match(negotiator.languages(), available, 'en')}`;
  console.log(`"${header}" of ${available.join(', ')}: ${found}, ${matched}`);
}
JS
echo 'negotiator 1.1.0 and @formatjs/intl-localematcher 0.10.1: what Norwegian readers get.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
