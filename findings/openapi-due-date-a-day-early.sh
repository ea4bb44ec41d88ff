#!/usr/bin/env bash
# express-openapi-validator turns a Date in a property of "format: date" into a day when it checks
# responses. It takes the day in UTC: the midnight with which a database driver stands for a day, on
# a server in Oslo or Stockholm, is sent as the day before. An invoice is due a day early, in a
# response that is valid.
#
# Packages: express-openapi-validator@5.6.2, express@5.3.0.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= 19 November 2026 -> 200 {"dueDate":"2026-11-18"}
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  express-openapi-validator@5.6.2 express@5.3.0
cat >try.mjs <<'JS'
import { once } from 'node:events';
import express from 'express';
import { middleware } from 'express-openapi-validator';

process.env.TZ = 'Europe/Oslo';
const schema = { type: 'object', properties: { dueDate: { type: 'string', format: 'date' } } };
const content = { 'application/json': { schema } };
const get = { responses: { 200: { description: 'An invoice', content } } };
const apiSpec = {
  openapi: '3.0.3',
  info: { title: 'Invoices', version: '1' },
  paths: { '/invoice': { get } },
};
const app = express();
app.use(middleware({ apiSpec, validateResponses: true }));
app.get('/invoice', (_request, response) => {
  response.json({ dueDate: new Date(2026, 10, 19) });
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const answer = await fetch(`http://127.0.0.1:${server.address().port}/invoice`);
console.log(`19 November 2026 -> ${answer.status} ${await answer.text()}`);
server.close();
JS
echo 'express-openapi-validator 5.6.2, in Europe/Oslo: a date is sent as the day before.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
