import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { libraries, type Library } from '../apps/swapped/libraries.js';

const page = readFileSync('demo/handbook/pages/swapped-pages.md', 'utf8');

const words = {
  DOM: ['its DOM', 'is lost'],
  HTML: ['its HTML', 'is an old one'],
  nothing: ['nothing', 'is a new one'],
};

/** The line of the table about a library; its version stands behind the name. */
function lineOf({ name }: Library): readonly string[] {
  const [title = ''] = name.split(',');
  const line = page.split('\n').find((one) => one.startsWith(`| ${title}`));
  return line?.split('|').map((cell) => cell.trim()) ?? [];
}

for (const library of libraries) {
  void test(`the page about swapped pages says of ${library.name} what is proven of it`, () => {
    const [, , kept = '', token, script, stays = ''] = lineOf(library);
    const [what = '', then] = words[library.keeps.what];
    assert.ok(kept.startsWith(what), kept);
    assert.equal(token, then);
    assert.equal(script, library.runsScripts ? 'is run' : 'is not run');
    const names = (library.staying ?? '').split(' ').map((one) => one.split('=')[0] ?? '');
    for (const name of names) assert.ok(stays.includes(name), name);
  });
}
