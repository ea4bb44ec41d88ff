import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readArrival } from './read-arrival.js';

const names = 'status result paymentStatus';
const about = {
  flow: 'pay-invoice',
  transactionId: 42,
  paymentMethod: 'nexi',
  productCode: 'DN',
  invoiceNumber: '1001',
} as const;
const site = 'https://site.example/a';
/** As an earlier version wrote it, and as it is written now. */
const unmarked = 'connect=pay-invoice~return~42~nexi~DN~1001';
const ours = `${unmarked}~end0`;
const both = [unmarked, ours];
const atError = ours.replace('return', 'error');
const outcomes = ['finished', 'cancelled', 'failed', 'unknown', 'initiated', 'error'] as const;

const read = (end: string, resultParam = names) => readArrival(site + end, { resultParam });

/** The outcome, a `?` behind it when it is guessed, and what is left of the address. */
function told(end: string, resultParam = names): readonly unknown[] {
  const { arrival, rest = '' } = read(end, resultParam) ?? {};
  if (!arrival) return [arrival, rest.slice(site.length)];
  const { outcome, isGuessed, ...more } = arrival;
  assert.deepEqual(more, about);
  return [`${outcome}${isGuessed ? '?' : ''}`, rest.slice(site.length)];
}

describe('an outcome', () => {
  for (const outcome of outcomes) {
    it(`is read: ${outcome}`, () => {
      for (const claim of both) {
        assert.deepEqual(read(`?${claim}&status=${outcome}`), {
          arrival: { ...about, outcome },
          rest: site,
        });
      }
    });
  }

  for (const name of names.split(' ')) {
    it(`is found in ${name}`, () => {
      assert.deepEqual(told(`?x&${ours}&${name}=cancelled&lang=no`), ['cancelled', '?x&lang=no']);
    });
  }

  it('is found in a parameter that the site names, before any other', () => {
    assert.deepEqual(told(`?${ours}&utfall=cancelled&status=finished`, 'utfall'), [
      'cancelled',
      '?status=finished',
    ]);
  });

  for (const [name, query, left] of [
    ['no outcome', '', ''],
    ['an empty outcome', '&status=', '?status='],
    ['an outcome that is none of the six', '&status=paid', '?status=paid'],
    ['another spelling', '&status=Finished', '?status=Finished'],
    ['finished twice', '&status=finished&status=finished', ''],
    ['conflicting values of one parameter', '&status=finished&status=failed', ''],
    ['conflicting parameters', '&status=finished&result=failed', ''],
    ['two parameters that agree', '&status=finished&result=finished', ''],
    [
      'two of the six beside what is none of them',
      '&status=failed&status=x&result=error',
      '?status=x',
    ],
    ['a name of a property of every object', '&status=constructor', '?status=constructor'],
    [
      'two of the six under names that nobody listed',
      '&a=finished&b=cancelled',
      '?a=finished&b=cancelled',
    ],
    ['one of the six twice under such a name', '&x=finished&x=finished', '?x=finished&x=finished'],
    ['none of the six under such a name', '&fulfillmentStatus=done', '?fulfillmentStatus=done'],
    ['one in a parameter without a name', '&=finished', '?=finished'],
  ] as const) {
    it(`is unknown for ${name}`, () => {
      for (const claim of both) {
        assert.deepEqual(told(`?${claim}${query}`), ['unknown', left]);
        assert.deepEqual(told(`?${claim}${query}`, ' status  result paymentStatus '), [
          'unknown',
          left,
        ]);
      }
    });
  }

  for (const [query, left] of [
    ['', ''],
    ['&status=finished', ''],
    ['&status=cancelled', ''],
    ['&status=nonsense', '?status=nonsense'],
  ] as const) {
    it(`is error at the error address, with "${query}"`, () => {
      assert.deepEqual(told(`?${atError}${query}`), ['error', left]);
    });
  }

  it("is the listed one, and the site's own parameter of another listed name stays", () => {
    assert.deepEqual(told(`?${ours}&status=active&result=finished`), [
      'finished',
      '?status=active',
    ]);
  });
});

