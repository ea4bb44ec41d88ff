import { html, type TemplateResult } from 'lit';

/** Empty rows of the final size, so that nothing moves when the content arrives; with a reason to wait. */
export function skeleton(reason: unknown): TemplateResult {
  const row = html`<div part="item skeleton"></div>`;
  return html`<div part="list" aria-hidden="true">${row}${row}${row}</div>
    ${reason ? html`<p>${reason}</p>` : ''}`;
}
