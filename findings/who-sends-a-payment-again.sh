#!/usr/bin/env bash
# Seven clients that retry, with nothing set but that they do. After a POST the server answers
# 503, or has read it and drops the connection, so that nobody knows whether the payment was made.
# superagent sends it again in both cases, wretch after the 503, axios-retry and fetch-retry after
# the drop; got, ky and ofetch never do. What axios-retry has set,
# isNetworkOrIdempotentRequestError, asks whether a request is idempotent only when there was an
# answer.
#
# Packages: axios@1.21.1, axios-retry@4.5.0, fetch-retry@6.0.0, got@14.6.6, ky@1.14.3,
# ofetch@1.5.1, superagent@10.4.2, wretch@2.11.1.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= axios-retry: after a 503 sent 1, after a dropped connection 2
#= fetch-retry: after a 503 sent 1, after a dropped connection 2
#= got: after a 503 sent 1, after a dropped connection 1
#= ky: after a 503 sent 1, after a dropped connection 1
#= ofetch: after a 503 sent 1, after a dropped connection 1
#= superagent: after a 503 sent 2, after a dropped connection 2
#= wretch: after a 503 sent 2, after a dropped connection 1
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent \
  axios@1.21.1 axios-retry@4.5.0 fetch-retry@6.0.0 got@14.6.6 ky@1.14.3 ofetch@1.5.1 \
  superagent@10.4.2 wretch@2.11.1
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import axios from 'axios';
import axiosRetry from 'axios-retry';
import fetchRetry from 'fetch-retry';
import got from 'got';
import ky from 'ky';
import { ofetch } from 'ofetch';
import superagent from 'superagent';
import wretch from 'wretch';
import { retry } from 'wretch/middlewares';

const json = { amount: 14900 };
const retrying = axios.create();
axiosRetry(retrying);
const clients = {
  'axios-retry': (url) => retrying.post(url, json),
  'fetch-retry': (url) => fetchRetry(fetch)(url, { method: 'POST', body: JSON.stringify(json) }),
  got: (url) => got.post(url, { json }),
  ky: (url) => ky.post(url, { json }),
  ofetch: (url) => ofetch(url, { method: 'POST', body: json }),
  superagent: (url) => superagent.post(url).retry().send(json),
  wretch: (url) => wretch(url).middlewares([retry()]).post(json).res(),
};
/** How often the server gets a POST that it meets with a fault the first time. */
async function times(send, fault) {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      if (count === 1) fault(response);
      else response.end('{}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await send(`http://127.0.0.1:${server.address().port}/charges`).catch(() => undefined);
  server.closeAllConnections();
  server.close();
  return count;
}
for (const [name, send] of Object.entries(clients)) {
  const refused = await times(send, (response) => response.writeHead(503).end());
  const dropped = await times(send, (response) => response.destroy());
  console.log(`${name}: after a 503 sent ${refused}, after a dropped connection ${dropped}`);
}
JS
cat <<'TEXT'
Clients that retry, as they come: axios-retry 4.5.0, fetch-retry 6.0.0, superagent 10.4.2 and wretch
2.11.1 send a POST again.
TEXT
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
