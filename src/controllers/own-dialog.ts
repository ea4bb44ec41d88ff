import { html, type ReactiveController } from 'lit';
import type { ConnectElement } from '../host/connect-element.js';
import type { Panel } from '../host/panel.js';
import { quietButton } from '../ui/entry.js';
import { isUnderWay, openedElement, settle, TakenOut, type OpenedTag } from './opened-element.js';

/** A dialog of an element, over its page: with another element in it, or with something that is said. */
export class OwnDialog implements ReactiveController {
  readonly #host: ConnectElement;
  readonly #panel: Panel;
  readonly #closed: () => void;
  #opened: HTMLElement | undefined;
  readonly #takenOut = new TakenOut();

  /** @param closed The reader has gone on. */
  constructor(host: ConnectElement, panel: Panel, closed: () => void) {
    this.#host = host;
    this.#panel = panel;
    this.#closed = closed;
    host.addController(this);
  }

  /** Opens it with an element, and leads the reader into that when it is there. */
  open(tag: OpenedTag, about: object): void {
    this.#opened = openedElement(tag, about, (element) => element.focus());
    this.#host.requestUpdate();
  }

  /** Whether what is in it is at the server, or leaves for the login server. */
  get isUnderWay(): boolean {
    return isUnderWay(this.#opened);
  }

  /** The host is about something else, or has left the page. */
  forget(): void {
    if (!this.#takenOut.keeps(this.#opened, this.#host)) this.#opened = undefined;
  }

  /** @param said What stands in it while no element does; without any there is no dialog. */
  render(said: unknown): unknown {
    const inside = this.#opened ?? said;
    const { t } = this.#panel;
    const close = () => this.#dialog?.close();
    return inside
      ? html`<dialog
          part="dialog"
          lang=${this.#panel.language()}
          dir=${this.#panel.direction()}
          aria-label=${t('due.heading')}
          @close=${() => this.#close()}
        >
          <div role="status">${inside}</div>
          ${quietButton('due.close', t('due.close'), close)}
        </dialog>`
      : '';
  }

  hostUpdate(): void {
    settle(this.#opened, this.#host);
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
    return this.#host.renderRoot.querySelector('dialog');
  }

  #close(): void {
    this.#opened = undefined;
    this.#closed();
    this.#host.requestUpdate();
  }
}
