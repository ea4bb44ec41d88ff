import { isObject, type JsonObject } from '../api/decode.js';

/** The names that lead to a value inside an object. */
export type Path = readonly string[];

const deepest = 4;

/** The paths to everything in an object that is no object itself. */
export function leaves(item: JsonObject, above: Path = []): readonly Path[] {
  return Object.entries(item).flatMap(([name, value]) => {
    const path = [...above, name];
    return isObject(value) && path.length < deepest ? leaves(value, path) : [path];
  });
}

/** What stands at the end of a path. */
export function at(item: unknown, path: Path): unknown {
  return path.reduce<unknown>((one, name) => (isObject(one) ? one[name] : undefined), item);
}

/** Every path that one of the items has, once. */
export function allLeaves(items: readonly JsonObject[]): readonly Path[] {
  const byName = new Map(
    items.flatMap((item) => leaves(item)).map((path) => [path.join('\n'), path]),
  );
  return [...byName.values()];
}

/** A path as JavaScript that reads it of a variable. */
export function asSource(variable: string, path: Path): string {
  return path.reduce((said, name) => `${said}?.[${JSON.stringify(name)}]`, variable);
}
