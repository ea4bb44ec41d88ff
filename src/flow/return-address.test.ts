import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readArrival } from './read-arrival.js';
import { outcomes } from '../api/connect/outcome.js';
import { keptAddress, returnAddress } from './return-address.js';
import type { Arrival, Transaction } from './transaction.js';

const options = { resultParam: 'status result paymentStatus' };
const about: Transaction = {
  flow: 'pay-invoice',
  transactionId: 42,
  paymentMethod: 'nexi',
  productCode: 'DN',
  invoiceNumber: '1001',
};
const ours = 'connect=pay-invoice~return~42~nexi~DN~1001~end';

describe('an address to come back to', () => {
  for (const [name, given, expected] of [
    ['without a query', 'https://site.example/', `https://site.example/?${ours}0`],
    ['without a path', 'https://site.example', `https://site.example?${ours}0`],
    ['with an empty query', 'https://site.example/?', `https://site.example/?&${ours}0`],
    ['with a query', 'https://site.example/a?tab=2', `https://site.example/a?tab=2&${ours}0`],
    ['with an & at its end', 'https://site.example/?a&', `https://site.example/?a&&${ours}0`],
    ['with a fragment', 'https://site.example/#h', `https://site.example/?${ours}2#h`],
    ['with an empty fragment', 'https://site.example/?a#', `https://site.example/?a&${ours}1#`],
    [
      'of a hash router',
      'https://site.example/?a#/account?tab=2',
      `https://site.example/?a&${ours}15#/account?tab=2`,
    ],
    [
      "with another library's parameter of that name",
      'https://site.example/?connect=yes',
      `https://site.example/?connect=yes&${ours}0`,
    ],
    [
      'whose query is written in an unusual way',
      'https://site.example/?q=a%20b&flag&sig=x~y&plus=a+b&e=%C3%A5*(1)&&=&%zz',
      `https://site.example/?q=a%20b&flag&sig=x~y&plus=a+b&e=%C3%A5*(1)&&=&%zz&${ours}0`,
    ],
  ] as const) {
    it(`${name} keeps each byte, and ours is the last parameter`, () => {
      assert.equal(returnAddress(given, 'return', about), expected);
    });
  }

  it('carries ours once, however often one leaves from it, and nothing else of the address goes', () => {
    for (const address of [
      'https://site.example/',
      'https://site.example/?',
      'https://site.example/?a=1&b#h',
      'https://site.example/?a=1&#/r?x',
    ]) {
      const first = returnAddress(address, 'return', { ...about, transactionId: 1 });
      assert.equal(returnAddress(first, 'return', about), returnAddress(address, 'return', about));
      const between = first.replace('~end', '~end?status=failed');
      assert.equal(
        returnAddress(between, 'return', about),
        returnAddress(address, 'return', about),
      );
    }
  });

  it('leaves an outcome of another time where it stood', () => {
    assert.equal(
      returnAddress(`https://site.example/?a&${ours}0&status=cancelled&tab=2`, 'return', about),
      `https://site.example/?a&status=cancelled&tab=2&${ours}0`,
    );
  });

  it('knows ours however it is escaped, without the mark, and with the sign of a page before it', () => {
    for (const old of [
      '%63onnect=pay-invoice%7Ereturn%7E1%7Enexi%7EDN%7E1',
      'connect=change-method~return~7~nexi~DN~',
      'amp;connect=add-agreement~error~7~nexi~DN~~-',
      'amp;amp;connect=pay-invoice~',
    ]) {
      assert.equal(
        returnAddress(`https://site.example/?a&${old}&b`, 'return', about),
        `https://site.example/?a&b&${ours}0`,
      );
    }
  });

  it('says which of the two it is, and what was known before an agreement was added', () => {
    const addition = {
      ...about,
      flow: 'add-agreement',
      invoiceNumber: '',
      known: '1a.2b',
    } as const;
    assert.equal(
      returnAddress('https://site.example/', 'error', addition),
      'https://site.example/?connect=add-agreement~error~42~nexi~DN~~1a.2b~end0',
    );
  });

  it('has no sign of an address in what it is about', () => {
    const odd = { ...about, productCode: 'D&N=?#/+ %\ud800', invoiceNumber: 'å' };
    assert.equal(
      returnAddress('https://site.example/', 'return', odd),
      'https://site.example/?connect=pay-invoice~return~42~nexi~D%26N%3D%3F%23%2F%2B%20%25%EF%BF%BD~%C3%A5~end0',
    );
  });
});

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const code = text.filter((one) => !['.', '..'].includes(one) && !one.includes('~'));
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const payment = fc.record<Transaction>({
  flow: fc.constantFrom('pay-invoice', 'change-method'),
  transactionId: id,
  paymentMethod: code,
  productCode: code,
  invoiceNumber: fc.oneof(fc.constant(''), code),
});
const addition = fc.record<Transaction>({
  flow: fc.constant('add-agreement'),
  transactionId: id,
  paymentMethod: code,
  productCode: code,
  invoiceNumber: fc.constant(''),
  known: fc.oneof(
    fc.constant('-'),
    fc
      .array(fc.stringMatching(/^[a-z0-9]{1,7}$/), { minLength: 1, maxLength: 40 })
      .map((marks) => marks.join('.')),
  ),
});
const transaction = fc.oneof(payment, addition);
const place = fc.constantFrom<('return' | 'error')[]>('return', 'error');

