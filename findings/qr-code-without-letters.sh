#!/usr/bin/env bash
# A payment code has a payee or a message in it. qrcode-generator keeps the low byte of each sign:
# a dash becomes a control character, and å, ä, ö, æ and ø are bytes that two readers cannot make
# anything of, not even of the rest of the text. qrcode, of the same text, writes UTF-8, which
# both read. With a stringToBytes of UTF-8 its codes are read too.
#
# Packages: qrcode-generator@2.0.4, qrcode@1.5.4, jsqr@1.4.0, @zxing/library@0.21.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= '149 kr' qrcode-generator: jsqr "149 kr", zxing "149 kr"
#= '149 kr' qrcode: jsqr "149 kr", zxing "149 kr"
#= 'Gjøvik Avis' qrcode-generator: jsqr "", zxing "FormatException"
#= 'Gjøvik Avis' qrcode: jsqr "Gjøvik Avis", zxing "Gjøvik Avis"
#= 'Faktura 7 – 149 kr' qrcode-generator: jsqr "Faktura 7 \u0013 149 kr", zxing "Faktura 7 \u0013 149 kr"
#= 'Faktura 7 – 149 kr' qrcode: jsqr "Faktura 7 – 149 kr", zxing "Faktura 7 – 149 kr"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  qrcode-generator@2.0.4 qrcode@1.5.4 jsqr@1.4.0 @zxing/library@0.21.3
cat >try.mjs <<'JS'
import zxing from '@zxing/library';
import jsqr from 'jsqr';
import qrcode from 'qrcode';
import generate from 'qrcode-generator';

/** What two readers read of a code, drawn with a margin of 4 modules, 4 pixels each. */
function read(size, isDark) {
  const width = (size + 8) * 4;
  const at = (pixel) => Math.floor(pixel / 4) - 4;
  const isInside = (row, column) => Math.min(row, column) >= 0 && Math.max(row, column) < size;
  const grey = Uint8ClampedArray.from({ length: width * width }, (_, index) => {
    const [row, column] = [at(index / width), at(index % width)];
    return isInside(row, column) && isDark(row, column) ? 0 : 255;
  });
  const colours = Uint8ClampedArray.from(
    { length: grey.length * 4 },
    (_, index) => grey[index >> 2],
  );
  const source = new zxing.RGBLuminanceSource(grey, width, width);
  const bitmap = new zxing.BinaryBitmap(new zxing.HybridBinarizer(source));
  let second;
  try {
    second = new zxing.QRCodeReader().decode(bitmap).getText();
  } catch (error) {
    second = error.name;
  }
  return `jsqr ${JSON.stringify(jsqr(colours, width, width)?.data)}, zxing ${JSON.stringify(second)}`;
}
for (const text of ['149 kr', 'Gjøvik Avis', 'Faktura 7 – 149 kr']) {
  const code = generate(0, 'M');
  code.addData(text);
  code.make();
  console.log(
    `'${text}' qrcode-generator: ${read(code.getModuleCount(), (y, x) => code.isDark(y, x))}`,
  );
  const { modules } = qrcode.create(text);
  console.log(`'${text}' qrcode: ${read(modules.size, (y, x) => modules.get(y, x))}`);
}
JS
cat <<'TEXT'
qrcode-generator 2.0.4: a payee's ø and a dash do not come through.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
