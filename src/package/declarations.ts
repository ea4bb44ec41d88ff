import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The compiler leaves declarations that are written by hand where they are. */
export function copyDeclarations(folder: string): void {
  const files = readdirSync(`src/${folder}`).filter((name) => name.endsWith('.d.ts'));
  for (const file of files) cpSync(`src/${folder}/${file}`, `dist/types/${folder}/${file}`);
}

function declarationsOf(entry: string): Map<string, string> {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, host);
  const program = ts.createProgram([entry, 'demo/sandbox/oidc-provider.d.ts'], {
    ...parsed?.options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: '.',
    outDir: 'dist/types',
  });
  const files = new Map<string, string>();
  program.emit(undefined, (file, text) => files.set(resolve(file), text));
  return files;
}

/** Writes the declarations that are reached from one of them: others would name packages that no site has. */
export function writeDeclarations(entry: string): void {
  const files = declarationsOf(entry);
  const wanted = [resolve('dist/types', entry.replace(/\.ts$/, '.d.ts'))];
  for (const file of wanted) {
    const text = files.get(file);
    if (text === undefined) throw new Error(`${relative('.', file)} was not made`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    for (const [, from, inline = ''] of text.matchAll(
      /from '(\.[^']+)\.js'|import\("(\.[^"]+)\.js"\)/g,
    )) {
      const next = resolve(dirname(file), `${from ?? inline}.d.ts`);
      if (!wanted.includes(next)) wanted.push(next);
    }
  }
}
