import { html, type TemplateResult } from 'lit';

/** What stands in a row that has more to say than a name. */
export interface Entry {
  readonly icon?: TemplateResult;
  readonly label: string;
  /** Small print, a line each; what is empty is left out. */
  readonly lines: readonly unknown[];
  /** At the row's end. */
  readonly end?: unknown;
  readonly badge?: string | undefined;
  readonly isUrgent?: boolean;
  /** A button, and what opens below the row. */
  readonly action?: unknown;
}

export function entry({ icon, label, lines, end, badge, isUrgent, action }: Entry): TemplateResult {
  return html`<div part="item" role="listitem">
    ${icon}
    <span part="label"
      >${label}${lines.map((line) =>
        line ? html`<span part="description">${line}</span>` : '',
      )}</span
    >
    <span class="end"
      >${end}${badge && html`<i part="description" class=${isUrgent ? 'danger' : ''}>${badge}</i>`}</span
    >
    ${action || ''}
  </div>`;
}

/**
 * A button for what is not the next thing to do.
 *
 * @param key Of what it says.
 */
export function quietButton(key: string, label: string, act: () => void): TemplateResult {
  return html`<button part="button" class="quiet" data-key=${key} @click=${act}>${label}</button>`;
}
