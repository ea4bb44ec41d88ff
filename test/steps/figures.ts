import { readFileSync } from 'node:fs';
import { verdict, type Count } from '../support/count.js';
import type { Run } from './step.js';

const page = 'demo/handbook/pages/proven.md';

/** Whether the page of what is tried says what the tests have said in this run. */
export function compareFigures({ tallies, say }: Run): Promise<Count> {
  const written = readFileSync(page, 'utf8').replace(/\s+/g, ' ');
  const wrong = tallies.figures().filter((figure) => !written.includes(figure));
  if (wrong.length) say(`${page} does not say: ${wrong.join('; ')}`);
  return Promise.resolve(verdict(!wrong.length));
}
