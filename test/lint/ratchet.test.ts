import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { countNames, find, type CountName, type Sources } from './counts.js';

const file = 'test/lint/ratchet.json';
const update = 'UPDATE_DOCS=1 node --import tsx --test test/lint/ratchet.test.ts';

function readFolder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !/\/(node_modules|app)\//.test(path));
}

const read = (paths: readonly string[]): Sources =>
  new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));

const src = readFolder('src');
/** What is built, and what builds it; tests and generated types apart. */
const built = read([
  'vite.config.ts',
  ...src.filter((path) => !/(\.test|\/schema)\.ts$/.test(path)),
]);
/** Whoever reads a test or the demo has to find a way through it too. */
const everything = read([...src, ...readFolder('demo'), ...readFolder('test')]);

function readCounts(): ReadonlyMap<string, unknown> {
  const counts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(counts instanceof Object ? Object.entries(counts) : []);
}

const sourcesOf = (name: CountName) => (name === 'filesInCircles' ? everything : built);
const kept = readCounts();
const found = new Map(countNames.map((name) => [name, find(name, sourcesOf(name))]));

/** Only downwards: what has risen is mended, not written down. */
function writeLower(): void {
  const lower = [...found].map(([name, { length }]) => [
    name,
    Math.min(length, Number(kept.get(name) ?? length)),
  ]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(lower), null, 2)}\n`);
}

if (process.env['UPDATE_DOCS']) writeLower();

describe('what the elements are to be rid of has become no more, and test/lint/ratchet.json says how little is left', () => {
  const counts = readCounts();
  for (const [name, findings] of found) {
    it(name, () => {
      const count = counts.get(name);
      const list = findings.map((one) => `\n  ${one}`).join('');
      const advice = findings.length < Number(count) ? ` It has fallen: ${update}` : list;
      assert.equal(
        findings.length,
        count,
        `${name}: ${findings.length}, not ${String(count)}.${advice}`,
      );
    });
  }
});

const chain = (names: readonly string[]) =>
  names.map((name, at) => `class ${name} extends ${names[at - 1] ?? 'LitElement'} {}`).join('\n');
const lines = (count: number) => 'let line = 0;\n'.repeat(count);

/** What each count has to find in a file, and what it must not. */
const planted: Readonly<Record<CountName, { bad: string; good: string; finds: number }>> = {
  rewritingFiles: {
    bad: `export const plugin = { name: 'shorter', transform(code: string) { return code; } };`,
    good: `// transform() {}\nexport const styles = { name: 'transform' }; map.transform();`,
    finds: 1,
  },
  filesInCircles: {
    bad: `import type { B } from './other.js';`,
    good: `// import './other.js'\nimport './elsewhere.js';`,
    finds: 2,
  },
  deepClasses: {
    bad: chain(['One', 'Two', 'Three', 'Four']) + '\nclass Five extends mixin(Four) {}',
    good: chain(['One', 'Two']) + '\nclass Failure extends Error {}',
    finds: 3,
  },
  expressionsOverNames: {
    bad: `/ing$/.test(this.stateName); code.replace(/x/, ''); /a/.exec(text(body['type'] ?? state));`,
    good: `/\\d+/.test(amount); linkOf(code, state).href.replace(/x/, ''); code.replace('x', ''); // /ing$/.test(stateName)`,
    finds: 3,
  },
  longElements: {
    bad: `/** One. */\n${lines(151)}`,
    good: `/**\n${' * More.\n'.repeat(90)} */\n// And more.\n\n${lines(150)}`,
    finds: 1,
  },
  longFunctions: {
    bad: `const template = () => html\`${'<br>\n'.repeat(40)}\`;`,
    good: `function short() {\n${lines(38)}\n  // ${'\n  //'.repeat(20)}\n}`,
    finds: 1,
  },
};

describe('the syntax tree is counted, not the text', () => {
  const other = `import { a } from './sample.js';`;
  const count = (name: CountName, text: string) =>
    find(
      name,
      new Map([
        ['src/elements/sample.ts', text],
        ['src/elements/other.ts', other],
      ]),
    ).length;
  for (const name of countNames) {
    const { bad, good, finds } = planted[name];
    it(`${name} are found`, () => assert.equal(count(name, bad), finds));
    it(`${name} are not found in comments, nor in what only looks like them`, () =>
      assert.equal(count(name, good), 0));
  }
});
