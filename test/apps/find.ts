import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject } from '../../src/api/decode.js';
import type { Place } from './place.js';

function isPlace(value: unknown): value is Place {
  return isObject(value) && typeof value['prove'] === 'function';
}

/** A place, and the folder of `test/apps` that proves it. */
export interface Found extends Place {
  readonly folder: string;
}

export async function findPlaces(): Promise<readonly Found[]> {
  const files = readdirSync('test/apps')
    .map((name) => resolve('test/apps', name, 'place.ts'))
    .filter((file) => existsSync(file));
  const found: Found[] = [];
  for (const file of files) {
    const module: unknown = await import(pathToFileURL(file).href);
    const { places } = isObject(module) ? module : {};
    if (!Array.isArray(places) || !places.every(isPlace)) {
      throw new Error(`${file} does not export places`);
    }
    const folder = basename(dirname(file));
    found.push(...places.map((place) => ({ ...place, folder })));
  }
  return found;
}
