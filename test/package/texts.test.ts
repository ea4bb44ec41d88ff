import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import ts from 'typescript';
import * as agreements from '../../src/i18n/agreements.js';
import * as common from '../../src/i18n/en.js';
import * as invoices from '../../src/i18n/invoices.js';
import * as methodStatus from '../../src/i18n/method-status.js';
import * as vippsPayment from '../../src/i18n/vipps-payment.js';
import { isKnown } from '../../src/i18n/translate.js';

const root = new URL('../../', import.meta.url);
const built = new URL('dist/cdn/i18n/', root);
const languages = readdirSync(new URL('src/i18n', root)).filter((name) => /^\w\w$/.test(name));
const families = ['connect', 'method-status', 'vipps-payment'];
const budget = 1500;

/** Every text below a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : [];
}

/** Names of brands are the same everywhere. */
const brands: unknown = methodStatus.brandNames;
const ofMethodStatus = Object.values(methodStatus).filter((texts: unknown) => texts !== brands);
const english = new Set(
  [common, agreements, invoices, ofMethodStatus, vippsPayment].flatMap((one) =>
    textsIn({ ...one }),
  ),
);

/** A module's translations by their English, as they are written in its source. */
function written(language: string, name: string): Map<string, string> {
  const file = new URL(`src/i18n/${language}/${name}.ts`, root);
  const source = ts.createSourceFile('', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)) {
      const { name: key, initializer } = node;
      if (ts.isIdentifier(key) || ts.isStringLiteralLike(key))
        found.set(key.text, initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** All that a family has in a language. */
function translations(language: string, family: string): Map<string, string> {
  return new Map([...written(language, 'shared'), ...written(language, family)]);
}

const sorted = (texts: Iterable<string>) => [...texts].sort();

describe('the texts', () => {
  it('are in five languages beside English, each of which the elements know', () => {
    assert.deepEqual(sorted(languages), ['da', 'fi', 'nb', 'nn', 'sv']);
    assert.deepEqual(
      languages.filter((code) => !isKnown(code)),
      [],
    );
  });

  it('that are translated are all those that an element may say', () => {
    assert.ok(english.size > 100, `only ${english.size} texts were found`);
    const all = families.flatMap((family) => [...translations('nb', family).keys()]);
    assert.deepEqual(sorted(new Set(all)), sorted(english));
  });
});

for (const language of languages) {
  describe(`the texts in ${language}`, () => {
    for (const family of families) {
      const texts = translations(language, family);

      it(`are those of Bokmål: ${family}`, () => {
        assert.deepEqual(sorted(texts.keys()), sorted(translations('nb', family).keys()));
      });

      it(`say something, with a value wherever the English has one: ${family}`, () => {
        const values = (text: string) => text.match(/\{.*?\}/g) ?? [];
        const wrong = [...texts].filter(
          ([key, text]) => !text.trim() || String(values(key)) !== String(values(text)),
        );
        assert.deepEqual(wrong, []);
      });

      it(`are a small file for a script tag: ${family}`, () => {
        const code = readFileSync(new URL(`${family}.${language}.js`, built));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        const { length } = brotliCompressSync(code, { params });
        assert.ok(length <= budget, `${length} bytes of ${budget}`);
      });

      it(`are found in that file by the English: ${family}`, async () => {
        const module: unknown = await import(new URL(`${family}.${language}.js`, built).href);
        assert.ok(typeof module === 'object' && module && 'default' in module);
        const { default: lookup } = module;
        assert.ok(typeof lookup === 'function');
        for (const [key, text] of texts) {
          assert.equal(Reflect.apply(lookup, undefined, [key]), text);
        }
        assert.equal(Reflect.apply(lookup, undefined, ['No text of ours']), undefined);
      });
    }
  });
}

it('no file of texts is left over from a language that is gone', () => {
  const files = readdirSync(built).filter((name) => name.endsWith('.js'));
  const expected = families.flatMap((family) => languages.map((code) => `${family}.${code}.js`));
  assert.deepEqual(sorted(files), sorted(expected));
});
