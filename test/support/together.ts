import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs files of Node's own tests in this one process, which starts once. */
for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
