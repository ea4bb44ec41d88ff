import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSilent, writeSilence } from './silence.js';

const hour = 3_600_000;
const now = Date.parse('2026-11-20T11:00Z');

describe('how long nothing is said', () => {
  for (const [silence, hours] of [
    ['nothing', 6],
    ['later', 24],
  ] as const) {
    it(`is ${hours} hours of "${silence}", and not a moment longer`, () => {
      const kept = writeSilence(silence, now);
      assert.equal(isSilent(silence, kept, now), true);
      assert.equal(isSilent(silence, kept, now + hours * hour - 1), true);
      assert.equal(isSilent(silence, kept, now + hours * hour), false);
      assert.equal(isSilent(silence === 'later' ? 'nothing' : 'later', kept, now), false);
    });

    it(`is nothing of "${silence}" from the future: the clock was set back`, () => {
      assert.equal(isSilent(silence, writeSilence(silence, now + 1), now), false);
    });
  }

  for (const kept of [
    null,
    '',
    'nothing',
    'nothing ',
    'later soon',
    'never 1',
    '{"at":1}',
    `x ${now}`,
  ]) {
    it(`is nothing of ${JSON.stringify(kept)}`, () => {
      assert.equal(isSilent('nothing', kept, now), false);
      assert.equal(isSilent('later', kept, now), false);
    });
  }
});
