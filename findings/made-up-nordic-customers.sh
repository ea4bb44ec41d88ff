#!/usr/bin/env bash
# A Norwegian account number has a check digit of its own within the IBAN. faker makes IBANs that
# are right on the outside and wrong inside: of a thousand for Norway, ibantools refuses nine in
# ten, and none for Sweden, Denmark and Finland. Telephone numbers of its Nordic locales are often
# none, and those that are seldom belong to a mobile, as one that pays by Vipps, Swish or
# MobilePay has to. A test that fills a form with them fails now and then.
#
# Packages: @faker-js/faker@10.6.0, ibantools@4.5.4, libphonenumber-js@1.13.16.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= NO: of 1000 each, valid: IBANs 90, telephone numbers 535, mobile 157
#= SE: of 1000 each, valid: IBANs 1000, telephone numbers 676, mobile 401
#= DK: of 1000 each, valid: IBANs 1000, telephone numbers 855, mobile 836
#= FI: of 1000 each, valid: IBANs 1000, telephone numbers 418, mobile 7
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  @faker-js/faker@10.6.0 ibantools@4.5.4 libphonenumber-js@1.13.16
cat >try.mjs <<'JS'
import { fakerDA, fakerFI, fakerNB_NO, fakerSV } from '@faker-js/faker';
import { isValidIBAN } from 'ibantools';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const mobile = ['MOBILE', 'FIXED_LINE_OR_MOBILE'];
for (const [country, faker] of Object.entries({
  NO: fakerNB_NO,
  SE: fakerSV,
  DK: fakerDA,
  FI: fakerFI,
})) {
  const many = (make) => {
    faker.seed(1);
    return Array.from({ length: 1000 }, make);
  };
  const ibans = many(() => faker.finance.iban({ countryCode: country })).filter((text) =>
    isValidIBAN(text),
  );
  const phones = many(() => faker.phone.number({ style: 'international' }))
    .map((text) => parsePhoneNumberFromString(text, country))
    .filter((phone) => phone?.isValid());
  const mobiles = phones.filter((phone) => mobile.includes(phone.getType()));
  const counts = `telephone numbers ${phones.length}, mobile ${mobiles.length}`;
  console.log(`${country}: of 1000 each, valid: IBANs ${ibans.length}, ${counts}`);
}
JS
cat <<'TEXT'
@faker-js/faker 10.6.0: made-up Norwegian accounts and Nordic telephone numbers that are none.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
