import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import ts from 'typescript';

/** Two of them may translate one English text each in its own way: the last has its word. */
const families = ['vipps-payment', 'method-status', 'connect', 'shared'];

/** The texts of a module by their English. They are read, not run: what it gives is a function for finding one. */
export function textsOf(file: string): Map<string, string> {
  const source = ts.createSourceFile('', readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer)) {
      const { name, initializer } = node;
      if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) {
        found.set(name.text, initializer.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

async function write(code: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const content = JSON.stringify(Object.fromEntries(texts), null, 2);
  await writeFile(`dist/i18n/${code}.js`, `export default ${content};\n`);
}

/** Each language as one plain object, for a site that builds texts of its own on it. */
export async function writeDictionaries(languages: readonly string[]): Promise<void> {
  await mkdir('dist/i18n', { recursive: true });
  let english: string[] = [];
  for (const code of languages) {
    const texts = new Map(
      families.flatMap((family) => [...textsOf(`src/i18n/${code}/${family}.ts`)]),
    );
    english = [...texts.keys()];
    await write(code, texts);
  }
  await write('en', new Map(english.map((text) => [text, text])));
}
