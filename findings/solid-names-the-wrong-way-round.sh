#!/usr/bin/env bash
# On a custom element, Solid sets a dynamic value as a property, and finds the property's name
# itself: "invoice-number" becomes invoiceNumber, but invoiceNumber becomes invoicenumber, which
# nobody reads. Whoever writes the name as the class has it sets nothing, without a word, and what
# holds for a value that changes does not hold for a constant text: that is written as an attribute.
#
# Packages: babel-preset-solid@1.9.16, @babel/core@7.29.13, solid-js@1.9.20.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= invoice-number={number()} -> property invoiceNumber
#= invoiceNumber={number()} -> property invoicenumber
#= prop:invoiceNumber={number()} -> property invoiceNumber
#= invoiceNumber="1" -> attribute invoicenumber=1
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  babel-preset-solid@1.9.16 @babel/core@7.29.13 solid-js@1.9.20
cat >try.mjs <<'JS'
import { transformSync } from '@babel/core';
import solid from 'babel-preset-solid';

const compile = (attribute) => {
  const options = { presets: [solid], babelrc: false, configFile: false };
  const { code } = transformSync(`const element = <pay-invoice ${attribute}/>;`, options);
  const property = /_el\$\.(\w+) = (?!_\$)|setProperty\(_el\$, "([^"]+)"/.exec(code);
  const html = /<pay-invoice ([^>]+)>/.exec(code);
  return property ? `property ${property[1] ?? property[2]}` : `attribute ${html?.[1]}`;
};
for (const attribute of [
  'invoice-number={number()}',
  'invoiceNumber={number()}',
  'prop:invoiceNumber={number()}',
  'invoiceNumber="1"',
])
  console.log(`${attribute} -> ${compile(attribute)}`);
JS
echo 'babel-preset-solid 1.9.16: which property a name in JSX sets on a custom element.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
