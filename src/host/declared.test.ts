import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flag, list, provider, readAll, take, text, wrongOf, type Kind } from './declared.js';

/** What a property is after something was handed over, and what the element then says is wrong. */
function handed(kind: Kind, given: unknown): readonly [value: unknown, wrong: string | undefined] {
  const element = { requestUpdate: () => {} };
  const value = take(element, 'companyCode', kind, given);
  return [value, wrongOf(element)?.message];
}

const texts = ['', 'false', 'null', 'undefined', 'NaN', ' ', '\n  ', 'False', 'None'];
const nothing = [undefined, null, false, NaN, ...texts];
const things = [{}, () => '', Symbol('a'), new Date(0)];

/** A value as a test's name can have it. */
function named(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}

describe('what a page hands over', () => {
  for (const [kind, none] of [
    [text, undefined],
    [list, undefined],
    [flag, false],
  ] as const) {
    for (const value of nothing) {
      it(`is as if it were not given, for ${kind.expected}: ${named(value)}`, () => {
        assert.deepEqual(handed(kind, value), [none, undefined]);
      });
    }
  }

  for (const [value, expected] of [
    ['7435367', '7435367'],
    [' DN ', 'DN'],
    ['\n  Weekly  7\u00a0\n', 'Weekly  7'],
    ['0', '0'],
    [0, '0'],
    [-0, '0'],
    [7435367, '7435367'],
    [295.5, '295.5'],
    [68979834n, '68979834'],
    [new URL('https://site.example/a'), 'https://site.example/a'],
  ] as const) {
    it(`is its text: ${named(value)}`, () => {
      assert.deepEqual(handed(text, value), [expected, undefined]);
      assert.deepEqual(handed(list, value), [expected, undefined]);
    });
  }

  for (const value of [
    ...things,
    true,
    'true',
    ' true\n',
    'True',
    '[object Object]',
    Infinity,
    ['a'],
    [],
  ]) {
    it(`is no text: ${named(value)}`, () => {
      assert.deepEqual(handed(text, value), [undefined, 'company-code: expected a text']);
    });
  }

  for (const [value, expected] of [
    [['nexi', 'swishPayex'], 'nexi swishPayex'],
    [[1001, undefined, '', 'nexi'], '1001 nexi'],
    [[], ''],
    ['nexi swishPayex', 'nexi swishPayex'],
    ['nexi,swishPayex', 'nexi swishPayex'],
    ['nexi, swishPayex', 'nexi  swishPayex'],
  ] as const) {
    it(`is a list: ${JSON.stringify(value)}`, () => {
      assert.deepEqual(handed(list, value), [expected, undefined]);
    });
  }

  for (const value of [...things, true, [{}], ['nexi', ['swishPayex']], [true]]) {
    it(`is no list: ${named(value)}`, () => {
      const message = 'company-code: expected a text or a list of texts';
      assert.deepEqual(handed(list, value), [undefined, message]);
    });
  }

  for (const [value, expected] of [
    [true, true],
    ['true', true],
    ['disabled', true],
    [1, true],
    [0, false],
    ['0', false],
    [' 0\n', false],
  ] as const) {
    it(`is ${expected ? 'on' : 'off'}: ${named(value)}`, () => {
      assert.deepEqual(handed(flag, value), [expected, undefined]);
    });
  }

  for (const value of [...things, []]) {
    it(`is neither on nor off: ${named(value)}`, () => {
      assert.deepEqual(handed(flag, value), [false, 'company-code: expected true or false']);
    });
  }

  it('is a provider when it is a function, and none when it is nothing', () => {
    const give = () => 'token';
    assert.deepEqual(handed(provider, give), [give, undefined]);
    for (const value of [undefined, null, false, '', 0]) {
      assert.deepEqual(handed(provider, value), [undefined, undefined]);
    }
    const message = 'company-code: expected a function';
    for (const value of ['token', {}, true, 1]) {
      assert.deepEqual(handed(provider, value), [undefined, message]);
    }
  });

  it('says no more that it is wrong when it is mended, and renders anew for each', () => {
    let updates = 0;
    const element = { requestUpdate: () => updates++ };
    take(element, 'amount', text, {});
    take(element, 'amount', text, []);
    assert.equal(wrongOf(element)?.message, 'amount: expected a text');
    take(element, 'currency', text, true);
    take(element, 'amount', text, 7);
    assert.equal(wrongOf(element)?.message, 'currency: expected a text');
    take(element, 'currency', text, undefined);
    assert.equal(wrongOf(element), undefined);
    assert.equal(updates, 4);
  });
});

describe('what a script sets for the page', () => {
  const kinds = { apiUrl: text, apiOrigins: list };

  it('leaves out what is not given, and keeps what it does not know', () => {
    const given = { apiUrl: '', apiOrigins: ['https://a.example', 'https://b.example'], other: {} };
    assert.deepEqual(readAll(kinds, given), {
      apiOrigins: 'https://a.example https://b.example',
      other: {},
    });
  });

  it('is no list any more where it is empty', () => {
    assert.deepEqual(readAll(kinds, { apiOrigins: '' }), { apiOrigins: '' });
    assert.deepEqual(readAll(kinds, { apiOrigins: [] }), { apiOrigins: '' });
  });

  it('is an error that names what cannot be used', () => {
    assert.throws(() => readAll(kinds, { apiUrl: {} }), {
      code: 'config',
      message: 'api-url: expected a text',
    });
  });
});
