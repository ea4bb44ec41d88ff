import { html, type TemplateResult } from 'lit';
import type { Translate } from '../i18n/keys.js';
import { operationName } from './vipps-message.js';

/** A link for whoever stays where a browser should leave. */
export function byHand(url: string, target: string, t: Translate): TemplateResult {
  const key = 'vipps-payment.leaving.by-hand';
  return html`<a href=${url} target=${target} data-key=${key}>${t(key)}</a>`;
}

/** What a question asks: its fields, or what it is about; Yes and No. */
export interface Question {
  readonly rel: string;
  readonly content: unknown;
  readonly t: Translate;
  readonly agree: () => void;
  readonly close: () => void;
}

/** Asks in place before anything is sent that cannot be taken back. */
export function questionForm({ rel, content, t, agree, close }: Question): TemplateResult {
  const name = operationName(rel);
  const no = 'vipps-payment.close';
  const submit = (event: Event) => {
    event.preventDefault();
    agree();
  };
  return html`<form @submit=${submit}>
    ${content}<button part="button" data-key=${name}>${t(name)}</button
    ><button part="button" type="button" data-key=${no} @click=${close}>${t(no)}</button>
  </form>`;
}
