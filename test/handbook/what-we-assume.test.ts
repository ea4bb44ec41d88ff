import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { format } from 'prettier';
import ts from 'typescript';
import { assumedDialect } from '../../src/api/connect/assumed.js';

const file = 'demo/docs/what-we-assume.md';
const source = 'src/api/connect/dialect.ts';
const begin = '<!-- dialect -->';
const end = '<!-- /dialect -->';

/** What each docstring has to say, after what the member is; and how the page calls it. */
const parts = {
  'Assumed: ': 'Assumed',
  'Why: ': 'Why',
  'When wrong: ': 'When it is wrong',
  'To find out: ': 'At the first real call',
};

/** Where each thing that the page says happens is a test of that name. */
const held = [
  'test/unit/assumed-dialect.test.ts',
  'test/unit/assumed-behaviour.test.ts',
  'test/unit/assumed-vendors.test.ts',
  'test/e2e/what-we-assume.test.ts',
];

interface Member {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/** The members of the interface, with the paragraphs of their docstrings. */
function members(): readonly Member[] {
  const text = readFileSync(source, 'utf8');
  const tree = ts.createSourceFile(source, text, ts.ScriptTarget.Latest, true);
  const dialect = tree.statements
    .filter(ts.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'Dialect');
  return (dialect?.members ?? ts.factory.createNodeArray()).map((member) => ({
    name: member.name?.getText(tree) ?? '',
    paragraphs: ts
      .getJSDocCommentsAndTags(member)
      .flatMap(({ comment }) => ts.getTextOfJSDocComment(comment) ?? [])
      .join('\n')
      .split('\n\n')
      .map((paragraph) => paragraph.replace(/\s+/g, ' ')),
  }));
}

function section({ name, paragraphs }: Member): string {
  const [what, ...more] = paragraphs;
  const items = Object.entries(parts).map(([mark, title]) => {
    const said = more.find((one) => one.startsWith(mark)) ?? '';
    return `- **${title}**: ${said.slice(mark.length)}`;
  });
  return [`### \`${name}\``, what, items.join('\n')].join('\n\n');
}

async function written(): Promise<string> {
  const sections = members().map(section).join('\n\n');
  return format(sections, { parser: 'markdown', proseWrap: 'always', printWidth: 120 });
}

describe('the page "What we assume"', () => {
  it('is about every member of the dialect, and about no other', () => {
    const names = members().map(({ name }) => name);
    assert.deepEqual(names.sort(), Object.keys(assumedDialect).sort());
  });

  for (const { name, paragraphs } of members()) {
    it(`has for ${name} what is assumed, why, what happens when it is wrong, and how to find out`, () => {
      const [what = '', ...more] = paragraphs;
      assert.match(what, /\.$/);
      const said = more.map((one) => Object.keys(parts).find((mark) => one.startsWith(mark)));
      assert.deepEqual(said, Object.keys(parts));
    });
  }

  it('says what the docstrings say', async () => {
    const page = readFileSync(file, 'utf8');
    const [before = '', rest = ''] = page.split(begin);
    const [, after = ''] = rest.split(end);
    const made = `${before}${begin}\n\n${await written()}\n${end}${after}`;
    if (process.env['UPDATE_DOCS']) writeFileSync(file, made);
    else assert.equal(page, made, 'UPDATE_DOCS=1 writes it');
  });

  const tested = held.flatMap(testsIn);

  for (const { name, paragraphs } of members()) {
    it(`says nothing of a wrong ${name} that is not a test of that name`, () => {
      const wrong = paragraphs.find((one) => one.startsWith('When wrong: ')) ?? '';
      const said = sentences(wrong.slice('When wrong: '.length));
      assert.ok(said.length, wrong);
      const names = tested.flatMap(({ group, test }) => (group === name ? test : []));
      assert.deepEqual(names.sort(), said.sort());
    });
  }

  it('says nothing beside the dialect that is not a test of that name', () => {
    const said = wrongCells(readFileSync(file, 'utf8'));
    assert.ok(said.length > 20, 'no tables are read');
    const names = tested.flatMap(({ group, test }) =>
      group.startsWith('what is assumed of') ? test : [],
    );
    assert.deepEqual(names.sort(), said.sort());
  });
});

/** What stands in a column "When it is wrong", row by row. */
function wrongCells(page: string): string[] {
  let column = -1;
  return page.split('\n').flatMap((line) => {
    const cells = line.startsWith('|') ? line.split('|').map((cell) => cell.trim()) : [];
    if (cells.includes('What')) column = cells.indexOf('When it is wrong');
    else if (cells.length && !cells[1]?.startsWith('---')) return plain(cells[column] ?? '');
    return [];
  });
}

/** One thing that happens, in each. */
function sentences(text: string): string[] {
  return text.split(/(?<=\.) /).map((one) => plain(one.replace(/\.$/, '')));
}

/** As a test is called: quotation marks of either kind are one, and a sentence may begin small. */
function plain(text: string): string {
  const [first = '', ...rest] = text.replaceAll('’', "'");
  return first.toLowerCase() + rest.join('');
}

interface Tested {
  /** The `describe` around it. */
  readonly group: string;
  readonly test: string;
}

/** What the tests of a file are called. */
function testsIn(path: string): Tested[] {
  const tree = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Tested[] = [];
  const look = (node: ts.Node, group: string): void => {
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    const name = title && ts.isStringLiteral(title) ? title.text : undefined;
    const called = ts.isCallExpression(node) ? node.expression.getText(tree) : '';
    if (called === 'it' && name !== undefined) found.push({ group, test: plain(name) });
    const inner = called === 'describe' && name !== undefined ? name : group;
    node.forEachChild((child) => look(child, inner));
  };
  look(tree, '');
  return found;
}
