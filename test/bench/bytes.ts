import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { bundleAside, bundleHeadless } from './build.js';
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

interface Budget {
  readonly limit: number;
  readonly goal: number;
}

const flowElement: Budget = { limit: 12_000, goal: 9_000 };
/** A list that has a flow element inside it. */
const listElement: Budget = { limit: 14_000, goal: 12_500 };
const coreThree = 'core three';
const published = 'dist/cdn';

/** By the names in the table. A build past a limit fails. */
export const budgets: Readonly<Record<string, Budget>> = {
  'connect-elements': { limit: 20_000, goal: 17_000 },
  [coreThree]: { limit: 14_000, goal: 12_500 },
  'payment-methods': flowElement,
  'pay-invoice': flowElement,
  'change-method': flowElement,
  invoices: listElement,
  agreements: flowElement,
  'method-status': flowElement,
  'vipps-payment': flowElement,
  client: { limit: 4_600, goal: 4_000 },
};

export async function measureFile(name: string, path: string): Promise<Bytes> {
  const code = await readFile(path);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    name,
    minified: code.length,
    gzip: gzipSync(code, { level: 9 }).length,
    brotli: brotliCompressSync(code, quality).length,
    ...budgets[name],
  };
}

/** Measures every file for a plain script tag, and the core three as one file. Needs a build. */
export async function measureBytes(): Promise<readonly Bytes[]> {
  const files = (await readdir(published)).filter((file) => file.endsWith('.js'));
  const core = await bundleAside('core', 'test/bench/core.ts');
  return Promise.all([
    ...files.map((file) => measureFile(basename(file, '.js'), `${published}/${file}`)),
    measureFile(coreThree, core),
    measureFile('client', await bundleHeadless('client', 'src/client.ts')),
  ]);
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
