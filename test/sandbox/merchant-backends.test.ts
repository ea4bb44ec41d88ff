import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { onlineFundraising } from '../../demo/site/online-fundraising.js';
import { swedbankPay } from '../../demo/site/swedbank-pay.js';
import { at } from './client.js';

// The two backends that sites copy, before a vendor that answers whatever a test says.

let vendor: Server;
let answer: readonly [status: number, body: string] = [200, '{}'];
let apiUrl = '';
before(async () => {
  vendor = createServer((_, response) => {
    const [status, body] = answer;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => vendor.listen(0, 'localhost', resolve));
  apiUrl = `http://localhost:${portOf(vendor.address())}/psp`;
});
after(() => vendor.close());

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address ? address.port : 0;
}

const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };

const askVipps = (init: RequestInit = {}) => {
  const visitor = { payments: ['p'], isStaff: true };
  const app = swedbankPay({ apiUrl, token: 'key' }, '/backend', () => visitor);
  const path = init.method === 'POST' ? '/captures' : '';
  return app.request(`/vipps/payments/p${path}`, { headers, ...init });
};
const askMethod = () =>
  onlineFundraising({ apiUrl, key: 'key' }, () => ['g']).request('/paymentMethod/g', { headers });

describe("a merchant's key that the vendor refuses", () => {
  for (const [name, ask] of [
    ['of OnlineFundraising', askMethod],
    ['of Swedbank Pay', askVipps],
  ] as const) {
    it(`is no session that has ended: no login of the reader's would mend it, ${name}`, async () => {
      answer = [401, '{"title":"Unauthorized"}'];
      assert.equal((await ask()).status, 502);
    });
  }
});

describe('what the backend for Vipps payments passes on', () => {
  it('has an operation whose address is relative to the vendor, or is none', async () => {
    const contentType = 'application/json';
    const operations = [
      { rel: 'paid-payment', method: 'GET', href: '/psp/vipps/payments/p/paid', contentType },
      { rel: 'odd', method: 'GET', contentType },
    ];
    answer = [200, JSON.stringify({ payment: { number: 1 }, operations })];
    const response = await askVipps();
    assert.equal(response.status, 200);
    const listed: unknown = await response.json();
    assert.equal(at(at(at(listed, 'operations'), '0'), 'href'), '/backend/vipps/payments/p/paid');
  });

  it('has the status of an answer without a body', async () => {
    answer = [404, ''];
    assert.equal((await askVipps()).status, 404);
    answer = [400, 'no'];
    assert.equal((await askVipps({ method: 'POST', body: '{}' })).status, 400);
  });
});
