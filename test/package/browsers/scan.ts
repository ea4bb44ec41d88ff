import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { isKnown } from './compat.js';

/** Where in the sources a feature is used. */
export type Uses = Map<string, string>;

/** Folders whose code runs in no browser. */
const elsewhere = /^(cdn|package|frameworks)\/|\.d\.ts$/;

export function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !elsewhere.test(file))
    .map((file) => `src/${file}`);
}

/** With all that TypeScript knows of, so that what is too new is found and not merely unknown. */
export function programOf(files: readonly string[]): ts.Program {
  return ts.createProgram(files, {
    ...{ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, skipLibCheck: true },
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, types: [], noEmit: true },
  });
}

/** Mixins of the DOM, whose members the data has with each that mixes them in. */
const homes = ['Element', 'Document', 'Node', 'HTMLElement', 'Window', 'ShadowRoot', 'Request'];

/** The first key that the data has for a member of a declaration of TypeScript's own libraries. */
function keyOf(file: string, owner: string, name: string): string | undefined {
  const isDom = /lib\.dom/.test(file);
  const holder = owner.replace(/Constructor$/, '');
  const keys = isDom
    ? [
        ...[holder, ...homes].flatMap((one) => [
          `api.${one}.${name}`,
          `api.${one}.${name}_static`,
          `api.${one}.${name}_event`,
        ]),
        `api.${name}`,
      ]
    : [`javascript.builtins.${holder}.${name}`, `javascript.builtins.${name}`];
  return keys.find(isKnown);
}

function ownerOf(declaration: ts.Declaration): string {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) return parent.name.text;
  // `declare var URL: { canParse(…): … }`
  const variable = ts.isTypeLiteralNode(parent) ? parent.parent : undefined;
  return variable && ts.isVariableDeclaration(variable) ? variable.name.getText() : '';
}

function isLibrary({ fileName }: ts.SourceFile): boolean {
  return /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/.test(fileName);
}

/** A regular expression's own features. */
function keysOfPattern(pattern: string): string[] {
  const flags = pattern.slice(pattern.lastIndexOf('/') + 1);
  const keys = [];
  if (/\(\?<[=!]/.test(pattern)) keys.push('javascript.regular_expressions.lookbehind_assertion');
  if (/\(\?<\w/.test(pattern)) keys.push('javascript.regular_expressions.named_capturing_group');
  if (flags.includes('v')) keys.push('javascript.builtins.RegExp.unicodeSets');
  if (flags.includes('d')) keys.push('javascript.builtins.RegExp.hasIndices');
  return keys;
}

/** Syntax that the table names. */
function keyOfSyntax(node: ts.Node): string | undefined {
  if (ts.isPrivateIdentifier(node)) return 'javascript.classes.private_class_fields';
  if (node.kind === ts.SyntaxKind.QuestionQuestionEqualsToken) {
    return 'javascript.operators.nullish_coalescing_assignment';
  }
  if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) {
    return 'javascript.operators.import';
  }
  if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike)) {
    return 'javascript.operators.await.top_level';
  }
  return undefined;
}

/** What the sources use of the DOM and of JavaScript's own objects, by the types of TypeScript. */
export function scanScripts(program: ts.Program, files: readonly string[]): Uses {
  const checker = program.getTypeChecker();
  const uses: Uses = new Map();
  const note = (node: ts.Node, symbol: ts.Symbol | undefined) => {
    for (const declaration of symbol?.declarations ?? []) {
      const from = declaration.getSourceFile();
      if (!symbol || !isLibrary(from)) continue;
      const key = keyOf(from.fileName, ownerOf(declaration), symbol.name);
      if (key) uses.set(key, node.getSourceFile().fileName);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    const syntax = keyOfSyntax(node);
    if (syntax) uses.set(syntax, node.getSourceFile().fileName);
    if (ts.isIdentifier(node)) note(node, checker.getSymbolAtLocation(node));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      note(node, checker.getTypeAtLocation(node.parent).getProperty(name));
    }
    if (ts.isRegularExpressionLiteral(node)) {
      for (const key of keysOfPattern(node.text)) uses.set(key, node.getSourceFile().fileName);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is not there`);
    visit(source);
  }
  return uses;
}
