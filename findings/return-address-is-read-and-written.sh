#!/usr/bin/env bash
# A page to which a payment returns reads its address, adds a parameter and writes it again. What such an address may hold
# (URL Standard, application/x-www-form-urlencoded; RFC 3986, 3.4) does not all come out of it: url-parse keeps the first of
# two parameters of one name; qss makes numbers of what looks like one, so that a reference loses its zeros and its last
# digits, and cuts a value at its "=", with which a token in base64 ends; domurl cuts it as well. None of the three throws.
# URLSearchParams and query-string give back what they got.
#
# Packages: url-parse@1.5.10, qss@3.0.0, domurl@2.3.4, query-string@9.5.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= URLSearchParams: kid 0012345678901234567890, token YWJjZA==, status initiated, status finished, seen 1
#= query-string: kid 0012345678901234567890, token YWJjZA==, status initiated, status finished, seen 1
#= url-parse: kid 0012345678901234567890, token YWJjZA==, status initiated, seen 1
#= qss: kid 12345678901234567000, token YWJjZA, status initiated, status finished, seen 1
#= domurl: kid 0012345678901234567890, token YWJjZA, status initiated, status finished, seen 1
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  url-parse@1.5.10 qss@3.0.0 domurl@2.3.4 query-string@9.5.1
cat >try.mjs <<'JS'
import Domurl from 'domurl';
import { decode, encode } from 'qss';
import queryString from 'query-string';
import urlParse from 'url-parse';

const base = 'https://gazette.example/account';
const query = 'kid=0012345678901234567890&token=YWJjZA==&status=initiated&status=finished';
const ways = {
  URLSearchParams: () => {
    const parameters = new URLSearchParams(query);
    parameters.append('seen', '1');
    return parameters.toString();
  },
  'query-string': () =>
    queryString.stringify({ ...queryString.parse(query, { sort: false }), seen: 1 }, { sort: false }),
  'url-parse': () => {
    const url = urlParse(`${base}?${query}`, true);
    url.set('query', { ...url.query, seen: 1 });
    return url.toString().split('?')[1];
  },
  qss: () => encode({ ...decode(query), seen: 1 }),
  domurl: () => {
    const url = new Domurl(`${base}?${query}`);
    url.query.seen = 1;
    return url.toString().split('?')[1];
  },
};
for (const [name, way] of Object.entries(ways)) {
  const kept = [...new URLSearchParams(way())].map(([key, value]) => `${key} ${value}`);
  console.log(`${name}: ${kept.join(', ')}`);
}
JS
echo 'A return address that is read and written again has lost something in three of five parsers.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
