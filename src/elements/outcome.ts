import type { TemplateResult } from 'lit';
import type { CallOptions } from '../api/shared-read.js';
import type { Arrival } from '../flow/transaction.js';
import { version } from '../host/define.js';
import type { Seen } from '../host/watch-page.js';
import type { Outcome } from '../host/events.js';
import { pageReady } from '../host/page.js';
import { addAgreement } from '../i18n/en/add-agreement.js';
import { changeMethod } from '../i18n/en/change-method.js';
import { outcome } from '../i18n/en/outcome.js';
import { payInvoice } from '../i18n/en/pay-invoice.js';
import { shared } from '../i18n/en/shared.js';
import { pageArrival } from '../redirect/arrival.js';
import { agreementAddition } from '../flow/agreement-addition.js';
import { invoicePayment, methodChange, type Operation } from '../flow/operations.js';
import { RedirectFlow } from '../redirect/redirect-flow.js';
import { ConnectElement } from '../host/connect-element.js';
import { Panel } from '../host/panel.js';
import { styles } from '../ui/styles.js';
import { connect } from '../i18n/load-connect.js';
import type { Subject } from '../flow/transaction.js';

/**
 * @summary Says what came of a payment, on a return page that has no other element.
 *
 * Reads the outcome from the page's address, says it once, and asks the server whether it is true.
 * **Grant nothing on `connect-outcome`: an address is a claim anyone can type. Ask your server.**
 *
 * Source: Connect API reference, "Pay invoice", "Change payment method" and the four "Add …", the
 * result in addition to the return URL. All shared settings of `connect-config` are attributes here too.
 *
 * @tag connect-outcome
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The address was read; `count` is 1 or 0.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - What the address says, not verified; unless
 *   another element of the page has told it.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the server said.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot empty - Replaces the text when the address says nothing.
 * @slot error - Replaces the message after an error.
 * @slot footer - Below everything.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @slot notice - Replaces any other message.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart message - The outcome.
 * @csspart description - Small print.
 * @csspart button - Any button.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The page is still loading.
 * @cssstate ready - There was an outcome; the server is about to be asked.
 * @cssstate settled - There is an outcome.
 * @cssstate empty - The address says nothing.
 * @cssstate failed - An error.
 */
export class ConnectOutcome extends ConnectElement {
  static readonly version = version;
  static override styles = styles;

  #arrival: Arrival | undefined;
  readonly #panel: Panel = new Panel(this, {
    flow: () => this.#arrival?.flow ?? 'pay-invoice',
    place: 'outcome',
    english: {
      shared,
      outcome,
      'pay-invoice': payInvoice,
      'change-method': changeMethod,
      'add-agreement': addAgreement,
    },
    source: connect,
    identity: () => [],
    load: (options) => this.#load(options),
    stop: () => (this.#arrival = undefined),
    news: () => [this.#flow],
    seen: (how) => this.#seen(how),
    renderReady: () => '',
  });
  readonly #flow = new RedirectFlow(this.#panel, { operationOf });

  /** What the address said; undefined when it said nothing. A claim, not a fact. */
  get outcome(): Outcome | undefined {
    return this.#arrival?.outcome;
  }

  /** Reads the address again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  #seen(how: Seen): void {
    // What a prerendered page does not say yet, and nothing else, is read again.
    if (how === 'restored' && !this.#arrival) this.#panel.reading.lookAgain(true);
    else this.#flow.seen();
  }

  async #load({ signal }: CallOptions): Promise<number> {
    // An element that is about this very payment tells it better: the whole page goes first.
    await pageReady();
    signal.throwIfAborted();
    const page = pageArrival(this.#panel.settings());
    this.#arrival = page?.arrival;
    if (!page) return 0;
    this.#flow.take(page);
    // Of one that was told before there is to say what is kept of it.
    return (page.isOld || page.isOver) && !this.#flow.message ? 0 : 1;
  }
}

function operationOf({ flow, paymentMethod }: Subject): Operation {
  switch (flow) {
    case 'pay-invoice':
      return invoicePayment;
    case 'change-method':
      return methodChange;
    case 'add-agreement':
      return agreementAddition(paymentMethod);
  }
}
