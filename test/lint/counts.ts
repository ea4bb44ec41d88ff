import { posix } from 'node:path';
import ts from 'typescript';

/** Code by its path in the repository. */
export type Sources = ReadonlyMap<string, string>;

/** What is counted: each thing found, as `path` or `path:line what`. */
export type Findings = readonly string[];

type Counter = (files: readonly ts.SourceFile[]) => Findings;

/** What the elements are to be rid of; what it means stands in CONTRIBUTING. */
const counters = {
  rewritingFiles: (files) => files.filter(rewrites).map(({ fileName }) => fileName),
  filesInCircles,
  deepClasses,
  expressionsOverNames,
  longElements: (files) =>
    files.filter((file) => isElement(file) && linesOfCode(file, file) > 150).map(named),
  longFunctions: (files) =>
    files.flatMap((file) => nodesOf(file).filter(isLongIn(file)).map(at(file))),
} satisfies Readonly<Record<string, Counter>>;

export type CountName = keyof typeof counters;
export const countNames: readonly CountName[] = [
  ...(['rewritingFiles', 'filesInCircles', 'deepClasses'] as const),
  ...(['expressionsOverNames', 'longElements', 'longFunctions'] as const),
];

export function find(name: CountName, sources: Sources): Findings {
  return counters[name](parse(sources));
}

function parse(sources: Sources): ts.SourceFile[] {
  return [...sources].map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
  );
}

/** Every node of a file, in the order of the text. */
function nodesOf(node: ts.Node): ts.Node[] {
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inner.push(...nodesOf(child)));
  return [node, ...inner];
}

function named({ fileName }: ts.SourceFile): string {
  return fileName;
}

function at(file: ts.SourceFile): (node: ts.Node) => string {
  return (node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    return `${file.fileName}:${line + 1} ${node.getText().split('\n')[0]}`;
  };
}

const hooks = ['transform', 'renderChunk'];

/** Whether it has a part of the build that changes code: a member called as the bundler's hooks are. */
function rewrites(file: ts.SourceFile): boolean {
  return nodesOf(file).some(
    (node) =>
      (ts.isMethodDeclaration(node) || ts.isPropertyAssignment(node)) &&
      ts.isObjectLiteralExpression(node.parent) &&
      ts.isIdentifier(node.name) &&
      hooks.includes(node.name.text),
  );
}

/** Of types too: who reads one of the files has to know the others. */
function filesInCircles(files: readonly ts.SourceFile[]): Findings {
  const paths = new Set(files.map(named));
  const imported = new Map(files.map((file) => [file.fileName, importsOf(file, paths)]));
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const left = [...(imported.get(from) ?? [])];
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      left.push(...(imported.get(path) ?? []));
    }
    return seen;
  };
  return [...paths].filter((path) => reached(path).has(path));
}

function importsOf(file: ts.SourceFile, paths: ReadonlySet<string>): string[] {
  const folder = posix.dirname(file.fileName);
  const { importedFiles } = ts.preProcessFile(file.text);
  return importedFiles.flatMap(({ fileName: name }) => {
    if (!name.startsWith('.')) return [];
    const stem = posix.join(folder, name.replace(/\.js$/, ''));
    return [`${stem}.ts`, `${stem}.d.ts`].filter((path) => paths.has(path));
  });
}

/** Classes with more than one class between them and `LitElement`. */
function deepClasses(files: readonly ts.SourceFile[]): Findings {
  const classes = files.flatMap((file) => nodesOf(file).filter(ts.isClassLike));
  const bases = new Map(classes.map((node) => [node.name?.text ?? '', baseOf(node)]));
  const depth = (name: string | undefined): number => {
    if (name === 'LitElement') return 0;
    return name !== undefined && bases.has(name) ? depth(bases.get(name)) + 1 : NaN;
  };
  return classes
    .filter((node) => depth(baseOf(node)) + 1 > 2)
    .map((node) => `${node.getSourceFile().fileName} ${node.name?.text}`);
}

/** The class that is extended; of `mixin(Base)`, the class that is given to it. */
function baseOf(node: ts.ClassLikeDeclaration): string | undefined {
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  let base: ts.Expression | undefined = clause?.types[0]?.expression;
  while (base && ts.isCallExpression(base)) [base] = base.arguments;
  return base && ts.isIdentifier(base) ? base.text : undefined;
}

/** What holds the name of one of a few things that the code itself tells apart. */
const holders = new Set([
  ...['state', 'stateName', 'view', 'slot', 'about', 'claim', 'tone', 'code', 'status', 'type'],
  ...['rel', 'rels', 'name', 'kind', 'country', 'paymentMethod', 'provider', 'outcome'],
]);

/** Regular expressions that are matched with such names, where a list of them would say what is meant. */
function expressionsOverNames(files: readonly ts.SourceFile[]): Findings {
  return files.filter(isRuntime).flatMap((file) =>
    nodesOf(file)
      .filter((node) => {
        const subject = ts.isCallExpression(node) ? matched(node) : undefined;
        return subject && holders.has(holderOf(subject) ?? '');
      })
      .map(at(file)),
  );
}

/** The build has names of files, which are another thing. */
function isRuntime({ fileName }: ts.SourceFile): boolean {
  return !fileName.startsWith('src/package/') && fileName !== 'vite.config.ts';
}

/** What a value is called where it is kept: `state` of `text(body['state'] ?? '')`. */
function holderOf(value: ts.Expression): string | undefined {
  if (ts.isIdentifier(value)) return value.text;
  if (ts.isPropertyAccessExpression(value)) return value.name.text;
  if (ts.isElementAccessExpression(value)) return literalOf(value.argumentExpression);
  if (ts.isParenthesizedExpression(value)) return holderOf(value.expression);
  if (ts.isBinaryExpression(value)) return holderOf(value.left);
  const [only, ...others] = ts.isCallExpression(value) ? value.arguments : [];
  return only && !others.length ? holderOf(only) : undefined;
}

function literalOf(value: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(value) ? value.text : undefined;
}

const ofExpressions = ['test', 'exec'];
const ofTexts = ['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'];

/** What a call matches with a regular expression. */
function matched({ expression, arguments: [first] }: ts.CallExpression): ts.Expression | undefined {
  if (!ts.isPropertyAccessExpression(expression) || !first) return undefined;
  if (ofExpressions.includes(expression.name.text)) return first;
  const isText = ofTexts.includes(expression.name.text) && ts.isRegularExpressionLiteral(first);
  return isText ? expression.expression : undefined;
}

function isElement({ fileName }: ts.SourceFile): boolean {
  return fileName.startsWith('src/elements/');
}

function isLongIn(file: ts.SourceFile): (node: ts.Node) => boolean {
  return (node) => ts.isFunctionLike(node) && linesOfCode(file, node) > 40;
}

/** Lines on which something stands besides comments; those of a template that spans many all count. */
function linesOfCode(file: ts.SourceFile, node: ts.Node): number {
  const lines = new Set<number>();
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  for (const token of nodesOf(node).flatMap((one) => [one, ...one.getChildren()])) {
    if (token.getChildCount() || ts.isJSDoc(token) || token.getStart() === token.end) continue;
    for (let line = lineOf(token.getStart()); line <= lineOf(token.end); line++) lines.add(line);
  }
  return lines.size;
}
