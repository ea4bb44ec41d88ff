import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import config from '../../vite.config.js';
import { browsers, isKnown, since } from './browsers/compat.js';
import { guarded, needed, syntax } from './browsers/features.js';
import { programOf, scanScripts, sourceFiles, type Uses } from './browsers/scan.js';
import { keysOfStyles, keysOfTemplate, scanText } from './browsers/scan-styles.js';
import { documents, oldest, renewed, writeDocuments } from './browsers/table.js';

/** What a browser of the table may lack. */
const tooNew = (keys: Iterable<string>) =>
  [...keys].filter((key) =>
    browsers.some(([browser]) => since(key, browser) > (oldest.get(browser) ?? 0)),
  );

const files = sourceFiles();
const uses: Uses = new Map([...scanScripts(programOf(files), files), ...scanText(files)]);
const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

/** The features of a script that is not ours. */
function keysOfScript(script: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-'));
  const file = join(folder, 'script.ts');
  writeFileSync(file, `${script}\nexport {};`);
  const found = scanScripts(programOf([file]), [file]);
  rmSync(folder, { recursive: true });
  return [...found.keys()];
}

describe('the browsers of the table', () => {
  it('have every feature that is used, but for those that are done without', () => {
    assert.ok(uses.size > 200, `only ${uses.size} features were found`);
    const missing = tooNew(uses.keys()).filter((key) => !keysOf(guarded).includes(key));
    assert.deepEqual(
      missing.map((key) => `${key} in ${uses.get(key)}`),
      [],
    );
  });

  it('have all syntax that the build leaves as it is', () => {
    assert.equal(config.build?.target, 'es2022');
    assert.deepEqual(
      syntax.filter((key) => !isKnown(key)),
      [],
    );
    assert.deepEqual(tooNew(syntax), []);
  });

  it('are what the documents say', () => {
    if (process.env['UPDATE_DOCS']) {
      writeDocuments();
      execFileSync('npx', ['prettier', '--log-level', 'warn', '--write', ...documents]);
    }
    // The formatter lays the tables out; what they say is compared.
    const plain = (text: string) => text.replace(/-{3,}/g, '---').replace(/[ \t]+/g, ' ');
    for (const document of documents) {
      const now = readFileSync(document, 'utf8');
      assert.match(now, /<!-- browser/);
      assert.equal(plain(now), plain(renewed(document)), `${document}: run with UPDATE_DOCS=1`);
    }
  });
});

describe('the features of the table', () => {
  it('are known to the data, and each is used', () => {
    assert.deepEqual(
      keysOf([...needed, ...guarded]).filter((key) => !isKnown(key)),
      [],
    );
    const unused = [...needed, ...guarded].filter(({ key, seenAs = key }) => !uses.has(seenAs));
    assert.deepEqual(keysOf(unused), []);
  });

  it('that are done without are newer than the table: others need no such word', () => {
    assert.deepEqual(tooNew(keysOf(guarded)).sort(), keysOf(guarded).sort());
  });
});

describe('the check of features', () => {
  it('finds what is too new in a script: calls, members, destructured ones, syntax', () => {
    const found = tooNew(
      keysOfScript(`
        await Promise.try(() => 1);
        document.startViewTransition?.(() => {});
        const { intersection } = new Set<number>();
        console.log(intersection);`),
    );
    for (const key of [
      'javascript.builtins.Promise.try',
      'javascript.operators.await.top_level',
      'api.Document.startViewTransition',
      'javascript.builtins.Set.intersection',
    ]) {
      assert.ok(found.includes(key), `${key} is not in ${found.join(', ')}`);
    }
  });

  it('finds what is too new in a style sheet and in a template', () => {
    const css = `a { top: anchor(bottom); field-sizing: content; text-wrap: pretty }
      b:open { color: light-dark(red, contrast-color(blue)) }`;
    const found = tooNew(keysOfStyles(css));
    for (const key of ['css.types.anchor', 'css.properties.field-sizing', 'css.selectors.open']) {
      assert.ok(found.includes(key), `${key} is not in ${found.join(', ')}`);
    }
    assert.ok(tooNew(keysOfTemplate('<button commandfor="a">')).length);
  });
});
