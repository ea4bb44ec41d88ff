import type { PropertyDeclarations } from 'lit';
import { changeTexts } from '../i18n/translate.js';
import { isSecondCopy } from './define.js';
import { all, declare, flag, list, provider, readAll, take, text, wrongOf } from './declared.js';
import { isLive } from '../platform/live.js';
import { languageOf, watchLanguage } from './language.js';
import { changeDialect } from './page-dialect.js';
import { PrerenderedElement } from './prerendered.js';
import {
  defaultSettings,
  mergeSettings,
  settingNames,
  settingsContext,
  type ConnectSettings,
  type EffectiveSettings,
  type PageSettings,
} from './settings.js';
import { whenSignedOut } from './signed-out.js';
import type { TokenProvider } from '../api/token.js';
import { watchPage, type PageWatcher, type Seen } from './watch-page.js';

let pageSettings = defaultSettings;
let pageLanguage: string | undefined;
const connected = new Set<SettingsElement>();

/**
 * Sets shared settings for every element of the page that neither sets them itself nor stands in a
 * `connect-config` that does. May be called before or after the elements connect, and again.
 *
 * @throws {ConnectError} `config` naming a setting that cannot be what was given, or a member of `dialect`
 * that there is not or that is of another type; nothing is set then.
 */
export function configure({ lang, texts = {}, dialect = {}, ...settings }: PageSettings): void {
  const given = readAll(pageKinds, settings);
  changeDialect(dialect);
  pageSettings = mergeSettings(pageSettings, given);
  pageLanguage = lang ?? pageLanguage;
  for (const [code, changes] of Object.entries(texts)) changeTexts(code, changes);
  tellAll();
  if (isSecondCopy() && !connected.size) {
    console.warn(
      'configure(): reaches no element, since another copy of connect-elements has the tags. Settings are not shared: import it by one address, the same `?ver=` too',
    );
  }
}

function tellAll(): void {
  connected.forEach((element) => element.settingsChanged());
}

whenSignedOut(() => {
  pageSettings = { ...pageSettings, token: undefined };
  // Each is without a token before any of them looks at what is around it.
  connected.forEach((element) => (element.token = undefined));
  connected.forEach((element) => element.forget());
});

const watcher: PageWatcher = {
  seen: (how) => connected.forEach((element) => element.seen(how)),
  stored: (key) => connected.forEach((element) => element.stored(key)),
};

const kinds = { ...all(text, settingNames), resultParam: list, tokenProvider: provider };
/** Those of `configure()`, which has some that no element has. */
const pageKinds = {
  ...kinds,
  ...all(list, ['returnOrigins', 'operationOrigins', 'apiOrigins', 'scriptOrigins']),
};

/** What `connect-config` and every other element share: the settings as attributes and properties. */
export abstract class SettingsElement extends PrerenderedElement implements ConnectSettings {
  // All are declared, so that Lit keeps a value that was set before the upgrade.
  static override properties: PropertyDeclarations = declare(this.prototype, {
    ...kinds,
    debug: flag,
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

  /** One wait for the page: a definition that never comes must not keep every element that asked. */
  static #provided: Promise<void> | undefined;
  #token: string | undefined;
  #spoken: string | undefined;
  #around: EffectiveSettings | undefined;
  #leave: (() => void) | undefined;

  /** Access token. Write-only, as browsers do with `nonce`: reading it gives undefined. */
  get token(): string | undefined {
    return undefined;
  }

  set token(token: string | null | undefined) {
    // Out of the DOM, and of what a server renders; first, since the attribute's end sets it to null.
    this.removeAttribute('token');
    const given = take(this, 'token', text, token);
    this.#token = typeof given === 'string' ? given : undefined;
    this.settingsChanged();
  }

  /** Whether to write each event in the console, without tokens; here or around. */
  get debug(): boolean {
    return this.hasAttribute('debug');
  }

  set debug(debug: boolean) {
    this.toggleAttribute('debug', take(this, 'debug', flag, debug) === true);
  }

  override connectedCallback(): void {
    if (!isLive) return;
    connected.add(this);
    watchPage(watcher);
    watchLanguage(tellAll);
    this.#ask();
    super.connectedCallback();
    this.settingsChanged();
    // Who connects before its provider is defined has asked nobody, and asks once more.
    SettingsElement.#provided ??= customElements
      .whenDefined('connect-config')
      .then(() => connected.forEach((element) => element.#around ?? element.#ask()));
  }

  /** What has left the page is rendered when it comes back: a test may have taken the page away with it. */
  protected override shouldUpdate(): boolean {
    return this.isConnected || !this.hasUpdated;
  }

  override disconnectedCallback(): void {
    connected.delete(this);
    this.#forgetAround();
    super.disconnectedCallback();
  }

  /**
   * The page has moved the element with `moveBefore`, which neither disconnects nor connects it: what is under way
   * goes on. Around it may be others.
   *
   * @internal
   */
  connectedMoveCallback(): void {
    this.#forgetAround();
    this.#ask();
    this.settingsChanged();
  }

  /**
   * The settings around this element have changed.
   *
   * @internal
   */
  settingsChanged(): void {
    // No settings are 0: Lit compares by name, and the build may rename the getter.
    this.requestUpdate('settings', 0);
  }

  /**
   * The page is seen again: what is shown may be older than the truth.
   *
   * @internal
   */
  seen(how: Seen): void;
  seen(): void {}

  /**
   * Another tab has written or taken away what is stored under this key; all of it when there is none.
   *
   * @internal
   */
  stored(key: string | null): void;
  stored(): void {}

  /**
   * The subscriber has logged out.
   *
   * @internal
   */
  forget(): void {}

  /** What holds here: the element's own settings over those around it. */
  protected get settings(): EffectiveSettings {
    // On a server nothing is ever connected.
    if (!isLive && !this.#around) this.#ask();
    const merged = mergeSettings(this.#around ?? pageSettings, this.ownSettings());
    const wrong = wrongOf(this);
    return wrong ? { ...merged, wrong } : merged;
  }

  /** BCP 47 tag of the language to speak here. */
  protected get spoken(): string {
    return (this.#spoken = languageOf(this, pageLanguage, this.#spoken));
  }

  protected ownSettings(): ConnectSettings {
    const own = settingNames.map(
      (name) => [name, name === 'token' ? this.#token : this[name]] as const,
    );
    return Object.fromEntries(own);
  }

  #forgetAround(): void {
    this.#leave?.();
    this.#leave = this.#around = undefined;
  }

  /**
   * The community's context protocol: the nearest provider answers now and at every change. The event
   * is made by hand, since the class of `@lit/context` costs bytes and adds nothing to these fields.
   */
  #ask(): void {
    const answer = (settings: EffectiveSettings, leave?: () => void) => {
      if (leave !== this.#leave) this.#leave?.();
      this.#leave = leave;
      this.#around = settings;
      this.settingsChanged();
    };
    const request = {
      context: settingsContext,
      contextTarget: this,
      callback: answer,
      subscribe: true,
    };
    const event = new Event('context-request', { bubbles: true, composed: true });
    this.dispatchEvent(Object.assign(event, request));
  }
}
