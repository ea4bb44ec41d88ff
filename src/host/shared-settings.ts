import { ContextConsumer, ContextRoot } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isLive } from '../platform/live.js';
import { wrongOf } from './declared.js';
import { languageOf, watchLanguage } from './language.js';
import {
  addListener,
  pageLanguage,
  pageSettings,
  removeListener,
  tellLanguage,
  type SettingsListener,
} from './page-settings.js';
import {
  mergeSettings,
  settingsContext,
  type ConnectSettings,
  type EffectiveSettings,
} from './settings.js';

/** The element whose settings they are. */
export interface SettingsHost extends ReactiveControllerHost, HTMLElement {
  token: string | undefined;
  /** What is set on the element itself. */
  ownSettings(): ConnectSettings;
  settingsChanged(): void;
}

let root: ContextRoot | undefined;

/** Who connects before its `connect-config` is defined has asked nobody, and is asked for again by the root. */
function keepRequests(): void {
  if (root || customElements.get('connect-config')) return;
  const place = document.documentElement;
  const kept = (root = new ContextRoot());
  kept.attach(place);
  // From then on each finds its provider itself, and the root would go on noting whoever has none.
  void customElements.whenDefined('connect-config').then(() => kept.detach(place));
}

/**
 * Who comes back inside of new markup, as what stays when pages are swapped, is connected before the browser has made
 * elements of what is around it; those would not be heard.
 */
function upgradeAround(element: Element): void {
  const config = element.closest('connect-config:not(:defined)');
  const root = (config ?? element).getRootNode();
  const next = config?.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  // From the outermost on, as the browser would.
  if (next) upgradeAround(next);
  if (config) customElements.upgrade(config);
}

/** The settings that hold where an element stands: its own over those around it, over those of the page. */
export class SharedSettings implements ReactiveController, SettingsListener {
  /** BCP 47 tag of the language to speak here. */
  language = 'en';
  readonly #host: SettingsHost;
  readonly #around: ContextConsumer<typeof settingsContext, SettingsHost>;
  #isChanged = false;

  constructor(host: SettingsHost) {
    this.#host = host;
    // First, so that it is told of a new place before the consumer asks there.
    host.addController(this);
    this.#around = new ContextConsumer(host, {
      context: settingsContext,
      callback: () => this.settingsChanged(),
      subscribe: true,
    });
  }

  get now(): EffectiveSettings {
    // On a server nothing is ever connected.
    if (!isLive && !this.#around.value) this.#around.hostConnected();
    const around = this.#around.value ?? pageSettings();
    const merged = mergeSettings(around, this.#host.ownSettings());
    const wrong = wrongOf(this.#host);
    return wrong ? { ...merged, wrong } : merged;
  }

  /** Whether something was set since the last rendering, if only to what it was. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /**
   * Before a rendering.
   *
   * @param isChanged Whether a property of the element has changed.
   */
  look(isChanged: boolean): void {
    this.#isChanged ||= isChanged;
    this.language = languageOf(this.#host, pageLanguage(), this.language);
  }

  settingsChanged(): void {
    this.#isChanged = true;
    this.#host.settingsChanged();
  }

  /** What has failed does not do better in another language. */
  languageChanged(): void {
    this.#host.requestUpdate();
  }

  forgetToken(): void {
    this.#host.token = undefined;
  }

  /** The page has moved the element with `moveBefore`: around it may be others. */
  moved(): void {
    this.#around.hostDisconnected();
    delete this.#around.value;
    this.#around.hostConnected();
    this.settingsChanged();
  }

  hostConnected(): void {
    addListener(this);
    watchLanguage(tellLanguage);
    keepRequests();
    upgradeAround(this.#host);
    // What held in another place, a token too, is nothing here.
    delete this.#around.value;
    this.settingsChanged();
  }

  hostDisconnected(): void {
    removeListener(this);
    delete this.#around.value;
  }

  hostUpdated(): void {
    this.#isChanged = false;
  }
}
