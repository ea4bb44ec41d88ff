import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What stands in a row: icon and label with a second line, and a badge, where there is something to say. */
export function row(value: string, label: unknown, hint = '', badge = ''): TemplateResult {
  return html`${icon(value)}<span part="label"
      >${label}${hint && html` <span part="description">${hint}</span>`}</span
    >${badge && html`<i part="description">${badge}</i>`}`;
}
