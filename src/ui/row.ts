import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What stands in a row: icon and label, and a badge when there is something to say about it. */
export function row(value: string, label: string, badge = ''): TemplateResult {
  return html`${icon(value)}<span part="label">${label}</span
    >${badge && html`<i part="description">${badge}</i>`}`;
}
