import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isTally, Tallies } from '../support/tallies.js';

describe('what the tests say that they tried', () => {
  it('is added up within an engine, and told once for all engines that tried the same', () => {
    const tallies = new Tallies();
    for (const engine of ['chromium', 'firefox'] as const) {
      tallies.add(
        ['tally 3 hostile addresses', 'another line', 'tally 4 hostile addresses'],
        engine,
      );
    }
    assert.equal(String(tallies), 'What was tried\n  7 hostile addresses, in 2 engines');
  });

  it('says where, when the engines differ', () => {
    const tallies = new Tallies();
    tallies.add(['tally 3 faults'], 'chromium');
    tallies.add(['tally 2 faults'], 'webkit');
    assert.match(String(tallies), /faults: 3 in Chromium, 2 in WebKit/);
  });

  it('may be said by Node for an engine that it drives, or for itself', () => {
    const tallies = new Tallies();
    tallies.add(['tally 5 journeys in firefox', '  tally 9 faults'], 'node');
    assert.match(String(tallies), /5 journeys, in 1 engine/);
    assert.match(String(tallies), /9 faults$/m);
  });

  it('is not said by a line that only begins like it', () => {
    assert.equal(isTally('tally 3 faults'), true);
    assert.equal(isTally('tally of faults'), false);
    assert.equal(isTally(['tally 3 faults']), false);
  });
});
