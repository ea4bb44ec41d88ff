import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { frameworks } from '../apps/meta-frameworks/frameworks.js';
import { filesOf } from './support.js';

describe('the pages on frameworks with servers of their own', () => {
  for (const { name, folder, page, source } of frameworks) {
    it(`have the files of the app that is proven: ${name}`, () => {
      const app = `test/apps/meta-frameworks/app/${folder}`;
      // The page may have a smaller example too, of files in no folder.
      const isOfApp = (file: string) => file.includes('/') || existsSync(`${app}/${file}`);
      const files = [...filesOf(page)].filter(([file]) => isOfApp(file));
      assert.ok(files.some(([file]) => file === source));
      for (const [file, code] of files) {
        // The first line has its name.
        const own = readFileSync(`${app}/${file}`, 'utf8').split('\n').slice(1).join('\n');
        assert.equal(code, own, file);
      }
    });
  }
});