describe('what stood in the address before', () => {
  for (const [query, outcome, left] of [
    [`?status=cancelled&${ours}&status=finished`, 'finished', '?status=cancelled'],
    [`?status=finished&${ours}&status=cancelled`, 'cancelled', '?status=finished'],
    [`?status=unpaid&${ours}&status=finished`, 'finished', '?status=unpaid'],
    [`?status=unpaid&${ours}`, 'unknown', '?status=unpaid'],
    [`?status=finished&${ours}`, 'unknown', '?status=finished'],
    [`?result=failed&${ours}&status=finished`, 'finished', '?result=failed'],
    [`?tab=failed&${ours}`, 'unknown', '?tab=failed'],
    // What is glued on with one sign too many leaves none behind.
    [`?${ours}&&status=finished`, 'finished', ''],
    [`?tab=2&${ours}&&status=finished&`, 'finished', '?tab=2'],
    [`?&&tab=2&${ours}?&status=finished`, 'finished', '?&&tab=2'],
    [`?filter=cancelled&${ours}&foo=bar`, 'unknown', '?filter=cancelled&foo=bar'],
  ] as const) {
    it(`stays, and is not the outcome: ${query.replace(ours, 'OURS')}`, () => {
      assert.deepEqual(told(query), [outcome, left]);
      assert.deepEqual(told(query.replace(ours, unmarked)), [outcome, left]);
    });
  }

  for (const [end, left = end] of [
    ['?q=a%20b&flag&sig=x~y&plus=a+b&e=%C3%A5*(1)'],
    ['?'],
    ['?a&'],
    ['?&&a'],
    ['?=&%zz&%'],
    ['?a?b'],
    ['?#h'],
    ['#'],
    ['#/account?status=unpaid'],
    ['?a#/account?tab=2'],
  ] as const) {
    it(`stays byte by byte: ${end}`, () => {
      const [query = '', hash] = end.split('#');
      const fragment = hash == null ? '' : `#${hash}`;
      const sign = query ? '&' : '?';
      const marked = `${unmarked}~end${fragment.length}`;
      for (const more of ['', '&status=finished']) {
        const [outcome, rest] = told(`${query}${sign}${marked}${more}${fragment}`);
        assert.deepEqual([outcome, rest], [more ? 'finished' : 'unknown', left]);
      }
    });
  }
});

describe("the site's own parameter behind ours, as a proxy leaves it that sorts them", () => {
  for (const [behind, outcome, left] of [
    ['status=unpaid', 'unknown', '?status=unpaid'],
    ['status=unpaid&tab=2', 'unknown', '?status=unpaid&tab=2'],
    ['status=unpaid&status=finished', 'finished', '?status=unpaid'],
    ['status=finished&status=unpaid', 'finished', '?status=unpaid'],
    ['status=cancelled&status=unpaid&tab=2', 'cancelled', '?status=unpaid&tab=2'],
    ['result=list&status=failed', 'failed', '?result=list'],
    ['paymentStatus=finished&result=&status=unpaid', 'finished', '?result=&status=unpaid'],
    ['fulfillmentStatus=finished&status=unpaid', 'finished?', '?status=unpaid'],
    ['status=unpaid&status=unpaid', 'unknown', '?status=unpaid&status=unpaid'],
  ] as const) {
    it(`stays and spoils nothing: ${behind}`, () => {
      for (const claim of both) {
        assert.deepEqual(told(`?${claim}&${behind}`), [outcome, left]);
        assert.deepEqual(told(`?a=1&${claim}&${behind}`), [outcome, left.replace('?', '?a=1&')]);
      }
    });
  }
});

describe('an outcome that a proxy has sorted before our parameter', () => {
  for (const outcome of outcomes) {
    it(`is not read, stays, and says nothing: ${outcome}`, () => {
      for (const claim of both) {
        const left = `?code=${outcome}&lang=no`;
        assert.deepEqual(told(`?code=${outcome}&${claim}&lang=no`, 'code'), ['unknown', left]);
      }
    });
  }

  it('is read by a dialect that knows where it stands', () => {
    const outcomeIn = (address: string) =>
      outcomes.find((one) => one === new URL(address).searchParams.get('code'));
    const address = `${site}?code=cancelled&${ours}`;
    const came = readArrival(address, { resultParam: 'code', dialect: { outcomeIn } });
    assert.equal(came?.arrival?.outcome, 'cancelled');
  });
});

