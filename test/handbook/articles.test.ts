import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { marked } from 'marked';

const folder = 'demo/handbook/pages';
const pages = ['README.md', ...readdirSync(folder).map((file) => `${folder}/${file}`)];

/** The examples of HTML with an element in them, by what they are written in. */
function examples(page: string): readonly string[] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```(?:html|svelte|vue)\n([^]*?)^```/gm);
  return [...blocks].map(([, code = '']) => code).filter((code) => code.includes('<connect-'));
}

describe('what is copied from the documentation into an article', () => {
  it('has examples to look at', () => {
    assert.ok(pages.flatMap(examples).length > 25);
  });

  for (const page of pages.filter((page) => examples(page).length)) {
    it(`is no quotation to Markdown, since no line begins with the end of a tag: ${page}`, async () => {
      for (const code of examples(page)) {
        const lines = code
          .split('\n')
          .filter((line) => /^\s*>/.test(line) || /<\/[a-z-]+$/.test(line));
        assert.deepEqual(lines, [], code);
        assert.doesNotMatch(await marked.parse(code.replace(/^[ \t]+/gm, '')), /<blockquote/, code);
      }
    });
  }
});
