import { html, type TemplateResult } from 'lit';

/** What is put into a text. */
type Values = Readonly<Record<string, string | number>>;

/** Something that the subscriber can do about a message. */
export interface MessageAction<Key extends string> {
  label: Key;
  act: () => void;
}

/** `Key` names what can be translated. */
export interface MessageOptions<Key extends string> {
  /** The slot in which a site may put a message of its own. */
  slot: string;
  /** Class to style it by; the slot's name by default. */
  tone?: string | undefined;
  title: Key;
  /** What it means and what to do, or what gives that or a template. */
  body?: Key | (() => unknown) | undefined;
  /** What is put into title and body. */
  values?: Values | undefined;
  actions?: readonly MessageAction<Key>[];
  /** What stands behind the buttons. */
  more?: unknown;
}

/** A message with what to do next. It can take the focus, and tells tests by its key what it says. */
export function message<Key extends string>(
  options: MessageOptions<Key>,
  t: (key: Key, values?: Values) => string,
): TemplateResult {
  const { slot, tone = slot, title, body, values, actions, more } = options;
  return html`<slot name=${slot}
    ><div part="message" class=${tone} tabindex="-1" data-key=${title}>
      <b>${t(title, values)}</b>
      <p part="description">${typeof body === 'function' ? body() : body && t(body, values)}</p>
      ${actions?.map(({ label, act }) => button(label, t(label), act))} ${more}
    </div></slot
  >`;
}

/** A wait that is counted down: it is said when it begins, and not again each second. */
export function countdown(text: string): TemplateResult {
  return html`<span role="timer">${text}</span>`;
}

/** What is known, and behind it what is waited for. */
export function waited(known: string, awaited: string): unknown {
  return [known, ' ', countdown(awaited)];
}

/** @param key Of what it says. */
export function button(key: string, text: string, act: () => void, off = false): TemplateResult {
  return html`<button part="button" data-key=${key} ?disabled=${off} @click=${act}>
    ${text}
  </button>`;
}
