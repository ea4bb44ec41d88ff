#!/usr/bin/env bash
# The alphabet of text messages (GSM 03.38) has the letters æ, ø, å, ä and ö, and no no-break
# space. Intl puts one into each Nordic amount: a reminder that fits into one message as a person
# types it takes three, at three times the price, because the whole text is then sent as UCS-2.
# The two texts look the same.
#
# Packages: split-sms@0.1.7, sms-segments-calculator@1.3.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= typed, 148 signs: 1 (GSM), 1 (GSM-7)
#= Intl, 148 signs: 3 (Unicode), 3 (UCS-2)
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  split-sms@0.1.7 sms-segments-calculator@1.3.0
cat >try.mjs <<'JS'
import { SegmentedMessage } from 'sms-segments-calculator';
import { split } from 'split-sms';

const format = new Intl.NumberFormat('nb-NO', { style: 'currency', currency: 'NOK' });
const remind = (amount) =>
  `Hei! Fakturaen fra Gjøvik Avis på ${amount} forfaller 15. desember. Betal med Vipps på ` +
  'avis.example/betal. Takk for at du leser avisen vår hver dag!';
for (const [name, amount] of Object.entries({ typed: '149,00 kr', Intl: format.format(149) })) {
  const text = remind(amount);
  const { parts, characterSet } = split(text);
  const { segmentsCount, encodingName } = new SegmentedMessage(text);
  console.log(
    `${name}, ${text.length} signs: ${parts.length} (${characterSet}), ${segmentsCount} (${encodingName})`,
  );
}
JS
cat <<'TEXT'
split-sms 0.1.7 and sms-segments-calculator 1.3.0: a space of Intl makes three messages of one.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
