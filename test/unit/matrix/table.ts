import type { Seen } from './cell.js';
import type { Place } from './places.js';
import type { MatrixFault } from './rules.js';
export function matrixDocument(
  faults: readonly MatrixFault[],
  results: ReadonlyMap<Place, ReadonlyMap<string, Seen>>,
): string {
  return `${faults.length} ${results.size}\n`;
}
