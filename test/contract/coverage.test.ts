import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { isObject } from '../../src/api/decode.js';

/** A contract, and the folders where each of its words has to be found again. */
interface Coverage {
  readonly contract: string;
  readonly code: readonly string[];
  readonly tests: readonly string[];
  /** Which of the files in `tests`; all when absent. */
  readonly named?: RegExp;
}

const coverages: readonly Coverage[] = [
  {
    contract: 'connect',
    code: ['src/api', 'src/api/connect', 'src/i18n', 'demo/sandbox'],
    tests: ['test/unit', 'test/sandbox'],
  },
  {
    contract: 'onlinefundraising',
    code: ['src/api/onlinefundraising', 'src/i18n', 'demo/site', 'demo/sandbox/online-fundraising'],
    tests: ['test/unit', 'test/sandbox'],
    named: /method-status|online-fundraising/,
  },
  {
    contract: 'swedbank-pay',
    code: [
      'src/api/swedbank-pay',
      'src/i18n',
      'src/vipps-payment',
      'demo/sandbox/swedbank-pay',
      'demo/site',
    ],
    tests: ['test/unit', 'test/sandbox', 'test/support'],
    named: /vipps|swedbank-pay/,
  },
];

const methods = ['get', 'post', 'patch', 'put', 'delete'];

/** What a contract lists. */
interface Words {
  /** `METHOD /path`, and the operation's id. */
  readonly operations: Map<string, string>;
  readonly statuses: Set<string>;
  readonly fields: Set<string>;
  readonly values: Set<string>;
}

function wordsOf(contract: string): Words {
  const document: unknown = parse(readFileSync(`src/api/${contract}/openapi.yaml`, 'utf8'));
  const words: Words = {
    operations: new Map(),
    statuses: new Set(),
    fields: new Set(),
    values: new Set(),
  };
  assert.ok(isObject(document));
  for (const [path, item] of Object.entries(document['paths'] ?? {})) {
    for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
      if (!methods.includes(method) || !isObject(operation)) continue;
      words.operations.set(String(operation['operationId']), path);
      Object.keys(operation['responses'] ?? {}).forEach((status) => words.statuses.add(status));
    }
  }
  collect(document, words);
  return words;
}

/** Names of properties, and values of enums, wherever they stand. */
function collect(node: unknown, words: Words): void {
  if (Array.isArray(node)) node.forEach((item) => collect(item, words));
  if (!isObject(node)) return;
  const { properties, enum: values } = node;
  if (isObject(properties)) Object.keys(properties).forEach((name) => words.fields.add(name));
  if (Array.isArray(values)) values.forEach((value) => words.values.add(String(value)));
  Object.values(node).forEach((item) => collect(item, words));
}

const filesOf = (folders: readonly string[]) =>
  folders.flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`));

/** The code, without the tests that stand beside it. */
function codeIn(folders: readonly string[]): string {
  const files = filesOf(folders);
  return textOf(files.filter((file) => /(?<!schema|\.test)\.ts$/.test(file)));
}

/** Tests in folders of their own, what they share, and those that stand beside the code. */
function testsIn(folders: readonly string[], code: readonly string[], named = /./): string {
  const apart = filesOf(folders).filter((file) => file.endsWith('.ts'));
  const beside = filesOf(code).filter((file) => file.endsWith('.test.ts'));
  return textOf([...apart, ...beside].filter((file) => named.test(file)));
}

function textOf(wanted: readonly string[]): string {
  assert.ok(wanted.length);
  const text = wanted.map((file) => readFileSync(file, 'utf8')).join('\n');
  // A word in a comment is no proof.
  return text.replace(/^\s*(\/\*[^]*?\*\/|\/\/.*$)/gm, '');
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** As a word of its own: `type` is not found in `paymentType`. */
function has(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`).test(text);
}

/** A path as tests write it: with anything in place of its fields. */
function hasPath(text: string, path: string): boolean {
  const pattern = path
    .split(/\{\w+\}/)
    .map(escaped)
    .join('[^/\'"`\\s]+');
  return new RegExp(`${pattern}(?=['"\`?\\s])`).test(text);
}

for (const { contract, code, tests, named } of coverages) {
  const words = wordsOf(contract);
  const places = { code: codeIn(code), tests: testsIn(tests, code, named) };

  describe(`all that the contract of ${contract} lists`, () => {
    for (const [place, text] of Object.entries(places)) {
      it(`has its operations in the ${place}`, () => {
        const missing = [...words.operations].filter(
          ([id, path]) => !has(text, id) && !hasPath(text, path),
        );
        assert.deepEqual(missing, []);
      });
      it(`has its fields in the ${place}`, () => {
        assert.deepEqual(
          [...words.fields].filter((word) => !has(text, word)),
          [],
        );
      });
      it(`has the values of its enums in the ${place}`, () => {
        assert.deepEqual(
          [...words.values].filter((word) => !has(text, word)),
          [],
        );
      });
    }
    it('has its statuses in the tests', () => {
      assert.deepEqual(
        [...words.statuses].filter((status) => !has(places.tests, status)),
        [],
      );
    });
    it('is not empty', () => {
      assert.ok(words.operations.size > 2 && words.fields.size > 10 && words.values.size > 4);
    });
  });
}
