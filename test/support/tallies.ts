import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { engineNames, titles, type EngineName } from './engines.js';

/** Where a later step finds the figures of the last run. */
export const tallyFile = 'node_modules/.cache/connect-elements/tallies.json';

/** `tally 214 hostile addresses`; the runner of an engine knows the engine, Node's tests may say it. */
const line = new RegExp(`^tally (\\d+) (.+?)(?: in (${engineNames.join('|')}))?$`);

export function isTally(said: unknown): boolean {
  return typeof said === 'string' && line.test(said);
}

/** Where something was counted: in an engine, or in Node. */
type Place = EngineName | 'node';

/** What the tests say that they tried. */
export class Tallies {
  readonly #figures = new Map<string, Map<Place, number>>();
  readonly engines = new Map<EngineName, string>();

  /** Adds what was said; the same thing counted twice in one place is added up. */
  add(lines: readonly string[], place: Place): void {
    for (const said of lines) {
      const [, count, what, named] = line.exec(said.trim()) ?? [];
      if (what === undefined) continue;
      const where = engineNames.find((name) => name === named) ?? place;
      const figures = this.#figures.get(what) ?? new Map<Place, number>();
      figures.set(where, (figures.get(where) ?? 0) + Number(count));
      this.#figures.set(what, figures);
    }
  }

  /** What was tried, as a text that names it has to say it. */
  figures(): string[] {
    return [...this.#figures].map(([what, counts]) => `${Math.max(...counts.values())} ${what}`);
  }

  /** A line for what was tried, and one for the engines when they are known. */
  toString(): string {
    const versions = [...this.engines].map(([name, version]) => `${titles[name]} ${version}`);
    const engines = versions.length
      ? [`  ${engineCount(versions.length)}: ${versions.join(', ')}`]
      : [];
    const figures = [...this.#figures].map(([what, counts]) => `  ${sentence(what, counts)}`);
    const lines = [...figures.sort(), ...engines];
    return lines.length ? ['What was tried', ...lines].join('\n') : '';
  }

  write(): void {
    mkdirSync(dirname(tallyFile), { recursive: true });
    const figures = Object.fromEntries(
      [...this.#figures].map(([what, counts]) => [what, Object.fromEntries(counts)]),
    );
    const engines = Object.fromEntries(this.engines);
    writeFileSync(tallyFile, `${JSON.stringify({ engines, figures }, null, 2)}\n`);
  }
}

function sentence(what: string, counts: ReadonlyMap<Place, number>): string {
  const named = [...counts].map(([place, count]) => `${count} in ${title(place)}`);
  const [count = 0, ...others] = new Set(counts.values());
  if (others.length) return `${what}: ${named.join(', ')}`;
  if (counts.has('node')) return `${count} ${what}`;
  return `${count} ${what}, in ${engineCount(counts.size)}`;
}

function engineCount(count: number): string {
  return `${count} engine${count === 1 ? '' : 's'}`;
}

function title(place: Place): string {
  return place === 'node' ? 'Node' : titles[place];
}
