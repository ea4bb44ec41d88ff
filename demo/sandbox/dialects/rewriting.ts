import { isObject, type JsonObject } from '../../../src/api/decode.js';
import type { Rewrite } from './dialect.js';

/** Writes each object of a list anew; what else stands in the body stays. */
export function inList(name: string, rewrite: Rewrite): Rewrite {
  return (body) => {
    const list: unknown = body[name];
    if (!Array.isArray(list)) return body;
    return {
      ...body,
      [name]: list.map((item: unknown) => (isObject(item) ? rewrite(item) : item)),
    };
  };
}

/** The fields without some of them. */
export function without(fields: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** Changes the fields of these names that there are. */
export function changed(
  fields: JsonObject,
  names: readonly string[],
  change: (value: unknown) => unknown,
): JsonObject {
  const entries = Object.entries(fields);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, names.includes(name) ? change(value) : value]),
  );
}
