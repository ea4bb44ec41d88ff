import type { Count } from '../support/count.js';
import { startDriver } from '../support/drivers.js';
import { engineNames, findEngine, MissingEngine, titles } from '../support/engines.js';
import type { Run } from './step.js';

/** Starts each engine that is on this machine, and says which are not. */
export async function startEngines({ tallies, missing, say }: Run): Promise<Count> {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const engine of await Promise.all(engineNames.map(findEngine))) {
    if (engine instanceof MissingEngine) {
      missing.push(engine.advice);
      say(`⚠ ${engine.advice}`);
      continue;
    }
    const driver = await startDriver(engine);
    tallies.engines.set(engine.name, driver.version);
    await driver.close();
    say(`${titles[engine.name]} ${driver.version} (${engine.source})`);
    count.passed++;
  }
  return count;
}
