import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { llmsText, pathInSkill, skillFiles } from './agents.js';
import { elementPage } from './element-page.js';
import { readEventDetails } from './event-details.js';
import { flowsPage } from './flows-page.js';
import { layout, type Page } from './layout.js';
import { readManifest } from './manifest.js';
import { firstSentence, renderMarkdown } from './markdown.js';
import { LinkedFiles } from './mend.js';
import { mendMarkdown, toMarkdownAddress } from './mend-markdown.js';
import { groups, pagesFolder, sources, type Source } from './site-map.js';
import { textsPage } from './texts-page.js';

/** Writes the documentation as files that any server can serve, and the skill that the package has of it. */
const folder = 'demo/www';
const skillFolder = 'dist/skill';
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
  const mend = (href: string) => files.mend(file, href);
  const { title, html, headings } = renderMarkdown(source, mend);
  const label = labels[slug] ?? title.replace(/^Start in five minutes: (a )?/, 'In $1');
  const markdown = mendMarkdown(source, (href) => toMarkdownAddress(mend(href)));
  return { slug, title, label, group, html, markdown, about: firstSentence(source), headings };
}

const all = [...written.map(fromMarkdown), ...generated];
const pages = groups.flatMap((group) => all.filter((page) => page.group === group));

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function writeSite(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(assets, folder, { recursive: true });
  for (const page of pages) {
    write(`${folder}/${page.slug}.html`, layout(page, pages));
    write(`${folder}/${page.slug}.md`, page.markdown);
  }
  for (const [from, to] of files.copies) {
    mkdirSync(dirname(`${folder}/${to}`), { recursive: true });
    cpSync(from, `${folder}/${to}`);
  }
  const types = events.map(({ type }) => type).join(' ');
  const frame = readFileSync(`${assets}/try.html`, 'utf8');
  write(`${folder}/try.html`, frame.replace('data-events=""', `data-events="${types}"`));
}

const mendForAgents = (href: string) => files.mend(`${pagesFolder}/agents.md`, href);

function writeSkill(): void {
  rmSync(skillFolder, { recursive: true, force: true });
  for (const { path, text } of skillFiles(pages, mendForAgents)) {
    write(`${skillFolder}/${path}`, text);
  }
  for (const [from, to] of files.copies) {
    const path = pathInSkill(to);
    if (path !== undefined) cpSync(from, `${skillFolder}/${path}`);
  }
}

writeSite();
write(`${folder}/llms.txt`, llmsText(pages, mendForAgents));
writeSkill();
console.log(`${pages.length} pages of documentation are in ${folder}/`);
