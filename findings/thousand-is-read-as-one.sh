#!/usr/bin/env bash
# eSpeak NG is a voice that the screen reader NVDA comes with. In Norwegian, Swedish and Finnish Intl writes an
# amount with a no-break space behind the thousands, and of that the voice makes two numbers: 1 149 crowns are "one, a
# hundred and forty-nine". With a plain space, which Intl does not write, it reads "a thousand". The minus of Intl
# (U+2212) is spoken by the English voice. What a screen reader hands to the voice is its own affair; a site that has
# amounts read aloud has to see to the space itself.
#
# The sounds are written out in phonetic letters instead of being spoken: tˈʉːsən, tˈʉsɛn and tˈuhat are a thousand.
#
# Packages: espeak-ng@1.0.2 (eSpeak NG 1.52-dev as WebAssembly).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= nb, U+00A0: ˈeːn ˈɛt hˈʉndrauːɡ fˈøːrtiːnˈiː kɔmmɑ nˈʉl nˈʉl kˌoːˈɛːr
#= nb, plain space: ˈɛt tˈʉːsən ˈɛt hˈʉndrauːɡ fˈøːrtiːnˈiː kɔmmɑ nˈʉl nˈʉl kˌoːˈɛːr
#= sv, U+00A0: ˈɛt ˈɛthˈɵndra fˌœrtɪnˈiːuː pˈɵŋkt nˈɔl nˈɔl kˌoːˈɛr
#= sv, plain space: ˈɛt tˈʉsɛn ˈɛthˈɵndra fˌœrtɪnˈiːuː pˈɵŋkt nˈɔl nˈɔl kˌoːˈɛr
#= fi, U+00A0: ˈyksi sˈata nˌeljækymmentæˈyhdeksˌæn pilkːunˈollanˈolla sˈek
#= fi, plain space: tˈuhat sˈata nˌeljækymmentæˈyhdeksˌæn pilkːunˈollanˈolla sˈek
#= nb, minus of Intl: (en)mˈaɪnəs(no) ˈɛt hˈʉndrauːɡ fˈøːrtiːnˈiː
#= nb, hyphen: mˈiːnʉːs ˈɛt hˈʉndrauːɡ fˈøːrtiːnˈiː
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent espeak-ng@1.0.2
cat >try.mjs <<'JS'
import speaker from 'espeak-ng';

async function sounds(voice, text) {
  const options = ['-q', '-b', '1', '--ipa', '--phonout', 'sounds', '-v', voice];
  const { FS } = await speaker({ arguments: [...options, '--', text] });
  return FS.readFile('sounds', { encoding: 'utf8' }).trim();
}
for (const locale of ['nb', 'sv', 'fi']) {
  const style = { style: 'currency', currency: 'SEK', currencyDisplay: 'narrowSymbol' };
  const intl = new Intl.NumberFormat(locale, style).format(1149);
  const [space] = intl.match(/(?<=1)\D(?=149)/);
  const code = space.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  console.log(`${locale}, U+${code}: ${await sounds(locale, intl)}`);
  console.log(`${locale}, plain space: ${await sounds(locale, intl.replaceAll(space, ' '))}`);
}
console.log(`nb, minus of Intl: ${await sounds('nb', new Intl.NumberFormat('nb').format(-149))}`);
console.log(`nb, hyphen: ${await sounds('nb', '-149')}`);
JS
cat <<'TEXT'
espeak-ng 1.0.2: 1149 crowns, as Intl writes them, are read as one and a hundred and forty-nine.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
