#!/usr/bin/env bash
# Some payment APIs have their actions behind a colon, /payments/7:capture and /payments/7:refund.
# For msw a colon begins a parameter anywhere in an address: the first of the two handlers answers
# both, and a test of the refund passes although it got the answer to a capture. With the colon
# escaped, each answers its own.
#
# Packages: msw@2.15.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= as written: asked for capture, answered by capture
#= as written: asked for refund, answered by capture
#= escaped: asked for capture, answered by capture
#= escaped: asked for refund, answered by refund
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent msw@2.15.0
cat >try.mjs <<'JS'
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

const api = 'https://api.example/payments/7';
for (const [name, colon] of Object.entries({ 'as written': ':', escaped: '\\:' })) {
  const handlers = ['capture', 'refund'].map((action) =>
    http.post(`${api}${colon}${action}`, () => HttpResponse.text(action)),
  );
  const server = setupServer(...handlers);
  server.listen();
  for (const action of ['capture', 'refund']) {
    const response = await fetch(`${api}:${action}`, { method: 'POST' });
    console.log(`${name}: asked for ${action}, answered by ${await response.text()}`);
  }
  server.close();
}
JS
echo 'msw 2.15.0: what stands behind a colon in an address is any text.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
