import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { startDemo, type Demo } from '../../demo/server.js';
import { isObject, text } from '../../src/api/decode.js';
import {
  blocksOf,
  events,
  tags,
  unknownAttributes,
  unknownEntries,
  unknownNames,
} from './names.js';
import { pageNames } from './support.js';

const folder = 'dist/skill';
const skill = readFileSync(`${folder}/SKILL.md`, 'utf8');
const site = readFileSync('demo/www/llms.txt', 'utf8');
const both = [
  ['SKILL.md', skill],
  ['llms.txt', site],
] as const;

let demo: Demo;
before(async () => {
  demo = await startDemo();
});
after(() => demo.close());

/** The section below a heading. */
function section(page: string, title: string): string {
  return page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}
const rowsOf = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));

const line = (type: string, fields: readonly string[]) =>
  `${type}: ${[...fields].sort().join(' ')}`;

for (const [file, page] of both) {
  describe(`${file}, against the manifest`, () => {
    it('leads to every element that there is', () => {
      const router = section(page, 'Which element');
      assert.deepEqual(
        tags.filter((tag) => !router.includes(`[\`${tag}\`](`)),
        [],
      );
    });

    it('names no element, event, attribute or entry that is not there', () => {
      assert.deepEqual(unknownNames(page), []);
      assert.deepEqual(unknownAttributes(page), []);
      assert.deepEqual(unknownEntries(page), []);
    });

    it('says of each event what it carries', () => {
      const rows = rowsOf(section(page, 'Events'));
      const told = rows.map(([type = '', , detail = '']) => {
        const fields = [...detail.matchAll(/`(\w+)`(\??)/g)].map(
          ([, name = '', mark = '']) => name + mark,
        );
        return line(type.replaceAll('`', ''), fields);
      });
      // The one that is left out is of a Vipps payment alone, which has a page of its own.
      const carried = events.map(({ type, fields }) => {
        const names = fields.map(({ name, isOptional }) => `${name}${isOptional ? '?' : ''}`);
        return line(
          type,
          names.filter((one) => one !== 'rel?'),
        );
      });
      assert.deepEqual(told.sort(), carried.sort());
    });

    it('lists the outcomes and the codes, and no others', () => {
      const [, lists = ''] = section(page, 'Events').split('`outcome` is one of');
      const names = [...lists.matchAll(/`([\w-]+)`/g)].map(([, one = '']) => one);
      const field = (event: string, wanted: string) =>
        events.find(({ type }) => type === event)?.fields.find((one) => one.name === wanted)?.type;
      const types = [field('connect-outcome', 'outcome'), field('connect-error', 'code')].join(' ');
      const written = [...types.matchAll(/"([\w-]+)"/g)].map(([, one = '']) => one);
      assert.equal(written.length, 16);
      assert.deepEqual(names.filter((one) => one !== 'code').sort(), written.sort());
    });

    it('says what is never to be done', () => {
      const mistakes = section(page, 'What goes wrong');
      for (const word of ['connect-outcome', 'token', 'pay()', 'speculation rules', 'in-doubt']) {
        assert.ok(mistakes.includes(word), word);
      }
    });
  });
}

describe('the skill in the package', () => {
  it('can be found by an agent: a name, and what it is for', () => {
    const front: unknown = parse(skill.split('---\n')[1] ?? '');
    assert.ok(isObject(front));
    assert.equal(front['name'], 'connect-elements');
    assert.ok(text(front['description']).length > 100 && text(front['description']).length < 1024);
  });

  it('links to files that it has, from each of its pages', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const pages = files.filter((file) => file.endsWith('.md'));
    assert.ok(pages.length > 30);
    const dead = pages.flatMap((file) => {
      const links = [...readFileSync(join(folder, file), 'utf8').matchAll(/\]\(([^()\s#]+)/g)];
      return links
        .map(([, to = '']) => to)
        .filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(folder, dirname(file), to)))
        .map((to) => `${file}: ${to}`);
    });
    assert.deepEqual(dead, []);
  });
});

describe('the pages as Markdown', () => {
  it('are served beside each page, and that says so', async () => {
    const names = pageNames().filter((name) => name !== 'try.html');
    for (const name of names) {
      const markdown = name.replace('.html', '.md');
      const answer = await fetch(`${demo.url}/docs/${markdown}`);
      assert.equal(answer.status, 200, markdown);
      assert.match(answer.headers.get('Content-Type') ?? '', /^text\/markdown/);
      const page = await answer.text();
      assert.ok(page.startsWith('# '), markdown);
      const html = await (await fetch(`${demo.url}/docs/${name}`)).text();
      assert.ok(html.includes(`type="text/markdown" href="${markdown}"`), name);
    }
  });

  it('link to what is there, and to one another as Markdown', async () => {
    const dead: string[] = [];
    for (const file of readdirSync('demo/www').filter((one) => one.endsWith('.md'))) {
      const page = readFileSync(`demo/www/${file}`, 'utf8');
      for (const [, to = ''] of page.matchAll(/\]\(([^()\s#]+)/g)) {
        const isElsewhere = /^[a-z]+:/.test(to) || to.startsWith('/');
        if (isElsewhere) continue;
        if (to.endsWith('.html') || !existsSync(`demo/www/${to}`)) dead.push(`${file}: ${to}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('name no attribute and no entry that is not there, in what a reader copies', () => {
    for (const file of readdirSync('demo/www').filter((one) => one.endsWith('.md'))) {
      const page = readFileSync(`demo/www/${file}`, 'utf8');
      for (const block of blocksOf(page, 'html'))
        assert.deepEqual(unknownAttributes(block), [], file);
      for (const block of blocksOf(page, 'html', 'js', 'ts', 'jsx', 'tsx', 'vue', 'svelte')) {
        assert.deepEqual(unknownEntries(block), [], file);
      }
    }
  });
});

describe('llms.txt', () => {
  it('is served with the addresses of this very server, and leads to pages that are there', async () => {
    const answer = await fetch(`${demo.url}/llms.txt`);
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('Content-Type') ?? '', /^text\/plain/);
    const page = await answer.text();
    assert.ok(!page.includes('http://localhost:8080'));
    const links = [...page.matchAll(/\]\((http[^()\s]+)\)/g)].map(([, to = '']) => to);
    const own = [...new Set(links.map((to) => to.split('#')[0] ?? ''))];
    assert.ok(own.length > 30);
    for (const to of own) assert.equal((await fetch(to)).status, 200, to);
  });

  it('lists every page', () => {
    const names = pageNames().filter((name) => !['try.html', 'agents.html'].includes(name));
    assert.deepEqual(
      names.filter((name) => !site.includes(`/docs/${name.replace('.html', '.md')})`)),
      [],
    );
  });
});
