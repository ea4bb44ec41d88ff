#!/usr/bin/env bash
# A server that reckons in kroner and answers in øre multiplies by 100, and floating point makes
# 1998.9999999999998 of 19.99. With a response schema that calls the amount an integer, fastify
# (fast-json-stringify) neither refuses nor rounds it: it cuts, and the reader sees one øre less.
# On the way in the same schema refuses the same number.
#
# Packages: fastify@5.12.8.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 149: 14900 -> out {"amount":14900}; in 200
#= 19.99: 1998.9999999999998 -> out {"amount":1998}; in 400
#= 299.90: 29989.999999999996 -> out {"amount":29989}; in 400
#= 1149.99: 114999 -> out {"amount":114999}; in 200
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent fastify@5.12.8
cat >try.mjs <<'JS'
import fastify from 'fastify';

const schema = { type: 'object', properties: { amount: { type: 'integer' } } };
const server = fastify();
server.post('/in', { schema: { body: schema } }, async () => ({}));
server.get('/out/:kroner', { schema: { response: { 200: schema } } }, async ({ params }) => ({
  amount: Number(params.kroner) * 100,
}));
for (const kroner of ['149', '19.99', '299.90', '1149.99']) {
  const amount = Number(kroner) * 100;
  const out = await server.inject(`/out/${kroner}`);
  const into = await server.inject({ method: 'POST', url: '/in', payload: { amount } });
  console.log(`${kroner}: ${amount} -> out ${out.body}; in ${into.statusCode}`);
}
JS
echo 'fastify 5.12.8 cuts a number that is a hair below the whole one.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
