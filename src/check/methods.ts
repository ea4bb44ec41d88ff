import { decodeList, isObject, type JsonObject } from '../api/decode.js';
import { decodePaymentMethodItem } from '../api/connect/payment-method-item.js';
import { shapeOf } from '../api/note.js';
import { judged, open, type Finding } from './finding.js';
import { allLeaves, asSource, at, type Path } from './leaves.js';
import { codes, letters } from './words.js';

/** What List payment methods says of `paymentMethod`. */
export function checkMethods(body: unknown): readonly Finding[] {
  const items = decodeList(body, 'paymentMethodResponseItems');
  if (!items.length) return [open('paymentMethod', 'the list is empty')];
  const read = items.map(decodePaymentMethodItem);
  const known = new Set(codes.values());
  const isKnown = read.every((one) => one && known.has(one.paymentMethod));
  const marked = read.filter((one) => one?.current).length;
  const met = `${shapeOf(items[0])}; ${marked} of ${items.length} marked as the current one`;
  const objects = items.filter(isObject);
  const isWhole = objects.length === items.length;
  const isMarked = marked > 0 || (isWhole && markIn(objects) !== undefined);
  if (isKnown && !isMarked) return [open('paymentMethod', met)];
  return [judged('paymentMethod', isKnown && marked > 0, met, fitting(objects))];
}

/** What one item says yes to, and every other no. */
function markIn(items: readonly JsonObject[]): Path | undefined {
  const isMark = (path: Path) => items.filter((item) => isYes(at(item, path))).length === 1;
  return allLeaves(items).find(
    (path) => isMark(path) && items.every((item) => isMarker(at(item, path))),
  );
}

function fitting(items: readonly JsonObject[]): string | undefined {
  const paths = allLeaves(items);
  const code = bestOf(paths, (path) => share(items, (item) => codes.has(letters(at(item, path)))));
  if (!code) return undefined;
  const mark = markIn(items);
  const current = mark ? `isYes(${asSource('item', mark)})` : 'false';
  return [
    '(item) => {',
    `    const paymentMethod = methods[letters(${asSource('item', code)})];`,
    `    return paymentMethod ? { paymentMethod, current: ${current} } : undefined;`,
    '  }',
  ].join('\n');
}

/** The path that fits best; undefined when none fits at all. */
function bestOf(paths: readonly Path[], fit: (path: Path) => number): Path | undefined {
  const [best] = paths
    .map((path) => ({ path, fit: fit(path) }))
    .filter((one) => one.fit > 0)
    .sort((a, b) => b.fit - a.fit);
  return best?.path;
}

function share(items: readonly JsonObject[], holds: (item: JsonObject) => boolean): number {
  return items.filter(holds).length / items.length;
}

const yes = ['true', 'y', 'yes', 'j', 'ja', '1'];
const no = ['false', 'n', 'no', 'nei', 'nej', '0'];

function isYes(value: unknown): boolean {
  return yes.includes(String(value).toLowerCase());
}

function isMarker(value: unknown): boolean {
  return isYes(value) || no.includes(String(value).toLowerCase());
}

/** What the written member needs beside it. */
export const methodHelpers = [
  `const methods = ${JSON.stringify(Object.fromEntries(codes), undefined, 2)};`,
  "const letters = (word) => String(word).toLowerCase().replace(/[^\\p{L}]/gu, '');",
  `const isYes = (value) => ${JSON.stringify(yes)}.includes(String(value).toLowerCase());`,
].join('\n');
