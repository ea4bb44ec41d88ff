import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { Mutant } from './instrument.js';
import type { Verdict } from './judge.js';
import { reasons, type Reason } from './reasons.js';

/** Percent of the mutants that a test has to notice. */
const demanded = 85;
const page = 'test/mutation/survivors.md';

export const isNoticed = (verdict: Verdict | undefined) =>
  verdict === 'killed' || verdict === 'timeout';
const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);

/**
 * Prints the score and whoever survived without a reason, and writes the list of survivors when all were
 * tried.
 *
 * @returns whether the score is what is demanded, and each survivor has its reason.
 */
export async function report(
  mutants: readonly Mutant[],
  verdicts: ReadonlyMap<Mutant, Verdict>,
  isWhole: boolean,
): Promise<boolean> {
  const files = [...new Set(mutants.map(({ file }) => file))];
  const line = (name: string, some: readonly Mutant[]) => {
    const of = (verdict: Verdict) => some.filter((one) => verdicts.get(one) === verdict).length;
    const noticed = of('killed') + of('timeout');
    const columns = [some.length, of('killed'), of('timeout'), of('survived'), of('not reached')];
    const numbers = columns.map((column) => `${column}`.padStart(11)).join('');
    return `${name.padEnd(46)}${numbers}${percent(noticed, some.length).padStart(9)} %`;
  };
  const heads = ['mutants', 'killed', 'timeout', 'survived', 'not reached', 'score'];
  console.log(`\n${''.padEnd(46)}${heads.map((head) => head.padStart(11)).join('')}`);
  for (const name of files)
    console.log(
      line(
        name,
        mutants.filter(({ file }) => file === name),
      ),
    );
  console.log(line('all', mutants));

  const survivors = mutants.filter((one) => !isNoticed(verdicts.get(one)));
  const unexplained = survivors.filter((one) => !reasonOf(one));
  for (const { file, line, change, at } of unexplained) {
    console.log(`no reason: ${file}:${line}  ${change}\n           ${at}`);
  }
  const stale = reasons.flatMap((reason) => staleParts(reason, survivors, files));
  for (const one of stale) console.log(`no such survivor: ${one}`);
  const noticed = mutants.length - survivors.length;
  console.log(`\nmutation score ${percent(noticed, mutants.length)} % of ${mutants.length}`);
  if (isWhole) await write(mutants.length, survivors, files);
  return noticed / mutants.length >= demanded / 100 && !unexplained.length && !stale.length;
}

function reasonOf({ file, at, change }: Mutant): string | undefined {
  return reasons.find(
    (reason) => reason.file === file && reason.at === at && reason.changes.includes(change),
  )?.because;
}

function staleParts(
  { file, at, changes }: Reason,
  survivors: readonly Mutant[],
  files: readonly string[],
): string[] {
  if (!files.includes(file)) return [];
  return changes
    .filter((change) =>
      survivors.every((one) => one.file !== file || one.at !== at || one.change !== change),
    )
    .map((change) => `${file}  ${change}\n                  ${at}`);
}

async function write(
  tried: number,
  survivors: readonly Mutant[],
  files: readonly string[],
): Promise<void> {
  const code = (text: string) => `\`\` ${text.replaceAll('|', '\\|')} \`\``;
  const sections = files.flatMap((name) => {
    const rows = survivors
      .filter(({ file }) => file === name)
      .map((one) => `| ${one.line} | ${code(one.change)} | ${reasonOf(one) ?? ''} |`);
    return rows.length
      ? [`## ${name}\n\n| Line | Change | Why no test notices |\n|---|---|---|\n${rows.join('\n')}`]
      : [];
  });
  const score = percent(tried - survivors.length, tried);
  const intro = `# Survivors of the mutation check

Made by \`npm run mutate\`; the reasons stand in [reasons.ts](reasons.ts). ${tried} mutants were tried,
${survivors.length} survived: ${score} % were noticed by a test.`;
  const text = [intro, ...sections].join('\n\n');
  await writeFile(page, await format(text, { parser: 'markdown' }));
}
