import ts from 'typescript';
import { isKnown, within } from './compat.js';

/** Mixins of the DOM, whose members the data has with each that mixes them in. */
const homes = ['Element', 'Document', 'Node', 'HTMLElement', 'Window', 'ShadowRoot', 'Request'];

/** An object of TypeScript's own libraries: `Intl.NumberFormat`, or nothing for what is global. */
interface Owner {
  readonly path: readonly string[];
  readonly isDom: boolean;
}

/** What TypeScript calls otherwise than the data. */
function holdersOf(path: readonly string[]): string[] {
  const name = path
    .join('.')
    .replace(/Constructor$/, '')
    .replace(/^Readonly(?=(?:Set|Map|Array)$)/, '')
    .replace(/^(?:Callable|Newable)(?=Function$)/, '')
    .replace(/^(Async)?\w*?Iterator(?:Object)?$/, '$1Iterator')
    .replace(/^(Async)?Generator$/, '$1Iterator');
  return /^(?:Big)?(?:Uint|Int|Float)\d+(?:Clamped)?Array$/.test(name)
    ? [name, 'TypedArray']
    : [name];
}

function keysInDom({ path }: Owner, name: string): string[] {
  const holder = path.join('.');
  if (holder.startsWith('CSSStyle')) {
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return [`css.properties.${property}`, `api.CSSStyleDeclaration.${name}`];
  }
  if (holder === 'ImportMeta') return [`javascript.operators.import_meta.${name}`];
  return [
    ...[holder, ...homes].flatMap((one) => [
      `api.${one}.${name}`,
      `api.${one}.${name}_static`,
      `api.${one}.${name.replace(/^on/, '')}_event`,
    ]),
    `api.${name}`,
  ];
}

/** The first key that the data has for a member of an owner. */
function keyOf(owner: Owner, name: string): string | undefined {
  const keys = owner.isDom
    ? keysInDom(owner, name)
    : holdersOf(owner.path).map((holder) =>
        ['javascript.builtins', holder, name].filter(Boolean).join('.'),
      );
  return keys.find(isKnown);
}

function isLibrary(node: ts.Node): boolean {
  return /\/typescript\/lib\/lib\.[\w.]+\.d\.ts$/.test(node.getSourceFile().fileName);
}

/** The names of what a declaration stands in, itself included: `Intl`, `NumberFormat`. */
function pathOf(node: ts.Node): string[] {
  if (ts.isSourceFile(node)) return [];
  // `declare var URL: { canParse(…): … }` is an object without a name of its own.
  const isNamed =
    ts.isInterfaceDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isVariableDeclaration(node);
  const name = isNamed ? (node.name?.getText() ?? '') : '';
  return [...pathOf(node.parent), ...(name && name !== 'global' ? [name] : [])];
}

const ownerOf = (node: ts.Node): Owner => ({
  path: pathOf(node),
  isDom: /\/lib\.dom/.test(node.getSourceFile().fileName),
});

/** A type and those that it extends. */
function family(type: ts.Type, checker: ts.TypeChecker): ts.Type[] {
  const symbol = type.getSymbol();
  const declared = symbol && checker.getDeclaredTypeOfSymbol(symbol);
  const bases = declared?.isClassOrInterface() ? checker.getBaseTypes(declared) : [];
  return [type, ...bases.flatMap((base) => family(base, checker))];
}

const declarationsOf = (symbol: ts.Symbol | undefined) => symbol?.declarations ?? [];

/** Whether a member is one of TypeScript's libraries, or one that we have added to an object of theirs. */
function isTheirs(member: ts.Symbol, checker: ts.TypeChecker): boolean {
  return declarationsOf(member).some(
    (one) =>
      isLibrary(one) ||
      (ts.isInterfaceDeclaration(one.parent) &&
        declarationsOf(checker.getSymbolAtLocation(one.parent.name)).some(isLibrary)),
  );
}

/** A member of an object. One that its type has not is looked for all the same: it may be newer. */
export function keysOfMember(type: ts.Type, name: string, checker: ts.TypeChecker): string[] {
  if (type.isUnionOrIntersection()) {
    return type.types.flatMap((one) => keysOfMember(one, name, checker));
  }
  const whole = checker.getApparentType(type);
  const member = whole.getProperty(name);
  if (member && !isTheirs(member, checker)) return [];
  const owners = [
    ...family(whole, checker).flatMap((one) => declarationsOf(one.getSymbol())),
    ...declarationsOf(member).map(({ parent }) => parent),
  ].filter(isLibrary);
  return owners.flatMap((owner) => keyOf(ownerOf(owner), name) ?? []).slice(0, 1);
}

/** What is global. A name that nothing declares may be newer than TypeScript's libraries. */
export function keysOfGlobal(name: string, symbol: ts.Symbol | undefined): string[] {
  if (!symbol) return [`api.${name}`, `javascript.builtins.${name}`].filter(isKnown);
  return declarationsOf(symbol)
    .filter(isLibrary)
    .flatMap((one) => keyOf(ownerOf(one.parent), name) ?? []);
}

/** The constructor of what a key is of, and the call of it. */
export const keysOfConstructor = (key: string): string[] =>
  [`${key}.${key.split('.').at(-1)}`].filter(isKnown);

/** An option of a function, as the data calls it: `options_cause_parameter`. */
export function keysOfOption(key: string, option: string): string[] {
  return within(key).filter((one) => one.endsWith(`_${option}_parameter`));
}
