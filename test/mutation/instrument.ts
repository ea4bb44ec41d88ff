import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Plugin } from 'vite';
import { buildTests } from '../support/built-tests.js';
import { browserTests } from '../support/test-files.js';

/** A change to the code that some test should notice. */
export interface Mutant {
  readonly id: string;
  /** The same in another run, as long as the file stays as it is. */
  readonly key: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line as it stands in the file, without its margin. */
  readonly at: string;
  /** The change in one line of text. */
  readonly change: string;
}

const mutated = [/^src\/redirect\//, /^src\/host\/token\.ts$/, /^src\/api\/(?!.*schema\.ts$)/];

function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => mutated.some((pattern) => pattern.test(name)))
    .sort();
}

const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => true,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: console.warn,
  error: console.error,
  fatal: console.error,
};

/** Makes one copy of the code that holds every mutant of Stryker's, each behind a switch. */
export async function instrument(): Promise<{ code: Map<string, string>; mutants: Mutant[] }> {
  const files = sources().map((name) => ({
    name,
    content: readFileSync(name, 'utf8'),
    mutate: true,
  }));
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const result = await new Instrumenter(logger).instrument(files, options);
  const mutants = result.mutants.map(
    ({ id, fileName: file, location: { start, end }, replacement }) => {
      const lines = (texts.get(file) ?? '').split('\n');
      const offset = ({ line, column }: typeof start) =>
        lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, column);
      const original = (texts.get(file) ?? '').slice(offset(start), offset(end));
      const change = `${oneLine(original)} → ${oneLine(replacement)}`;
      const line = start.line + 1;
      const place = `${line}:${start.column}-${end.line + 1}:${end.column}`;
      const hash = createHash('sha256')
        .update(texts.get(file) ?? '')
        .digest('hex')
        .slice(0, 12);
      const key = `${file} ${hash} ${place} ${replacement}`;
      return { id, key, file, line, at: (lines[start.line] ?? '').trim(), change };
    },
  );
  return {
    code: new Map(result.files.map(({ name, content }) => [resolve(name), content])),
    mutants,
  };
}

function oneLine(code: string): string {
  const text = code.replace(/\s+/g, ' ').trim();
  return text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text;
}

/** Builds a file for each of the unit tests, with the instrumented code, and the page's script. */
export async function buildInstrumented(
  code: ReadonlyMap<string, string>,
  outDir: string,
): Promise<string[]> {
  const { whole: tests } = browserTests();
  const instrumented: Plugin = {
    name: 'mutation:instrumented',
    enforce: 'pre',
    load: (id) => code.get(id),
  };
  return buildTests(tests, {
    outDir,
    mode: 'production',
    plugins: [instrumented],
    beside: { page: 'test/mutation/page.ts' },
  });
}
