import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { resolveChromium } from './chromium.js';
import { paletted, posterize } from './palette.js';

const kept = 'test/visual/pictures';
/** Where a picture that is not as it was is put, with what differs; not committed. */
const artifacts = resolve('test/.artifacts/pictures');
/** Pixels that may differ in a picture of a whole element: none do, on one machine. */
const tolerance = 20;

/**
 * The fonts of the browser that npm brought along, and no others: with those of a machine, texts would
 * have other widths. Undefined where that browser cannot run.
 */
export async function bundledFonts(): Promise<Readonly<Record<string, string>> | undefined> {
  process.env['FORCE_BUNDLED'] = '1';
  const found = await resolveChromium().catch(() => undefined);
  if (!found) return undefined;
  const folder = dirname(found.executablePath);
  const file = join(folder, 'own-fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'own-font-cache')}</cachedir>` +
      `</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

/** What is wrong with a picture: a sentence, and the rows that differ. */
export interface Difference {
  readonly told: string;
  readonly rows: ReadonlySet<number>;
}

/**
 * Compares a picture with the one that is kept, or keeps it when `UPDATE_PICTURES` is set.
 *
 * @returns undefined when they are the same.
 */
export function compare(name: string, taken: Buffer): Difference | undefined {
  const file = join(kept, `${name}.png`);
  const fresh = posterize(PNG.sync.read(taken));
  const isUpdate = process.env['UPDATE_PICTURES'];
  const old = existsSync(file) ? PNG.sync.read(readFileSync(file)) : undefined;
  const differing = old && difference(old, fresh);
  if (old && !differing) return undefined;
  if (isUpdate) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, paletted(fresh));
    return undefined;
  }
  mkdirSync(artifacts, { recursive: true });
  const path = join(artifacts, name);
  writeFileSync(`${path}.new.png`, taken);
  const end = 'UPDATE_PICTURES=1 keeps the new one.';
  if (!differing)
    return { told: `There is no ${file}; ${path}.new.png is new. ${end}`, rows: new Set() };
  writeFileSync(`${path}.diff.png`, PNG.sync.write(differing.picture));
  const { count, rows } = differing;
  return { told: `${count} pixels differ: ${path}.diff.png, ${path}.new.png. ${end}`, rows };
}

/** What differs, in a picture of the same size; where one is larger than the other, all of the rest does. */
function difference(old: PNG, fresh: PNG) {
  const width = Math.max(old.width, fresh.width);
  const height = Math.max(old.height, fresh.height);
  const picture = new PNG({ width, height });
  const [a, b] = [old, fresh].map((one) => onSheet(one, width, height));
  if (!a || !b) return undefined;
  const count = pixelmatch(a, b, picture.data, width, height, { threshold: 0.05, diffMask: true });
  const isOther = count > tolerance || old.width !== fresh.width || old.height !== fresh.height;
  if (!isOther) return undefined;
  const rows = new Set<number>();
  for (let at = 3; at < picture.data.length; at += 4) {
    if (picture.data[at]) rows.add(Math.floor(at / 4 / width));
  }
  return { picture, count, rows };
}

function onSheet(one: PNG, width: number, height: number): Buffer {
  const sheet = new PNG({ width, height });
  PNG.bitblt(one, sheet, 0, 0, one.width, one.height, 0, 0);
  return sheet.data;
}
