import { readFileSync, writeFileSync } from 'node:fs';
import { formatRatio, isMissed, type Ratio } from './interval.js';
import type { Prerendered } from './prerender.js';
import type { PressRow } from './press.js';
import type { Comings, Scrolling } from './scale.js';
import { shownRatio, type Timing } from './time.js';

/** A line of the table of times. */
export interface Row {
  readonly what: string;
  readonly beside: string;
  readonly measured: string;
  readonly target: string;
  readonly isMet: boolean | undefined;
}

function rowOf(what: string, beside: string, ratio: Ratio, target?: number): Row {
  return {
    what,
    beside,
    measured: formatRatio(ratio),
    target: target === undefined ? '' : `×${target.toFixed(2)}`,
    isMet: target === undefined ? undefined : !isMissed(ratio, target),
  };
}

/** What does the same job with Lit alone; the others are beside the list of methods. */
const floors: Readonly<Record<string, string>> = {
  'invoices.js': 'lit invoices',
  'pay-invoice.js': 'lit payment',
};

/** What each page is to be at most, and beside which of its floors. */
function targetOf(scenario: string, subject: string): { floor: string; target?: number } {
  if (scenario.startsWith('phone')) {
    return { floor: 'hand-written', ...(subject.includes('starter') && { target: 0.85 }) };
  }
  const floor = floors[subject] ?? 'lit';
  if (!scenario.startsWith('first')) return { floor, target: 1.15 };
  return { floor, ...(subject.endsWith('.js') && { target: 1.08 }) };
}

/** Until the first option is in layout. */
export function firstRows(timings: readonly Timing[]): readonly Row[] {
  return timings.flatMap(({ scenario, subject }) => {
    const { floor, target } = targetOf(scenario, subject);
    if (subject.startsWith('lit')) return [];
    const ratio = shownRatio(timings, scenario, subject, floor);
    return rowOf(`${subject}: ${scenario}`, floor, ratio, target);
  });
}

export function pressRows(rows: readonly PressRow[]): readonly Row[] {
  return rows.map(({ touch, ratio, target }) =>
    rowOf(
      `pay-invoice.js: pressed ${touch} ms after the first touch`,
      'hand-written',
      ratio,
      target,
    ),
  );
}

export function prerenderRows({ ratio }: Prerendered): readonly Row[] {
  const what = 'invoices.js: largest paint of a page that was rendered ahead';
  return [rowOf(what, 'opened as ever', ratio, 1)];
}

export function scaleRows(comings: readonly Comings[], scrolling: readonly Scrolling[]): Row[] {
  const came = comings.flatMap(({ subject, time, heap }) => [
    rowOf(
      `${subject}: a hundred times into the page and out`,
      floors[subject] ?? 'lit',
      time,
      1.15,
    ),
    {
      what: `${subject}: heap after a hundred times`,
      beside: 'after twenty',
      measured: `×${heap.toFixed(3)}`,
      target: '×1.02',
      isMet: heap <= 1.02,
    },
  ]);
  const scrolled = scrolling
    .filter(({ subject }) => subject.endsWith('.js'))
    .map(({ subject, longest }) => ({
      what: `${subject}: 1 000 invoices scrolled, CPU 4x, longest task`,
      beside: '',
      measured: `${longest.toFixed(0)} ms`,
      target: '100 ms',
      isMet: longest <= 100,
    }));
  return [...came, ...scrolled];
}

const slow = ', CPU 4x';

/** One line for both paces; what has no target stands there for the first option alone. */
function cellsOf(rows: readonly Row[]): string[][] {
  const shown = ({ measured, isMet }: Row) => `${measured}${isMet === false ? ' **missed**' : ''}`;
  const isAlone = ({ what }: Row) => !what.endsWith(slow);
  return rows
    .filter((row) => isAlone(row) && (row.isMet !== undefined || row.what.includes('first option')))
    .map((row) => {
      const name = row.what.replace(', CPU 1x', '');
      const slower = rows.find(({ what }) => what === name + slow);
      return [name, row.beside, shown(row), slower ? shown(slower) : '', row.target];
    });
}

const page = 'demo/docs/decisions/speed.md';
const marks = ['<!-- times -->', '<!-- /times -->'] as const;

/** The table, where `UPDATE_DOCS=1` asks for it. */
export function writeTable(rows: readonly Row[], versions: string): void {
  if (!process.env['UPDATE_DOCS']) return;
  const text = readFileSync(page, 'utf8');
  const [start, end] = marks;
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`no place in ${page}`);
  const head = ['What', 'Beside', 'Measured', 'CPU 4x', 'At most'];
  const lines = [head, head.map(() => '---'), ...cellsOf(rows)];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  writeFileSync(page, `${before}${start}\n\n${versions}\n\n${table}\n\n${end}${after}`);
}
