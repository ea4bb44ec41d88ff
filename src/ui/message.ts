import { html, type TemplateResult } from 'lit';

/** Something that the subscriber can do about a message. */
export interface MessageAction<Text extends string> {
  label: Text;
  act: () => void;
}

/** `Text` is what can be translated. */
export interface MessageOptions<Text extends string> {
  /** The slot in which a site may put a message of its own. */
  slot: string;
  /** Class to style it by; the slot's name by default. */
  tone?: string;
  title: Text;
  /** One or two sentences, or what gives them or a template. */
  body?: Text | (() => unknown) | undefined;
  actions?: readonly MessageAction<Text>[];
}

/** A message with what to do next. It can take the focus. */
export function message<Text extends string>(
  options: MessageOptions<Text>,
  t: (text: Text) => string,
): TemplateResult {
  const { slot, tone = slot, title, body, actions } = options;
  return html`<slot name=${slot}
    ><div part="message" class=${tone} tabindex="-1">
      <b>${t(title)}</b>
      <p part="description">${typeof body === 'function' ? body() : body && t(body)}</p>
      ${actions?.map(({ label, act }) => button(t(label), act))}
    </div></slot
  >`;
}

/** A wait that is counted down: it is said when it begins, and not again each second. */
export function countdown(text: string): TemplateResult {
  return html`<span role="timer">${text}</span>`;
}

export function button(label: string, act: () => void, isDisabled = false): TemplateResult {
  return html`<button part="button" ?disabled=${isDisabled} @click=${act}>${label}</button>`;
}
