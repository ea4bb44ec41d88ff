import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isObject } from '../../src/api/decode.js';
import { findPlaces } from '../apps/find.js';
import { isUnanswered } from '../apps/package.js';
import { program } from '../steps/program.js';
import { sideBySide } from '../steps/schedule.js';
import { tryAgain } from '../steps/second-try.js';
import type { Run, Step } from '../steps/step.js';
import { steps } from '../steps/steps.js';
import { rows, writeTable, writtenRows } from '../steps/table.js';
import { timesOf, writePortions } from '../steps/portion-seconds.js';
import { isTouched, touching } from '../steps/touching.js';
import { fitting, inOrder, third } from '../steps/turn.js';
import { sum, type Count } from '../support/count.js';
import { Skips } from '../support/skips.js';
import { Tallies } from '../support/tallies.js';
import {
  browserTests,
  leavesNoTrace,
  nodeTestsIn,
  reasonForEngines,
  testsBelow,
} from '../support/test-files.js';
import { slowest } from '../support/timings.js';

describe('the table of the checks in CONTRIBUTING', () => {
  it('has every check that there is, what holds and which command runs it', async () => {
    if (process.env['UPDATE_DOCS']) await writeTable();
    const expected = rows.map(({ check, holds, command }) => [check, holds, command]);
    const written = writtenRows().map((cells) => cells.slice(0, 3));
    assert.deepEqual(written, [...expected, ['Everything', '', '']]);
  });
});

describe('a command', () => {
  const talks = 'for i in 1 2 3 4 5 6; do sleep 0.3; echo $i; done';

  it('has time as long as it says something: several places take longer than one', async () => {
    const { code, output } = await program(talks, { patience: 1200 });
    assert.equal(code, 0);
    assert.equal(output, '1\n2\n3\n4\n5\n6\n');
  });

  it('is stopped, with what it has started, when it has said nothing for so long', async () => {
    const { code, output, seconds } = await program(`echo begun; sleep 30; ${talks}`, {
      patience: 500,
    });
    assert.notEqual(code, 0);
    assert.match(output, /^begun\n\necho begun[^]* was stopped after 0.5 s without a word\.\n$/);
    assert.ok(seconds < 10, `${seconds} s`);
  });
});

describe('the steps', () => {
  it('have titles of their own, and wait for others that there are', () => {
    const titles = steps.map(({ title }) => title);
    assert.equal(new Set(titles).size, titles.length);
    const awaited = steps.flatMap(({ after }) => after);
    assert.deepEqual(
      awaited.filter((title) => !titles.includes(title)),
      [],
    );
  });

  it('run every file of tests that there is, and none twice', () => {
    const inSteps = ['e2e', 'accessibility', 'visual', 'handbook', 'sandbox', 'contract'];
    const files = [...inSteps, 'bench', 'package', 'lint'].map(nodeTestsIn);
    const run = [
      ...files.flatMap(({ usual, long }) => [...usual, ...long]),
      ...testsBelow('src', 'test/unit', 'test/walk'),
    ];
    assert.equal(new Set(run).size, run.length);
    assert.deepEqual([...run].sort(), [...testsBelow('src', 'test')].sort());
  });

  it('are one at a time where one needs the other, and no more at once than there are lanes', async () => {
    const tasks = [
      { title: 'late', after: ['first', 'absent'] },
      { title: 'first', after: [] },
      { title: 'beside', after: [] },
      { title: 'third', after: [] },
    ];
    const log: string[] = [];
    let running = 0;
    await sideBySide(tasks, 2, async ({ title }) => {
      running++;
      assert.ok(running <= 2);
      log.push(title);
      await new Promise((resolve) => setTimeout(resolve, title === 'first' ? 30 : 5));
      log.push(`${title} done`);
      running--;
    });
    assert.deepEqual(log.slice(0, 2), ['first', 'beside']);
    assert.ok(log.indexOf('late') > log.indexOf('first done'));
    assert.equal(log.length, 8);
  });

  it('that wait for each other are an error', async () => {
    const tasks = [
      { title: 'a', after: ['b'] },
      { title: 'b', after: ['a'] },
    ];
    await assert.rejects(
      sideBySide(tasks, 2, () => Promise.resolve()),
      /wait for each other: a,b/,
    );
  });
});

