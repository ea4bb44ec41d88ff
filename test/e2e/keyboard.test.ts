// In test:all: every control by keyboard alone; that a payment can be made so is walked by the tests of each element.
import { after, before, describe } from 'node:test';
import { engineNames, findEngine, MissingEngine, titles } from '../support/engines.js';
import { it } from '../support/limited.js';
import { walks } from './keyboard-walks.js';
import { Visit } from './visit.js';

const engines = await Promise.all(engineNames.map(findEngine));

describe('by keyboard alone', { concurrency: engines.length }, () => {
  for (const engine of engines) {
    const isMissing = engine instanceof MissingEngine;
    describe(`in ${titles[engine.name]}`, { concurrency: 1 }, () => {
      let visit: Visit;
      before(async () => {
        if (!isMissing) visit = await Visit.begin(engine);
      });
      after(async () => {
        if (!isMissing) await visit.end();
      });
      for (const [name, work] of walks) {
        it(name, { skip: isMissing && engine.advice }, () => work(visit, engine.name));
      }
    });
  }
});
