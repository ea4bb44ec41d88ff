#!/usr/bin/env bash
# Cards that begin with 5019 are Dankort, the Danish debit card. card-validator (with credit-card-
# type, on which many card forms stand) knows no Dankort andcalls them Maestro; payment calls them
# Dankort. A list of saved cards shows the reader a card that she does not have.
#
# The number is a published test number.
#
# Packages: card-validator@10.0.4, payment@2.4.7.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= card-validator: Maestro, valid true
#= payment: dankort
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent card-validator@10.0.4 payment@2.4.7
cat >try.mjs <<'JS'
import validator from 'card-validator';
import payment from 'payment';

const number = '5019717010103742';
const { card, isValid } = validator.number(number);
console.log(`card-validator: ${card.niceType}, valid ${isValid}`);
console.log(`payment: ${payment.fns.cardType(number)}`);
JS
echo 'card-validator 10.0.4 calls a Dankort a Maestro; payment 2.4.7 calls it Dankort.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
