#!/usr/bin/env bash
# The length of an IBAN is fixed for each country (ISO 13616): 15 in Norway, 24 in Sweden. fast-iban and bic-from-iban look
# at the two check digits alone, so that a number with a digit too many, with a letter among the digits, or of a country
# that there is not, is valid. The check digits find a wrong digit, which is what they are for; a text that was joined
# with the next column, or cut off, and given check digits by a generator, they cannot. fast-iban makes such a number
# itself, since its generateIBAN does not look at the account number either unless told. iban and ibantools refuse all.
#
# Packages: fast-iban@1.2.0, bic-from-iban@1.0.0, iban@0.0.14, ibantools@4.5.4.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= an account of 11 digits, NO7112345678903: fast-iban true, bic-from-iban true, iban true, ibantools true
#= a digit more, NO11123456789030: fast-iban true, bic-from-iban true, iban false, ibantools false
#= a letter, NO661234567890A: fast-iban true, bic-from-iban true, iban false, ibantools false
#= half of a Swedish one, SE9650000000058398: fast-iban true, bic-from-iban true, iban false, ibantools false
#= a country that is none, QQ3812345678903: fast-iban true, bic-from-iban true, iban false, ibantools false
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  fast-iban@1.2.0 bic-from-iban@1.0.0 iban@0.0.14 ibantools@4.5.4
cat >try.mjs <<'JS'
import bicFromIban from 'bic-from-iban';
import fastIban from 'fast-iban';
import iban from 'iban';
import { isValidIBAN } from 'ibantools';

for (const [what, account, country] of [
  ['an account of 11 digits', '12345678903', 'NO'],
  ['a digit more', '123456789030', 'NO'],
  ['a letter', '1234567890A', 'NO'],
  ['half of a Swedish one', '50000000058398', 'SE'],
  ['a country that is none', '12345678903', 'QQ'],
]) {
  const number = fastIban.generateIBAN(account, country);
  const answers = [
    fastIban.validateIBAN(number),
    bicFromIban.validateIBAN(number),
    iban.isValid(number),
    isValidIBAN(number),
  ];
  console.log(
    `${what}, ${number}: fast-iban ${answers[0]}, bic-from-iban ${answers[1]}, iban ${answers[2]}, ibantools ${answers[3]}`,
  );
}
JS
echo 'fast-iban 1.2.0 and bic-from-iban 1.0.0 take an IBAN of any length, of any country.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
