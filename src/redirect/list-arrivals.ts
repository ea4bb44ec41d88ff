import type { ReactiveController } from 'lit';
import { Journal } from '../flow/journal.js';
import { keptName } from '../flow/kept-key.js';
import type { Operation } from '../flow/operations.js';
import { subjectOfKey } from '../flow/subject-key.js';
import type { ConnectElement } from '../host/connect-element.js';
import { pageReady } from '../host/page.js';
import type { Panel } from '../host/panel.js';
import { turn } from '../host/turn.js';
import { isLive } from '../platform/live.js';
import { pageArrival, type PageArrival } from './arrival.js';
import { flowPage } from './flow-page.js';
import { RedirectFlow } from './redirect-flow.js';

/** What a list is about. */
export interface Listed {
  /** Which product; all of them without it. */
  readonly productCode: string | undefined;
  readonly operation: Operation;
}

/** Tells, for an element that lists something, what came back when no other element of the page does. */
export class ListArrivals implements ReactiveController {
  readonly flow: RedirectFlow;
  readonly #host: ConnectElement;
  readonly #panel: Panel;
  readonly #listed: () => Listed;
  /** What came back and is shown here, whatever it is about. */
  #told: PageArrival | undefined;

  constructor(host: ConnectElement, panel: Panel, listed: () => Listed) {
    this.#host = host;
    this.#panel = panel;
    this.#listed = listed;
    this.flow = new RedirectFlow(panel, {
      operationOf: () => listed().operation,
      staysShown: true,
      stored: (key) => this.#stored(key),
    });
    host.addController(this);
  }

  get listed(): Listed {
    return this.#listed();
  }

  hostConnected(): void {
    if (isLive) document.addEventListener('connect-confirmed', this.#onConfirmed);
  }

  hostDisconnected(): void {
    document.removeEventListener('connect-confirmed', this.#onConfirmed);
  }

  /** Whether it shows what came back about another product than the one in view. */
  get isTelling(): boolean {
    return this.#told?.isShown === true;
  }

  /**
   * Shows what came back about a product, unless another element of the page does.
   *
   * @param productCode Without it, about whichever.
   */
  async tell(productCode: string | undefined, signal: AbortSignal): Promise<void> {
    await pageReady();
    // A connect-outcome waits for that too, and goes first.
    await turn();
    // Of two that list the same, the one that can be seen.
    if (!canBeSeen(this.#host.renderRoot.querySelector('section'))) await turn();
    if (signal.aborted) return;
    const page = pageArrival(this.#panel.settings());
    if (!page) return;
    const { arrival } = page;
    const { flow } = this.#listed().operation;
    const isAbout = productCode === undefined || arrival?.productCode === productCode;
    const isOurs = arrival?.flow === flow && isAbout;
    const isKnown = page.isShown || page.isOver || page.isClosed;
    if (!isOurs || isKnown) return this.flow.announce(page);
    this.#told = page;
    this.flow.take(page);
  }

  /** The reader has gone on. What may yet be paid stays known to whoever pays the same. */
  close(): void {
    const page = pageArrival(this.#panel.settings());
    if (page?.isShown) page.isClosed = true;
    this.flow.stop();
  }

  /** Whoever on the page has it confirmed: what the server lists is another from then on. */
  readonly #onConfirmed = (event: HTMLElementEventMap['connect-confirmed']) => {
    const { flow, confirmed } = event.detail;
    if (confirmed && flow === this.#listed().operation.flow) this.#panel.reading.renew();
  };

  /** What is listed here was confirmed in another tab. */
  #stored(key: string | null): void {
    if (key && this.#isDone(key)) this.#panel.reading.lookAgain(true);
  }

  #isDone(key: string): boolean {
    const settings = this.#panel.settings();
    const { productCode, operation } = this.#listed();
    const subject = subjectOfKey(keptName(settings.subscriber, key) ?? '');
    if (subject?.flow !== operation.flow) return false;
    if (productCode != null && subject.productCode !== productCode) return false;
    return new Journal(flowPage(settings, subject.flow), subject, '').recall()?.phase === 'done';
  }
}

/** Whatever a page hides it by: another tab of an account page, a dialog, a menu or a box that is closed. */
function canBeSeen(part: Element | null): boolean {
  if (!part) return false;
  const how = { visibilityProperty: true, opacityProperty: true };
  const asked: Seeable = part;
  const isThere = asked.checkVisibility?.(how) ?? part.getClientRects().length > 0;
  return isThere && !isThin(part) && !isFolded(part);
}

/** No more of it can be seen than of what stands there for screen readers alone. */
function isThin(part: Element): boolean {
  const { width, height } = part.getBoundingClientRect();
  return Math.min(width, height) <= 1;
}

/** Whether it stands in a box that shows nothing of what is in it. */
function isFolded({ assignedSlot, parentNode }: Element): boolean {
  const place = assignedSlot ?? parentNode;
  const box = place instanceof ShadowRoot ? place.host : place;
  if (!(box instanceof Element)) return false;
  return (isThin(box) && getComputedStyle(box).overflow !== 'visible') || isFolded(box);
}

/** The DOMs of unit tests lay nothing out, and have no way to ask whether something can be seen. */
type Seeable = Partial<Pick<Element, 'checkVisibility'>>;
