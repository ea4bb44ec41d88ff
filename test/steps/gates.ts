import { sum } from '../support/count.js';
import { drift } from './drift.js';
import { folders } from './folders.js';
import { command } from './program.js';
import type { Run, Step } from './step.js';

/** Folders below `src/api` that have a contract of their own. */
const contracts = ['connect', 'onlinefundraising', 'swedbank-pay'];

async function contractTypes(run: Run) {
  const drifts = contracts.map((name) => {
    const api = `src/api/${name}`;
    const generate = (to: string) => `openapi-typescript ${api}/openapi.yaml -o ${to}/schema.ts`;
    return drift(`${api}/schema.ts`, generate, run);
  });
  return sum(await Promise.all(drifts));
}

function manifest(run: Run) {
  const generate = (folder: string) =>
    `MANIFEST_FOLDER=${folder} cem analyze --quiet --config test/package/manifest.config.js`;
  return drift('custom-elements.json', generate, run);
}

/** What reads the code without running it. */
export const gates: readonly Step[] = [
  {
    title: 'Lint and layers',
    command: 'npm test',
    after: [],
    holds: 'the rules of ESLint, and that imports run downwards only',
    // With room for what is young: it makes so much that collecting it would take a fifth of the time.
    run: (run) => command('npm run --silent lint:code', run),
  },
  {
    title: 'Ratchet',
    command: 'npm test',
    after: [],
    holds: 'counts of what the elements are to be rid of do not rise',
    ...folders(['lint']),
  },
  {
    title: 'Types',
    command: 'npm test',
    after: [],
    holds: 'the compiler has nothing to say',
    run: (run) => command('npm run --silent types', run),
  },
  {
    title: 'Formatting',
    command: 'npm test',
    after: [],
    holds: 'every file is as Prettier writes it',
    run: (run) => command('npm run --silent format:check', run),
  },
  {
    title: 'Types of the contracts are up to date',
    command: 'npm test',
    after: [],
    holds: '`schema.ts` is what the contracts make',
    run: contractTypes,
  },
  {
    title: 'The manifest is up to date',
    command: 'npm test',
    after: [],
    holds: '`custom-elements.json` is what the class headers make',
    run: manifest,
  },
];
