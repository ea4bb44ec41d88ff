import { escapeHtml } from './escape.js';
import type { Example } from './examples.js';
import { inline } from './markdown.js';

/**
 * Markup to edit, the page that shows it and the events that it fires. The page is one of this site, not
 * `srcdoc`: that has no address of its own, which a payer could come back to.
 */
export function liveExample(tag: string, { markup, note, query = '' }: Example): string {
  const id = `markup-${tag}`;
  const rows = markup.split('\n').length + 1;
  const address = escapeHtml(`try.html?example=${tag}${query}`);
  return `<div class="example" data-example="${tag}" data-address="${address}">
<p>${inline(note)}</p>
<div class="panes">
<div class="pane"><label for="${id}">Markup</label>
<textarea id="${id}" rows="${rows}" spellcheck="false" autocomplete="off">${escapeHtml(markup)}</textarea>
<p class="actions"><button type="button" data-act="page">Open as a page</button>
<button type="button" data-act="afresh">Start afresh</button></p></div>
<div class="pane"><p class="label" id="events-${tag}">Events</p>
<div class="log" role="log" tabindex="0" aria-labelledby="events-${tag}"><ol></ol></div></div>
<div class="pane wide"><p class="label">What it shows</p>
<iframe title="Live example of ${tag}"></iframe></div>
</div>
<noscript><p>The example needs scripts.</p></noscript>
</div>
<p class="small">The examples ask the sandbox of <code>npm start</code> over HTTP, as its subscriber Kari. Where the
sandbox is and whose token is sent is set by the page around them; on yours, see
<a href="tokens.html">Tokens and proxies</a>.</p>`;
}
