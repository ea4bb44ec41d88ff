import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatRatio, isMissed, ratioOf } from './interval.js';

describe('the ratio of what was measured side by side', () => {
  const ones = Array.from({ length: 41 }, (_, index) => 80 + index);

  it('is the median of the pairs, with the ranks between which it lies in 95 of 100 cases', () => {
    const ratio = ratioOf(
      ones,
      ones.map(() => 100),
    );
    // Ranks 14 and 27 or 28 of 41 by the binomial distribution.
    assert.equal(formatRatio(ratio), '×1.00 (0.94–1.06)');
    assert.equal(ratio.pairs, 41);
  });

  it('misses a target when it lies wholly above it', () => {
    const ratio = ratioOf(
      ones,
      ones.map(() => 100),
    );
    assert.equal(isMissed(ratio, 0.93), true);
    assert.equal(isMissed(ratio, 0.95), false);
  });

  it('leaves out what has no other beside it', () => {
    assert.equal(ratioOf([1, 2, 3], [1, 2]).pairs, 2);
  });
});