describe('an outcome under a name that nobody has listed', () => {
  for (const outcome of outcomes) {
    it(`is found by its value, and marked as a guess: ${outcome}`, () => {
      assert.deepEqual(told(`?tab=failed&${ours}&fulfillmentStatus=${outcome}&lang=no`), [
        `${outcome}?`,
        '?tab=failed&lang=no',
      ]);
    });
  }

  for (const [word, outcome] of [
    ['success', 'finished'],
    ['cancel', 'cancelled'],
  ] as const) {
    it(`is a relative of it, as the login server tells of an order: fulfillmentStatus=${word}`, () => {
      const address = `?tab=2&${ours}&fulfillmentStatus=${word}`;
      assert.deepEqual(told(address, 'fulfillmentStatus'), [outcome, '?tab=2']);
      // Where nobody has named the parameter, it is the site's own that says none of the six.
      assert.deepEqual(told(address), ['unknown', `?tab=2&fulfillmentStatus=${word}`]);
      // In another parameter these words say nothing.
      assert.equal(told(`?${ours}&status=${word}`)[0], 'unknown');
      assert.equal(told(`?${ours}&orderStatus=${word}`)[0], 'unknown');
    });
  }

  it('is found beside a listed name that says nothing of the six', () => {
    assert.deepEqual(told(`?${ours}&status=OK&paymentResult=cancelled`), [
      'cancelled?',
      '?status=OK',
    ]);
  });

  it('is no guess at the error address, and leaves it all the same', () => {
    assert.deepEqual(told(`?${atError}&paymentResult=cancelled`), ['error', '']);
  });
});

describe('an outcome that is glued on', () => {
  for (const [glued, left] of [
    ['?status=finished', ''],
    ['??status=finished', ''],
    ['&amp;status=finished', ''],
    ['&amp;amp;status=finished&amp;lang=no', '?amp;lang=no'],
    ['%3Fstatus=finished', ''],
    ['%3fstatus%3dfinished', ''],
    ['%26status%3Dfinished', ''],
    ['?status=finished&lang=no', '?lang=no'],
    ['&lang=no?status=finished', '?lang=no'],
    ['&lang=no?status=finished&x', '?lang=no&x'],
    ['#status=finished', ''],
    ['#?status=finished', '#'],
    ['#status=finished&lang=no', '#lang=no'],
  ] as const) {
    it(`is read and leaves no trace: ${glued}`, () => {
      assert.deepEqual(told(`?a=1&${ours}${glued}`), [
        'finished',
        `?a=1${left.replace(/^\?(?=.)/, '&')}`,
      ]);
      assert.deepEqual(told(`?${ours}${glued}`), ['finished', left]);
    });
  }

  for (const glued of [
    '?',
    '/',
    '/?lang=no',
    ';x',
    ' ',
    '?status',
    '?x=y~z',
    '%20',
    '?status=odd',
  ]) {
    it(`behind our mark without saying anything, is no part of what we wrote: "${glued}"`, () => {
      assert.deepEqual(told(`?${ours}${glued}`).at(0), 'unknown');
    });
  }

  for (const glued of [
    '?status=finished',
    '%3Fstatus=finished',
    '&amp;status=finished',
    '%26status=finished',
  ]) {
    it(`is no part of an invoice number either where our mark is missing: ${glued}`, () => {
      assert.deepEqual(told(`?${unmarked}${glued}`), ['finished', '']);
      const { arrival } = read(`?connect=change-method~return~7~nexi~DN~${glued}`) ?? {};
      assert.deepEqual([arrival?.invoiceNumber, arrival?.outcome], ['', 'finished']);
      const added = read(`?connect=add-agreement~return~7~nexi~DN~~1a.2b${glued}`)?.arrival;
      assert.deepEqual([added?.known, added?.outcome], ['1a.2b', 'finished']);
    });
  }
});

describe('an outcome behind the fragment of a hash router', () => {
  for (const [own, glued] of [
    ['#/account', '?status=finished'],
    ['#/account', '&status=finished'],
    ['#/account', '#status=finished'],
    ['#/account', '/?status=finished'],
    ['#/account?tab=2', '&status=finished'],
    ['#/account?status=cancelled', '&status=finished'],
    ['#h', '?fulfillmentStatus=finished'],
    ['#', 'status=finished'],
  ] as const) {
    it(`is read, and the site's own fragment stays: ${own}${glued}`, () => {
      const [outcome, rest] = told(`?a&${unmarked}~end${own.length}${own}${glued}`);
      const isRead = own !== '#';
      assert.equal(String(outcome).replace('?', ''), 'finished');
      assert.equal(rest, isRead ? `?a${own}${glued.startsWith('/') ? '/' : ''}` : '?a');
    });
  }

  for (const own of ['#/account?status=finished', '#status=cancelled', '#/x?filter=failed']) {
    it(`is not what the fragment said before: ${own}`, () => {
      assert.deepEqual(told(`?${unmarked}~end${own.length}${own}`), ['unknown', own]);
    });
  }

  it('counts less than one in the query', () => {
    assert.deepEqual(told(`?${ours}&status=failed#status=finished`), [
      'failed',
      '#status=finished',
    ]);
  });

  for (const [claim, fragment, left] of [
    [unmarked, '#/account?status=cancelled', '#/account'],
    [unmarked, '#/account?status=cancelled&tab=2', '#/account?tab=2'],
    [`${unmarked}~end30`, '#/account?status=cancelled', '#/account'],
    [`${unmarked}~end5`, '#/account?status=cancelled', '#/account'],
  ] as const) {
    it(`is a guess where nobody can say what stood there before: ${claim}${fragment}`, () => {
      assert.deepEqual(told(`?${claim}${fragment}`), ['cancelled?', left]);
    });
  }

  it('has a listed name where nobody can say what stood there before', () => {
    for (const own of ['#/x?filter=failed', '#/x?status=unpaid', '#/x']) {
      assert.deepEqual(told(`?${unmarked}${own}`), ['unknown', own]);
    }
  });
});

