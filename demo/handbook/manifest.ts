import { readFileSync } from 'node:fs';
import { isObject, text } from '../../src/api/decode.js';

/** A thing with a name and what is said of it. */
export interface Named {
  readonly name: string;
  readonly description: string;
  /** As TypeScript writes it; empty where there is none. */
  readonly type: string;
}

export interface Member extends Named {
  readonly kind: 'field' | 'method';
  /** Of a method, as `name: type`. */
  readonly parameters: readonly string[];
  /** The class that has it; empty when it is the element's own. */
  readonly inheritedFrom: string;
}

/** An element as `custom-elements.json` describes it, which is made from the class headers. */
export interface ElementManifest {
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly parts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly states: readonly Named[];
}

const list = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);

function typeOf(value: Readonly<Record<string, unknown>>): string {
  return isObject(value['type']) ? text(value['type']['text']) : '';
}

function named(value: Readonly<Record<string, unknown>>): Named {
  return {
    name: text(value['name']),
    description: text(value['description']),
    type: typeOf(value),
  };
}

function member(value: Readonly<Record<string, unknown>>): Member {
  const { inheritedFrom, return: result } = value;
  const isMethod = value['kind'] === 'method';
  return {
    ...named(value),
    ...(isMethod && isObject(result) && { type: typeOf(result) }),
    kind: isMethod ? 'method' : 'field',
    parameters: list(value['parameters']).map((one) => {
      const { name, type } = named(one);
      return `${name}${one['optional'] === true ? '?' : ''}: ${type}`;
    }),
    inheritedFrom: isObject(inheritedFrom) ? text(inheritedFrom['name']) : '',
  };
}

/** Those that most come for first; others follow as they are found. */
const order = [
  'pay-invoice',
  'invoices',
  'payment-methods',
  'change-method',
  'agreements',
  'outcome',
  'due',
];

function rank(tag: string): number {
  const at = order.indexOf(tag.replace('connect-', ''));
  return at < 0 ? order.length : at;
}

/** Every element of the manifest. */
export function readManifest(file = 'custom-elements.json'): ElementManifest[] {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const modules = isObject(manifest) ? list(manifest['modules']) : [];
  const elements = modules
    .flatMap((module) => list(module['declarations']))
    .filter((declaration) => 'tagName' in declaration)
    .map(element)
    .sort((a, b) => rank(a.tag) - rank(b.tag));
  if (!elements.length) throw new Error(`${file} has no elements`);
  return elements;
}

/** What all elements have is told once for all. */
function isOwn({ inheritedFrom }: Readonly<Record<string, unknown>>): boolean {
  const from = isObject(inheritedFrom) ? text(inheritedFrom['name']) : '';
  return from !== 'ConnectElement';
}

function element(declaration: Readonly<Record<string, unknown>>): ElementManifest {
  // The tag in a class header takes all that follows it: its first paragraph is the summary.
  const [summary = '', ...paragraphs] = text(declaration['summary']).split('\n\n');
  const described = text(declaration['description']);
  return {
    tag: text(declaration['tagName']),
    summary,
    description: [...paragraphs, described].join('\n\n'),
    attributes: list(declaration['attributes']).filter(isOwn).map(named),
    members: list(declaration['members']).map(member),
    events: list(declaration['events']).map(named),
    slots: list(declaration['slots']).map(named),
    parts: list(declaration['cssParts']).map(named),
    cssProperties: list(declaration['cssProperties']).filter(isOwn).map(named),
    states: list(declaration['cssStates']).map(named),
  };
}
