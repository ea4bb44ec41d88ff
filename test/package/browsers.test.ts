import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import config from '../../vite.config.js';
import { browsers, isKnown, since } from './browsers/compat.js';
import { guarded, needed } from './browsers/features.js';
import { scripts, styles, templates, type Sample } from './browsers/newer.js';
import { programOf, scanScripts, sourceFiles, type Uses } from './browsers/scan.js';
import { keysOfStyles } from './browsers/scan-styles.js';
import { keysOfTexts, scanText } from './browsers/scan-templates.js';
import { documents, oldest, renewed, target, writeDocuments } from './browsers/table.js';

/** What a browser of the table may lack. */
const tooNew = (keys: Iterable<string>) =>
  [...keys].filter((key) =>
    browsers.some(([browser]) => since(key, browser) > (oldest.get(browser) ?? 0)),
  );

const files = sourceFiles();
const uses: Uses = new Map([...scanScripts(programOf(files), files), ...scanText(files)]);
const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);

/** The features of each of scripts that are not ours. */
function keysOfScripts(sources: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-'));
  const named = sources.map((source, index) => [source, join(folder, `${index}.ts`)] as const);
  for (const [source, file] of named) writeFileSync(file, `${source}\nexport {};`);
  const program = programOf(named.map(([, file]) => file));
  const found = named.map(
    ([source, file]) => [source, [...scanScripts(program, [file]).keys()]] as const,
  );
  rmSync(folder, { recursive: true });
  return new Map(found);
}

/** The samples in which their feature is not found. */
const unseen = (samples: readonly Sample[], keysIn: (source: string) => readonly string[]) =>
  samples.filter(([key, source]) => !keysIn(source).includes(key));

describe('the browsers of the table', () => {
  it('have every feature that is used, but for those that are done without', () => {
    assert.ok(uses.size > 200, `only ${uses.size} features were found`);
    const missing = tooNew(uses.keys()).filter((key) => !keysOf(guarded).includes(key));
    assert.deepEqual(
      missing.map((key) => `${key} in ${uses.get(key)}`),
      [],
    );
  });

  it('are what the build rewrites newer syntax for', () => {
    assert.deepEqual(config.build?.target, target);
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
  const ours = `class A extends HTMLElement { union() { return [1]; } ariaNotify = 1; }
    const { ariaNotify } = new A();
    type B = Temporal.Instant;
    new A().union().map(() => new A().ariaNotify + ariaNotify);`;
  const ofScripts = keysOfScripts([...scripts.map(([, source]) => source), ours]);

  it('sees each newer feature of scripts', () => {
    assert.deepEqual(
      unseen(scripts, (source) => ofScripts.get(source) ?? []),
      [],
    );
  });

  it('sees each newer feature of style sheets and of templates', () => {
    assert.deepEqual(unseen(styles, keysOfStyles), []);
    assert.deepEqual(unseen(templates, keysOfTexts), []);
    const [css = ''] = styles.map(([, source]) => source);
    assert.deepEqual(keysOfTexts(`unsafeCSS(/* css */ \`${css}\`)`), keysOfStyles(css));
  });

  it('holds what no browser has for too new', () => {
    const found = scripts.map(([key]) => key).filter((key) => !isKnown(key));
    assert.deepEqual(tooNew(found), [
      'javascript.classes.decorators',
      'javascript.classes.auto_accessors',
    ]);
    assert.ok(tooNew(scripts.map(([key]) => key)).length > 50);
  });

  it('does not take what is ours for the browser’s', () => {
    assert.deepEqual(tooNew(ofScripts.get(ours) ?? ['unread']), []);
  });
});
