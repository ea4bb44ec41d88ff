import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly title: string;
  readonly text?: string;
  /** Says whose page this is. */
  readonly place?: string;
  readonly content?: Html;
}

const style = raw(`
  :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --paper: #fff; --back: #eef1f4;
    --line: #d5dbe2; --accent: #1f5fbf; --on-accent: #fff; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --soft: #a3aebb; --paper: #1c222a;
    --back: #12161b; --line: #38424e; --accent: #8db8f5; --on-accent: #0c1a2e; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem;
    background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { width: 100%; max-width: 26rem; padding: 2rem 1.5rem; background: var(--paper);
    border: 1px solid var(--line); border-radius: 1rem; overflow-wrap: anywhere; }
  h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
  p { margin: 0 0 1rem; } .place, .soft { color: var(--soft); font-size: .875rem; }
  .place { margin-bottom: 1.5rem; }
  .amount { font-size: 2rem; font-weight: 650; font-variant-numeric: tabular-nums; }
  form { display: grid; gap: .75rem; margin: 1.5rem 0 1rem; }
  label { display: grid; gap: .25rem; font-size: .875rem; color: var(--soft); }
  select, button { min-height: 3rem; padding: 0 1rem; font: inherit; color: inherit;
    background: transparent; border: 1px solid var(--line); border-radius: .625rem; }
  select option { color: var(--ink); background: var(--paper); }
  button { cursor: pointer; text-align: start; }
  button:hover { border-color: var(--accent); }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent);
    font-weight: 600; text-align: center; }
  button small { display: block; color: var(--soft); } button.main small { color: inherit; }
  button:has(small) { padding-block: .5rem; }
  a { color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`);

/** Every page of the sandbox. */
export function page({ title, text, place = 'Sandbox login server', content }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          <p class="place">${place}</p>
          <h1>${title}</h1>
          ${text === undefined ? '' : html`<p>${text}</p>`} ${content ?? ''}
        </main>
      </body>
    </html>`;
}
