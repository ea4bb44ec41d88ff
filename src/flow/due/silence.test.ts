import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSilence, writeSilence } from './silence.js';

const hour = 3_600_000;
const now = Date.parse('2026-11-20T11:00Z');

describe('how long nothing is said', () => {
  for (const [silence, hours] of [
    ['nothing', 6],
    ['later', 24],
  ] as const) {
    it(`is ${hours} hours of "${silence}", and not a moment longer`, () => {
      const kept = writeSilence(silence, now);
      assert.equal(readSilence(kept, now), silence);
      assert.equal(readSilence(kept, now + hours * hour - 1), silence);
      assert.equal(readSilence(kept, now + hours * hour), undefined);
    });

    it(`is nothing of "${silence}" from the future: the clock was set back`, () => {
      assert.equal(readSilence(writeSilence(silence, now + 1), now), undefined);
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
      assert.equal(readSilence(kept, now), undefined);
      assert.equal(readSilence(kept, 1), undefined);
    });
  }
});
