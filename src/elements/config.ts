import { ContextProvider } from '@lit/context';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { ConnectElement } from '../host/connect-element.js';
import { all, declare, list } from '../host/declared.js';
import { settingsContext, type ConnectSettings } from '../host/settings.js';
import { contentsStyles } from '../ui/contents-styles.js';

/**
 * @summary Gives the shared settings to every element inside it.
 *
 * An element's own attribute wins over the nearest `connect-config`, that over an outer one, that over
 * `configure({...})`, that over the default; whichever of them is defined or connected first.
 * Who sets `environment`, `country` or `api-url` anew does not inherit a token: it needs its own.
 *
 * @tag connect-config
 * @attr {production|test} environment - Which API and login server. Default `production`.
 * @attr {no|se} country - Which login server. Default `no`.
 * @attr {string} api-url - Base of the API or of a same-origin proxy; overrides `environment`.
 * @attr {string} login-url - Base of the login server; overrides `environment` and `country`.
 * @attr {string} client-id - The site's Connect client id. Required to redirect.
 * @attr {string} return-url - Where the login server sends the browser back. Default: this page.
 * @attr {string} error-url - Where it sends the browser after a system error. Default: `return-url`.
 * @attr {string} return-origins - Other origins that those two may point at, separated by spaces.
 * @attr {string} operation-origins - Origins that an operation of a Vipps payment may send the browser to,
 *   besides that of the payment; separated by spaces.
 * @attr {string} result-param - Names of the query parameter that carries the outcome, separated by
 *   spaces. Default `status result paymentStatus`.
 * @attr {string} token - Access token; read, then taken out of the DOM.
 * @attr {string} token-url - Same-origin JSON endpoint: `{"access_token": "…", "expires_in": 300}`.
 * @attr {string} sign-in-url - The site's login page, of this origin or `https:`; `{return}` in it is
 *   replaced by the address of this page, percent-encoded. Shown as "Log in" when the session has ended.
 * @attr {string} subscriber - An opaque name of who is logged in, never sent. What is kept in the browser
 *   is kept under it; another one forgets tokens and what was read.
 * @attr {all|none} storage - What may be kept in the browser. Default `all`.
 * @attr {_self|_top} target - Which window goes to the login server. Default `_self`.
 * @attr {boolean} debug - Writes each event of what is inside in the console, without tokens.
 * @slot - The elements that the settings are for, and anything else.
 */
export class ConnectConfig extends ConnectElement {
  static override properties = declare(
    this.prototype,
    all(list, ['returnOrigins', 'operationOrigins']),
  );
  static override styles = contentsStyles;

  declare returnOrigins: string | undefined;
  declare operationOrigins: string | undefined;

  readonly #provider = new ContextProvider(this, {
    context: settingsContext,
    initialValue: this.shared.now,
  });

  /** @internal */
  override settingsChanged(): void {
    super.settingsChanged();
    this.#provide();
  }

  /** @internal */
  override ownSettings(): ConnectSettings {
    const { returnOrigins, operationOrigins } = this;
    return { ...super.ownSettings(), returnOrigins, operationOrigins };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#provide();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #provide(): void {
    this.#provider.setValue(this.shared.now);
  }
}
