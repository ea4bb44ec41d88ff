#!/usr/bin/env bash
# The SDK of Vipps MobilePay asks again, by default, when the server answers with a 5xx, and tells
# an answer that stays an error as { ok: false }. It hands the same Request to fetch a second time,
# but one with a body can be used once only. So a GET is asked again, while a POST (a charge, a
# payment) is not sent again and throws a TypeError that names neither the server nor its answer.
#
# The answers are given by undici's MockAgent; nothing leaves the machine.
#
# Packages: @vippsmobilepay/sdk@2.4.2, undici@6.21.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= GET agreement: {"ok":true,"data":{"id":"agr_1"}}
#= POST charge: throws TypeError: Cannot construct a Request with a Request object that has already been used.
#= never asked for: 1
set -euo pipefail
script=$(realpath "$0")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent @vippsmobilepay/sdk@2.4.2 undici@6.21.3
cat >try.mjs <<'JS'
import { Client } from '@vippsmobilepay/sdk';
import { MockAgent, setGlobalDispatcher } from 'undici';

const agent = new MockAgent();
agent.disableNetConnect();
setGlobalDispatcher(agent);
const server = agent.get('https://apitest.vipps.no');
/** A server that fails once and is well again. */
const failsOnce = (method, path, answer) => {
  server.intercept({ method, path }).reply(500, '{}');
  server.intercept({ method, path }).reply(200, answer);
};
failsOnce('GET', '/recurring/v3/agreements/agr_1', { id: 'agr_1' });
failsOnce('POST', '/recurring/v3/agreements/agr_1/charges', { chargeId: 'chr_1' });

const options = { merchantSerialNumber: '123456', subscriptionKey: 'key', useTestMode: true };
const { agreement, charge } = Client(options).recurring;
const order = { amount: 14900, due: '2026-12-01', description: 'Invoice', retryDays: 5 };
const tell = (name, call) =>
  call.then(
    (answer) => console.log(`${name}: ${JSON.stringify(answer)}`),
    (error) => console.log(`${name}: throws ${error.name}: ${error.message}`),
  );
await tell('GET agreement', agreement.info('token', 'agr_1'));
await tell('POST charge', charge.create('token', 'agr_1', order));
console.log(`never asked for: ${agent.pendingInterceptors().length}`);
JS
echo '@vippsmobilepay/sdk 2.4.2: after a 500, a GET is asked again and a POST throws.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
