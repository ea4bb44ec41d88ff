import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { early } from 'connect-elements/early';

const starter = readFileSync('dist/cdn/early.js', 'utf8');
const limit = 400;

describe('the starter that stands in the HTML', () => {
  it(`has at most ${limit} bytes, as it is published`, () => {
    const size = Buffer.byteLength(starter);
    assert.ok(size > 200 && size <= limit, `${size} bytes`);
  });

  it('can stand there as it is: no tag, no placeholder of a template, no quote of an attribute', () => {
    for (const sign of ['</', '<!--', '"', "'", '${', '{{', '\\', '\n']) {
      assert.ok(!starter.trim().includes(sign), sign);
    }
  });

  it('is what the entry writes, and what the handbook shows', () => {
    const written = early({ productCode: 'CO27409', apiUrl: '/capi' });
    assert.equal(
      written,
      `<script data-read="/capi/v1/product/payment/CO27409">${starter.trim()}</script>`,
    );
    const page = readFileSync('demo/handbook/pages/early.md', 'utf8');
    assert.ok(page.includes(`>${starter.trim()}</script>`));
  });
});

describe('connect-elements/early', () => {
  it('begins several lists, as their elements ask for them, with a token and a nonce', () => {
    const written = early({
      productCode: 'CO 27/409',
      environment: 'test',
      tokenUrl: '/account/token',
      subscriber: 'kari',
      nonce: 'R4nd0m',
      reads: ['invoices', 'payment-methods'],
      filter: { unpaid: true, from: '2026-01-01' },
    });
    const api = 'https://api-test.mediaconnect.no/capi/v1';
    assert.ok(
      written.startsWith(
        '<script nonce="R4nd0m" data-token-url="/account/token" data-subscriber="kari" ' +
          `data-read="${api}/customer/invoice/payment/CO%2027%2F409?unpaid=true&amp;from=2026-01-01 ` +
          `${api}/product/payment/CO%2027%2F409">`,
      ),
      written,
    );
  });

  it('lets nothing out of an attribute', () => {
    const hostile = '"><script>alert(1)</script>';
    const written = early({
      productCode: hostile,
      apiUrl: hostile,
      tokenUrl: hostile,
      subscriber: hostile,
      nonce: hostile,
    });
    assert.deepEqual(written.match(/<\/?\w*/g), ['<script', '</script']);
    const marks = written.match(/"/g) ?? [];
    assert.equal(marks.length, 8);
  });

  it('begins nothing that could not be asked', () => {
    const name = (error: unknown) => error instanceof Error && error.message.split(':')[0];
    assert.throws(
      () => early({ productCode: 'CO27409' }),
      (error) => name(error) === 'tokenUrl',
    );
    assert.throws(
      () => early({ productCode: 'CO27409', environment: 'nowhere', tokenUrl: '/token' }),
      (error) => name(error) === 'environment',
    );
  });
});
