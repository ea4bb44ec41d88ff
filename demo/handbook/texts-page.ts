import { dictionaries } from '../../src/package/dictionaries.js';
import type { Text } from '../../src/i18n/moments.js';
import { escapeHtml } from './escape.js';
import type { Page } from './layout.js';
import { heading, wrapTables } from './markdown.js';

/** What a text says; a plural by its categories. */
function lines(text: Text = ''): string[] {
  return typeof text === 'string' ? [text] : Object.entries(text).map((one) => one.join(': '));
}

const written = (text: Text = '') => lines(text).map(escapeHtml).join('<br>');

/** Every text in English and Bokmål by its key, from what the elements say. */
export function textsPage(): Page {
  const english = dictionaries.get('en') ?? new Map<string, Text>();
  const norwegian = dictionaries.get('nb') ?? new Map<string, Text>();
  const placeOf = (key: string) => key.split('.')[0] ?? '';
  const places = [...new Set([...english.keys()].map(placeOf))];
  const sections = places.map((place) => {
    const rows = [...english]
      .filter(([key]) => placeOf(key) === place)
      .map(
        ([key, text]) =>
          `<tr><td><code>${key}</code></td><td>${written(text)}</td><td lang="nb">${written(norwegian.get(key))}</td></tr>`,
      );
    return `${heading(2, place, place, place)}
<table><thead><tr><th>Key</th><th>English</th><th>Bokmål</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  });
  const about = 'All that the elements say, by the key under which a site changes it.';
  const html = `<h1 id="texts">Every text</h1>
<p>${about} What stands in braces is put in. How to
change one, and how to add a language: <a href="languages.html">Languages</a>.</p>
${wrapTables(sections.join('\n'))}`;
  const headings = places.map((place) => ({ id: place, text: place, depth: 2 }));
  const listed = [...english].map(([key, text]) => `- \`${key}\`: ${lines(text).join(' · ')}`);
  const markdown = `# Every text

${about} In English; what stands in braces is put in. How to change one: [Languages](languages.md).

${listed.join('\n')}
`;
  const page = { slug: 'texts', title: 'Every text', group: 'Reference' } as const;
  return { ...page, about, html, markdown, headings };
}
