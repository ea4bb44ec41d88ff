import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const page = 'demo/handbook/pages/start-cms.md';
const block = /(<!-- articles -->\n)[^]*?(\n<!-- \/articles -->)/;

const attributes = `invoice-number="007435367" product-code="CO27409" company-code="5646903690" methods="nexi vippsEcommerce"`;
const address =
  'https://gazette.example/account#connect-pay-invoice;invoice-number=007435367;product-code=CO27409;company-code=5646903690;methods=nexi+vippsEcommerce';
const tag = `<connect-pay-invoice ${attributes}></connect-pay-invoice>`;
const data = `<p><a href="https://gazette.example/account" data-connect="pay-invoice" data-${attributes.replaceAll('" ', '" data-')}>Pay your invoice</a></p>`;

/** What an article can have in it, as HTML and as Markdown. */
export const carriers = {
  html: { tag, data, link: `<p><a href="${address}">Pay your invoice</a></p>` },
  markdown: { tag, data, link: `[Pay your invoice](${address})` },
};

/** What came of one. */
export type Cell = 'works' | 'other attributes' | 'a link' | 'shown as text' | 'nothing';

export interface Line {
  readonly name: string;
  /** And which part of it, where it has several. */
  readonly version: string;
  /** By carrier. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** What came of the tag with what the handbook says to allow. */
  readonly allowed?: Cell;
}

/** The examples of the handbook of what to allow, by the name of their file. */
export function recipes(): ReadonlyMap<string, string> {
  const code = readFileSync(page, 'utf8').matchAll(
    /^```js\n\/\/ (allow-[\w-]+\.js)\n([^]*?)^```/gm,
  );
  return new Map([...code].map(([, name = '', text = '']) => [name, text]));
}

function table(lines: readonly Line[]): string {
  const rows = lines.map(({ name, version, cells, allowed = '' }) => {
    const [tag, data, link] = ['tag', 'data', 'link'].map((carrier) => cells.get(carrier) ?? '');
    return `| ${name} ${version} | ${link} | ${data} | ${tag} | ${allowed} |`;
  });
  const head =
    '| Package | link with a fragment | `data-` attributes | tag | tag, allowed as below |';
  return [head, '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

async function written(lines: readonly Line[]): Promise<string> {
  const options = await resolveConfig(page);
  const before = readFileSync(page, 'utf8');
  assert.match(before, block);
  const text = before.replace(
    block,
    (_, start: string, end: string) => `${start}\n${table(lines)}\n${end}`,
  );
  return format(text, { ...options, parser: 'markdown' });
}

export async function writeMatrix(lines: readonly Line[]): Promise<void> {
  writeFileSync(page, await written(lines));
}

/** Fails when the handbook's table is another. */
export async function compareMatrix(lines: readonly Line[]): Promise<void> {
  assert.equal(readFileSync(page, 'utf8'), await written(lines));
}
