import { cpSync, readdirSync } from 'node:fs';

const folder = 'src/frameworks';

/** The compiler leaves declarations that are written by hand where they are. */
export function copyFrameworks(): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.d.ts'))) {
    cpSync(`${folder}/${file}`, `dist/types/frameworks/${file}`);
  }
}
