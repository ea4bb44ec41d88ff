import { findPlaces } from '../apps/find.js';
import { engineNames } from '../support/engines.js';
import { browserTests } from './browser-tests.js';
import { startEngines } from './engines.js';
import { compareFigures } from './figures.js';
import { folders, rules, sampled, waiting } from './folders.js';
import { gates } from './gates.js';
import { places } from './places.js';
import { command } from './program.js';
import type { Step } from './step.js';

export const build: Step = {
  title: 'Build',
  command: 'npm test',
  after: [],
  holds: 'the package can be built; what needs `dist/` comes after it',
  run: (run) => command('npm run --silent build', run),
};
const built = [build.title];

/** What runs the code: in Node, in browsers, in both. What takes long comes first. */
const tests: readonly Step[] = [
  {
    title: 'Tests in browsers',
    command: 'npm test',
    after: [],
    holds: 'the elements in Chromium; where engines differ, in Firefox and WebKit too',
    portions: () => engineNames,
    run: browserTests,
  },
  {
    title: 'End to end',
    command: 'npm test',
    after: built,
    holds: 'the newspaper, the sandbox and the way to the provider and back',
    ...folders(['e2e'], waiting),
  },
  {
    title: 'Every state: accessibility',
    command: 'npm test',
    after: built,
    holds: 'every state read by two engines, zoomed, narrow, in forced colours',
    ...sampled('accessibility'),
  },
  {
    title: 'Every state: pictures',
    command: 'npm test',
    after: built,
    holds: 'every state against its picture',
    ...sampled('visual'),
  },
  {
    title: 'Documentation',
    command: 'npm test',
    after: built,
    holds: 'the pages, their links and examples, and what they say against the code',
    ...folders(['handbook'], waiting),
  },
  {
    title: 'Sandbox and contract',
    command: 'npm test',
    after: built,
    holds: 'the servers of the sandbox, and the elements against the contracts',
    ...folders(['sandbox', 'contract'], waiting),
  },
  {
    title: 'Bytes and package',
    command: 'npm test',
    after: built,
    holds: 'what is published: its size, entries, types, licences, texts',
    ...folders(['bench', 'package']),
  },
  {
    title: 'Rules in Node',
    command: 'npm test',
    after: [],
    holds: 'what needs no page: `src/**/*.test.ts`, each beside its unit',
    run: rules,
  },
];

/** Everything that has to hold, in the order in which it is begun. */
export const steps: readonly Step[] = [
  build,
  ...tests,
  ...gates,
  {
    title: 'Browsers',
    command: 'npm test',
    after: [],
    holds: 'each engine that is on this machine starts',
    run: startEngines,
  },
  {
    title: 'Places',
    command: 'npm run test:all',
    after: built,
    holds: 'each place that sites embed the elements in, with the packed package',
    portions: async () => (await findPlaces()).map(({ name }) => name),
    run: places,
  },
  {
    title: 'The figures of what is tried',
    command: 'npm test',
    after: ['Tests in browsers', 'End to end', 'Every state: accessibility', 'Rules in Node'],
    holds: 'the documentation says what was tried',
    run: compareFigures,
  },
];