/** What may stand behind the path of an address: text as a browser writes it. */
const written = fc.stringMatching(/^[\w\-.~!$'()*+,;=:@/%&?]{0,40}$/);
const own = fc
  .tuple(
    fc.option(written),
    fc.option(
      fc.oneof(
        written,
        written.map((end) => `/r?${end}`),
      ),
    ),
  )
  .map(([query, hash]) => `${query == null ? '' : `?${query}`}${hash == null ? '' : `#${hash}`}`)
  .map((end) => `https://site.example/account${end}`);

/** How login servers may put an outcome into an address. */
const glues: readonly ((address: string, said: string) => string)[] = [
  (address, said) => address.replace(/(?=#|$)/, `&${said}`),
  (address, said) => address.replace(/(?=#|$)/, `?${said}`),
  (address, said) => address.replace(/(?=#|$)/, `/?${said}`),
  (address, said) => address.replace(/(?=#|$)/, `&amp;${said}`),
  (address, said) => address.replace(/(?=#|$)/, `&amp;amp;${said}`),
  (address, said) => address.replace(/(?=#|$)/, `%3F${said.replace('=', '%3D')}`),
  (address, said) => address.replace(/(?=#|$)/, `%26${said}`),
  (address, said) => `${address}&${said}`,
  (address, said) => `${address}?${said}`,
  (address, said) => `${address}${address.includes('#') ? '&' : '#'}${said}`,
];

describe('whatever the address and what it is about', () => {
  it('is read back as it was written, and no other byte of the address has changed', () => {
    let count = 0;
    fc.assert(
      fc.property(
        own,
        transaction,
        place,
        fc.constantFrom(...glues),
        fc.constantFrom('status', 'result', 'fulfillmentStatus'),
        (address, given, where, glue, name) => {
          count += 1;
          const back = glue(returnAddress(address, where, given), `${name}=finished`);
          const read = readArrival(back, options);
          const { isGuessed, ...arrival } = read?.arrival ?? { ...about, outcome: 'unknown' };
          assert.deepEqual(arrival, {
            ...given,
            outcome: where === 'error' ? 'error' : 'finished',
          });
          assert.equal(
            isGuessed,
            (where === 'return' && name === 'fulfillmentStatus') || undefined,
          );
          assert.equal(read?.rest, address, back);
        },
      ),
      { numRuns: 3000, seed: 20261121 },
    );
    console.log(`tally ${count} property cases`);
  });

  it('is unknown when the login server adds nothing, whatever the address says itself', () => {
    const words = fc.constantFrom('finished', 'cancelled', 'failed', 'error', 'unpaid', '');
    const names = fc.constantFrom('status', 'result', 'tab', 'filter');
    const pairs = fc
      .array(fc.tuple(names, words), { minLength: 1, maxLength: 3 })
      .map((list) => list.map(([name, word]) => `${name}=${word}`).join('&'));
    fc.assert(
      fc.property(pairs, pairs, transaction, (query, hash, given) => {
        for (const address of [
          `https://site.example/a?${query}`,
          `https://site.example/a#/r?${hash}`,
          `https://site.example/a#${hash}`,
          `https://site.example/a?${query}#/r?${hash}`,
        ]) {
          const read = readArrival(returnAddress(address, 'return', given), options);
          const arrival = { ...given, outcome: 'unknown' };
          assert.deepEqual(read, { arrival, rest: address, isSilent: true });
        }
      }),
      { numRuns: 1000, seed: 20261121 },
    );
  });

  it('is written without an error, also when it is no address', () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, transaction, units, (address, given, invoiceNumber) => {
        const back = returnAddress(address, 'return', { ...given, invoiceNumber });
        assert.ok(back.includes('connect='));
      }),
    );
  });
});

describe('the address of a page that keeps what it has told', () => {
  const addresses = [
    'https://site.example/',
    'https://site.example/a?tab=2&q=a%20b&flag#h',
    'https://site.example/?#/account?status=failed',
  ];

  for (const outcome of outcomes) {
    it(`says ${outcome} again, told already, and every other byte stays`, () => {
      for (const address of addresses) {
        for (const more of [{}, { isGuessed: true } as const]) {
          const arrival: Arrival = { ...about, outcome, ...more };
          const kept = keptAddress(address, arrival);
          const read = readArrival(kept, options);
          assert.deepEqual(read, { arrival, rest: address, isTold: true });
        }
      }
    });
  }

  it('takes no outcome from what stands behind: that is the site’s own', () => {
    const kept = keptAddress('https://site.example/', { ...about, outcome: 'finished' });
    const read = readArrival(`${kept}&status=failed#status=failed`, options);
    assert.equal(read?.arrival?.outcome, 'finished');
    assert.equal(read?.rest, 'https://site.example/?status=failed#status=failed');
  });

  it('makes way when one leaves from it', () => {
    const kept = keptAddress('https://site.example/?a', { ...about, outcome: 'unknown' });
    assert.equal(
      returnAddress(kept, 'return', about),
      returnAddress('https://site.example/?a', 'return', about),
    );
  });

  it('cannot be read when it says an outcome that there is not', () => {
    const kept = keptAddress('https://site.example/', { ...about, outcome: 'finished' });
    const read = readArrival(kept.replace('told-finished', 'told-paid'), options);
    assert.equal(read?.arrival, undefined);
  });
});
