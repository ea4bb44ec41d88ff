import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
import { configError, type ConnectError } from '../api/errors.js';

/** What was handed over is nothing that the property can be. */
const unusable = Symbol();

/** What a declared property can be, and how it is read from whatever a page hands over. */
export interface Kind {
  /** As a noun phrase, for who handed over something else. */
  readonly expected: string;
  /** What it is while nothing usable was handed over. */
  readonly none?: unknown;
  read(given: unknown): unknown;
  /** An attribute, where that means another thing than the same as a property. */
  readonly fromAttribute?: (written: string | null) => unknown;
  /** Whether it is kept on the tag alone, where HTML and CSS look for it. */
  readonly isReflected?: boolean;
}

/** What templates and frameworks leave on a tag where they were given nothing; those of Python have capitals. */
const nothing = ['', 'false', 'null', 'undefined', 'NaN', 'False', 'None'];

/** What they write there for something that is no text. */
const noTexts = ['true', 'True', '[object Object]'];

function readText(given: unknown): string | undefined | typeof unusable {
  switch (typeof given) {
    case 'undefined':
      return undefined;
    case 'string':
      return readWritten(given.trim());
    case 'number':
      return Number.isFinite(given) ? `${given}` : readText(Number.isNaN(given) ? '' : {});
    case 'bigint':
      return `${given}`;
    case 'boolean':
      return given ? unusable : undefined;
    default:
      if (given === null) return undefined;
      return given instanceof URL ? given.href : unusable;
  }
}

/** White space around it is what line breaks in a template leave. */
function readWritten(written: string): string | undefined | typeof unusable {
  if (noTexts.includes(written)) return unusable;
  return nothing.includes(written) ? undefined : written;
}

/** A framework that finds no property yet writes a list as JavaScript does, with commas. */
function readList(given: unknown): string | undefined | typeof unusable {
  if (!Array.isArray(given)) {
    const text = readText(given);
    return typeof text === 'string' ? text.split(',').join(' ') : text;
  }
  const members = given.map(readText);
  if (members.includes(unusable)) return unusable;
  return members.filter((member) => member !== undefined).join(' ');
}

function readFlag(given: unknown): boolean | typeof unusable {
  switch (typeof given) {
    case 'undefined':
      return false;
    case 'boolean':
      return given;
    case 'number':
      return !!given;
    case 'string':
      return ![...nothing, '0'].includes(given.trim());
    default:
      return given === null ? false : unusable;
  }
}

function readProvider(given: unknown): unknown {
  return typeof given === 'function' || !given ? given || undefined : unusable;
}

/** Text; a number is its text. Nothing, `false` and what is empty are as if it were not given. */
export const text: Kind = { expected: 'a text', read: readText };

/** Text of which a part of what templates leave is a word that somebody may have meant: it is said to be wrong. */
export const word: Kind = {
  ...text,
  read: (given) => (given === 'None' ? given : readText(given)),
};

/** Texts with spaces between, or a list of them; an empty list has nothing in it. */
export const list: Kind = { expected: 'a text or a list of texts', read: readList };

/**
 * On or off. A bare attribute is on, as everywhere in HTML; the text `false` and 0 are off. It is never
 * undefined: Vue puts true in the place of a bare attribute where it finds a boolean.
 */
export const flag: Kind = {
  expected: 'true or false',
  none: false,
  read: readFlag,
  fromAttribute: (written) => written?.trim() === '' || written,
};

/** Text that stands on the tag, as HTML's own attributes do; empty without one. */
export const reflectedText: Kind = { ...text, none: '', isReflected: true };

/** On or off, by whether the attribute is on the tag. */
export const reflectedFlag: Kind = { ...flag, isReflected: true };

/** A function, by property alone. */
export const provider: Kind = { expected: 'a function', read: readProvider };

/** The same kind for several. */
export function all<Name extends string>(kind: Kind, names: readonly Name[]): Record<string, Kind> {
  return Object.fromEntries(names.map((name) => [name, kind]));
}

