/** What Ghost publishes of a post, by the packages of its own: they share one copy of their editor. */
import { createRequire } from 'node:module';
import { card } from './allow-ghost.js';

const require = createRequire(import.meta.url);
const { DEFAULT_NODES: nodes } = require('@tryghost/kg-default-nodes');
const { htmlToLexical } = require('@tryghost/kg-html-to-lexical');
const { LexicalHTMLRenderer } = require('@tryghost/kg-lexical-html-renderer');

/** Of a document with nothing in it there is nothing to publish. */
const published = (root) =>
  root.children.length ? new LexicalHTMLRenderer({ nodes }).render(JSON.stringify({ root })) : '';

/** A post with one card of the editor. */
const inCard = (type, content) =>
  published({
    children: [{ ...content, type, version: 1 }],
    ...{ type: 'root', direction: null, format: '', indent: 0, version: 1 },
  });

/** A post that is sent to the Admin API as HTML. */
const sent = (html) => published(htmlToLexical(html).root);

/** By package: as it comes, and by the handbook. */
const ways = {
  '@tryghost/kg-html-to-lexical': [sent, (html) => sent(card(html))],
  '@tryghost/kg-default-nodes, HTML card': [(html) => inCard('html', { html })],
  '@tryghost/kg-default-nodes, Markdown card': [(markdown) => inCard('markdown', { markdown })],
};

const asked = JSON.parse(process.argv[2]);
const said = {};
for (const [name, [plain, allowed]] of Object.entries(ways)) {
  said[name] = {};
  const carriers = name.endsWith('Markdown card') ? asked.markdown : asked.html;
  for (const [carrier, text] of Object.entries(carriers)) {
    said[name][carrier] = {
      plain: await plain(text),
      ...(allowed && { allowed: await allowed(text) }),
    };
  }
}
console.log(JSON.stringify(said));
