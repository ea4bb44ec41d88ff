import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../package.js';
import type { Proof } from '../place.js';
import type { Framework, Mistake } from './frameworks.js';

/** Has the framework's own type checker read the app as it is, and with mistakes in it. */
export async function proveChecks(
  { checker, source, mistakes }: Framework,
  { holds }: Proof,
  folder: string,
): Promise<void> {
  const check = () => run(folder, 'npm', 'run', 'check');
  await holds(`is type-checked by ${checker}`, check);
  for (const mistake of mistakes) {
    await holds(`is told by ${checker} of ${mistake.what}`, () =>
      refuses(join(folder, source), mistake, check),
    );
  }
}

async function refuses(
  file: string,
  { from, to, message }: Mistake,
  check: () => Promise<string>,
): Promise<void> {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `the app does not have ${from}`);
  writeFileSync(file, text.replace(from, to));
  const said = await check().then(() => '', String);
  writeFileSync(file, text);
  assert.match(said, message);
}
