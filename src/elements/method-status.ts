import { html, type TemplateResult } from 'lit';
import { version } from '../host/define.js';
import { languageOf } from '../host/language.js';
import { StoredMethodElement } from '../host/stored-method-element.js';
import { methodStatus as words } from '../i18n/method-status.js';
import { factsStyles } from '../ui/facts-styles.js';
import { listStyles } from '../ui/list-styles.js';
import { message } from '../ui/message.js';
import { styles } from '../ui/styles.js';
import { storedMethodRow, storedSubscriptionRow } from '../views/stored-method-row.js';

/**
 * @summary Shows one stored payment method with its subscriptions, and cancels it.
 *
 * **The merchant's key never reaches a browser:** the element talks to the site's own backend, which adds
 * it. `demo/site/online-fundraising.ts` is such a backend in a page of code.
 *
 * To cancel is to ask: the server accepts, and the state says later that it is done. Until then the
 * element reads it again with growing pauses, and says so.
 *
 * Source: OnlineFundraising Payment API, "Payment Method". Of the shared settings of `connect-config`,
 * which are attributes here too, those that lead to the API are of use.
 *
 * @tag connect-method-status
 * @attr {string} guid - Required, 1 to 64 letters, digits and hyphens.
 * @attr {string} api-url - The site's backend, here or in the settings around; there is no default.
 * @fires {CustomEvent<LoadDetail>} connect-load - The method was read; `count` is 0 when there is none
 *   with this guid any more.
 * @fires {CustomEvent<RemoveDetail>} connect-remove - Before the server is asked to cancel; cancelable.
 * @fires {CustomEvent<RemoveDetail>} connect-removed - The server says that it is cancelled.
 * @fires {CustomEvent<ErrorDetail>} connect-error - Something is wrong; see its `code`. `bad-request`
 *   with status 400: payments are pending; with 404: there is no such method any more.
 * @slot - Heading.
 * @slot error - Replaces the message after an error.
 * @slot empty - Replaces the text when there is no such method any more.
 * @slot footer - Below everything.
 * @slot icon-Card - Replaces the icon; one slot for each type.
 * @slot asked - Replaces the message while the server is awaited, and when it has not confirmed.
 * @slot in-doubt - Replaces the message when it is not known whether the server was asked.
 * @slot pending - Replaces the message when payments are pending.
 * @slot cancelled - Replaces the message when it is done.
 * @csspart base - Everything.
 * @csspart heading - The default heading.
 * @csspart list - The method and its subscriptions.
 * @csspart item - The method, or one subscription.
 * @csspart icon - The icon of the type.
 * @csspart label - The method's or a subscription's name, or the name of a fact.
 * @csspart description - What a state means, a fact, or small print.
 * @csspart button - Any button.
 * @csspart message - A question, a notice or an error.
 * @csspart skeleton - A row while loading.
 * @cssstate loading - The method is read.
 * @cssstate ready - The method is shown.
 * @cssstate empty - There is no such method any more.
 * @cssstate submitting - The server is asked to cancel.
 * @cssstate settled - It was asked: not confirmed yet, or done.
 * @cssstate failed - An error.
 */
export class ConnectMethodStatus extends StoredMethodElement {
  static readonly version = version;
  static override styles = [styles, factsStyles, listStyles];

  protected readonly heading = words.heading;

  protected override renderEmpty(): TemplateResult {
    return message({ slot: 'empty', title: words.gone });
  }

  protected renderReady(): TemplateResult {
    const { paymentMethod: method } = this;
    const language = languageOf(this);
    return html`<div part="list" role="list">
        ${method && storedMethodRow(method, language)}
        ${method?.subscriptions?.map((one) => storedSubscriptionRow(one, language))}
      </div>
      ${this.renderCancellation()}`;
  }
}
