#!/usr/bin/env bash
# A login address carries the address to return to as a parameter; ":", "/" and "?" may stand there
# as they are (RFC 3986, 3.4), and many write it so. Helpers that tidy addresses look at the text
# without regard to where the query begins: ufo takes a slash from the end of the parameter and one
# from its middle, url-join turns its "?" into "&", so that a part of the return address becomes a
# parameter of the login server. A server that compares the address with a list refuses the reader.
#
# Packages: ufo@1.6.4, url-join@5.2.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= withoutTrailingSlash: returnUrl = https://paper.example/
#=   -> returnUrl = https://paper.example
#= cleanDoubleSlashes: returnUrl = https://paper.example/read//account
#=   -> returnUrl = https://paper.example/read/account
#= url-join: returnUrl = https://paper.example/account?tab=invoices
#=   -> returnUrl = https://paper.example/account, tab = invoices
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent ufo@1.6.4 url-join@5.2.0
cat >try.mjs <<'JS'
import { cleanDoubleSlashes, withoutTrailingSlash } from 'ufo';
import urlJoin from 'url-join';

const login = (returnUrl) => `https://login.example/start?returnUrl=${returnUrl}`;
const returned = (address) => [...new URL(address).searchParams].map((pair) => pair.join(' = '));
const cases = {
  withoutTrailingSlash: [withoutTrailingSlash, login('https://paper.example/')],
  cleanDoubleSlashes: [cleanDoubleSlashes, login('https://paper.example/read//account')],
  'url-join': [(address) => urlJoin(address), login('https://paper.example/account?tab=invoices')],
};
for (const [name, [tidy, address]] of Object.entries(cases)) {
  console.log(`${name}: ${returned(address)}`);
  console.log(`  -> ${returned(tidy(address)).join(', ')}`);
}
JS
echo 'ufo 1.6.4 and url-join 5.2.0 change an address within a query.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
