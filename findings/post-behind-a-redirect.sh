#!/usr/bin/env bash
# A payment API moves and answers 307 or 308, which say that the method stays (RFC 9110, 15.4):
# needle asks the new address with GET and without the body, gets a 200 and tells of success;
# nothing was paid. After a 302, which all browsers and most clients follow with GET, got and
# wreck send the POST again, to what is often a page. Each can be told otherwise; none says so in
# its answer.
#
# Packages: axios@1.21.1, @hapi/wreck@18.1.2, got@14.6.6, needle@3.5.0, superagent@10.4.2.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= fetch: 302 GET without a body, 307 POST with a body, 308 POST with a body
#= axios: 302 GET without a body, 307 POST with a body, 308 POST with a body
#= superagent: 302 GET without a body, 307 POST with a body, 308 POST with a body
#= got: 302 POST with a body, 307 POST with a body, 308 POST with a body
#= wreck: 302 POST with a body, 307 POST with a body, 308 POST with a body
#= needle: 302 GET without a body, 307 GET without a body, 308 GET without a body
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  axios@1.21.1 @hapi/wreck@18.1.2 got@14.6.6 needle@3.5.0 superagent@10.4.2
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import wreck from '@hapi/wreck';
import axios from 'axios';
import got from 'got';
import needle from 'needle';
import superagent from 'superagent';

const json = { amount: 14900 };
const text = JSON.stringify(json);
const clients = {
  fetch: (url) => fetch(url, { method: 'POST', body: text }),
  axios: (url) => axios.post(url, json),
  superagent: (url) => superagent.post(url).send(json),
  got: (url) => got.post(url, { json }),
  wreck: (url) => wreck.request('POST', url, { payload: text, redirects: 1 }),
  needle: (url) => needle('post', url, json, { json: true, follow_max: 1 }),
};
let status;
let arrived;
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  if (request.url === '/old') return response.writeHead(status, { location: '/new' }).end();
  arrived = `${request.method} ${body ? 'with' : 'without'} a body`;
  response.end('{}');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
for (const [name, send] of Object.entries(clients)) {
  const seen = [];
  for (status of [302, 307, 308]) {
    await send(`http://127.0.0.1:${server.address().port}/old`);
    seen.push(`${status} ${arrived}`);
  }
  console.log(`${name}: ${seen.join(', ')}`);
}
server.closeAllConnections();
server.close();
JS
cat <<'TEXT'
A POST that is redirected: needle 3.5.0 makes a GET of it where none may; got 14.6.6 and @hapi/wreck
18.1.2 leave it where others do not.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
