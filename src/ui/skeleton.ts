import { html, type TemplateResult } from 'lit';

/**
 * Empty rows of the final size, so that nothing moves when the content arrives. Whoever waits reads in the
 * first one what for.
 */
export function skeleton(reason: string): TemplateResult {
  const row = (text = '') => html`<div part="item skeleton"><i>${text}</i></div>`;
  return html`<div part="list" aria-hidden="true">${row(reason)}${row()}${row()}</div>`;
}
