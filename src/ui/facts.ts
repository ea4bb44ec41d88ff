import { html, type TemplateResult } from 'lit';

/** A fact's name and what it is. */
export type Fact = readonly [label: string, value: unknown];

/** What is known of one thing, each with its name; facts without a value are left out. */
export function facts(known: readonly Fact[]): TemplateResult {
  return html`<dl>
    ${known.map(([label, value]) =>
      // Lit would write false as a word.
      value
        ? html`<dt part="label">${label}</dt>
            <dd part="description">${value}</dd>`
        : '',
    )}
  </dl>`;
}
