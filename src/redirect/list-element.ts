import { isLive } from '../platform/live.js';
import { pageReady } from '../host/page.js';
import { Journal } from '../flow/journal.js';
import { subjectOfKey } from '../flow/subject-key.js';
import { ownName } from '../host/kept.js';
import { pageArrival } from './arrival.js';
import type { Operation } from '../flow/operations.js';
import { ConnectElement } from '../host/connect-element.js';
import { connect } from '../i18n/load-connect.js';
import { flowPage } from './flow-page.js';
import { RedirectFlow } from './redirect-flow.js';

/** An element that lists something, and that tells what came back when no other element of the page does. */
export abstract class ListElement extends ConnectElement {
  protected readonly source = connect;
  /** What is listed; all products without it. */
  abstract productCode: string | undefined;
  protected abstract readonly operation: Operation;
  protected override readonly news = new RedirectFlow(this.means(), {
    operationOf: () => this.operation,
    staysShown: true,
  });

  /** Whoever on the page has it confirmed: what the server lists is another from then on. */
  readonly #onConfirmed = (event: HTMLElementEventMap['connect-confirmed']) => {
    const { flow, confirmed } = event.detail;
    if (confirmed && flow === this.operation.flow) this.reading.renew();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    if (isLive) document.addEventListener('connect-confirmed', this.#onConfirmed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('connect-confirmed', this.#onConfirmed);
  }

  override stored(key: string | null): void {
    super.stored(key);
    if (key && this.#isDone(key)) this.reading.lookAgain(true);
  }

  /** Whether something that is listed here was confirmed in another tab. */
  #isDone(key: string): boolean {
    const { settings } = this;
    const subject = subjectOfKey(ownName(settings, key) ?? '');
    if (subject?.flow !== this.operation.flow) return false;
    if (this.productCode != null && subject.productCode !== this.productCode) return false;
    return new Journal(flowPage(settings, subject.flow), subject, '').recall()?.phase === 'done';
  }

  /** Shows what came back about this product, unless another element of the page does. */
  protected async tellArrival(productCode: string, signal: AbortSignal): Promise<void> {
    await pageReady();
    // A connect-outcome waits for that too, and goes first.
    await turn();
    // Of two that list the same, the one that can be seen.
    if (!this.renderRoot.querySelector('section')?.getClientRects().length) await turn();
    if (signal.aborted) return;
    const page = pageArrival(this.settings);
    if (!page) return;
    const { arrival } = page;
    const isOurs = arrival?.flow === this.operation.flow && arrival.productCode === productCode;
    if (isOurs && !page.isShown && !page.isOver) this.news.take(page);
    else this.news.announce(page);
  }
}

/** It is a turn, and no time that a test could set. */
async function turn(): Promise<void> {
  // eslint-disable-next-line no-restricted-globals
  await new Promise((resolve) => setTimeout(resolve));
}
