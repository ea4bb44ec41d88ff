import { readFileSync } from 'node:fs';
import type { Page } from './layout.js';
import type { Mend } from './markdown.js';
import { mendMarkdown, toMarkdownAddress, type MendOrDrop } from './mend-markdown.js';
import { groups, pagesFolder } from './site-map.js';

/** Where `npm start` serves the pages; the server writes its own address in its place. */
const site = 'http://localhost:8080/docs/';
/** Where the pages lie beside the skill. */
const references = 'references';

const about =
  'Custom elements with which a logged-in subscriber sees how a subscription is paid, pays an invoice and ' +
  'changes payment method, through the Norwegian and Swedish Connect API. One script, one tag, no framework, ' +
  'no card data in the page.';

/** What the skill is for, by which an agent finds it. */
const wish =
  'Puts connect-elements on a page: paying an invoice, changing a payment method, listing invoices or ' +
  'agreements through the Connect API. Use it when a page has or is to have a connect-… element, or when ' +
  'a payment through one does not do what it should.';

const isComplete = (address: string) => /^(#|[a-z]+:)/i.test(address);

/** The page for agents without its title, its links mended. */
function body(mend: Mend): string {
  const file = `${pagesFolder}/agents.md`;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  return mendMarkdown(rest.join('\n'), mend).trim();
}

/**
 * `llms.txt`: all that is needed for a first page, then where the rest is.
 *
 * @param mend From an address in the page for agents to one of the site.
 */
export function llmsText(pages: readonly Page[], mend: Mend): string {
  const absolute = (address: string) =>
    isComplete(address) ? address : site + toMarkdownAddress(address);
  const lists = groups.map((group) => {
    const links = pages
      .filter((page) => page.group === group && page.slug !== 'agents')
      .map(({ slug, title, about: what }) => `- [${title}](${site}${slug}.md): ${what}`);
    return `## ${group}\n\n${links.join('\n')}`;
  });
  const said = body((address) => absolute(mend(address)));
  return `${['# connect-elements', `> ${about}`, said, ...lists].join('\n\n')}\n`;
}

/** Pages about how the project is made, not about how a site uses it. */
const ofTheProject = [
  ...['readme', 'contributing', 'changelog', 'fault-matrix', 'screen-reader'],
  ...['stock-lit', 'flow-machine', 'texts-by-key'],
];

/** A file of the skill, by its path in the skill's folder. */
export interface SkillFile {
  readonly path: string;
  readonly text: string;
}

/** `SKILL.md`, which an agent reads first, and the pages that it leads to. */
export function skillFiles(pages: readonly Page[], mend: Mend): SkillFile[] {
  const kept = pages.filter(({ slug }) => !ofTheProject.includes(slug));
  const beside: MendOrDrop = (address) => {
    const [page = ''] = address.split('#');
    const isKept = kept.some(({ slug }) => page === `${slug}.md`);
    return isComplete(address) || isKept || isExample(address) ? address : undefined;
  };
  const inside = (address: string) =>
    isComplete(address) ? address : `${references}/${toMarkdownAddress(address)}`;
  return [
    { path: 'SKILL.md', text: skill(body((address) => inside(mend(address)))) },
    ...kept.map(({ slug, markdown }) => ({
      path: `${references}/${slug}.md`,
      text: mendMarkdown(markdown, beside),
    })),
  ];
}

/** Code that a site copies: proxies, backends, a plugin. What tests and classes say is in the pages. */
function isExample(address: string): boolean {
  return address.startsWith('source/demo/');
}

/** Where a copied source goes in the skill; nothing when it does not. */
export function pathInSkill(copy: string): string | undefined {
  return isExample(copy) ? `${references}/${copy}` : undefined;
}

function skill(said: string): string {
  return `---
name: connect-elements
description: ${JSON.stringify(wish)}
---

# connect-elements

${about}

${said}

## Every page

[The documentation](${references}/index.md) of this version: a page for each element and each question.
`;
}
