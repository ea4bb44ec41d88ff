import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verdict, type Count } from '../support/count.js';
import { program } from './program.js';
import type { Run } from './step.js';

/** Fails when a generated file that is committed is not what its generator makes now. */
export async function drift(
  file: string,
  generate: (folder: string) => string,
  { say }: Run,
): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'connect-elements-'));
  const made = join(folder, file.split('/').at(-1) ?? '');
  const { code, output } = await program(generate(folder));
  const isSame = code === 0 && readFileSync(made, 'utf8') === readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  if (!isSame) {
    say(output.trim());
    say(`${file} is not what its generator makes. Run \`npm run manifest\` or \`types:api\`.`);
  }
  return verdict(isSame);
}
