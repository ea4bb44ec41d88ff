import { html } from 'hono/html';

export interface Page {
  title: string;
  path: string;
  isLoggedIn: boolean;
  /** The page's own HTML. */
  main: unknown;
  /** What defines the elements; the file for a script tag by default. */
  elements?: unknown;
}

const scriptTag = html`<script type="module" src="/dist/cdn/connect-elements.js"></script>`;

const links = [
  ['/subscription', 'My subscription'],
  ['/invoices', 'My invoices'],
  ['/agreements', 'My agreements'],
  ['/stored-method', 'My stored payment method'],
  ['/vipps-payment', 'A Vipps payment'],
  ['/server-rendered', 'Server-rendered'],
  ['/plain.html', 'Plain HTML'],
  ['/states', 'Every state'],
  ['/themes', 'Themes'],
  ['/docs/', 'Documentation'],
] as const;

/** The frame of every account page: masthead, the page, and the event log with the switches. */
export function layout({ title, path, isLoggedIn, main, elements = scriptTag }: Page) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · The Fjord Gazette</title>
        <link rel="stylesheet" href="/public/newspaper.css" />
        <link rel="icon" href="data:," />
        <!-- Who wants to hear the first event listens before the elements are defined. -->
        <script type="module" src="/public/tools.js"></script>
        ${elements}
      </head>
      <body>
        <header>
          <a class="name" href="/">The Fjord Gazette</a>
          <nav>
            ${links.map(
              ([href, label]) =>
                html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}
                  >${label}</a
                >`,
            )}
            ${isLoggedIn ? html`<form method="post" action="/logout"><button>Log out</button></form>` : html`<a href="/login">Log in</a>`}
          </nav>
        </header>
        <div class="page">
          <main>
            <h1>${title}</h1>
            ${main}
          </main>
          <aside aria-label="What happens behind this page">${tools()}</aside>
        </div>
      </body>
    </html>`;
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
