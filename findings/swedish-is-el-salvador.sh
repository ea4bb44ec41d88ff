#!/usr/bin/env bash
# locale-currency takes, by its manual, a BCP 47 tag or a country. A tag of a language alone, as `lang` and a browser's
# settings mostly have it, is one, but it is looked up as a country: Swedish (sv) has the currency of El Salvador, Estonian
# (et) that of Ethiopia, Northern Sami (se) that of Sweden; Norwegian Bokmål, Nynorsk, Danish and English have none. The
# answers that fit (no, fi, is) do so since language and country happen to have the same two letters. Bulgaria still has its
# old currency, which the euro replaced in January 2026.
#
# Packages: locale-currency@1.0.0, country-to-currency@3.0.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= sv: SVC; sv in SE: SEK
#= et: ETB; et in EE: EUR
#= se: SEK; se in NO: NOK
#= nb: null; nb in NO: NOK
#= nn: null; nn in NO: NOK
#= da: null; da in DK: DKK
#= en: null; en in US: USD
#= no: NOK; no in NO: NOK
#= fi: EUR; fi in FI: EUR
#= sv-SE: SEK; sv in SE: SEK
#= bg-BG: BGN; bg in BG: EUR
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent locale-currency@1.0.0 country-to-currency@3.0.1
cat >try.mjs <<'JS'
import countryToCurrency from 'country-to-currency';
import { getCurrency } from 'locale-currency';

for (const tag of ['sv', 'et', 'se', 'nb', 'nn', 'da', 'en', 'no', 'fi', 'sv-SE', 'bg-BG']) {
  const { language, region } = new Intl.Locale(tag).maximize();
  console.log(`${tag}: ${getCurrency(tag)}; ${language} in ${region}: ${countryToCurrency[region]}`);
}
JS
echo 'locale-currency 1.0.0: a reader of Swedish pays in the currency of El Salvador.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
