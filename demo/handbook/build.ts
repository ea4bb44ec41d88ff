import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { elementPage } from './element-page.js';
import { readEventDetails } from './event-details.js';
import { flowsPage } from './flows-page.js';
import { layout, type Page } from './layout.js';
import { readManifest } from './manifest.js';
import { renderMarkdown } from './markdown.js';
import { LinkedFiles } from './mend.js';
import { groups, sources, type Source } from './site-map.js';
import { textsPage } from './texts-page.js';

/** Writes the documentation as files that any server can serve. */
const folder = 'demo/www';
const assets = 'demo/handbook/assets';

const elements = readManifest();
const events = readEventDetails();
const generated = [
  ...elements.map((one) => elementPage(one, { elements, events })),
  flowsPage(),
  textsPage(),
];
const written = sources();
const files = new LinkedFiles(
  written,
  generated.map(({ slug }) => `${slug}.html`),
);

/** Where the title does not say what the page is among others. */
const labels: Readonly<Record<string, string>> = { index: 'Overview', readme: 'The README' };

function fromMarkdown({ file, slug, group }: Source): Page {
  const source = readFileSync(file, 'utf8');
  const { title, html, headings } = renderMarkdown(source, (href) => files.mend(file, href));
  const label = labels[slug] ?? title.replace(/^Start in five minutes: (a )?/, 'In $1');
  return { slug, title, label, group, html, headings };
}

const all = [...written.map(fromMarkdown), ...generated];
const pages = groups.flatMap((group) => all.filter((page) => page.group === group));

function write(file: string, text: string): void {
  mkdirSync(dirname(`${folder}/${file}`), { recursive: true });
  writeFileSync(`${folder}/${file}`, text);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(assets, folder, { recursive: true });
for (const page of pages) write(`${page.slug}.html`, layout(page, pages));
for (const [from, to] of files.copies) {
  mkdirSync(dirname(`${folder}/${to}`), { recursive: true });
  cpSync(from, `${folder}/${to}`);
}
const types = events.map(({ type }) => type).join(' ');
write(
  'try.html',
  readFileSync(`${assets}/try.html`, 'utf8').replace('data-events=""', `data-events="${types}"`),
);
console.log(`${pages.length} pages of documentation are in ${folder}/`);
