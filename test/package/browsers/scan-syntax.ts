import ts from 'typescript';

/** Two groups of one name, which stand in alternatives. */
function hasNameTwice(pattern: string): boolean {
  const names = [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);
  return new Set(names).size < names.length;
}

/** A regular expression's own features. */
function keysOfPattern(pattern: string, flags: string): string[] {
  const groups = 'javascript.regular_expressions.named_capturing_group';
  const keys: readonly (readonly [key: string, isUsed: boolean])[] = [
    ['javascript.regular_expressions.lookbehind_assertion', /\(\?<[=!]/.test(pattern)],
    ['javascript.regular_expressions.unicode_character_class_escape', /\\p\{/i.test(pattern)],
    ['javascript.regular_expressions.modifier', /\(\?[ims]*-?[ims]*:(?<!\(\?:)/.test(pattern)],
    [groups, /\(\?<\w/.test(pattern)],
    [`${groups}.duplicate_named_capturing_groups`, hasNameTwice(pattern)],
    ['javascript.builtins.RegExp.unicodeSets', flags.includes('v')],
    ['javascript.builtins.RegExp.hasIndices', flags.includes('d')],
  ];
  return keys.filter(([, isUsed]) => isUsed).map(([key]) => key);
}

const byKind: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.PrivateIdentifier, 'classes.private_class_fields'],
  [ts.SyntaxKind.PropertyDeclaration, 'classes.public_class_fields'],
  [ts.SyntaxKind.ClassStaticBlockDeclaration, 'classes.static.initialization_blocks'],
  // The data has neither, so that no browser does: the build leaves both as they are.
  [ts.SyntaxKind.Decorator, 'classes.decorators'],
  [ts.SyntaxKind.AccessorKeyword, 'classes.auto_accessors'],
  [ts.SyntaxKind.QuestionDotToken, 'operators.optional_chaining'],
  [ts.SyntaxKind.QuestionQuestionToken, 'operators.nullish_coalescing'],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, 'operators.nullish_coalescing_assignment'],
  [ts.SyntaxKind.BarBarEqualsToken, 'operators.logical_or_assignment'],
  [ts.SyntaxKind.AmpersandAmpersandEqualsToken, 'operators.logical_and_assignment'],
  [ts.SyntaxKind.BigIntLiteral, 'builtins.BigInt'],
]);

const isOutside = (node: ts.Node) => !ts.findAncestor(node, ts.isFunctionLike);

function keysOfImport(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const keys = [];
  const phase = ts.isImportDeclaration(node) && node.importClause?.phaseModifier;
  if (phase === ts.SyntaxKind.DeferKeyword) keys.push('statements.import.defer');
  if (node.attributes) keys.push('statements.import.import_attributes');
  for (const { value } of node.attributes?.elements ?? []) {
    if (!ts.isStringLiteral(value)) continue;
    keys.push(`statements.import.import_attributes.type_${value.text}`);
  }
  return keys;
}

function keysOfList(node: ts.VariableDeclarationList): string[] {
  const [held, waits] = /^(await\s+)?using\b/.exec(node.getText()) ?? [];
  if (!held) return [];
  return [waits ? 'statements.await_using' : 'statements.using'];
}

function keysOfCall({ expression, arguments: given }: ts.CallExpression): string[] {
  if (expression.kind !== ts.SyntaxKind.ImportKeyword) return [];
  return ['operators.import', ...(given.length > 1 ? ['operators.import.options_parameter'] : [])];
}

function keysOfNode(node: ts.Node): string[] {
  if (ts.isSourceFile(node)) return node.text.startsWith('#!') ? ['grammar.hashbang_comments'] : [];
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return keysOfImport(node);
  if (ts.isVariableDeclarationList(node)) return keysOfList(node);
  if (ts.isCallExpression(node)) return keysOfCall(node);
  if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) {
    return isOutside(node) ? ['operators.await.top_level'] : [];
  }
  if (ts.isBinaryExpression(node) && ts.isPrivateIdentifier(node.left)) {
    return ['classes.private_class_fields_in'];
  }
  if (ts.isMethodDeclaration(node) && ts.isPrivateIdentifier(node.name)) {
    return ['classes.private_class_methods'];
  }
  if (ts.isMetaProperty(node)) return ['operators.import_meta'];
  const key = byKind.get(node.kind);
  return key ? [key] : [];
}

/** `new RegExp('a', 'v')`, as far as both are written there. */
function keysOfRegExp(call: ts.NewExpression | ts.CallExpression): string[] {
  if (call.expression.getText() !== 'RegExp') return [];
  const given = [...(call.arguments ?? [])];
  const [pattern = '', flags = ''] = given.map((one) =>
    ts.isStringLiteralLike(one) ? one.text : '',
  );
  return keysOfPattern(pattern, flags);
}

/** The syntax of a node, without that of what is in it. */
export function keysOfSyntax(node: ts.Node): string[] {
  const keys = keysOfNode(node).map((key) => `javascript.${key}`);
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) keys.push(...keysOfRegExp(node));
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    keys.push(...keysOfPattern(node.text.slice(1, end), node.text.slice(end + 1)));
  }
  return keys;
}
