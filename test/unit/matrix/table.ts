import type { Seen } from './cell.js';
import type { Kind } from './kinds.js';
import type { Place } from './places.js';
import { matrixFaults, rules, type Rule } from './rules.js';

/** What was seen by place and by fault. */
export type Results = ReadonlyMap<Place, ReadonlyMap<string, Seen>>;

/** The matrix as Markdown: the rules, and what was seen for each element. */
export function matrixDocument(faults: readonly string[], results: Results): string {
  const places = [...results.keys()];
  const tags = [...new Set(places.map(({ tag }) => tag))];
  const sections = tags.map((tag) =>
    section(
      tag,
      faults,
      [...results].filter(([place]) => place.tag === tag),
    ),
  );
  return [introduction(faults.length, places.length), ruleTable(), ...sections].join('\n\n') + '\n';
}

const introduction = (faults: number, places: number) => `# The fault matrix

Every element, wherever it asks a server, with every fault of the sandbox: ${faults} faults × ${places} places =
${faults * places} cells. Each is an element on a page, over real HTTP, with the fault between the page and the
server. This file is written by the test that checks it, \`test/unit/matrix/fault-matrix.test.ts\`, from what
it has seen:

\`\`\`sh
UPDATE_DOCS=1 npx tsx test/support/unit-runner.ts 'test/unit/matrix/*.test.ts'
\`\`\`

In each cell: what the subscriber reads, what can be pressed [in brackets], \`:state()\`, the \`code\` of
\`connect-error\`, and the requests that the server has seen. Faults that come to the same share a row. When
a connection is cut, Firefox sends a read again by itself, up to ten times: those are not counted. In every
cell the test has also found that nothing was made, removed or cancelled twice; that every request had the
token and none came to another origin; that pauses were those that the server had asked for, or our own, and
that long ones were shown; and that, once the fault was gone, the element came to its good end without a
reload of the page: by what it offers, or by \`reload()\`.`;

const sides = [
  ['A read or a re-read', 'read'],
  ['A write', 'write'],
] as const;

const ends: Readonly<Record<Rule['end'], string>> = {
  well: 'all is well',
  unread: 'says so and offers to ask again; what is known stays',
  refused: 'says so; nothing was done, and it can be pressed again',
  declined: 'says so; nothing was done, and it can be pressed again',
  doubt: 'reads the server first, then says what is true',
  'doubt, done': '',
  'doubt, undone': '',
};

function ruleTable(): string {
  const rows = Object.entries(rules).map(([family, rule]) => {
    const names = matrixFaults('').filter((one) => one.family === family);
    return [
      names.map(({ name }) => name).join('; '),
      ...sides.map(([, side]) => {
        const { code, tries, end } = rule[side];
        const times = tries === 1 ? 'asks once' : `asks ${tries} times`;
        return [code && `\`${code}\``, times, ends[end]].filter(Boolean).join(' · ');
      }),
    ];
  });
  const rule = table(['Fault', ...sides.map(([title]) => title)], rows);
  return `## The rules

The same for all elements. A write whose answer cannot be read may have been done, so it is treated as one
in doubt; so is a removal that is declined, since one before it may have been done. After a 401 the token is renewed once and the request repeated, also a POST: it was not processed.

${rule}`;
}

const kinds: Readonly<Record<Kind, string>> = {
  read: 'a read',
  write: 'a write',
  're-read': 'a re-read',
};

function section(
  tag: string,
  faults: readonly string[],
  columns: readonly (readonly [Place, ReadonlyMap<string, Seen>])[],
): string {
  const rows = new Map<string, { names: string[]; cells: string[] }>();
  for (const name of faults) {
    const cells = columns.map(([, seen]) => cell(seen.get(name)));
    const key = cells.join('|');
    const row = rows.get(key) ?? { names: [], cells };
    row.names.push(name);
    rows.set(key, row);
  }
  const head = columns.map(([{ name, kind, operation }]) =>
    name === kind ? `${name}: ${operation}` : `${name}, ${kinds[kind]}: ${operation}`,
  );
  const body = [...rows.values()].map(({ names, cells }) => [names.join('; '), ...cells]);
  return `## ${tag}\n\n${table(['Fault', ...head], body)}`;
}

function cell(seen: Seen | undefined): string {
  if (!seen) throw new Error('an empty cell');
  const { says, button, state, codes, counts } = seen;
  const asked = Object.entries(counts)
    .sort()
    .map(([operation, count]) => `${operation} ${count}`);
  const offered = button ? ` [${button}]` : '';
  const code = codes.map((one) => `\`${String(one)}\``).join(' ');
  const parts = [
    says.join(' · ') + offered,
    `${state}${code && ` ${code}`}`,
    asked.join(', ') || 'no request',
  ];
  return parts.join('<br>');
}

/** As it is: aligned, lines would be longer than anybody's window. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return ['<!-- prettier-ignore-start -->', ...lines, '<!-- prettier-ignore-end -->'].join('\n');
}
