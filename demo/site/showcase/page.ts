import { html } from 'hono/html';
import { choices, type Choice } from './choice.js';
import { frameAddress } from './frame.js';
import { snippetsOf, type Place, type Snippet } from './snippets.js';

const labels: Readonly<Record<keyof Choice, string>> = {
  element: 'Element',
  lang: 'Language',
  theme: 'Theme',
  width: 'Width',
  fault: 'What goes wrong',
  dir: 'Direction',
};
const shown = ['element', 'lang', 'theme', 'width', 'fault'] as const;

/** The front page: the working element first, then what it says, then what to copy. */
export function showcasePage(choice: Choice, place: Place) {
  return html`<p class="lead">
      Your readers see how their subscription is paid, pay an invoice and change payment method, on
      your own page: one script, one tag. Choose an element and try it. The money is not real; the
      requests, the login and the way to the provider and back are.
    </p>
    <form class="choice" method="get" action="/" aria-label="What is shown">
      ${shown.map((name) => select(name, choice))}
      <input type="hidden" name="dir" value="${choice.dir}" />
      <noscript><button>Show</button></noscript>
    </form>
    <div id="show">${stage(choice)}${copying(snippetsOf(choice, place))}</div>
    <section class="next">
      <h2>Then</h2>
      <p><a class="button main" href="/login">Log in as a subscriber</a></p>
      <p>
        and see the account pages of a small newspaper with the elements in them.
        <a href="/docs/">The documentation</a> begins with
        <a href="/docs/start.html">five minutes</a>; <a href="/states">every state</a> and
        <a href="/themes">six themes</a> are pages of their own.
      </p>
    </section>
    <script type="module" src="/public/showcase.js"></script>`;
}

function select(name: keyof Choice, choice: Choice) {
  return html`<label
    >${labels[name]}
    <select name="${name}">
      ${choices[name].map(
        ([value, label]) =>
          html`<option value="${value}" ${choice[name] === value ? 'selected' : ''}>
            ${label}
          </option>`,
      )}
    </select></label
  >`;
}

function stage(choice: Choice) {
  const { element, width, fault } = choice;
  return html`<div class="stage">
    <div class="widget" data-width="${width}" data-fault="${fault}">
      <iframe src="${frameAddress(choice)}" title="${element}, at work"></iframe>
      <p class="small">
        At the login choose Kari. <button type="button" data-act="afresh">Start afresh</button>
      </p>
    </div>
    <section class="heard" aria-labelledby="heard">
      <h2 id="heard">What your page hears</h2>
      <div role="log" tabindex="0" aria-labelledby="heard"><ol></ol></div>
      <p class="small">
        <strong>Grant nothing on <code>connect-outcome</code>.</strong>
        <a href="/docs/ask-your-server.html">Ask your server.</a>
      </p>
    </section>
  </div>`;
}

function copying(snippets: readonly Snippet[]) {
  return html`<section class="copying" aria-labelledby="copying">
    <h2 id="copying">On your page</h2>
    ${snippets.map(
      ({ id, title, code, page, note }, at) =>
        html`<details name="copying" ${at === 0 ? 'open' : ''} data-snippet="${id}">
          <summary>${title}</summary>
          <p class="small">${note} <a href="/docs/${page}.html">How it is done</a></p>
          <div class="code">
            <button type="button" data-act="copy">Copy for: ${title}</button>
            <pre tabindex="0" aria-label="${title}"><code>${code}</code></pre>
          </div>
        </details>`,
    )}
  </section>`;
}
