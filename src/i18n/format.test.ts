import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { count, localesOf } from './format.js';

/** Runs a line in a Node of its own that speaks German, in which the formatters that are made are counted. */
function inGermanNode(line: string): unknown {
  const script = `
    let made = 0;
    const { DateTimeFormat, NumberFormat } = Intl;
    Intl.DateTimeFormat = function (...given) { made += 1; return new DateTimeFormat(...given); };
    Intl.NumberFormat = function (...given) { made += 1; return new NumberFormat(...given); };
    const { date, money } = await import(${JSON.stringify(import.meta.resolve('./format.ts'))});
    const day = new Date('2026-12-24T12:00Z');
    const result = ${line};
    console.log(JSON.stringify([result, made]));`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: 'de_DE.UTF-8' } },
  );
  assert.equal(stderr, '');
  return JSON.parse(stdout.replace(/\\u00a0|\u00a0|\u202f/g, ' '));
}

describe('a browser that has no data for a language', () => {
  it('is asked for a list: Bokmål stands in for Nynorsk, English for everything else', () => {
    assert.deepEqual(localesOf('nn'), ['nn', 'nb', 'en']);
    assert.deepEqual(localesOf('nn-NO'), ['nn-NO', 'nb', 'en']);
    assert.deepEqual(localesOf('nb'), ['nb', 'en']);
    assert.deepEqual(localesOf('nnh'), ['nnh', 'en']);
    assert.equal(count(1234, 'nb').replace(/\s/, ' '), '1 234');
  });

  it('writes as in English, not as in its own language', () => {
    const line = `[new Date(0).toLocaleDateString('tlh', { dateStyle: 'medium', timeZone: 'UTC' }),
      money(1234.5, 'NOK', 'tlh'), date(day, 'tlh')]`;
    assert.deepEqual(inGermanNode(line), [['01.01.1970', 'NOK 1,234.50', 'Dec 24, 2026'], 2]);
  });

  it('makes a formatter once for a language, a currency and a style, and none at load', () => {
    assert.deepEqual(inGermanNode('0'), [0, 0]);
    const line = `Array.from({ length: 100 }, (_, n) => [
      money(n, 'SEK', 'sv'), date(day, 'sv'), date(day, 'sv', true)]).length`;
    assert.deepEqual(inGermanNode(line), [100, 3]);
  });
});
