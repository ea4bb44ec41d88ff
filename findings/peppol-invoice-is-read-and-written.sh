#!/usr/bin/env bash
# An EHF is a Peppol invoice (Peppol BIS Billing 3.0, EN 16931). Read and written again by einvoicing, which says that it
# fully adheres to both, it has another reference to pay with: a KID of 25 digits becomes 1.2345678901234568e+22, one of 13
# loses its zeros. So do the buyer's reference and the postal code 0150. The rounding to whole crowns is taken out, and
# added to the total with VAT in its place. A credit note comes out as an element Invoice within the names of the credit
# note, which is neither; who reads it by the element's name alone takes the money that is given back for a debt. Nothing
# is thrown. Company numbers keep their zeros.
#
# Packages: einvoicing@0.0.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= Invoice: PaymentID 0000000012344, BuyerReference 0042, PostalZone 0150, TaxInclusiveAmount 186.25, PayableRoundingAmount -0.25, PayableAmount 186.00
#=   element Invoice of Invoice: PaymentID 12344, BuyerReference 42, PostalZone 150, TaxInclusiveAmount 186, PayableRoundingAmount none, PayableAmount 186
#= Invoice: PaymentID 0012345678901234567890122, BuyerReference 0042, PostalZone 0150, TaxInclusiveAmount 186.25, PayableRoundingAmount -0.25, PayableAmount 186.00
#=   element Invoice of Invoice: PaymentID 1.2345678901234568e+22, BuyerReference 42, PostalZone 150, TaxInclusiveAmount 186, PayableRoundingAmount none, PayableAmount 186
#= CreditNote: PaymentID 0000000012344, BuyerReference 0042, PostalZone 0150, TaxInclusiveAmount 186.25, PayableRoundingAmount -0.25, PayableAmount 186.00
#=   element Invoice of CreditNote: PaymentID 12344, BuyerReference 42, PostalZone 150, TaxInclusiveAmount 186, PayableRoundingAmount none, PayableAmount 186
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent einvoicing@0.0.3
cat >try.mjs <<'JS'
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { UblReader, UblWriter } = require('einvoicing');

const amount = (name, value) => `<cbc:${name} currencyID="NOK">${value}</cbc:${name}>`;
const vat = (name) =>
  `<cac:${name}><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${name}>`;
const party = (name, id) =>
  `<cac:Party><cbc:EndpointID schemeID="0192">${id}</cbc:EndpointID><cac:PostalAddress><cbc:CityName>Oslo</cbc:CityName>` +
  `<cbc:PostalZone>0150</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NO</cbc:IdentificationCode></cac:Country>` +
  `</cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>NO${id}MVA</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>` +
  `</cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName>` +
  `<cbc:CompanyID schemeID="0192">${id}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`;
const document = (type, kid) => {
  const invoice = type === 'Invoice';
  const quantity = invoice ? 'InvoicedQuantity' : 'CreditedQuantity';
  return (
    `<${type} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${type}-2" ` +
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" ' +
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">' +
    '<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>' +
    '<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>' +
    `<cbc:ID>1001</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>${invoice ? '<cbc:DueDate>2026-12-15</cbc:DueDate>' : ''}` +
    `<cbc:${type}TypeCode>${invoice ? 380 : 381}</cbc:${type}TypeCode>` +
    '<cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode><cbc:BuyerReference>0042</cbc:BuyerReference>' +
    `<cac:AccountingSupplierParty>${party('Gazette AS', '123456785')}</cac:AccountingSupplierParty>` +
    `<cac:AccountingCustomerParty>${party('Reader AS', '012345674')}</cac:AccountingCustomerParty>` +
    `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>${kid}</cbc:PaymentID>` +
    '<cac:PayeeFinancialAccount><cbc:ID>12345678903</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>' +
    `<cac:TaxTotal>${amount('TaxAmount', '37.25')}<cac:TaxSubtotal>${amount('TaxableAmount', '149.00')}` +
    `${amount('TaxAmount', '37.25')}${vat('TaxCategory')}</cac:TaxSubtotal></cac:TaxTotal><cac:LegalMonetaryTotal>` +
    amount('LineExtensionAmount', '149.00') +
    amount('TaxExclusiveAmount', '149.00') +
    amount('TaxInclusiveAmount', '186.25') +
    amount('PayableRoundingAmount', '-0.25') +
    amount('PayableAmount', '186.00') +
    `</cac:LegalMonetaryTotal><cac:${type}Line><cbc:ID>1</cbc:ID><cbc:${quantity} unitCode="MON">1</cbc:${quantity}>` +
    `${amount('LineExtensionAmount', '149.00')}<cac:Item><cbc:Name>Subscription</cbc:Name>${vat('ClassifiedTaxCategory')}` +
    `</cac:Item><cac:Price>${amount('PriceAmount', '149.00')}</cac:Price></cac:${type}Line></${type}>`
  );
};
const names = 'PaymentID BuyerReference PostalZone TaxInclusiveAmount PayableRoundingAmount PayableAmount'.split(' ');
const read = (xml) =>
  names.map((name) => `${name} ${new RegExp(`<cbc:${name}[^>]*>([^<]*)`).exec(xml)?.[1] ?? 'none'}`).join(', ');
for (const [type, kid] of [
  ['Invoice', '0000000012344'],
  ['Invoice', '0012345678901234567890122'],
  ['CreditNote', '0000000012344'],
]) {
  const xml = document(type, kid);
  const written = await new UblWriter().write(await new UblReader().read(xml));
  const [, element, of] = /<(\w+) xmlns="[^"]*:(\w+)-2"/.exec(written);
  console.log(`${type}: ${read(xml)}`);
  console.log(`  element ${element} of ${of}: ${read(written)}`);
}
JS
echo 'einvoicing 0.0.3 changes the references and totals of a Peppol invoice, and makes an Invoice of a credit note.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
