import { readFileSync } from 'node:fs';
import { verdict, type Count } from '../support/count.js';
import type { Run } from './step.js';

/** Whether the README says of what was tried what the tests have said in this run. */
export function compareFigures({ tallies, say }: Run): Promise<Count> {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  const wrong = tallies.figures().filter((figure) => !readme.includes(figure));
  if (wrong.length) say(`README.md does not say: ${wrong.join('; ')}`);
  return Promise.resolve(verdict(!wrong.length));
}
