import { describe } from 'node:test';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs files of Node's own tests in this one process, which starts once; what a file does before and after is its own. */
for (const file of process.argv.slice(2)) {
  await describe(file, async () => {
    await import(pathToFileURL(resolve(file)).href);
  });
}
