/** Each cleaner as it comes, and with what the handbook says to allow: from HTML, or Markdown, to HTML. */
import { createRequire } from 'node:module';
import { Parser, HtmlRenderer } from 'commonmark';
import createDOMPurify from 'dompurify';
import { minify as minifyNext } from 'html-minifier-next';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import rehypeParse from 'rehype-parse';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import sanitizeHtml from 'sanitize-html';
import showdown from 'showdown';
import Turndown from 'turndown';
import { unified } from 'unified';
import xss from 'xss';
import { autop } from '@wordpress/autop';
import { dompurify } from './allow-dompurify.js';
import { minifier } from './allow-minifier.js';
import { rehype } from './allow-rehype.js';
import { sanitize } from './allow-sanitize-html.js';
import { turndown } from './allow-turndown.js';
import { xssOptions } from './allow-xss.js';

const require = createRequire(import.meta.url);
const { minify: minifyTerser } = require('html-minifier-terser');
const purify = createDOMPurify(new JSDOM('').window);
const small = { removeEmptyElements: true, collapseWhitespace: true };

const throughRehype = async (html, schema) =>
  String(
    await unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeSanitize, schema)
      .use(rehypeStringify)
      .process(html),
  );

const throughRemark = async (text) =>
  String(
    await unified()
      .use(remarkParse)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeRaw)
      .use(rehypeStringify)
      .process(text),
  );

/** What a CMS keeps as Markdown, as a reader gets it. */
const throughTurndown = (html, options) => marked.parse(new Turndown(options).turndown(html));

const commonmark = (text) => new HtmlRenderer().render(new Parser().parse(text));

/** By package: as it comes, and by the handbook. */
export const cleaners = {
  dompurify: [(html) => purify.sanitize(html), (html) => purify.sanitize(html, dompurify)],
  'sanitize-html': [(html) => sanitizeHtml(html), (html) => sanitizeHtml(html, sanitize)],
  'rehype-sanitize': [(html) => throughRehype(html), (html) => throughRehype(html, rehype)],
  xss: [(html) => xss(html), (html) => xss(html, xssOptions)],
  'html-minifier-terser': [(html) => minifyTerser(html, small)],
  'html-minifier-next': [
    (html) => minifyNext(html, small),
    (html) => minifyNext(html, { ...small, ...minifier }),
  ],
  '@wordpress/autop': [(html) => autop(html)],
  'markdown-it': [
    (text) => new MarkdownIt().render(text),
    (text) => new MarkdownIt({ html: true }).render(text),
  ],
  marked: [(text) => marked.parse(text)],
  micromark: [(text) => micromark(text), (text) => micromark(text, { allowDangerousHtml: true })],
  commonmark: [commonmark],
  'remark-parse': [throughRemark],
  turndown: [(html) => throughTurndown(html), (html) => throughTurndown(html, turndown)],
  showdown: [(text) => new showdown.Converter().makeHtml(text)],
};

const ofMarkdown = ['markdown-it', 'marked', 'micromark', 'commonmark', 'remark-parse', 'showdown'];

/** What stands in the article, by the carrier; engines of Markdown get it as Markdown has it. */
const asked = JSON.parse(process.argv[2]);
const said = {};
for (const [name, [plain, allowed]] of Object.entries(cleaners)) {
  const carriers = ofMarkdown.includes(name) ? asked.markdown : asked.html;
  const all = Object.entries(carriers).map(async ([carrier, text]) => [
    carrier,
    { plain: await plain(text), ...(allowed && { allowed: await allowed(text) }) },
  ]);
  said[name] = Object.fromEntries(await Promise.all(all));
}
console.log(JSON.stringify(said));
