import { mayBeRemoved, removeAgreement, type Agreement } from '../api/connect/agreements.js';
import { toConnectError, type ConnectError } from '../api/errors.js';
import { never } from '../api/http.js';
import type { ConnectElement } from '../host/connect-element.js';
import type { News } from '../host/news.js';
import type { Panel } from '../host/panel.js';
import { hearRemoved } from '../host/removed.js';
import type { StateName } from '../host/state-name.js';
import type { TextKey } from '../i18n/keys.js';
import type { MessageOptions } from '../ui/message.js';

/** Whose agreements they are. */
export interface RemovalOwner {
  panel(): Panel;
  /** All that were read last. */
  read(): readonly Agreement[];
  /** It is asked to be removed: what is being waited for would write over what is said of that. */
  begun(): void;
}

/** An element that shows agreements, a row for each. */
export interface RemovalHost extends ConnectElement {
  readonly agreements: readonly Agreement[];
}

/** What elements of the page have in hand, by provider and reference. */
const inHand = new Map<string, Promise<void>>();

/** Removes an agreement when the reader has agreed, and says what came of it. */
export class Removal implements News {
  readonly showsView = true;
  readonly #host: RemovalHost;
  readonly #owner: RemovalOwner;
  /** The one that the reader is asked about. */
  #asked: Agreement | undefined;
  #isUnderWay = false;
  #current = new AbortController();
  #said: MessageOptions<TextKey> | undefined;

  constructor(host: RemovalHost, owner: RemovalOwner) {
    this.#host = host;
    this.#owner = owner;
    hearRemoved(host, (removed) => {
      const isListed = host.agreements.some(({ reference }) => reference === removed['reference']);
      if (isListed && !this.#isUnderWay) owner.panel().reading.renew();
    });
  }

  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  /** What goes on once the element is about something else is not said of that. */
  get state(): StateName | undefined {
    return this.#isUnderWay && !this.#current.signal.aborted ? 'submitting' : undefined;
  }

  get awaited(): TextKey | undefined {
    return this.state && 'agreements.removing';
  }

  get message(): MessageOptions<TextKey> | undefined {
    return this.#said;
  }

  /** Says nothing any more of what was removed. */
  silence(): void {
    this.#said = undefined;
  }

  stop(): void {
    this.#current.abort();
    this.#asked = this.#said = undefined;
  }

  /** Whether the reader is asked about it. */
  isAsked(agreement: Agreement): boolean {
    return isSame(agreement, this.#asked);
  }

  /** Asks, or takes the question back; the focus goes along. */
  async ask(agreement: Agreement | undefined): Promise<void> {
    const host = this.#host;
    const about = agreement ?? this.#asked;
    const index = host.agreements.findIndex((one) => isSame(one, about));
    this.#asked = agreement;
    host.requestUpdate();
    await host.updateComplete;
    const row = host.renderRoot.querySelectorAll('[part=item]')[index];
    row?.querySelector<HTMLElement>('[part=message], button')?.focus();
  }

  /**
   * Fires `connect-remove` before anything is sent, and `connect-removed` or `connect-error`. What another element has in
   * hand is waited for, and told by that one.
   */
  async remove(agreement: Agreement): Promise<void> {
    const panel = this.#owner.panel();
    this.#asked = undefined;
    panel.refresh(false);
    const others = inHand.get(nameOf(agreement));
    if (!others && !panel.emit('remove', { agreement }, true)) return;
    const signal = this.#begin();
    const tellRemoved = () => void (others || panel.emit('removed', { agreement }));
    try {
      await (others ?? this.#send(agreement));
      tellRemoved();
      if (!signal.aborted) await this.#reread(agreement, signal);
    } catch (cause) {
      const error = toConnectError(cause);
      if (!others) panel.emitError(error);
      if (signal.aborted) return;
      if (mayBeRemoved(error)) await this.#reread(agreement, signal, { error, tellRemoved });
      else this.#refuse(error);
    } finally {
      this.#isUnderWay = false;
      this.#host.requestUpdate();
    }
  }

  #send(agreement: Agreement): Promise<void> {
    const name = nameOf(agreement);
    // Aborting it would leave its fate unknown.
    const sent = removeAgreement(this.#owner.panel().api(), agreement, { signal: never });
    inHand.set(name, sent);
    return sent.finally(() => inHand.delete(name));
  }

  #begin(): AbortSignal {
    this.stop();
    this.#owner.begun();
    this.#isUnderWay = true;
    return (this.#current = new AbortController()).signal;
  }

  /**
   * Says what the server lists after a removal, whatever it has answered to it.
   *
   * @param failed How the removal has ended, unless it is done; and what tells that it is done all the same.
   */
  async #reread(agreement: Agreement, signal: AbortSignal, failed?: Failed): Promise<void> {
    const panel = this.#owner.panel();
    await panel.reload();
    if (signal.aborted) return;
    const tell = (moment: 'removed' | 'in-doubt' | 'still-listed' | 'not-removed') =>
      this.#say(`agreements.${moment}.title`, `agreements.${moment}.body`);
    if (panel.view === 'failed') return tell(failed ? 'in-doubt' : 'removed');
    if (this.#owner.read().some((one) => isSame(one, agreement))) {
      if (failed?.error.code === 'bad-request') return this.#refuse(failed.error);
      return tell(failed ? 'not-removed' : 'still-listed');
    }
    failed?.tellRemoved();
    tell('removed');
  }

  #refuse({ code }: ConnectError): void {
    this.#say('agreements.not-removed.refused', `shared.error.${code}`, 'error');
  }

  #say(title: TextKey, body: TextKey, slot = 'notice'): void {
    this.#said = { slot, title, body };
    this.#owner.panel().refresh(true);
  }
}

interface Failed {
  readonly error: ConnectError;
  tellRemoved(): void;
}

function nameOf({ provider, reference }: Agreement): string {
  return `${provider} ${reference}`;
}

/** A list that is read again has other objects for the same. */
function isSame({ reference }: Agreement, other: Agreement | undefined): boolean {
  return other !== undefined && reference === other.reference;
}
