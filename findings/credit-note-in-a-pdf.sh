#!/usr/bin/env bash
# Intl writes a negative Norwegian (Swedish, Finnish) amount with U+2212, the real minus sign. The
# standard fonts of PDF have no such sign, and each of three libraries does something else with
# it: pdfkit writes its two bytes, a quotation mark and a control character, so that a credit
# note's minus sign is gone; jsPDF writes the whole text in an encoding that the font does not
# have, a NUL before each sign; pdf-lib throws. With a hyphen, or an embedded font, all is well.
#
# Packages: pdfkit@0.20.2, jspdf@4.2.1, pdf-lib@1.17.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= −149,00 pdfkit: "\"\u0012149,00"
#= −149,00 jspdf: "\"\u0012\u00001\u00004\u00009\u0000,\u00000\u00000"
#= −149,00 pdfLib: "WinAnsi cannot encode \"−\" (0x2212)"
#= -149,00 pdfkit: "-149,00"
#= -149,00 jspdf: "-149,00"
#= -149,00 pdfLib: "drawn"
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent pdfkit@0.20.2 jspdf@4.2.1 pdf-lib@1.17.1
cat >try.mjs <<'JS'
import { jsPDF } from 'jspdf';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import PdfKit from 'pdfkit';

/** The bytes that pdfkit has a page show. */
async function pdfkit(text) {
  const file = new PdfKit({ compress: false });
  const chunks = [];
  file.on('data', (chunk) => chunks.push(chunk));
  file.text(text);
  file.end();
  await new Promise((resolve) => file.on('end', resolve));
  const [shown] = Buffer.concat(chunks)
    .toString('latin1')
    .match(/\[<.*> 0\] TJ/);
  const hex = shown.match(/<[0-9a-f]+>/g).map((part) => part.slice(1, -1));
  return Buffer.from(hex.join(''), 'hex').toString('latin1');
}
/** The bytes that jsPDF has a page show. */
function jspdf(text) {
  const file = new jsPDF({ compress: false });
  file.text(text, 10, 10);
  return file.output().match(/\((.*)\) Tj/)[1];
}
async function pdfLib(text) {
  const file = await PDFDocument.create();
  const font = await file.embedFont(StandardFonts.Helvetica);
  file.addPage().drawText(text, { font });
  return 'drawn';
}
const amount = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 2 }).format(-149);
for (const text of [amount, amount.replace('\u2212', '-')])
  for (const show of [pdfkit, jspdf, pdfLib]) {
    const shown = await Promise.resolve(text)
      .then(show)
      .catch(({ message }) => message);
    console.log(`${text} ${show.name}: ${JSON.stringify(shown)}`);
  }
JS
cat <<'TEXT'
A negative Norwegian amount in a PDF: pdfkit 0.20.2, jspdf 4.2.1 and pdf-lib 1.17.1 with their
standard fonts.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
