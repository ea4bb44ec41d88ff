import { html, type TemplateResult } from 'lit';

/** Something that the subscriber can do about a message. */
export interface MessageAction {
  label: string;
  act: () => void;
}

export interface MessageOptions {
  /** The slot in which a site may put a message of its own. */
  slot: string;
  /** Class to style it by; the slot's name by default. */
  tone?: string;
  title: string;
  /** One or two sentences, or a template. */
  body?: unknown;
  actions?: readonly MessageAction[];
}

/** A message with what to do next. It can take the focus. */
export function message(options: MessageOptions): TemplateResult {
  const { slot, tone = slot, title, body, actions } = options;
  return html`<slot name=${slot}
    ><div part="message" class=${tone} tabindex="-1">
      <b>${title}</b>
      <p part="description">${body}</p>
      ${actions?.map(({ label, act }) => button(label, act))}
    </div></slot
  >`;
}

/** A wait that is counted down: it is said when it begins, and not again each second. */
export function countdown(text: string): TemplateResult {
  return html`<span role="timer">${text}</span>`;
}

export function button(label: string, act: () => void): TemplateResult {
  return html`<button part="button" @click=${act}>${label}</button>`;
}
