import { html, nothing, type TemplateResult } from 'lit';

/** How something is, in a word or two and in a sentence. It stands in an item of its own or of a list. */
export function status(title: string, text: string, icon?: TemplateResult): TemplateResult {
  return html`${icon ?? nothing}
    <div>
      <b part="label">${title}</b>
      <p part="description">${text}</p>
    </div>`;
}
