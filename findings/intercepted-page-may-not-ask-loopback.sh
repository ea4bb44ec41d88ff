#!/usr/bin/env bash
# A test answers a page's own address by request interception, and lets the page's fetches go to a server on this machine.
# Served by that machine itself the page may fetch from another port of it; answered by the interception, from the same
# address and with the same bytes, it may not: for Chromium it then comes from nowhere, and who comes from nowhere has to
# ask for leave to reach the loopback.
#
# Packages: playwright-core@1.65.1, @sparticuz/chromium@147.0.0 (Chromium 147).
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= served by the machine: 200
#= answered by interception: TypeError
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent playwright-core@1.65.1 @sparticuz/chromium@147.0.0
cat >try.mjs <<'JS'
import { createServer } from 'node:http';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const html = '<!doctype html><title>A page</title>';
const listen = (type, body) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' });
      response.end(body);
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
const [site, api] = [await listen('text/html', html), await listen('application/json', '{}')];
const at = (server) => `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
for (const [what, isIntercepted] of [['served by the machine', false], ['answered by interception', true]]) {
  const page = await browser.newPage();
  if (isIntercepted) await page.route(at(site), (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(at(site));
  const said = await page.evaluate(async (url) => fetch(url).then(({ status }) => status, ({ name }) => name), at(api));
  console.log(`${what}: ${said}`);
  await page.close();
}
await browser.close();
site.close();
api.close();
JS
echo 'Chromium 147: a page that an interception answers may not fetch from the machine that it seems to come from.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
