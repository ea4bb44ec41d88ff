import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A contract below `src/api`, as YAML has it. */
export async function loadDocument(name = 'onlinefundraising'): Promise<unknown> {
  const document: unknown = parse(await readFile(`src/api/${name}/openapi.yaml`, 'utf8'));
  return document;
}
