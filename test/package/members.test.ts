import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { isObject } from '../../src/api/decode.js';
import { members } from '../../vite.config.js';

/** What is named by a key, wherever it stands. */
function namesUnder(key: string, node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => namesUnder(key, item));
  if (!isObject(node)) return [];
  const own = isObject(node[key]) ? Object.keys(node[key]) : [];
  return [...own, ...Object.values(node).flatMap((item) => namesUnder(key, item))];
}

describe('the members that get short names in a file for a script tag', () => {
  const contracts = readdirSync('src/api', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  for (const { name } of contracts) {
    it(`are no fields of the contract of ${name}`, () => {
      const contract: unknown = parse(readFileSync(`src/api/${name}/openapi.yaml`, 'utf8'));
      const fields = namesUnder('properties', contract);
      assert.ok(fields.length > 10);
      assert.deepEqual(
        fields.filter((field) => members.test(field)),
        [],
      );
    });
  }

  it('are no settings that a page can configure', () => {
    const source = readFileSync('src/host/settings.ts', 'utf8');
    const settings = [...source.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name = '']) => name);
    assert.ok(settings.includes('texts') && settings.includes('apiUrl'));
    assert.deepEqual(
      settings.filter((name) => members.test(name)),
      [],
    );
  });

  it('are nothing that a page can name', () => {
    const manifest: unknown = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
    const modules =
      isObject(manifest) && Array.isArray(manifest['modules']) ? manifest['modules'] : [];
    const declarations = modules.flatMap((module: unknown): unknown[] =>
      isObject(module) && Array.isArray(module['declarations']) ? module['declarations'] : [],
    );
    const known = declarations.filter(isObject).flatMap((declaration) =>
      ['members', 'attributes'].flatMap((kind) => {
        const list: unknown = declaration[kind];
        return Array.isArray(list) ? list.filter(isObject).map(({ name }) => String(name)) : [];
      }),
    );
    assert.ok(known.includes('reload'));
    assert.deepEqual(
      known.filter((name) => members.test(name)),
      [],
    );
  });
});