/** A property's name as its attribute has it. */
function kebab(property: string): string {
  return property.replace(/[A-Z]/g, '-$&').toLowerCase();
}

function wrong(name: string, { expected }: Kind): ConnectError {
  return configError(kebab(name), expected);
}

interface Element {
  requestUpdate(): void;
}

/** One that has a tag to write on. */
type Tagged = Element & Pick<HTMLElement, 'getAttribute' | 'setAttribute' | 'toggleAttribute'>;

const values = new WeakMap<Element, Map<string, unknown>>();
const wrongs = new WeakMap<Element, Map<string, ConnectError>>();

/** What was handed over to an element and cannot be used, as the error that says so. */
export function wrongOf(element: Element): ConnectError | undefined {
  const [first] = wrongs.get(element)?.values() ?? [];
  return first;
}

/** Reads what was handed over to an element, and notes whether it can be used. */
export function take(element: Element, name: string, kind: Kind, given: unknown): unknown {
  const value = kind.read(given);
  const noted = wrongs.get(element) ?? new Map<string, ConnectError>();
  wrongs.set(element, noted);
  const isNew = noted.has(name) !== (value === unusable);
  if (value === unusable) noted.set(name, wrong(name, kind));
  else noted.delete(name);
  // A value that stays what it was renders nothing anew, but what is said of it does.
  if (isNew) element.requestUpdate();
  return value === unusable ? kind.none : value;
}

/**
 * Reads settings that a script hands over; what is not given is left out.
 *
 * @throws {ConnectError} `config` naming what cannot be used.
 */
export function readAll(kinds: Readonly<Record<string, Kind>>, given: object): object {
  const entries = Object.entries(given).map(([name, value]) => {
    const kind = kinds[name];
    // An empty list that a script sets takes back what was let in.
    const isEmpty = kind === list && value === '';
    const read: unknown = kind && !isEmpty ? kind.read(value) : value;
    if (kind && read === unusable) throw wrong(name, kind);
    return [name, read] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * Declares properties of a class to Lit, whatever frameworks hand over to them, with the attributes of their
 * names in kebab case. A class may have an accessor of its own, which then takes the value itself.
 */
export function declare(
  prototype: object,
  kinds: Readonly<Record<string, Kind>>,
): PropertyDeclarations {
  const declarations = Object.entries(kinds).map(([name, kind]) => {
    if (!Object.hasOwn(prototype, name))
      Object.defineProperty(prototype, name, accessor(name, kind));
    return [name, declaration(name, kind)] as const;
  });
  return Object.fromEntries(declarations);
}

function declaration(name: string, kind: Kind): PropertyDeclaration {
  const { fromAttribute: converter } = kind;
  return { attribute: kind !== provider && kebab(name), ...(converter && { converter }) };
}

function accessor(name: string, kind: Kind): PropertyDescriptor {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the browser calls them with the element
  const { get, set } = kind.isReflected ? onTheTag(name, kind) : asTaken(name, kind);
  return { configurable: true, get, set };
}

/** Both are called by the browser with the element for `this`. */
interface Accessor {
  get(this: Tagged): unknown;
  set(this: Tagged, given: unknown): void;
}

function asTaken(name: string, kind: Kind): Accessor {
  return {
    get() {
      return values.get(this)?.get(name) ?? kind.none;
    },
    set(given) {
      const own = values.get(this) ?? new Map<string, unknown>();
      values.set(this, own.set(name, take(this, name, kind, given)));
    },
  };
}

function onTheTag(name: string, kind: Kind): Accessor {
  const attribute = kebab(name);
  return {
    get() {
      const written = this.getAttribute(attribute);
      return typeof kind.none === 'string' ? (written ?? kind.none) : written !== null;
    },
    set(given) {
      const value = take(this, name, kind, given);
      if (typeof value === 'string' && value) this.setAttribute(attribute, value);
      else this.toggleAttribute(attribute, value === true);
    },
  };
}