describe('the files that run in every engine', () => {
  it('say why in their first line', () => {
    const { usual, everywhere, whole } = browserTests();
    assert.ok(everywhere.length > 5 && everywhere.length < usual.length);
    assert.ok(usual.every((file) => whole.includes(file)) && whole.length > usual.length);
    for (const file of everywhere) {
      assert.match(readFileSync(file, 'utf8'), /^\/\/ In every engine: .{20,120}\.\n/, file);
    }
    assert.equal(reasonForEngines('test/package/checks.test.ts'), undefined);
  });

  it('import nothing of Node that there is not in a page', () => {
    for (const file of browserTests().everywhere) {
      const imports = [...readFileSync(file, 'utf8').matchAll(/from '(node:[^']+)'/g)];
      const others = imports.filter(([, name = '']) => !/^node:(test|assert\/strict)$/.test(name));
      assert.deepEqual(others, [], file);
    }
  });
});

describe('files that share a process', () => {
  it('have what they do before each test to themselves', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connect-elements-together-'));
    const file = (name: string) => join(folder, `${name}.test.mjs`);
    for (const name of ['one', 'two']) {
      const start = `import { beforeEach, it } from 'node:test';`;
      const test = `beforeEach(() => console.log('for ${name}')); it('${name}', () => {});`;
      writeFileSync(file(name), `${start}${test}`);
    }
    const { code, output } = await program(
      `node --import tsx --test-reporter=spec test/support/together.ts ${file('one')} ${file('two')}`,
    );
    rmSync(folder, { recursive: true });
    assert.equal(code, 0, output);
    assert.deepEqual(output.match(/for \w+/g), ['for one', 'for two']);
  });

  it('leave the members of platform as they found them', () => {
    assert.equal(leavesNoTrace('src/api/http.test.ts'), true);
    for (const file of ['src/api/request.test.ts', 'src/host/settings.test.ts']) {
      assert.equal(leavesNoTrace(file), false, file);
    }
  });
});

describe('what has its turn', () => {
  const weight = (portion: string) => Number(portion.slice(1));
  const portions = ['a90', 'b60', 'c50', 'd40', 'e30', 'f20', 'g10'];

  it('is a third each day, as long as the others, and all of it in three days', () => {
    const days = ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'];
    const thirds = days.map((day) => third(portions, weight, new Date(`${day}T12:00:00Z`)));
    const seconds = thirds.map((one) => one.reduce((sum, portion) => sum + weight(portion), 0));
    assert.deepEqual(seconds.slice(2).sort(), [100, 110, 90]);
    for (const first of [0, 1, 2]) {
      assert.deepEqual(
        thirds
          .slice(first, first + 3)
          .flat()
          .sort(),
        portions,
      );
    }
  });

  it('has another first each time that it comes, so that none waits for ever', () => {
    const at = (day: number) => third(portions, weight, new Date(day * 86_400_000));
    assert.deepEqual(
      [0, 3, 6].map((day) => at(day)[0]),
      ['a90', 'f20', 'a90'],
    );
  });

  it('is no more than there is time for, and the rest is named', () => {
    assert.deepEqual(fitting(portions, weight, 150), {
      fit: ['a90', 'b60'],
      waiting: ['c50', 'd40', 'e30', 'f20', 'g10'],
    });
    assert.deepEqual(fitting(portions, weight, 145).fit, ['a90', 'c50']);
    assert.deepEqual(fitting(portions, weight, 0).waiting, portions);
  });

  it('knows how long each takes, and takes it from the run of each', async () => {
    const known = await Promise.all(steps.map(async (step) => (await step.portions?.()) ?? []));
    if (process.env['UPDATE_DOCS']) writePortions(known.flat());
    const written: unknown = JSON.parse(readFileSync('test/steps/portions.json', 'utf8'));
    assert.ok(isObject(written));
    assert.deepEqual(Object.keys(written).sort(), known.flat().sort());
    const timings = [
      { what: 'Vue', seconds: 30 },
      { what: 'other', seconds: 1 },
    ];
    assert.deepEqual([...timesOf(['Vue', 'React'], timings, 70)], [['Vue', 30]]);
    assert.deepEqual([...timesOf(['visual'], [], 70)], [['visual', 70]]);
  });

  it('begins with what a change touches, unless that is half of what there is time for', () => {
    const weight = () => 10;
    assert.deepEqual(inOrder(['b'], ['a', 'b'], weight, 40), ['b', 'a']);
    assert.deepEqual(inOrder(['b', 'c', 'd'], ['a', 'b'], weight, 40), ['a', 'b', 'c', 'd']);
  });

  it('is also a file that tries a part each time', async () => {
    const portions = await Promise.all(steps.map(async (step) => (await step.portions?.()) ?? []));
    const all = portions.flat();
    for (const file of ['test/e2e/redirect.test.ts', 'test/e2e/strict.test.ts', 'visual']) {
      assert.equal(all.filter((portion) => portion === file).length, 1, file);
    }
    assert.equal(new Set(all).size, all.length);
  });

  it('is also the places that a change touches, by paths that there are', async () => {
    const folders = new Set((await findPlaces()).map(({ folder }) => folder));
    assert.deepEqual(Object.keys(touching).sort(), [...folders].sort());
    for (const path of Object.values(touching).flat()) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1) || '.';
      const names = readdirSync(folder).map((name) => (folder === '.' ? name : folder + name));
      assert.ok(path === folder || names.some((name) => name.startsWith(path)), path);
    }
    assert.equal(isTouched('proxies', ['test/apps/proxies/rules.ts']), true);
    assert.equal(isTouched('cms', ['demo/wordpress/connect-elements/plugin.php']), true);
    assert.equal(isTouched('cms', ['test/apps/cmsx/a.ts', 'README.md']), false);
  });
});

