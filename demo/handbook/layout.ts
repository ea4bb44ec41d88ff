import { escapeHtml } from './escape.js';
import type { Heading } from './markdown.js';
import { groups, type Group } from './site-map.js';

export interface Page {
  readonly slug: string;
  readonly title: string;
  /** What the index calls it, when the title is too long for it. */
  readonly label?: string;
  readonly group: Group;
  readonly html: string;
  /** The same to be read without a browser, with its links mended. */
  readonly markdown: string;
  /** What it is about, in a sentence. */
  readonly about: string;
  readonly headings: readonly Heading[];
}

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 8 8%22%3E' +
  '%3Crect width=%228%22 height=%228%22 rx=%222%22 fill=%22%232f6fde%22/%3E%3C/svg%3E';

/** The frame of every page: what asks nothing of the network but this site. */
export function layout(page: Page, pages: readonly Page[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · connect-elements</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="handbook.css">
<link rel="alternate" type="text/markdown" href="${page.slug}.md">
<script type="module" src="handbook.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header><a class="name" href="index.html">connect-elements</a> <a href="/">The newspaper</a></header>
<div class="columns">
${index(page, pages)}
<main id="content" tabindex="-1">
${withContents(page)}
${neighbours(page, pages)}
</main>
</div>
</body>
</html>
`;
}

function index(page: Page, pages: readonly Page[]): string {
  const lists = groups.map((group) => {
    const links = pages
      .filter((one) => one.group === group)
      .map((one) => {
        const current = one === page ? ' aria-current="page"' : '';
        const { slug, label = one.title } = one;
        return `<li><a href="${slug}.html"${current}>${escapeHtml(label)}</a></li>`;
      });
    const id = `index-${group.toLowerCase()}`;
    return `<p id="${id}">${group}</p><ul aria-labelledby="${id}">${links.join('')}</ul>`;
  });
  return `<nav aria-label="All pages"><details class="index"><summary>All pages</summary>
${lists.join('\n')}</details></nav>`;
}

/** The list of a long page's sections, below its heading. */
function withContents({ html, headings }: Page): string {
  const sections = headings.filter(({ depth }) => depth === 2);
  if (sections.length < 4) return html;
  const links = sections.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  const list = `<nav class="contents" aria-label="On this page"><ul>${links.join('')}</ul></nav>`;
  return html.replace('</h1>', `</h1>\n${list}`);
}

function neighbours(page: Page, pages: readonly Page[]): string {
  const at = pages.indexOf(page);
  const link = (one: Page | undefined, rel: string, word: string) =>
    one
      ? `<a rel="${rel}" href="${one.slug}.html">${word}: ${escapeHtml(one.label ?? one.title)}</a>`
      : '<span></span>';
  return `<nav class="neighbours" aria-label="Next and previous page">${link(
    pages[at - 1],
    'prev',
    'Before',
  )} ${link(pages[at + 1], 'next', 'Next')}</nav>`;
}
