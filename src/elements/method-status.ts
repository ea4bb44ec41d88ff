import { html, type TemplateResult } from 'lit';
import { version } from '../host/define.js';
import { languageOf } from '../host/language.js';
import { StoredMethodElement } from '../host/stored-method-element.js';
import {
  methodFacts,
  methodStatus as words,
  stateWords,
  subscriptionWords,
} from '../i18n/method-status.js';
import { facts } from '../ui/facts.js';
import { factsStyles } from '../ui/facts-styles.js';
import { icon } from '../ui/icons.js';
import { message } from '../ui/message.js';
import { status } from '../ui/status.js';
import { statusStyles } from '../ui/status-styles.js';
import { styles } from '../ui/styles.js';

/** Good or bad only where it is: most states are neither. */
function toneOf(state: string): string {
  if (state === 'Active') return 'registered';
  return /^(Expired|Failed)$/.test(state) ? 'error' : '';
}

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
 * @csspart list - The subscriptions.
 * @csspart item - The state, or one subscription.
 * @csspart icon - The icon of the type.
 * @csspart label - The state, a subscription's name, or the name of a fact.
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
  static override styles = [styles, factsStyles, statusStyles];

  protected readonly heading = words.heading;

  protected override renderEmpty(): TemplateResult {
    const [title, body] = words.gone;
    return message({ slot: 'empty', title, body });
  }

  protected renderReady(): TemplateResult {
    const method = this.paymentMethod;
    if (!method) return html``;
    const { subscriptions, paymentMethodType = '', state = '' } = method;
    const language = languageOf(this);
    const values = methodFacts(method, language);
    return html`<div part="item" class=${toneOf(state)}>
        ${status(...stateWords(method), icon(paymentMethodType))}
      </div>
      ${facts(words.facts.map((name, index) => [name, values[index]]))}
      ${
        subscriptions?.length
          ? html`<div part="list" role="list">
              ${subscriptions.map(
                (one) =>
                  html`<div part="item" role="listitem">
                    ${status(...subscriptionWords(one, language))}
                  </div>`,
              )}
            </div>`
          : html`<p>${subscriptions ? words.noSubscriptions : words.unreadSubscriptions}</p>`
      }
      ${this.renderCancellation()}`;
  }
}