describe('what failed beside others in a turn', () => {
  const first: Count = {
    passed: 5,
    failed: 3,
    skipped: 1,
    failures: ['a is calm', 'a is short', 'b is calm'],
    failedPortions: ['a', 'b'],
  };
  const run: Run = {
    extent: 'turn',
    has: () => true,
    tallies: new Tallies(),
    skips: new Skips(),
    missing: [],
    say: () => undefined,
  };
  const asked: boolean[] = [];
  const step = (again: Count): Step => ({
    title: 'Places',
    command: 'npm run test:all',
    after: [],
    holds: 'each place',
    run: ({ has }) => {
      asked.splice(0, Infinity, has('a'), has('b'), has('c'));
      return Promise.resolve(again);
    },
  });

  it('is tried once more alone, and nothing else', async () => {
    const again = { passed: 4, failed: 0, skipped: 0, heldPortions: ['a', 'b'] };
    const { count, heldThen } = await tryAgain(step(again), first, run);
    assert.deepEqual(asked, [true, true, false]);
    assert.deepEqual([count.passed, count.failed, count.skipped], [8, 0, 1]);
    assert.deepEqual(count.failures, []);
    assert.deepEqual(heldThen, ['a', 'b']);
  });

  it('has failed unless each of it was tried then and held', async () => {
    for (const [again, held] of [
      [{ passed: 3, failed: 1, skipped: 0, failedPortions: ['b'], heldPortions: ['a'] }, ['a']],
      // Skipped, since nobody answers where npm asks; something else may have passed beside it.
      [{ passed: 1, failed: 0, skipped: 1, heldPortions: ['b'] }, ['b']],
      [{ passed: 0, failed: 0, skipped: 2 }, []],
      // Something that is no portion, such as what the documentation says of them.
      [{ passed: 4, failed: 1, skipped: 0, heldPortions: ['a', 'b'] }, ['a', 'b']],
    ] as const) {
      assert.deepEqual(await tryAgain(step(again), first, run), { count: first, heldThen: held });
    }
  });

  it('is not tried again where nobody knows which portion it was', async () => {
    asked.splice(0);
    const unknown = { passed: 1, failed: 1, skipped: 0 };
    const { count } = await tryAgain(step({ passed: 9, failed: 0, skipped: 0 }), unknown, run);
    assert.equal(count, unknown);
    assert.deepEqual(asked, []);
  });
});

describe('a place that installs packages', () => {
  it('is skipped where nobody answers, and only there', () => {
    assert.equal(isUnanswered('npm error code ENOTFOUND\nnpm error errno ENOTFOUND'), true);
    assert.equal(isUnanswered('npm error code ECONNREFUSED'), true);
    assert.equal(isUnanswered('npm error code E404\nnpm error 404 Not Found'), false);
  });
});

describe('what a run says', () => {
  it('is the sum of its steps', () => {
    const count = sum([
      { passed: 2, failed: 0, skipped: 1, timings: [{ what: 'a', seconds: 1 }] },
      { passed: 3, failed: 1, skipped: 0, failures: ['x'] },
    ]);
    assert.deepEqual([count.passed, count.failed, count.skipped], [5, 1, 1]);
    assert.deepEqual(count.failures, ['x']);
    assert.equal(count.timings?.length, 1);
  });

  it('names what took longest, first', () => {
    const timings = Array.from({ length: 12 }, (_, index) => ({
      what: `f${index}`,
      seconds: index,
    }));
    const lines = slowest(timings);
    assert.equal(lines.length, 10);
    assert.match(lines[0] ?? '', /11\.0 s {2}f11$/);
  });
});
