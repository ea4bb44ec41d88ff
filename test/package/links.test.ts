import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'demo/docs/threat-model.md',
  'demo/docs/what-we-assume.md',
  'demo/docs/decisions/flow-machine.md',
  'demo/docs/decisions/stock-lit.md',
  'demo/docs/decisions/texts-by-key.md',
  'demo/handbook/pages/ask-your-server.md',
  'demo/handbook/pages/your-own-look.md',
  'demo/handbook/pages/languages.md',
  'demo/handbook/pages/forms.md',
  'demo/handbook/pages/server-rendering.md',
];
/** Pages of the site that are made of the code. */
const made = ['texts.html'];
const link = /\]\((?!https?:|#)([^)#]+)/g;

describe('the documents', () => {
  for (const page of pages) {
    it(`link to files that are there: ${page}`, () => {
      const targets = [...readFileSync(page, 'utf8').matchAll(link)].map(([, to = '']) => to);
      const missing = targets.filter(
        (to) => !made.includes(to) && !existsSync(join(dirname(page), to)),
      );
      assert.deepEqual(missing, []);
    });
  }

  it('name the place of each assumption by what is written there', () => {
    const page = 'demo/docs/what-we-assume.md';
    const places = [
      ...readFileSync(page, 'utf8').matchAll(/`#?([\w]+)` in \[[^\]]+\]\(([^)]+)\)/g),
    ];
    assert.ok(places.length > 10);
    const missing = places.filter(
      ([, name = '', to = '']) => !readFileSync(join(dirname(page), to), 'utf8').includes(name),
    );
    assert.deepEqual(
      missing.map(([whole]) => whole),
      [],
    );
  });
});
