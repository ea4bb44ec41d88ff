import { html } from 'hono/html';

export interface Page {
  title: string;
  path: string;
  isLoggedIn: boolean;
  /** The page's own HTML. */
  main: unknown;
  /** What defines the elements; the file for a script tag by default. */
  elements?: unknown;
  /** Whose text runs the other way is to look at; `ltr` when absent. */
  dir?: string;
}

const scriptTag = html`<script type="module" src="/dist/cdn/connect-elements.js"></script>`;

/** The reader's own pages. */
const account = [
  ['/subscription', 'Subscription'],
  ['/invoices', 'Invoices'],
  ['/agreements', 'Agreements'],
] as const;

/** What is there for whoever looks at the elements, not for a reader. */
const forDevelopers = [
  ['/docs/', 'Documentation'],
  ['/today', 'A strip on a front page'],
  ['/stored-method', 'A stored payment method'],
  ['/vipps-payment', 'A Vipps payment'],
  ['/server-rendered', 'Server-rendered'],
  ['/plain.html', 'Plain HTML'],
  ['/states', 'Every state'],
  ['/themes', 'Themes'],
] as const;

const items = (all: readonly (readonly [string, string])[], path: string) =>
  all.map(
    ([href, label]) =>
      html`<li>
        <a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${label}</a>
      </li>`,
  );

/** The frame of every page: the masthead, and at the end what there is beside. */
function frame(page: Page, head: unknown, content: unknown) {
  const { title, path, isLoggedIn, dir = 'ltr' } = page;
  return html`<!doctype html>
    <html lang="en" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · The Fjord Gazette</title>
        <link rel="stylesheet" href="/public/newspaper.css" />
        <link rel="icon" href="data:," />
        ${head}
      </head>
      <body>
        <header>
          <a class="name" href="/">The Fjord Gazette</a>
          ${isLoggedIn ? html`<form method="post" action="/logout"><button>Log out</button></form>` : html`<a class="session" href="/login">Log in</a>`}
          <nav aria-label="My account">
            <ul>
              ${items(account, path)}
            </ul>
          </nav>
        </header>
        ${content}
        <footer>
          <nav aria-label="For developers">
            <ul>
              ${items(forDevelopers, path)}
            </ul>
          </nav>
          <p>A newspaper that is not there, with money that is not real.</p>
        </footer>
      </body>
    </html>`;
}

/** An account page, with the event log and the switches of the sandbox beside it. */
export function layout(page: Page) {
  const { title, main, elements = scriptTag } = page;
  const head = html`<!-- Who wants to hear the first event listens before the elements are defined. -->
    <script type="module" src="/public/tools.js"></script>
    ${elements}`;
  const content = html`<div class="page">
    <main>
      <h1>${title}</h1>
      ${main}
    </main>
    <aside aria-label="What happens behind this page">
      <details>
        <summary>For developers: events and faults</summary>
        ${tools()}
      </details>
    </aside>
  </div>`;
  return frame(page, head, content);
}

/** The front page, which has the events and the faults in its midst. */
export function frontLayout(page: Page) {
  const head = html`<link rel="stylesheet" href="/public/showcase.css" />`;
  const content = html`<main class="front">
    <h1>${page.title}</h1>
    ${page.main}
  </main>`;
  return frame(page, head, content);
}

function tools() {
  return html`<section>
      <h2>Events</h2>
      <ol id="events"></ol>
      <button type="button" id="clear">Clear</button>
    </section>
    <section>
      <h2>Sandbox</h2>
      <form id="faults">
        <label
          >Operation
          <select name="operation"></select
        ></label>
        <label
          >Fault
          <select name="kind"></select
        ></label>
        <label
          >How often <input name="times" type="number" min="1" placeholder="until cleared"
        /></label>
        <button>Switch on</button>
        <button type="button" id="calm">All off</button>
        <button type="button" id="reset">Start afresh</button>
      </form>
      <ul id="active"></ul>
    </section>`;
}
