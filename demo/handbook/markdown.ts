import { Marked, type Tokens } from 'marked';
import { escapeHtml } from './escape.js';

/** A heading of a page, for its list of contents. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

export interface Rendered {
  /** Of the first heading. */
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** Where a link or an image of a page leads on the site. */
export type Mend = (address: string) => string;

/** A heading's text as a fragment, as the usual hosts of Markdown make it. */
export function toId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

/** A heading that can be linked to: the link stands beside it, so that its name stays its text. */
export function heading(depth: number, id: string, content: string, text: string): string {
  const label = `Link to ${escapeHtml(text)}`;
  return (
    `<div class="heading"><h${depth} id="${id}">${content}</h${depth}>` +
    `<a class="anchor" href="#${id}" aria-label="${label}">#</a></div>\n`
  );
}

export function codeBlock(code: string, language = ''): string {
  const look = language && ` class="language-${escapeHtml(language)}"`;
  return `<div class="code"><pre><code${look}>${escapeHtml(code)}</code></pre></div>\n`;
}

/** A page of Markdown, with anchors at its headings and with its links mended. */
export function renderMarkdown(source: string, mend: Mend): Rendered {
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true });
  const seen = new Map<string, number>();
  const fresh = (text: string) => {
    const id = toId(text);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return count ? `${id}-${count}` : id;
  };
  marked.use({
    walkTokens: (token) => {
      if (token.type === 'link' || token.type === 'image') {
        token['href'] = mend(String(token['href']));
      }
    },
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const plain = text.replace(/[`*]/g, '');
        const id = fresh(plain);
        headings.push({ id, text: plain, depth });
        const content = this.parser.parseInline(tokens);
        if (depth === 1) return `<h1 id="${id}">${content}</h1>\n`;
        return heading(depth, id, content, plain);
      },
      code({ text, lang }: Tokens.Code) {
        return codeBlock(text, lang);
      },
    },
  });
  const html = wrapTables(marked.parse(source, { async: false }));
  return { title: headings[0]?.text ?? '', html, headings };
}

/** What `marked` makes of a line, for texts that stand in the code. */
export function inline(source: string): string {
  return new Marked().parseInline(source, { async: false });
}

/** What a page is about: the first sentence below its heading, without its marks. */
export function firstSentence(source: string): string {
  const paragraph = new Marked().lexer(source).find(({ type }) => type === 'paragraph');
  const text = (paragraph?.raw ?? '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A word or two say nothing by themselves.
  const end = text.slice(leastSaid).search(/[.:](\s|$)/);
  return end < 0 ? text : `${text.slice(0, leastSaid + end)}.`;
}
const leastSaid = 24;

/** A wide table moves under the finger or the arrow keys, and the page around it stays where it is. */
export function wrapTables(html: string): string {
  const open = '<div class="scroll" role="group" tabindex="0" aria-label="Table"><table>';
  return html.replaceAll('<table>', open).replaceAll('</table>', '</table></div>');
}
