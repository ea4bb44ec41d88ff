import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { availabilityOf, impossibleOf, nothingKnown } from './availability.js';
import { productMethods } from './product-methods.js';

const listOf = (codes: readonly string[], current: readonly string[] = [], isWhole = true) => ({
  methods: codes.map((paymentMethod) => ({
    paymentMethod,
    current: current.includes(paymentMethod),
  })),
  isWhole,
});
const judge = (list: ReturnType<typeof listOf>, offered = productMethods) =>
  impossibleOf(availabilityOf(list, productMethods), offered);

describe('what a list says of the ways to pay', () => {
  it('is that what is not listed is impossible when all of it is understood', () => {
    const list = listOf(['invoice', 'autoGiro'], ['invoice']);
    assert.deepEqual(judge(list), productMethods.slice(2));
    assert.deepEqual(judge(list, ['autoGiro', 'recurringNexiPayment']), ['recurringNexiPayment']);
  });

  const silent: readonly (readonly [string, ReturnType<typeof listOf>])[] = [
    ['it is empty', listOf([])],
    ['an item is not understood', listOf(['invoice', 'autoGiro'], ['invoice'], false)],
    ['a code is not documented', listOf(['invoice', 'autoGiro', 'bitcoin'], ['invoice'])],
    ['no code is', listOf(['FAKTURA', 'KORT'])],
    ['there is only what is in use', listOf(['invoice'], ['invoice'])],
  ];
  for (const [name, list] of silent) {
    it(`is nothing of what is impossible when ${name}`, () => {
      assert.deepEqual(judge(list), []);
    });
  }

  it('leaves what the page offers where nothing else would be left', () => {
    const list = listOf(['invoice', 'autoGiro'], ['invoice']);
    assert.deepEqual(judge(list, ['recurringNexiPayment']), []);
    assert.deepEqual(judge(list, ['recurringNexiPayment', 'invoice']), []);
  });

  it('is what is in use, however little of it is understood', () => {
    const { current } = availabilityOf(listOf(['bitcoin', 'autoGiro'], ['autoGiro'], false), []);
    assert.deepEqual(current, ['autoGiro']);
  });

  it('is nothing before there is one', () => {
    assert.deepEqual(impossibleOf(nothingKnown, productMethods), []);
  });
});