describe('what it is about', () => {
  it('is a change of method, which has no invoice', () => {
    for (const end of ['', '~end0']) {
      assert.deepEqual(read(`?connect=change-method~return~7~autoGiro~DN~${end}&status=finished`), {
        arrival: {
          flow: 'change-method',
          transactionId: 7,
          paymentMethod: 'autoGiro',
          productCode: 'DN',
          invoiceNumber: '',
          outcome: 'finished',
        },
        rest: site,
      });
    }
  });

  it('is an agreement that was added, with what was known before', () => {
    for (const end of ['', '~end0', '~end', '~end0?x=y~z']) {
      const query = `?connect=add-agreement~return~7~nexi~DN~~1a.2b${end}&status=finished`;
      assert.deepEqual(read(query)?.arrival, {
        flow: 'add-agreement',
        transactionId: 7,
        paymentMethod: 'nexi',
        productCode: 'DN',
        invoiceNumber: '',
        known: '1a.2b',
        outcome: 'finished',
      });
    }
  });
});

describe('our parameter', () => {
  for (const [name, query, left = ''] of [
    ['twice', `${ours}&${ours}`],
    ['twice with different contents', `${ours}&${atError}`],
    ['twice, the outcome between', `${ours}&status=finished&${ours}`],
    ['half of it', 'connect=pay-invoice~return~42'],
    ['no place for an invoice', unmarked.replace('~1001', '')],
    ['the flow alone', 'connect=pay-invoice~'],
    ['more of it', `${unmarked}~more`],
    ['more of it before the mark', `${unmarked}~more~end0`],
    ['an unknown place', ours.replace('return', 'elsewhere')],
    ['no method', ours.replace('nexi', '')],
    ['no product', ours.replace('DN', '')],
    ['a product that leads to another address of the API', ours.replace('DN', '%2E%2e')],
    ['a negative id', ours.replace('42', '-42')],
    ['an id of nought', ours.replace('42', '0')],
    ['a fraction as id', ours.replace('42', '4.2')],
    ['an id above the safe integers', ours.replace('42', '9007199254740993')],
    ['a word as id', ours.replace('42', 'many')],
    ['no id', ours.replace('42', '')],
    ['an addition that does not say what was known', 'connect=add-agreement~return~7~nexi~DN~'],
    ['an addition that knew an empty text', 'connect=add-agreement~return~7~nexi~DN~~'],
    ['an addition with more', 'connect=add-agreement~return~7~nexi~DN~~1a~2b'],
    ['a payment that says what was known', `${unmarked}~1a`],
    ['a change that says what was known', 'connect=change-method~return~7~nexi~DN~~1a'],
    ['a payment with one field more, empty', `${unmarked}~~`],
  ] as const) {
    it(`is taken away but says nothing: ${name}`, () => {
      assert.deepEqual(told(`?${query}&status=finished`), [undefined, left]);
    });
  }

  for (const query of [
    '',
    '?status=finished',
    '?connect=true&status=finished',
    '?connect=&status=finished',
    '?connect=pay-invoices~x&status=finished',
    '?connect=remove-agreement~return~1~a~b~&status=finished',
    '?Connect=pay-invoice~&status=finished',
    `?next=/a?${ours}&status=finished`,
    `?next=${encodeURIComponent(`/a?${ours}`)}&status=finished`,
    `#${ours}&status=finished`,
  ]) {
    it(`is not there in "${query}"`, () => {
      assert.equal(read(query), undefined);
    });
  }

  it("stands beside another library's of the same name, which stays", () => {
    assert.deepEqual(told(`?connect=yes&${ours}&status=finished&connect=no`), [
      'finished',
      '?connect=yes&connect=no',
    ]);
  });

  it('is read by the words and names of a dialect, where one is given', () => {
    const address = `https://site.example/?${ours}&betaling=OK`;
    const dialect = {
      resultParameters: ['betaling'],
      outcome: (value: string) => (value === 'OK' ? ('finished' as const) : undefined),
    };
    const came = readArrival(address, { dialect });
    assert.deepEqual([came?.arrival?.outcome, came?.rest], ['finished', 'https://site.example/']);
    const named = readArrival(address, { dialect, resultParam: 'status' });
    assert.deepEqual([named?.arrival?.outcome, named?.arrival?.isGuessed], ['finished', true]);
  });

  it('is what a dialect reads from the whole address, but after a system error', () => {
    const dialect = { outcomeIn: () => 'failed' as const };
    const outcomeAt = (query: string) =>
      readArrival(`https://site.example/?${query}`, { dialect })?.arrival?.outcome;
    assert.equal(outcomeAt(`${ours}&status=finished`), 'failed');
    assert.equal(outcomeAt(atError), 'error');
  });

  it('is unknown when a dialect says another word than the six', () => {
    const dialect = {};
    Object.assign(dialect, { outcome: () => 'OK', outcomeIn: () => ['finished'] });
    const came = readArrival(`https://site.example/?${ours}&status=finished`, { dialect });
    assert.equal(came?.arrival?.outcome, 'unknown');
  });

  it('is known however it is escaped', () => {
    for (const claim of [ours.replaceAll('~', '%7E'), ours.replace('c', '%63'), `amp;${ours}`]) {
      assert.deepEqual(told(`?a&${claim}&status=finished`), ['finished', '?a']);
    }
  });
});

