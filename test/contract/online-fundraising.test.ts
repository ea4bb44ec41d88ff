import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  startOnlineFundraising,
  type OnlineFundraising,
} from '../../demo/sandbox/online-fundraising/index.js';
import {
  goneGuid,
  guids,
  pendingPaymentsGuid,
} from '../../demo/sandbox/online-fundraising/seed.js';
import { startValidatingProxy, type ValidatingProxy } from './validating-proxy.js';

let api: OnlineFundraising;
let proxy: ValidatingProxy;
before(async () => {
  api = await startOnlineFundraising({ settleAfter: 50 });
  proxy = await startValidatingProxy(api.apiUrl, 'onlinefundraising', '');
});
after(async () => {
  await proxy.close();
  await api.close();
});

const call = async (path: string, method = 'GET', Authorization = api.key) => {
  const md5 = createHash('md5').update('').digest('base64');
  const headers = { Authorization, ...(method === 'POST' && { 'Content-MD5': md5 }) };
  return (await fetch(`${proxy.url}/paymentMethod/${path}`, { method, headers })).status;
};

describe('an independent validator finds nothing against the contract of payment methods', () => {
  it('in any payment method of the sandbox and its subscriptions', async () => {
    for (const guid of guids) {
      assert.equal(await call(guid), 200);
      assert.equal(await call(`${guid}/subscriptions`), 200);
    }
    assert.deepEqual(proxy.violations, []);
    assert.equal(proxy.passed.length, 2 * guids.length);
  });

  it('in a cancellation that is accepted, and in what comes of it', async () => {
    const [guid = ''] = guids;
    assert.equal(await call(`${guid}/Cancel`, 'POST'), 202);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await call(guid), 200);
    assert.deepEqual(proxy.violations, []);
  });

  it('in the errors', async () => {
    assert.equal(await call(`${pendingPaymentsGuid}/Cancel`, 'POST'), 400);
    assert.equal(await call(`${goneGuid}/Cancel`, 'POST'), 404);
    assert.equal(await call(goneGuid), 404);
    assert.equal(await call(`${goneGuid}/subscriptions`), 404);
    assert.equal(await call(guids[0] ?? '', 'GET', 'wrong'), 401);
    assert.deepEqual(proxy.violations, []);
  });

  it('and it does find a request that breaks the contract', async () => {
    await call('not_a_guid');
    assert.match(proxy.violations[0]?.what ?? '', /guid/);
  });
});
