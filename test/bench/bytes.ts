import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { isObject } from '../../src/api/decode.js';
import { bundleSite } from './build.js';
import { formatTable } from './table.js';

/** Sizes in bytes; `limit` and `goal` are for brotli. */
export interface Bytes {
  readonly name: string;
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
  readonly limit?: number;
  readonly goal?: number;
}

/** What a site imports from npm, and what that may come to with all it needs, Lit included. */
export interface Budget {
  readonly name: string;
  /** What stands in the site's own script. */
  readonly script: string;
  /** A build past it fails. One that shrinks lowers it. */
  readonly limit: number;
  /** What it is to come down to. */
  readonly goal?: number;
  /** Fewer bytes than this hold nothing: a bundler that throws out everything passes every limit. */
  readonly least: number;
  /** The file below `dist/cdn` with the same in it. */
  readonly file?: string;
}

const withLit = 6_000;
// What the sentences cost, and what would bring them down: demo/docs/decisions/texts-by-key.md.
/** An element by which one pays or changes. */
const flow = { limit: 35_000, goal: 16_000, least: withLit };
/** Tells what came of each of the three flows, and has the sentences of all of them. */
const teller = { limit: 34_700, goal: 16_000, least: withLit };

const define = (name: string) => `import 'connect-elements/${name}/define';`;
const element = (name: string, budget: Pick<Budget, 'limit' | 'goal' | 'least'>): Budget => ({
  name,
  script: define(name),
  file: `${name}.js`,
  ...budget,
});
const core = ['payment-methods', 'pay-invoice', 'change-method'];
/** It shows, and tells what came back, and sends nothing. */
const shower = { limit: 32_800, goal: 16_000, least: withLit };

const elements: readonly Budget[] = [
  {
    name: 'everything',
    script: "import 'connect-elements';",
    file: 'connect-elements.js',
    limit: 55_300,
    goal: 27_000,
    least: withLit,
  },
  {
    name: 'core three',
    script: core.map(define).join('\n'),
    limit: 37_900,
    goal: 18_000,
    least: withLit,
  },
  element('payment-methods', shower),
  element('pay-invoice', flow),
  element('change-method', flow),
  element('outcome', teller),
  element('due', { limit: 40_000, goal: 18_000, least: withLit }),
  element('method-status', { limit: 24_800, goal: 16_000, least: withLit }),
  element('vipps-payment', { limit: 27_100, goal: 16_000, least: withLit }),
  element('invoices', { limit: 37_600, goal: 18_000, least: withLit }),
  element('agreements', { limit: 35_000, goal: 18_000, least: withLit }),
  element('config', { limit: 9_400, least: withLit }),
];

/** Entries without Lit and without a DOM, by their names; each counts as soon as the package has it. */
const headless: readonly Budget[] = [
  { name: 'client', limit: 5_800, goal: 4_000 },
  { name: 'flow', limit: 11_500, goal: 4_000 },
].map((budget) => ({
  ...budget,
  script: `export * from 'connect-elements/${budget.name}';`,
  least: 500,
}));

const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const exported = isObject(manifest) && isObject(manifest['exports']) ? manifest['exports'] : {};

export const budgets = [...elements, ...headless.filter(({ name }) => `./${name}` in exported)];

/** Bytes of a file as it is sent. */
export function brotli(file: string | Buffer): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(file, { params }).length;
}

/** Several files count as they are served: each by itself. */
function measure(name: string, files: readonly (string | Buffer)[]): Bytes {
  const sum = (size: (file: string | Buffer) => number) =>
    files.reduce((total, file) => total + size(file), 0);
  return {
    name,
    minified: sum((file) => Buffer.byteLength(file)),
    gzip: sum((file) => gzipSync(file, { level: 9 }).length),
    brotli: sum(brotli),
  };
}

export async function measureFile(name: string, path: string): Promise<Bytes> {
  return measure(name, [await readFile(path)]);
}

/** A file for a script tag. Needs a build. */
export function measureScriptTag(file: string): Promise<Bytes> {
  return measureFile(file, `dist/cdn/${file}`);
}

/** What a site gets that bundles the package with Vite as it comes. Needs a build. */
export async function measureSite({ name, script, limit, goal }: Budget): Promise<Bytes> {
  const bytes = measure(name, await bundleSite(script));
  return { ...bytes, limit, ...(goal !== undefined && { goal }) };
}

/** How far a file is from what a site gets that bundles the same: 0.05 is 5 % away. */
export function distance(file: Bytes, site: Bytes): number {
  return Math.abs(file.brotli - site.brotli) / site.brotli;
}

/** Every budget, and every file for a script tag. Needs a build. */
export async function measureBytes(): Promise<readonly Bytes[]> {
  const files = budgets.flatMap(({ file }) => file ?? []);
  return [
    ...(await Promise.all(budgets.map(measureSite))),
    ...(await Promise.all(files.map(measureScriptTag))),
  ];
}

export function formatBytes(rows: readonly Bytes[]): string {
  const head = ['kB (1000 bytes)', 'minified', 'gzip', 'brotli', 'limit', 'goal', ''];
  const cells = rows.map((row) => [
    row.name,
    ...[row.minified, row.gzip, row.brotli, row.limit, row.goal].map(kilobytes),
    verdict(row),
  ]);
  return formatTable(head, cells);
}

function kilobytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : (bytes / 1000).toFixed(3);
}

function verdict({ brotli, limit = Infinity, goal = Infinity }: Bytes): string {
  if (brotli > limit) return 'past the limit';
  return brotli > goal ? 'past the goal' : '';
}
