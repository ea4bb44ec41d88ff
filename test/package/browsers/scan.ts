import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { keysOfConstructor, keysOfGlobal, keysOfMember, keysOfOption } from './scan-names.js';
import { keysOfSyntax } from './scan-syntax.js';

/** Where in the sources a feature is used. */
export type Uses = Map<string, string>;

/** Whose code runs in no browser: what builds the package, and types. */
const elsewhere = /^(package|frameworks)\/|\.(d|test)\.ts$/;

export function sourceFiles(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !elsewhere.test(file))
    .map((file) => `src/${file}`);
}

const options: ts.CompilerOptions = {
  ...{ target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, skipLibCheck: true },
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  ...{ moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, types: [], noEmit: true },
};

/** Reads each file once, whichever programs it is in: the types of the DOM are long. */
function createHost(): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const known = new Map<string, ts.SourceFile | undefined>();
  const getSourceFile: ts.CompilerHost['getSourceFile'] = (name, ...more) => {
    if (!known.has(name)) known.set(name, host.getSourceFile(name, ...more));
    return known.get(name);
  };
  return { ...host, getSourceFile };
}
const host = createHost();

/** With all that TypeScript knows of, so that what is too new is found and not merely unknown. */
export function programOf(files: readonly string[]): ts.Program {
  return ts.createProgram(files, options, host);
}

/** `new Intl.NumberFormat(…)` has the options of its type wherever they are written. */
function ownerOfOptions(type: ts.Type | undefined): string[] {
  const [, name] = /^(\w+)Options$/.exec(type?.getSymbol()?.name ?? '') ?? [];
  return name ? [`javascript.builtins.Intl.${name}.${name}`] : [];
}

/** The features of a file's nodes: their syntax, and what they use of the DOM and of JavaScript's objects. */
class Scan {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  keysOf(node: ts.Node): string[] {
    return [...keysOfSyntax(node), ...this.#named(node)];
  }

  #member(object: ts.Node, name: string): string[] {
    return keysOfMember(this.#checker.getTypeAtLocation(object), name, this.#checker);
  }

  #named(node: ts.Node): string[] {
    if (ts.isPropertyAccessExpression(node)) return this.#member(node.expression, node.name.text);
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
      return this.#member(node.expression, node.argumentExpression.text);
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      return this.#member(node.parent, (node.propertyName ?? node.name).getText());
    }
    if (ts.isIdentifier(node)) return this.#identifier(node);
    if (ts.isCallExpression(node)) {
      return [...this.#event(node), ...this.#options(node, this.#named(node.expression))];
    }
    if (ts.isNewExpression(node)) {
      const keys = this.#named(node.expression).flatMap(keysOfConstructor);
      return [...keys, ...this.#options(node, keys)];
    }
    return ts.isObjectLiteralExpression(node) ? this.#ofType(node) : [];
  }

  #identifier(node: ts.Identifier): string[] {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.name === node) return [];
    return keysOfGlobal(
      node.text,
      ts.isShorthandPropertyAssignment(parent)
        ? this.#checker.getShorthandAssignmentValueSymbol(parent)
        : this.#checker.getSymbolAtLocation(node),
    );
  }

  /** `addEventListener('scrollend', …)` */
  #event({ expression, arguments: [first] }: ts.CallExpression): string[] {
    if (!/\baddEventListener$/.test(expression.getText())) return [];
    if (!first || !ts.isStringLiteral(first)) return [];
    return ts.isPropertyAccessExpression(expression)
      ? this.#member(expression.expression, `on${first.text}`)
      : [`api.Window.${first.text}_event`];
  }

  #options(call: ts.CallExpression | ts.NewExpression, keys: readonly string[]): string[] {
    const literals = [...(call.arguments ?? [])].filter(ts.isObjectLiteralExpression);
    const names = literals.flatMap(({ properties }) =>
      properties.map((one) => one.name?.getText()),
    );
    return keys.flatMap((key) => names.flatMap((name) => (name ? keysOfOption(key, name) : [])));
  }

  #ofType(literal: ts.ObjectLiteralExpression): string[] {
    const owners = ownerOfOptions(this.#checker.getContextualType(literal)?.getNonNullableType());
    const names = literal.properties.map((one) => one.name?.getText() ?? '');
    return owners.flatMap((key) => names.flatMap((name) => keysOfOption(key, name)));
  }
}

/** Types are not shipped; the class that another extends is. */
const isShipped = (node: ts.Node) =>
  !ts.isTypeNode(node) ||
  (ts.isExpressionWithTypeArguments(node) &&
    ts.isHeritageClause(node.parent) &&
    node.parent.token === ts.SyntaxKind.ExtendsKeyword &&
    ts.isClassLike(node.parent.parent));

/** What the sources use of the DOM and of JavaScript's own objects, by the types of TypeScript. */
export function scanScripts(program: ts.Program, files: readonly string[]): Uses {
  const scan = new Scan(program.getTypeChecker());
  const uses: Uses = new Map();
  const visit = (node: ts.Node): void => {
    if (!isShipped(node)) return;
    for (const key of scan.keysOf(node)) uses.set(key, node.getSourceFile().fileName);
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is not there`);
    visit(source);
  }
  return uses;
}
