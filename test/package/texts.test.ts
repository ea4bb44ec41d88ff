import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { places } from '../../src/i18n/keys.js';
import type { Text } from '../../src/i18n/moments.js';
import { isKnown } from '../../src/i18n/translate.js';
import { dictionaries } from '../../src/package/dictionaries.js';

const root = new URL('../../', import.meta.url);
const built = new URL('dist/cdn/i18n/', root);
const codes = ['da', 'en', 'fi', 'nb', 'nn', 'sv'];
const families = ['connect', 'method-status', 'vipps-payment'];
/** Brotli, bytes: what a language costs a page that speaks it. */
const budgets: Readonly<Record<string, number>> = {
  connect: 4000,
  'method-status': 2000,
  'vipps-payment': 2000,
};

const sorted = (texts: Iterable<string>) => [...texts].sort();
const textsOf = (code: string) => dictionaries.get(code) ?? new Map<string, Text>();
const english = textsOf('en');
const variants = (text: Text) => (typeof text === 'string' ? [text] : Object.values(text));
/** What is put into a text, each name once. */
const values = (text: Text) =>
  sorted(new Set(variants(text).flatMap((one) => one.match(/\{\w+\}/g) ?? [])));

describe('the texts', () => {
  it('are in six languages, each of which the elements know', () => {
    assert.deepEqual(sorted(dictionaries.keys()), codes);
    const folders = readdirSync(new URL('src/i18n', root)).filter((name) => /^\w\w$/.test(name));
    assert.deepEqual(sorted(folders), codes);
    assert.deepEqual(
      codes.filter((code) => !isKnown(code)),
      [],
    );
  });

  it('have keys of a known place and a moment in kebab case, but for codes of servers', () => {
    // Methods, states and operations are called what their servers call them.
    const ofServers = /\.(method|state|type|meaning|fact|operation)\./;
    const wrong = [...english.keys()].filter((key) => {
      const [place = '', ...moment] = key.split('.');
      const isKebab = moment.every((part) => /^[a-z]+(-[a-z]+)*$/.test(part));
      return !places.includes(place) || !moment.length || !(isKebab || ofServers.test(key));
    });
    assert.deepEqual(wrong, []);
  });

  it('say in English what happened as a title without a full stop, and the rest in sentences', () => {
    const wrong = [...english].filter(([key, text]) =>
      variants(text).some(
        (one) =>
          (key.endsWith('.title') && one.endsWith('.')) ||
          (key.endsWith('.body') && !/[.?!]$/.test(one)),
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it('name the invoice wherever a payment of it may have been made', () => {
    const about = [...english].filter(([key]) =>
      /^pay-invoice\.(outcome|unconfirmed|open|elsewhere|not-registered|already|ask)\./.test(key),
    );
    const moments = new Set(about.map(([key]) => key.replace(/\.(title|body)$/, '')));
    const named = about.filter(([, text]) => variants(text).join().includes('{number}'));
    const missing = [...moments].filter(
      (moment) => !named.some(([key]) => key.startsWith(`${moment}.`)),
    );
    // An app that waits is told of first; its title is about the payment.
    assert.deepEqual(missing, ['pay-invoice.unconfirmed.initiated']);
  });

  it('tell no list that could not be read that something was not accepted', () => {
    const ofLists = [...english].filter(([key]) => /load\.error|^shared\.error/.test(key));
    assert.ok(ofLists.length > 50);
    assert.deepEqual(
      ofLists.filter(([, text]) => /accept/.test(variants(text).join())),
      [],
    );
  });
});

for (const code of codes) {
  describe(`the texts in ${code}`, () => {
    const texts = textsOf(code);

    it('are those of English', () => {
      assert.deepEqual(sorted(texts.keys()), sorted(english.keys()));
    });

    it('say something, with the values of the English', () => {
      const wrong = [...texts].filter(([key, text]) => {
        const isEmpty = variants(text).some((one) => !one.trim());
        return isEmpty || String(values(text)) !== String(values(english.get(key) ?? ''));
      });
      assert.deepEqual(wrong, []);
    });

    it('have a text for every category of their language, where a number is spoken', () => {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      const wrong = [...texts].filter(
        ([, text]) =>
          typeof text !== 'string' &&
          !pluralCategories.every((category) => Object.hasOwn(text, category)),
      );
      assert.deepEqual(wrong, []);
    });
  });
}

for (const code of codes.filter((one) => one !== 'en')) {
  for (const family of families) {
    it(`the file for a script tag with ${family} in ${code} is small and has them all`, async () => {
      const file = new URL(`${family}.${code}.js`, built);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      const { length } = brotliCompressSync(readFileSync(file), { params });
      const budget = budgets[family] ?? 0;
      assert.ok(length <= budget, `${length} bytes of ${budget}`);
      const module: unknown = await import(file.href);
      assert.ok(typeof module === 'object' && module && 'default' in module);
      const source: unknown = await import(`../../src/i18n/${code}/${family}.js`);
      assert.ok(typeof source === 'object' && source && 'default' in source);
      assert.deepEqual(module.default, source.default);
    });
  }
}

it('no file of texts is left over from a language that is gone', () => {
  const files = readdirSync(built).filter((name) => name.endsWith('.js'));
  const fetched = codes.filter((code) => code !== 'en');
  const expected = families.flatMap((family) => fetched.map((code) => `${family}.${code}.js`));
  assert.deepEqual(sorted(files), sorted(expected));
});
