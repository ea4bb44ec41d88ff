import { html } from 'hono/html';
import type { ConnectSettings } from './pages.js';

/** What a newspaper has on its front page: enough for a strip to have something to disturb. */
const headlines = [
  ...['Ferry quay to be moved', 'A wet week ahead', 'The library stays open until nine'],
  ...['Two roads meet, and so do their names', 'Salmon: fewer, larger', 'A choir of ninety'],
  ...['The old cinema is for sale', 'Snow on the pass', 'Who painted the boathouse?'],
  ...['The school gets its roof back', 'Bus 14 turns around', 'A cow in the harbour'],
  ...['The lighthouse is automatic now', 'Chess in the park', 'Council postpones, again'],
];

/** The newspaper of today, for a subscriber; the strip stands at its top. */
export function todayPage({ apiUrl, loginUrl, clientId }: ConnectSettings, productCode: string) {
  return html`<connect-config
      api-url="${apiUrl}"
      login-url="${loginUrl}"
      client-id="${clientId}"
      token-url="/token"
    >
      <connect-due product-code="${productCode}" watch="card" dismissible></connect-due>
    </connect-config>
    <div class="today">
      ${headlines.map(
        (headline) =>
          html`<article>
            <h2><a href="#read">${headline}</a></h2>
            <p>There is more to tell about it, and nobody has written it yet.</p>
          </article>`,
      )}
    </div>`;
}
