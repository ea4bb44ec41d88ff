#!/usr/bin/env bash
# The API of Vipps MobilePay takes an Idempotency-Key, so that a charge that is sent again after a
# lost answer is not taken twice. The SDK makes a new key for each call and has no place for one's
# own: an application that calls again, as it should after a lost answer, sends another key, and the
# key cannot tell that it is the same charge.
#
# The answers are given by undici's MockAgent; nothing leaves the machine.
#
# Packages: @vippsmobilepay/sdk@2.4.2, undici@6.21.3.
# Seen with Node 20.20.2 (the script compares what it gets with these lines):
#= keys sent: 2, each a UUID: true
#= the same key: false
#= arguments of charge.create: 3 (token, agreement, body)
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
const keys = [];
agent
  .get('https://apitest.vipps.no')
  .intercept({ method: 'POST', path: '/recurring/v3/agreements/agr_1/charges' })
  .reply(({ headers }) => {
    keys.push(new Headers(headers).get('idempotency-key'));
    return { statusCode: 200, data: { chargeId: 'chr_1' } };
  })
  .times(2);

const options = { merchantSerialNumber: '123456', subscriptionKey: 'key', useTestMode: true };
const { charge } = Client(options).recurring;
const order = { amount: 14900, due: '2026-12-01', description: 'Invoice', retryDays: 5 };
await charge.create('token', 'agr_1', order);
await charge.create('token', 'agr_1', order);
console.log(
  `keys sent: ${keys.length}, each a UUID: ${keys.every((key) => /^[0-9a-f-]{36}$/.test(key))}`,
);
console.log(`the same key: ${keys[0] === keys[1]}`);
console.log(`arguments of charge.create: ${charge.create.length} (token, agreement, body)`);
JS
echo '@vippsmobilepay/sdk 2.4.2: the same charge, sent again, has another Idempotency-Key.'
node try.mjs | tee seen
sed -n 's/^#= //p' "$script" | diff - seen || { echo 'The behaviour has changed.' >&2; exit 1; }
