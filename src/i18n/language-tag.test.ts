import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalTag } from './language-tag.js';

describe('a language tag', () => {
  for (const [written, tag] of [
    ['nb', 'nb'],
    ['nb-NO', 'nb-NO'],
    ['NB-no', 'nb-NO'],
    [' sv ', 'sv'],
    ['no', 'nb'],
    ['NO', 'nb'],
    ['no-NO', 'nb-NO'],
    ['nb_NO', 'nb-NO'],
    ['no_NO', 'nb-NO'],
    ['nn_NO', 'nn-NO'],
    ['sv_SE', 'sv-SE'],
    ['sv_SE.UTF-8', 'sv-SE'],
    ['nb_NO.UTF-8', 'nb-NO'],
    ['no_NO.ISO-8859-1', 'nb-NO'],
    ['fi_FI@euro', 'fi-FI'],
    ['da_DK.ISO8859-1@euro', 'da-DK'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['nb-NO-x-mtfrom-en', 'nb-NO-x-mtfrom-en'],
    ['non', 'non'],
    ['nob', 'nb'],
    ['nor', 'nb'],
    ['nor_NO', 'nb-NO'],
    ['swe', 'sv'],
    ['no-bok', 'nb'],
    ['no-nyn', 'nn'],
    ['no_NO_NY', 'nn-NO'],
    ['no_NO_NY.UTF-8', 'nn-NO'],
  ] as const) {
    it(`is read: "${written}"`, () => {
      assert.equal(canonicalTag(written), tag);
    });
  }

  for (const wrong of [
    '',
    ' ',
    '_',
    '-',
    'x',
    'norwegian bokmål',
    'nb NO',
    'nb__NO',
    '.UTF-8',
    'C.UTF-8',
  ]) {
    it(`is not made of "${wrong}"`, () => {
      assert.equal(canonicalTag(wrong), undefined);
    });
  }

  it('is a tag or nothing, and never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (written) => {
        const tag = canonicalTag(written);
        if (tag != null) assert.deepEqual(Intl.getCanonicalLocales(tag), [tag]);
      }),
    );
  });
});
