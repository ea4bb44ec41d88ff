import { html, type TemplateResult } from 'lit';

/** Empty rows of the final size, so that nothing moves when the content arrives. */
export function skeleton(): TemplateResult {
  const row = html`<div part="item skeleton"></div>`;
  return html`<div part="list" aria-hidden="true">${row}${row}${row}</div>`;
}
