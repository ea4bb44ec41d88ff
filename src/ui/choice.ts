import { html, type TemplateResult } from 'lit';

/** What one chooses from. */
export interface Choice {
  /** What a screen reader calls it: a text that is not seen, and that can be marked with a language of its own. */
  readonly name: string;
  readonly isDisabled: boolean;
  readonly rows: readonly TemplateResult[];
}

export function choice({ name, isDisabled, rows }: Choice): TemplateResult {
  return html`<span id="choice" hidden>${name}</span>
    <fieldset part="list" aria-labelledby="choice" ?disabled=${isDisabled}>${rows}</fieldset>`;
}
