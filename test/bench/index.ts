import { existsSync } from 'node:fs';
import { build } from 'vite';
import { bundleAside, bundleFloor, floorNames } from './build.js';
import { formatBytes, measureBytes, measureFile } from './bytes.js';
import { earlierSubject } from './earlier.js';
import { measurePaint } from './paint.js';
import { peerSubjects } from './peer-subjects.js';
import { measurePrerendering } from './prerender.js';
import { formatPress, measurePress } from './press.js';
import { formatScale, measureComings, measureScrolling } from './scale.js';
import {
  files,
  floorSubjects,
  invoiceFloor,
  paymentFloor,
  withStarter,
  type Subject,
} from './subjects.js';
import { firstRows, prerenderRows, pressRows, scaleRows, writeTable, type Row } from './summary.js';
import { atBothPaces, formatTimes, launch, measureTimes } from './time.js';
import { measureWarming } from './warm.js';

// Measures the published build, and what the same job takes without this library. Decides nothing.
const last = 'dist/cdn/licences.txt';
const rounds = Number(process.env['ROUNDS'] ?? 41);

if (!existsSync(last)) {
  console.log(`Building, since there is no ${last}.`);
  await build();
}

const probe = await bundleAside('probe', 'test/bench/probe.ts');
const floors = await floorSubjects();
const found = (name: string, all: readonly Subject[]): Subject => {
  const subject = all.find((one) => one.name === name);
  if (subject) return subject;
  throw new Error(`no ${name}`);
};
const lit = found('lit', floors);
const methods = found('payment-methods.js', files);

/** Each by itself, by its name after `--`; all of them without one. */
const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  bytes: async () => {
    const rest = floorNames.map(async (name) =>
      measureFile(`floor-${name}`, await bundleFloor(name)),
    );
    console.log(formatBytes([...(await measureBytes()), ...(await Promise.all(rest))]));
    return [];
  },
  paint: async () => {
    console.log(await measurePaint());
    return [];
  },
  first: async () => {
    const alike = [await invoiceFloor(), await paymentFloor()];
    const subjects = [...floors, ...alike, ...files, earlierSubject(), ...(await peerSubjects())];
    const scenarios = atBothPaces('first option', { elements: 1, items: 6 });
    const timings = await measureTimes(subjects, scenarios, probe, rounds);
    console.log(formatTimes(timings, 'lit'));
    return firstRows(timings);
  },
  early: async () => {
    const phone = (answersAfter: number) => ({
      name: `phone, the API takes ${answersAfter} ms`,
      ...{ elements: 1, items: 6, slowdown: 4, phone: { answersAfter } },
    });
    const subjects = [...floors, methods, withStarter];
    const timings = await measureTimes(subjects, [phone(0), phone(300)], probe, rounds);
    console.log(formatTimes(timings, 'hand-written'));
    return firstRows(timings);
  },
  press: async () => {
    const rows = await measurePress(rounds);
    console.log(formatPress(rows));
    return pressRows(rows);
  },
  prerender: async () => {
    const seen = await measurePrerendering(Math.ceil(rounds / 4));
    const { ahead, asEver } = seen;
    console.log(
      `largest paint after opening: ${ahead.toFixed(0)} ms, as ever ${asEver.toFixed(0)} ms`,
    );
    return prerenderRows(seen);
  },
  warm: async () => {
    console.log(await measureWarming(Math.ceil(rounds / 4)));
    return [];
  },
  scale: async () => {
    const invoices = found('invoices.js', files);
    const floor = await invoiceFloor();
    const some = Math.ceil(rounds / 3);
    const many = [
      ...atBothPaces('1 000 methods', { elements: 1, items: 1000 }),
      ...atBothPaces('100 elements', { elements: 100, items: 6 }),
    ];
    const ofMethods = await measureTimes([lit, methods], many, probe, some);
    console.log(formatTimes(ofMethods, 'lit'));
    const list = atBothPaces('1 000 invoices', { elements: 1, items: 1000 });
    const ofInvoices = await measureTimes([floor, invoices], list, probe, some);
    console.log(formatTimes(ofInvoices, floor.name));
    const comings = [
      await measureComings(methods, lit, probe, some),
      await measureComings(invoices, floor, probe, some),
    ];
    const scrolling = await measureScrolling([invoices, floor], probe, Math.ceil(rounds / 8));
    console.log(formatScale(comings, scrolling));
    return [...firstRows(ofMethods), ...firstRows(ofInvoices), ...scaleRows(comings, scrolling)];
  },
};

const asked = Object.keys(parts).filter((name) => process.argv.includes(`--${name}`));
const rows: Row[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length && !asked.includes(name)) continue;
  console.log(`\n${name}\n`);
  rows.push(...(await measure()));
}
const browser = await launch();
const versions = `Chromium ${browser.version()}, Node ${process.version}, ${rounds} rounds.`;
await browser.close();
writeTable(rows, versions);
process.exit(0);
