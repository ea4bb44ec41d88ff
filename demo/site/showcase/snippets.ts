import { examples } from '../../handbook/examples.js';
import type { ConnectSettings } from '../pages.js';
import type { Choice } from './choice.js';

/** Something to copy: for whom, what, and what to know of it. */
export interface Snippet {
  readonly id: string;
  readonly title: string;
  readonly code: string;
  /** The page of the documentation that has the rest. */
  readonly page: string;
  readonly note: string;
}

/** Where the demo is, and what its elements need to know. */
export interface Place extends ConnectSettings {
  readonly origin: string;
}

/** They ask a backend of the site's own, which has the merchant's key. */
const withBackend = ['connect-method-status', 'connect-vipps-payment'];

/** What is copied is the site's own from then on: its backend is where the site has it. */
function markupOf({ element, lang }: Choice): string {
  const markup = (examples[element]?.markup ?? '').replaceAll('"/examples/', '"/backend/');
  return lang === 'en' ? markup : markup.replace(`<${element}`, `<${element} lang="${lang}"`);
}

const indented = (text: string, spaces: number) =>
  text
    .split('\n')
    .map((line) => ' '.repeat(spaces) + line)
    .join('\n');

function configureCall({ apiUrl, loginUrl, clientId, origin }: Place): string {
  return `configure({
  clientId: '${clientId}',
  apiUrl: '${apiUrl}',
  loginUrl: '${loginUrl}',
  // The sandbox gives anyone a token. On your site, your server gives one to whoever is logged in.
  tokenProvider: async ({ signal }) => {
    const answer = await fetch('${origin}/examples/token', { signal });
    const { access_token: token } = await answer.json();
    return token;
  },
});`;
}

function plain(choice: Choice, place: Place): string {
  const { theme } = choice;
  const sheet =
    theme === 'none'
      ? ''
      : `    <link rel="stylesheet" href="${place.origin}/themes/${theme}.css" />\n`;
  return `<!doctype html>
<html lang="${choice.lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>My subscription</title>
${sheet}    <script type="module">
      import { configure } from '${place.origin}/dist/cdn/connect-elements.js';

${indented(configureCall(place), 6)}
    </script>
  </head>
  <body>
${indented(markupOf({ ...choice, lang: 'en' }), 4)}
  </body>
</html>`;
}

function react(choice: Choice, place: Place): string {
  return `// Payment.jsx, after: npm install connect-elements
import { configure } from 'connect-elements';

${configureCall(place)}

export const Payment = () => (
${indented(markupOf(choice), 2)}
);`;
}

function vue(choice: Choice, place: Place): string {
  return `<!-- Payment.vue, after: npm install connect-elements -->
<script setup>
import { configure } from 'connect-elements';

${configureCall(place)}
</script>

<template>
${indented(markupOf(choice), 2)}
</template>`;
}

const shortcodeTag = /<(\/?)(connect-[a-z-]+)([^>]*)>/g;

/** Where the backend is, the plugin knows from its settings. */
const backendPath = / api-url="[^"]*"|(?<=src=")\/backend\/[a-z-]+\//g;

function wordPress(choice: Choice): string {
  const markup = markupOf(choice)
    .replace(/\s+(?=[a-z-]+=")/g, ' ')
    .replace(backendPath, '');
  return markup.replace(shortcodeTag, (_, end: string, tag: string, rest: string) => {
    const attributes = rest.replace(/\s+/g, ' ').trimEnd();
    return `[${end}${tag.replaceAll('-', '_')}${attributes}]`;
  });
}

/** The choice for each kind of page. */
export function snippetsOf(choice: Choice, place: Place): Snippet[] {
  const isBackend = withBackend.includes(choice.element);
  const needs = isBackend
    ? 'First it needs a backend of your own, which adds the merchant’s key: without one it shows that it cannot be set up.'
    : '';
  const note = (text: string) => [needs, text].filter(Boolean).join(' ');
  const all = [
    {
      ...{ id: 'plain', title: 'Plain page', page: 'start', code: plain(choice, place) },
      note: note(
        'Save it as index.html, serve the folder with npx serve -l 3000 and open http://localhost:3000; any port will do. At the login choose Kari.',
      ),
    },
    {
      ...{ id: 'react', title: 'React', page: 'start-react', code: react(choice, place) },
      note: note('React 19.'),
    },
    {
      ...{ id: 'vue', title: 'Vue', page: 'start-vue', code: vue(choice, place) },
      note: note('Vue has to be told that connect-… are no components of its own.'),
    },
    {
      ...{ id: 'wordpress', title: 'WordPress', page: 'start-cms', code: wordPress(choice) },
      note: note('With the plugin, in an article. The settings take the place of connect-config.'),
    },
  ];
  return all.filter(({ id }) => id !== 'wordpress' || choice.element !== 'connect-config');
}
