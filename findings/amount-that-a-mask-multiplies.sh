#!/usr/bin/env bash
# An API writes an amount as a text with a point, "1149.50", so that no digit is lost. Put into a field that is set up the
# Norwegian way (comma, blank), it is a hundred times as much in four of seven: they take the point for a sign to be
# dropped. react-currency-format does so with the text alone, the number 1149.5 it shows right; the formatter
# currency-formatter does it the other way round, with the text that it has itself written. None says anything, and what
# stands there is a well-formed amount.
#
# Packages: cleave.js@1.6.0, cleave-zen@0.0.17, imask@7.6.1, react-currency-format@1.1.0, react-number-format@5.4.5,
# react-currency-input-field@4.0.7, autonumeric@4.10.10, currency-formatter@1.5.9, react@17.0.2, react-dom@17.0.2,
# jsdom@26.1.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= cleave.js: 114 950
#= cleave-zen: 114 950
#= imask: 114 950,00
#= react-currency-format: 114 950,00
#= react-number-format: 1 149,50
#= react-currency-input-field: 1 149,50
#= autonumeric: 1 149,50
#= currency-formatter: kr 1 149,50
#= react-currency-format of the number: 1 149,50
#= currency-formatter of its own 1 149,50: 114 950,00
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  cleave.js@1.6.0 cleave-zen@0.0.17 imask@7.6.1 react-currency-format@1.1.0 react-number-format@5.4.5 \
  react-currency-input-field@4.0.7 autonumeric@4.10.10 currency-formatter@1.5.9 react@17.0.2 react-dom@17.0.2 \
  jsdom@26.1.0
cat >try.mjs <<'JS'
import { JSDOM } from 'jsdom';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { window } = new JSDOM('', { url: 'http://localhost/' });
for (const name of ['document', 'HTMLElement', 'HTMLInputElement', 'Event', 'CustomEvent'])
  globalThis[name] = window[name];
globalThis.window = window;
Object.defineProperty(globalThis, 'navigator', { value: window.navigator, configurable: true });

const Cleave = require('cleave.js');
const { formatNumeral } = require('cleave-zen');
const { default: IMask } = await import('imask');
const { createElement } = require('react');
const { renderToStaticMarkup } = require('react-dom/server');
const { NumericFormat } = require('react-number-format');
const { formatValue } = require('react-currency-input-field');
const AutoNumeric = require('autonumeric');
const CurrencyFormat = require('react-currency-format');
const currencyFormatter = require('currency-formatter');

const field = (value) => {
  const input = window.document.createElement('input');
  input.value = value;
  window.document.body.append(input);
  return input;
};
const shown = (component, value) =>
  renderToStaticMarkup(
    createElement(component.default ?? component, {
      value,
      displayType: 'text',
      thousandSeparator: ' ',
      decimalSeparator: ',',
      decimalScale: 2,
      fixedDecimalScale: true,
    }),
  ).replace(/<[^>]*>/g, '');
const ways = {
  'cleave.js': (value) => {
    const input = field(value);
    new Cleave(input, { numeral: true, delimiter: ' ', numeralDecimalMark: ',' });
    return input.value;
  },
  'cleave-zen': (value) => formatNumeral(value, { delimiter: ' ', numeralDecimalMark: ',' }),
  imask: (value) => {
    const input = field(value);
    const mask = IMask(input, {
      mask: Number,
      radix: ',',
      thousandsSeparator: ' ',
      scale: 2,
      padFractionalZeros: true,
    });
    return mask.value;
  },
  'react-currency-format': (value) => shown(CurrencyFormat, value),
  'react-number-format': (value) => shown(NumericFormat, value),
  'react-currency-input-field': (value) => formatValue({ value, groupSeparator: ' ', decimalSeparator: ',' }),
  autonumeric: (value) => AutoNumeric.format(value, { decimalCharacter: ',', digitGroupSeparator: ' ' }),
  'currency-formatter': (value) => currencyFormatter.format(value, { code: 'NOK' }),
};
for (const [name, way] of Object.entries(ways)) console.log(`${name}: ${way('1149.50')}`);
console.log(`react-currency-format of the number: ${shown(CurrencyFormat, 1149.5)}`);
const own = currencyFormatter.format(1149.5, { code: 'NOK', format: '%v' });
console.log(`currency-formatter of its own ${own}: ${currencyFormatter.format(own, { code: 'NOK', format: '%v' })}`);
JS
echo 'Four fields of amounts and a formatter make 1149.50 a hundred times as much.'
NODE_ENV=production node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
