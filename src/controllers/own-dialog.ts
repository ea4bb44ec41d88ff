import { html } from 'lit';
import type { ConnectElement } from '../host/connect-element.js';
import { directionOf } from '../host/language.js';
import type { Panel } from '../host/panel.js';
import { quietButton } from '../ui/entry.js';
import { OpenedElement, type OpenedTag } from './opened-element.js';

/** A dialog of an element, over its page: with another element in it, or with something that is said. */
export class OwnDialog extends OpenedElement {
  readonly #panel: Panel;
  readonly #closed: () => void;

  /** @param closed The reader has gone on. */
  constructor(host: ConnectElement, panel: Panel, closed: () => void) {
    super(host);
    this.#panel = panel;
    this.#closed = closed;
  }

  /** Opens it with an element, and leads the reader into that when it is there. */
  open(tag: OpenedTag, about: object): void {
    this.put(tag, about, (element) => element.focus());
  }

  /** @param said What stands in it while no element does; without any there is no dialog. */
  render(said: unknown): unknown {
    const inside = this.element ?? said;
    const { t } = this.#panel;
    const language = this.#panel.language();
    const close = () => this.#dialog?.close();
    return inside
      ? html`<dialog
          part="dialog"
          lang=${language}
          dir=${directionOf(this.host, language)}
          aria-label=${t('due.heading')}
          @close=${() => this.#close()}
        >
          <div role="status">${inside}</div>
          ${quietButton('due.close', t('due.close'), close)}
        </dialog>`
      : '';
  }

  hostUpdated(): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.matches(':modal')) return;
    // A move in the DOM has made it an ordinary one.
    dialog.open = false;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[part=message]')?.focus();
    // One that cannot be seen would only lock the page.
    if (!dialog.getClientRects().length) dialog.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot.querySelector('dialog');
  }

  #close(): void {
    this.takeOut();
    this.#closed();
  }
}
