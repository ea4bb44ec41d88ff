import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { TokenProvider } from '../api/token.js';
import { isLive } from '../platform/live.js';
import { declare, reflectedFlag, take, text } from './declared.js';
import { version } from './define.js';
import { settingKinds } from './page-settings.js';
import { Prerendered } from './prerendered.js';
import { Redrawing } from './redrawing.js';
import { settingNames, type ConnectSettings } from './settings.js';
import { SharedSettings } from './shared-settings.js';

/**
 * What every element is made on: the shared settings as attributes and properties, and what a server has
 * rendered. What some of them share is in controllers.
 *
 * @cssprop --connect-color-text - Text. Default: the page's.
 * @cssprop --connect-color-muted - Small print. Default: the page's.
 * @cssprop [--connect-color-surface=#8881] - Behind rows, messages and quiet buttons.
 * @cssprop [--connect-color-border=#888] - Around them.
 * @cssprop [--connect-color-accent=#2f6fde] - Buttons, and what is chosen.
 * @cssprop [--connect-color-on-accent=#fff] - Text on a button.
 * @cssprop [--connect-color-danger=#d3382f] - The edge of a message that something is wrong.
 * @cssprop [--connect-color-success=#2b8a3e] - The edge of a message that something is done.
 * @cssprop --connect-color-focus - The ring around what has the focus. Default: the accent.
 * @cssprop --connect-font - A whole `font`. Default: the page's.
 * @cssprop [--connect-radius=0.5rem] - Rounding of corners.
 * @cssprop [--connect-space=1rem] - Between things, and inside of them.
 * @cssprop [--connect-border-width=1px] - Of rows, messages and buttons.
 * @cssprop [--connect-icon-size=1.5rem] - Width and height of icons.
 * @cssprop [--connect-control-height=2.75rem] - The least height of rows and buttons.
 */
export abstract class ConnectElement extends LitElement implements ConnectSettings {
  /** @internal */
  declare readonly ['constructor']: typeof ConnectElement;
  static readonly version = version;
  // All are declared, so that Lit keeps a value that was set before the upgrade.
  static override properties: PropertyDeclarations = declare(this.prototype, {
    ...settingKinds,
    debug: reflectedFlag,
  });

  declare environment: string | undefined;
  declare country: string | undefined;
  declare apiUrl: string | undefined;
  declare loginUrl: string | undefined;
  declare clientId: string | undefined;
  declare returnUrl: string | undefined;
  declare errorUrl: string | undefined;
  declare resultParam: string | undefined;
  declare tokenUrl: string | undefined;
  declare tokenProvider: TokenProvider | undefined;
  declare signInUrl: string | undefined;
  declare subscriber: string | undefined;
  declare storage: string | undefined;
  declare target: string | undefined;
  /** Whether to write each event in the console, without tokens; here or around. */
  declare debug: boolean;

  /** @internal */
  readonly shared = new SharedSettings(this);
  readonly #redrawing = new Redrawing();
  /** @internal */
  readonly prerendered = new Prerendered(this, () => this.#redrawing.anew());
  #token: string | undefined;

  /** Access token. Write-only, as browsers do with `nonce`: reading it gives undefined. */
  get token(): string | undefined {
    return undefined;
  }

  set token(token: string | null | undefined) {
    // Out of the DOM, and of what a server renders; first, since the attribute's end sets it to null.
    this.removeAttribute('token');
    const given = take(this, 'token', text, token);
    this.#token = typeof given === 'string' ? given : undefined;
    this.shared.settingsChanged();
  }

  /** @internal */
  ownSettings(): ConnectSettings {
    const own = settingNames.map((name) => [name, this[name]] as const);
    return { ...Object.fromEntries(own), token: this.#token };
  }

  /**
   * What holds here has changed.
   *
   * @internal
   */
  settingsChanged(): void {
    this.requestUpdate();
  }

  /**
   * Renders at once.
   *
   * @internal
   */
  renderNow(): void {
    this.performUpdate();
  }

  override connectedCallback(): void {
    if (!isLive || this.prerendered.isComing(() => this.connectedCallback())) return;
    super.connectedCallback();
  }

  /**
   * The page has moved the element with `moveBefore`, which neither disconnects nor connects it: what is under way
   * goes on.
   *
   * @internal
   */
  connectedMoveCallback(): void {
    this.shared.moved();
  }

  /** @internal */
  adoptedCallback(): void {
    this.prerendered.adopted();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.prerendered.root(() => super.createRenderRoot());
  }

  /** What has left the page is rendered when it comes back: a test may have taken the page away with it. */
  protected override shouldUpdate(): boolean {
    return this.isConnected || !this.hasUpdated;
  }

  protected override performUpdate(): void {
    this.prerendered.performUpdate(() => super.performUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.prerendered.noteGiven();
    this.shared.look(changed.size > 0);
  }

  protected override update(changed: PropertyValues): void {
    const render = () => super.update(changed);
    this.#redrawing.update(this.renderRoot, this.renderOptions, () =>
      this.prerendered.update(render),
    );
  }
}
