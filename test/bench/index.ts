import { existsSync } from 'node:fs';
import { build } from 'vite';
import { bundleAside, bundleFloor, floorNames } from './build.js';
import { formatBytes, measureBytes, measureFile } from './bytes.js';
import { measurePaint } from './paint.js';
import { formatTimes, measureTimes } from './time.js';

// Measures the published build, and what the same job takes without this library. Decides nothing.
const floor = 'floor-lit';
const subject = 'dist/cdn/payment-methods.js';
/** What a build of the scripts writes last. */
const last = 'dist/cdn/licences.txt';

if (!existsSync(last)) {
  console.log(`Building, since there is no ${last}.`);
  await build();
}

console.log('A page that a server has rendered, beside a static one.');
console.log(`\n${await measurePaint()}\n`);
// Only that, while working on it.
if (process.argv.includes('--paint')) process.exit(0);

console.log('Bundling the floors as the published files are.');
const floors = new Map<string, string>();
for (const name of floorNames) floors.set(`floor-${name}`, await bundleFloor(name));
const probe = await bundleAside('probe', 'test/bench/probe.ts');

const floorBytes = [...floors].map(([name, path]) => measureFile(name, path));
const bytes = [...(await measureBytes()), ...(await Promise.all(floorBytes))];
console.log(`\n${formatBytes(bytes)}\n`);

console.log(
  'Loading pages, from the start of the navigation to an option in layout in every element.',
);
const variants = new Map([...floors, ['payment-methods', subject]]);
console.log(`\n${formatTimes(await measureTimes(variants, probe), floor)}`);
