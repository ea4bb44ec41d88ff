import { html, raw } from 'hono/html';
import { now } from './data.js';
import { choices, themeSheet, type Look } from './look.js';
import { elementNames, type ElementName, type Scenario } from './scenario.js';
import { scenarios, scenariosOf } from './scenarios/index.js';

const files = '/states/files';

function head(title: string, theme: string) {
  const sheet = themeSheet(theme);
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · The Fjord Gazette</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${files}/states.css" />
    ${sheet ? html`<link rel="stylesheet" href="${sheet}" />` : ''}
  </head>`;
}

/** Values as a script can read them out of a page. */
function data(id: string, value: object) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return html`<script type="application/json" id="${id}">
    ${raw(json)}
  </script>`;
}

/** The settings that an element needs for an API of its own. */
function settings(element: ElementName, api: string): Readonly<Record<string, string>> {
  if (element === 'vipps-payment') return { src: `${api}/payment` };
  return { 'api-url': api, 'login-url': '/states/login', 'client-id': 'no.sandbox.newspaper' };
}

/**
 * One element in one state, on a page of its own, since a page's address can tell of one payment only.
 * Its script brings it there, and says so: `data-state="reached"` on `html`.
 *
 * @param visit Tells this opening of the page from all others.
 */
export function statePage(scenario: Scenario, look: Look, visit: string) {
  const { element, state, label, attributes = {} } = scenario;
  const api = `/states/api/${element}/${state}/${visit}`;
  const all = { ...settings(element, api), ...attributes };
  // Names are ours; the values are escaped as any text.
  const written = Object.entries(all).map(([name, value]) => [raw(` ${name}="`), value, raw('"')]);
  return html`<!doctype html>
    <html lang="${look.lang}" dir="${look.dir}" data-theme="${look.theme}">
      ${head(`${element}: ${label}`, look.theme)}
      <body>
        <main>
          <h1 lang="en" dir="ltr">${label}</h1>
          ${raw(`<connect-${element}`)}${written}${raw(`></connect-${element}>`)}
        </main>
        ${data('scenario', { ...scenario, now })}
        <script type="module" src="${files}/state.js"></script>
      </body>
    </html>`;
}

/** Every state of every element, or of one, each in a frame; what is not seen is not loaded. */
export function indexPage(look: Look) {
  const shown = elementNames.filter((name) => look.element === 'all' || look.element === name);
  const query = new URLSearchParams({ lang: look.lang, theme: look.theme, dir: look.dir });
  return html`<!doctype html>
    <html lang="en" data-theme="${look.theme}">
      ${head('Every state on one page', look.theme)}
      <body class="index">
        <header>
          <h1>Every state on one page</h1>
          <p>
            ${scenarios.length} states of ${elementNames.length} elements, each as an API answers
            it. The day is 15 June 2026, and it stays that. <a href="/">To the newspaper</a>
          </p>
          <form aria-label="How they are shown">
            ${Object.entries(choices()).map(([name, values]) => select(name, values, look))}
            <button>Show</button>
          </form>
        </header>
        <main data-width="${look.width}">
          ${shown.map(
            (element) =>
              html`<section>
                <h2><code>connect-${element}</code></h2>
                <div class="frames">
                  ${scenariosOf(element).map((scenario) => frame(scenario, query))}
                </div>
              </section>`,
          )}
        </main>
        <script type="module" src="${files}/index.js"></script>
      </body>
    </html>`;
}

const titles: Readonly<Record<string, string>> = {
  ...{ lang: 'Language', theme: 'Theme', dir: 'Direction', width: 'Width', element: 'Element' },
};

function select(name: string, values: readonly string[], look: Look) {
  const chosen: readonly string[] = Object.values(look);
  return html`<label
    >${titles[name]}
    <select name="${name}">
      ${values.map(
        (value) => html`<option ${chosen.includes(value) ? 'selected' : ''}>${value}</option>`,
      )}
    </select>
  </label>`;
}

function frame({ element, state, label, isLong }: Scenario, query: URLSearchParams) {
  const address = `/states/${element}/${state}?${query}`;
  return html`<figure ${isLong ? 'data-long' : ''}>
    <figcaption><a href="${address}">${label}</a></figcaption>
    <iframe loading="lazy" src="${address}" title="${element}: ${label}"></iframe>
  </figure>`;
}
