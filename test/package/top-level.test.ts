import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';

/** What a page may never need, and would pay for as soon as a file has come: formats, and whatever is of the DOM. */
const costly: readonly string[] = [
  'Intl',
  'document',
  'window',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
  'matchMedia',
  'getComputedStyle',
  'fetch',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'localeCompare',
];

/** What a file does when it is loaded; and any expression that older Safari cannot even read. */
function findings(name: string, text: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const say = (node: ts.Node, what: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${name}:${line + 1} ${what}`);
  };
  const hasLookBehind = (pattern: string) => /\(\?<[=!]/.test(pattern);
  const visit = (node: ts.Node, isLater: boolean): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    // To ask whether there is one costs nothing.
    if (ts.isTypeOfExpression(node)) return;
    if (ts.isRegularExpressionLiteral(node) && hasLookBehind(node.text)) say(node, 'look-behind');
    if (isMadeOfText(node) && hasLookBehind(node.getText(file))) say(node, 'look-behind');
    if (!isLater && ts.isIdentifier(node) && costly.includes(node.text) && !isName(node)) {
      say(node, node.text);
    }
    ts.forEachChild(node, (child) => visit(child, isLater || isRunLater(child)));
  };
  visit(file, false);
  return found;
}

/** `new RegExp('…')`, also without `new`. */
function isMadeOfText(node: ts.Node): boolean {
  const isCall = ts.isNewExpression(node) || ts.isCallExpression(node);
  return isCall && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp';
}

/** A function runs when it is called, unless that is at once; a field is made with its object, unless it is static. */
function isRunLater(node: ts.Node): boolean {
  if (ts.isPropertyDeclaration(node)) {
    return !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword);
  }
  if (!ts.isFunctionLike(node)) return false;
  let around = node.parent;
  while (ts.isParenthesizedExpression(around)) around = around.parent;
  return !(ts.isCallExpression(around) && unwrapped(around.expression) === node);
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node;
}

/** What only has the name: a key, a field, an import. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  const isKey =
    (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node;
  return isKey || ts.isImportSpecifier(parent) || ts.isModuleDeclaration(parent);
}

/** What a page loads. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$/.test(file))
  .filter((file) => !/^(package|check|server|testing)/.test(file))
  // Asks on a server alone.
  .filter((file) => file !== 'platform/live.ts');

describe('when a file is loaded', () => {
  it('nothing is made or asked that a page may never need', () => {
    assert.ok(files.length > 100);
    const found = files.flatMap((file) => findings(file, readFileSync(`src/${file}`, 'utf8')));
    assert.deepEqual(found, []);
  });

  it('and later no text is compared by the rules of a language, which takes a page as long as its first amount', () => {
    const compares = files.filter((file) =>
      readFileSync(`src/${file}`, 'utf8').includes('localeCompare'),
    );
    assert.deepEqual(compares, []);
  });

  for (const [text, expected] of [
    ['const format = new Intl.NumberFormat();', ['x.ts:1 Intl']],
    ['const format = Intl.DateTimeFormat();', ['x.ts:1 Intl']],
    ['class A { static format = new Intl.ListFormat(); }', ['x.ts:1 Intl']],
    ['const text = (5).toLocaleString();', ['x.ts:1 toLocaleString']],
    ['const text = (() => document.title)();', ['x.ts:1 document']],
    ['(function () { localStorage.clear(); })();', ['x.ts:1 localStorage']],
    ['const read = () => /(?<=a)b/;', ['x.ts:1 look-behind']],
    ["const read = () => new RegExp('(?<!a)b');", ['x.ts:1 look-behind']],
    ['const format = () => new Intl.NumberFormat();', []],
    ['class A { format = new Intl.NumberFormat(); }', []],
    ['let format: Intl.NumberFormat | undefined;', []],
    ["const isPage = typeof document === 'object';", []],
  ] as const) {
    it(`${expected.length ? 'is seen to be so' : 'may stand'}: ${text}`, () => {
      assert.deepEqual(findings('x.ts', text), expected);
    });
  }
});