describe('any address', () => {
  const units = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes));
  const piece = fc.constantFrom(
    ...['?', '&', '#', '~', '=', '%', '%3F', '%26', '&amp;', '/', 'end', '12', ours, unmarked],
    ...['connect=', 'pay-invoice~', 'add-agreement~r~', 'status', 'result', 'finished', 'failed'],
  );
  const pieces = fc.array(fc.oneof(piece, units), { maxLength: 14 }).map((list) => list.join(''));
  const address = fc.oneof(
    units,
    pieces,
    pieces.map((end) => `${site}?${ours}${end}`),
    pieces.map((end) => `${site}?${unmarked}${end}`),
  );

  it('can be read without an error, is complete or nothing, and only gets shorter', () => {
    let count = 0;
    fc.assert(
      fc.property(address, fc.oneof(fc.constant(names), units), (given, resultParam) => {
        count += 1;
        const result = readArrival(given, { resultParam });
        if (!result) return;
        const { arrival, rest } = result;
        assert.ok(rest.length < given.length);
        // What was read is not read again.
        assert.equal(readArrival(rest, { resultParam }), undefined, rest);
        if (!arrival) return;
        const { flow, transactionId, paymentMethod, productCode, invoiceNumber, known } = arrival;
        assert.equal(flow === 'add-agreement', Boolean(known));
        assert.ok(Number.isSafeInteger(transactionId) && transactionId > 0);
        assert.ok(paymentMethod !== '' && productCode !== '');
        // Our mark is written by us alone.
        assert.ok(given.includes('~end') || !/[?&#]/.test(invoiceNumber));
      }),
      { numRuns: 5000, seed: 20261121 },
    );
    console.log(`tally ${count} property cases`);
  });

  it('is never finished unless exactly one parameter behind ours says so, once', () => {
    const pairs = fc.array(
      fc.tuple(
        fc.constantFrom('status', 'result', 'paymentStatus', 'other'),
        fc.constantFrom('finished', 'failed', 'cancelled', 'paid', ''),
      ),
      { maxLength: 4 },
    );
    const claims = fc.constantFrom(ours, unmarked, atError, `${ours}&${ours}`, 'connect=x');
    fc.assert(
      fc.property(pairs, claims, pairs, (before, claim, said) => {
        const written = (list: typeof said) => list.map(([name, value]) => `${name}=${value}`);
        const query = [...written(before), claim, ...written(said)].join('&');
        if (read(`?${query}`)?.arrival?.outcome !== 'finished') return;
        assert.ok(both.includes(claim));
        const known = said.filter(([, value]) =>
          ['finished', 'failed', 'cancelled'].includes(value),
        );
        const listed = known.filter(([name]) => name !== 'other');
        const counting = listed.length ? listed : known;
        assert.deepEqual(
          counting.map(([, value]) => value),
          ['finished'],
        );
      }),
      { numRuns: 3000, seed: 20261121 },
    );
  });
});
