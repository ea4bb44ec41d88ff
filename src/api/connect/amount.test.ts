import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toAmount, toHundredths } from './amount.js';

describe('an amount', () => {
  for (const [value, expected] of [
    [295, 295],
    [295.5, 295.5],
    [-49, -49],
    [0, 0],
    ['295.00', 295],
    ['-49.50', -49.5],
    ['+49', 49],
    [' 12.5 ', 12.5],
    ['295.', 295],
    ['0.00', 0],
    ['295,00', 295],
    ['295,5', 295.5],
    ['-295,00', -295],
    ['\u2212295,50', -295.5],
    ['1 295,00', 1295],
    ['1 295', 1295],
    ['1\u00a0295,00', 1295],
    ['1\u202f295,00', 1295],
    ['1\u2009234\u2009567,89', 1234567.89],
    ['1 295.00', 1295],
    ['1.234,50', 1234.5],
    ['1.234.567,5', 1234567.5],
    ['1,234.50', 1234.5],
    ['0.295', 0.295],
    ['1295.000', 1295],
  ] as const) {
    it(`is read: ${JSON.stringify(value)}`, () => {
      assert.equal(toAmount(value), expected);
    });
  }

  for (const value of [
    ...[
      '',
      ' ',
      'NOK 5',
      '295 kr',
      '295,-',
      'many',
      '1,295',
      '1.295',
      '-295.000',
      '1,2,3',
      '12 34',
      '1 2345',
      '1 29,00',
    ],
    ...[
      '1e3',
      '0x10',
      '0b1',
      'Infinity',
      'NaN',
      '--5',
      '- 5',
      '5-',
      '.5',
      ',5',
      '1.2.3',
      '1,234,50',
    ],
    ...[NaN, Infinity, -Infinity, null, undefined, true, [295], {}, { value: 5 }],
  ]) {
    it(`is not made of ${JSON.stringify(value) ?? 'undefined'} (${typeof value})`, () => {
      assert.ok(Number.isNaN(toAmount(value)));
    });
  }

  it('is what was written, in each way of writing it, and never an error', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const plain = (hundredths / 100).toFixed(2);
        const [whole = '', decimals = ''] = plain.split('.');
        const grouped = (sign: string) => whole.replace(/\B(?=(\d{3})+$)/g, sign);
        for (const written of [
          plain,
          plain.replace('.', ','),
          `${grouped('\u00a0')},${decimals}`,
          `${grouped(' ')}.${decimals}`,
          `${grouped('.')},${decimals}`,
          `${grouped(',')}.${decimals}`,
        ]) {
          assert.equal(toHundredths(toAmount(written)), hundredths || 0, written);
        }
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => typeof toAmount(value) === 'number'));
  });
});
