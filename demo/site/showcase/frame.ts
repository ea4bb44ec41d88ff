import { html, raw } from 'hono/html';
import { examples } from '../../handbook/examples.js';
import type { Choice } from './choice.js';

/** Where the frame is; a payer comes back to the same address. */
export function frameAddress({ element, lang, theme, dir }: Choice): string {
  const query = new URLSearchParams({ element, lang, theme, dir });
  return `/showcase/frame?${query}${examples[element]?.query ?? ''}`;
}

/** The chosen element alone, as a page of a site would have it. */
export function framePage({ element, lang, theme, dir }: Choice) {
  const sheet = theme === 'none' ? '' : html`<link rel="stylesheet" href="/themes/${theme}.css" />`;
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${element}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/public/frame.css" />
        ${sheet}
        <script type="module" src="/public/frame.js"></script>
      </head>
      <body>
        <main aria-label="${element}"></main>
        <template>${raw(examples[element]?.markup ?? '')}</template>
      </body>
    </html>`;
}
