import { html, type TemplateResult } from 'lit';
import { toDay } from '../api/connect/day.js';
import {
  listInvoices,
  mayBeOwed,
  type Invoice,
  type Reminder,
} from '../api/connect/invoice-list.js';
import { byUrgency } from '../api/connect/urgency.js';
import { configError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import { all, declare, flag, text } from '../host/declared.js';
import { currencyOf } from '../host/settings.js';
import { turn } from '../host/turn.js';
import { makeFormats } from '../i18n/format.js';
import { invoices } from '../i18n/en/invoices.js';
import { payInvoice } from '../i18n/en/pay-invoice.js';
import { shared } from '../i18n/en/shared.js';
import { checkedCode } from '../flow/checked-code.js';
import { ListArrivals } from '../redirect/list-arrivals.js';
import { ConnectElement } from '../host/connect-element.js';
import { Panel } from '../host/panel.js';
import { connect } from '../i18n/load-connect.js';
import { PaymentInPlace } from '../controllers/payment-in-place.js';
import { invoicePayment } from '../flow/operations.js';
import { quietButton } from '../ui/entry.js';
import { listStyles } from '../ui/list-styles.js';
import { button } from '../ui/message.js';
import { styles } from '../ui/styles.js';
import { invoiceRow, reminderRow } from '../views/invoice-row.js';

/** How many are shown until the reader asks for all. */
const shownAtFirst = 20;

/**
 * @summary Lists a product's invoices and reminders, and pays an unpaid one in place.
 *
 * Unpaid invoices come first, those due longest at the top; a reminder stands with its invoice. Pay
 * opens a `connect-pay-invoice` below the row, which must be registered too (`…/invoices/define` does).
 * What comes back is told above the list, and the list is read again when the server confirms it.
 * **Grant nothing on `connect-outcome`: an address is a claim anyone can type. Ask your server.**
 *
 * Source: Connect API reference, Invoice, "List invoices and reminders for product"; Payment, "Pay
 * invoice". All shared settings of `connect-config` are attributes here too.
 *
 * ASSUMED: amounts are in NOK, or in SEK when `country` is `se`, since the API names no currency; an
 * invoice's amount is its `invoiceAmount`, or else its `amount`.
 *
 * @tag connect-invoices
 * @attr {string} product-code - Required, 1 to 12 characters.
 * @attr {boolean} unpaid - Only those that are not paid.
 * @attr {string} from - Only those from this day on, `YYYY-MM-DD`.
 * @attr {string} to - Only those until this day, `YYYY-MM-DD`.
 * @attr {string} lang - Language (BCP 47), here or at the nearest element around; English when there are no
 *   texts in it.
 * @attr {boolean} debug - Here or around: writes each event in the console, without tokens.
 * @fires {CustomEvent<LoadDetail>} connect-load - The invoices were read.
 * @fires {CustomEvent<OutcomeDetail>} connect-outcome - A payment came back to a page where no other
 *   element tells it; not verified.
 * @fires {CustomEvent<ConfirmedDetail>} connect-confirmed - What a re-read of the invoices said of it.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is no invoice.
 * @slot footer - Below everything.
 * @slot finished - Replaces the message of an outcome; one slot each, also `cancelled`, `failed`,
 *   `unknown` and `initiated`.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The invoices.
 * @csspart item - One invoice, or a reminder whose invoice is not listed.
 * @csspart label - Its name.
 * @csspart description - Small print.
 * @csspart button - Any button.
 * @csspart message - An error, or a payment that came back.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The invoices are read.
 * @cssstate ready - The invoices are shown.
 * @cssstate empty - There is no invoice.
 * @cssstate settled - A payment came back.
 * @cssstate failed - An error.
 */
export class ConnectInvoices extends ConnectElement {
  static override styles = [styles, listStyles];
  static override properties = declare(this.prototype, {
    ...all(text, ['productCode', 'from', 'to']),
    unpaid: flag,
  });

  /** What is paid for; 1 to 12 characters. */
  declare productCode: string | undefined;
  /** Only those that are not paid. */
  declare unpaid: boolean;
  /** Only those from this day on, `YYYY-MM-DD`. */
  declare from: string | undefined;
  /** Only those until this day, `YYYY-MM-DD`. */
  declare to: string | undefined;

  #invoices: readonly Invoice[] = [];
  #reminders: readonly Reminder[] = [];
  #isAllShown = false;
  readonly #payment = new PaymentInPlace(this);
  readonly #panel: Panel = new Panel(this, {
    flow: 'invoices',
    place: 'invoices',
    english: { shared, invoices, 'pay-invoice': payInvoice },
    source: connect,
    identity: () => [this.productCode, this.unpaid, this.from, this.to],
    load: (options) => this.#load(options),
    stop: () => this.#stop(),
    forget: () => (this.#invoices = this.#reminders = []),
    isUnderWay: () => this.#payment.isUnderWay,
    news: () => [this.#arrivals.flow],
    renderReady: () => this.#renderReady(),
    // One that was paid here leaves an `unpaid` list, but not before the reader has seen it.
    isKept: () => !!this.#payment.invoice,
  });
  readonly #arrivals = new ListArrivals(this, this.#panel, () => {
    return { productCode: this.productCode, operation: invoicePayment };
  });

  /** The invoices that were read last, with their reminders; the most urgent first. */
  get invoices(): readonly Invoice[] {
    return this.#invoices;
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.#panel.reload();
  }

  protected override render(): TemplateResult {
    return this.#panel.render();
  }

  async #load(options: CallOptions): Promise<number> {
    const productCode = checkedCode('product-code', this.productCode, 12);
    const filter = {
      unpaid: this.unpaid,
      from: checkedDay('from', this.from),
      to: checkedDay('to', this.to),
    };
    void this.#arrivals.tell(productCode, options.signal);
    const api = this.#panel.api();
    // By then the request is under way.
    void turn().then(() => makeFormats(currencyOf(this.#panel.settings()), this.#panel.language()));
    const { invoices, reminders } = await listInvoices(api, productCode, filter, options);
    this.#invoices = [...invoices].sort(byUrgency);
    this.#reminders = reminders;
    this.#payment.listed(invoices.some((one) => isSame(one, this.#payment.invoice)));
    return invoices.length + reminders.length;
  }

  #stop(): void {
    this.#payment.forget();
    this.#isAllShown = false;
  }

  #renderReady(): TemplateResult {
    const opened = this.#payment.invoice;
    const isListed = this.#invoices.some((one) => isSame(one, opened));
    const invoices = opened && !isListed ? [opened, ...this.#invoices] : this.#invoices;
    const isShown = (one: Invoice, index: number) => index < shownAtFirst || isSame(one, opened);
    const shown = this.#isAllShown ? invoices : invoices.filter(isShown);
    const { t } = this.#panel;
    const currency = currencyOf(this.#panel.settings());
    const locale = { language: this.#panel.language(), currency, t };
    return html`<div part="list" role="list">
        ${shown.map((invoice) => invoiceRow(invoice, locale, this.#renderAction(invoice)))}
        ${this.#reminders.map((reminder) => reminderRow(reminder, locale))}
      </div>
      ${shown.length < invoices.length ? this.#renderRest(invoices.length) : ''}`;
  }

  /** @param count Of all invoices. */
  #renderRest(count: number): TemplateResult {
    const key = 'invoices.all';
    const text = this.#panel.t(key, { count });
    return html`<div>${button(key, text, () => void this.#showAll())}</div>`;
  }

  /** The focus goes to the first that was not shown. */
  async #showAll(): Promise<void> {
    this.#isAllShown = true;
    this.requestUpdate();
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll<HTMLElement>('[part=item]')[shownAtFirst];
    if (row) Object.assign(row, { tabIndex: -1 }).focus();
  }

  #renderAction(invoice: Invoice): unknown {
    const { t } = this.#panel;
    const payment = this.#payment;
    if (isSame(invoice, payment.invoice)) {
      const close = () => void payment.close();
      return html`${quietButton('invoices.close', t('invoices.close'), close)}${payment.element}`;
    }
    // Without its element, or what the API needs of the invoice, there is nothing to pay with.
    const isPayable = mayBeOwed(invoice) && invoice.companyCode && PaymentInPlace.isPossible;
    const open = () => payment.open(invoice, this.productCode);
    return isPayable && button('invoices.pay', t('invoices.pay'), open);
  }
}

function isSame(invoice: Invoice, other: Invoice | undefined): boolean {
  const { invoiceNumber, companyCode } = invoice;
  return invoiceNumber === other?.invoiceNumber && companyCode === other.companyCode;
}

/** @throws {ConnectError} `config` naming the attribute unless it is absent, empty or a day. */
function checkedDay(name: string, value: string | undefined): string | undefined {
  if (!value || toDay(value) === value) return value;
  throw configError(name, 'a day, YYYY-MM-DD');
}
