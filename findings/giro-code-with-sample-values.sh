#!/usr/bin/env bash
# A QR code for a transfer (EPC069-12, version 002) has twelve lines, of which the BIC, the amount and the text may be empty:
# within the European Economic Area no BIC is needed, the payer may fill in the amount, and a reference and a text exclude
# each other. iban-qr-code fills what is not given with sample values: a BIC of no bank, 19.05 euro, a text beside the
# reference. What the payer scans is a well-formed transfer of an amount that nobody asked for. sepa-payment-qr-code leaves
# empty what is empty.
#
# Packages: iban-qr-code@1.0.0, sepa-payment-qr-code@2.0.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= iban-qr-code ["BCD", "002", "2", "SCT", "DEZZZYYYXXX", "Gazette", "FI2112345600000785", "EUR19.05", "", "RF18539007547034", "Testsubject", ""]
#= sepa-payment-qr-code ["BCD", "002", "1", "SCT", "", "Gazette", "FI2112345600000785", "", "", "RF18539007547034", "", ""]
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent iban-qr-code@1.0.0 sepa-payment-qr-code@2.0.2
cat >try.mjs <<'JS'
import { girocode } from 'iban-qr-code';
import sepaPaymentQrCode from 'sepa-payment-qr-code';

const lines = (text) => JSON.stringify(text.split('\n')).replaceAll('","', '", "');
const payee = { name: 'Gazette', iban: 'FI2112345600000785' };
console.log(`iban-qr-code ${lines(girocode({ ...payee, version: '002', ref: 'RF18539007547034' }))}`);
console.log(
  `sepa-payment-qr-code ${lines(sepaPaymentQrCode({ ...payee, amount: null, structuredReference: 'RF18539007547034' }))}`,
);
JS
echo 'iban-qr-code 1.0.0 fills a transfer with sample values.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
