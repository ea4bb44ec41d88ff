import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { budgets, type Budget } from '../bench/bytes.js';
import { tags } from './names.js';

const page = 'demo/handbook/pages/size.md';
const block = /(<!-- sizes -->\n\n)[^]*?(<!-- \/sizes -->)/;
const kilobytes = (bytes: number) => `${bytes / 1000} kB`;

/** What a site writes to have it. */
function importOf({ name, script }: Budget): string {
  const isAll = !script.includes('\n') && !script.includes(`/${name}`);
  if (isAll) return 'everything: `connect-elements`';
  return script.includes('\n') ? `the ${name} together` : `\`connect-elements/${name}\``;
}

/** The table of the page as it is made of the budgets, by which a build fails. */
async function renewed(): Promise<string> {
  const rows = budgets.map(
    (one) =>
      `| ${importOf(one)} | ${kilobytes(one.limit)} | ${one.goal === undefined ? '' : kilobytes(one.goal)} |`,
  );
  const table = ['| Import | Limit | To come down to |', '| --- | --- | --- |', ...rows].join('\n');
  const written = readFileSync(page, 'utf8').replace(
    block,
    (_, start: string, end: string) => `${start}${table}\n\n${end}`,
  );
  return format(written, { ...(await resolveConfig(page)), parser: 'markdown' });
}

describe('the page about size', () => {
  it('has every budget, and says of each what it is', async () => {
    const made = await renewed();
    if (process.env['UPDATE_DOCS']) writeFileSync(page, made);
    assert.equal(readFileSync(page, 'utf8'), made);
    assert.ok(made.includes('/client`'));
  });
});

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const words = readme.replace(/\s+/g, ' ');
  const limitOf = (wanted: string) => budgets.find(({ name }) => name === wanted)?.limit ?? NaN;

  it('says how large it is as the budgets do', () => {
    const [element, all] = [limitOf('pay-invoice'), limitOf('everything')].map(kilobytes);
    const said = `\`connect-pay-invoice\` is at most ${element} with all it needs, everything ${all}`;
    assert.ok(words.includes(said), said);
  });

  it('has each element once, with a link to what it is', () => {
    const rows = readme.split('\n').filter((line) => line.startsWith('| [`connect-'));
    const named = rows.map((row) =>
      /`(connect-[\w-]+)`\]\(src\/elements\/([\w-]+)\.ts\)/.exec(row),
    );
    assert.deepEqual(named.map((one) => one?.[1]).sort(), [...tags].sort());
    for (const one of named) assert.equal(one?.[1], `connect-${one?.[2]}`);
  });

  it('is a screen and a half: what is more goes to the handbook', () => {
    const lines = readme.split('\n').length;
    assert.ok(lines > 40 && lines <= 85, `${lines} lines`);
  });
});
