import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Files of tests, each once, in the order of their names. */
export function testsBelow(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .sort(),
  );
}

const firstLine = (file: string) => readFileSync(file, 'utf8').split('\n', 1)[0] ?? '';
const everywhere = '// In every engine: ';

/** Why the tests of a file run in each engine, as its first line says; undefined when one is enough. */
export function reasonForEngines(file: string): string | undefined {
  const line = firstLine(file);
  return line.startsWith(everywhere) ? line.slice(everywhere.length) : undefined;
}

const later = '// In test:all: ';

/** Files of Node's tests in a folder of `test`: those of `npm test`, and those that only `test:all` has. */
export function nodeTestsIn(folder: string): { readonly usual: string[]; readonly long: string[] } {
  const files = testsBelow(`test/${folder}`);
  const isLong = (file: string) => firstLine(file).startsWith(later);
  return { usual: files.filter((file) => !isLong(file)), long: files.filter(isLong) };
}

/** Whether a file of Node's tests tries a part of what it has in `npm test`. */
export function triesPart(file: string): boolean {
  return readFileSync(file, 'utf8').includes("/support/whole.js'");
}

/** Whether a file of Node's tests may share its process with others: it replaces no member of `platform`. */
export function leavesNoTrace(file: string): boolean {
  return !readFileSync(file, 'utf8').includes("/in-node.js'");
}

const nodeAlone = '// In Node alone: ';

/** Whether a page can run it: of Node's it imports no more than what stands in for it there. */
function fitsPage(file: string): boolean {
  if (firstLine(file).startsWith(nodeAlone)) return false;
  const imports = [...readFileSync(file, 'utf8').matchAll(/import ([^;]+) from '(node:[^']+)'/g)];
  return imports.every(
    ([, names = '', from = '']) =>
      /^node:(test|assert\/strict)$/.test(from) && !/\bmock\b/.test(names),
  );
}

/** Files of tests that run in browsers. */
export interface BrowserTests {
  /** In one engine each time. */
  readonly usual: readonly string[];
  /** In every engine each time. */
  readonly everywhere: readonly string[];
  /** In every engine when all is tried: rules that are tested in Node as well. */
  readonly whole: readonly string[];
}

export function browserTests(): BrowserTests {
  const isForEngines = (file: string) => reasonForEngines(file) !== undefined;
  const elements = testsBelow('test/unit');
  const rules = testsBelow('src');
  const usual = [...rules.filter(isForEngines), ...elements];
  const whole = [...rules.filter(fitsPage), ...elements];
  return { usual, everywhere: usual.filter(isForEngines), whole };
}

/** As the test runner in browsers takes them. */
export const absolute = (files: readonly string[]) => files.map((file) => resolve(file));
