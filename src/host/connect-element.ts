import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { ConnectApi } from '../api/connect/dialect.js';
import type { ConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Place, TextKey, Texts, Translate } from '../i18n/keys.js';
import type { Source } from '../i18n/source.js';
import { fetchTexts, isInEnglish, translate } from '../i18n/translate.js';
import { countdown, message, type MessageOptions } from '../ui/message.js';
import { skeleton } from '../ui/skeleton.js';
import { styles } from '../ui/styles.js';
import { checkSettings } from './check-settings.js';
import { connectApi } from './connect-api.js';
import type { Flow } from './events.js';
import { failure } from './failure.js';
import { fire } from './fire.js';
import { Focus } from './focus.js';
import { HeadingSlot } from './heading-slot.js';
import { Internals } from './internals.js';
import { markEnglish } from './mark-english.js';
import type { Emit, Means } from './means.js';
import type { News } from './news.js';
import { settingsAround } from './page.js';
import { dialectEdition } from './page-dialect.js';
import { endPreview, isHydrating, isPreview, noteGiven } from './prerendered.js';
import { Reading, type Reader, type View } from './reading.js';
import { Rest } from './rest.js';
import { SettingsElement } from './settings-element.js';
import { leaveAccesses } from './shared-access.js';
import { signInLink } from './sign-in.js';
import { isAwaiting, type StateName } from './state-name.js';
import type { Seen } from './watch-page.js';

/**
 * What every element that shows something shares: loading, failing, events, states and the frame.
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
export abstract class ConnectElement extends SettingsElement {
  static override styles: CSSResultGroup = styles;

  protected abstract readonly flow: Flow;
  /** Where its own texts stand. */
  protected abstract readonly place: Exclude<Place, 'shared' | 'add-agreement' | 'due'>;
  /** What it says in English, by the places that it speaks of. */
  protected abstract readonly english: Partial<Texts>;
  /** Where it has other languages from. */
  protected abstract readonly source: Source;
  /** BCP 47 tag of the language that it speaks now. */
  protected language = 'en';
  /** What is said now by the element itself. */
  declare protected told: MessageOptions<TextKey> | undefined;
  /** Whoever else speaks here. */
  protected readonly news?: News;
  readonly #heading = new HeadingSlot(this);
  protected readonly internals = new Internals(this);
  protected readonly reading = new Reading(this.#reader());
  /** What it says in English although it speaks another language. */
  readonly #inEnglish = new Set<string>();
  #about = '';
  readonly #rest = new Rest();
  readonly #focus = new Focus(this);

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    return this.reading.again();
  }

  /** What there is to show. */
  protected get view(): View {
    return this.reading.view;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move in the DOM disconnects and connects in one task: no reason to stop or to ask again.
    queueMicrotask(() => {
      if (!this.isConnected) this.stop();
    });
  }

  /** Reads what the element shows, and gives the number of things to show. */
  protected abstract load(options: CallOptions): Promise<number>;

  /** The attributes that say what the element is about; a change starts it anew. */
  protected abstract identity(): readonly unknown[];

  protected abstract renderReady(): TemplateResult;

  /** The element has left the page, or is about something else from now on. */
  protected stop(): void {
    this.reading.stop();
    this.#about = '';
    this.news?.stop();
    if (!this.isConnected) leaveAccesses(this);
  }

  override forget(): void {
    const about = this.#about;
    this.stop();
    this.#about = about;
    this.reading.refuse(this.#rest.begin(this.settings));
  }

  /** Throws a `config` error. */
  protected api(): ConnectApi {
    return connectApi(this.settings, this);
  }

  protected get stateName(): StateName {
    return this.news?.state ?? this.view;
  }

  /** What it lends to what it is made of. */
  protected means(): Means {
    return {
      settings: () => this.settings,
      api: () => this.api(),
      t: this.t,
      language: () => this.language,
      emit: this.emit,
      emitError: (error) => this.emitError(error),
      refresh: (tell) => this.refresh(tell),
    };
  }

  override seen(how: Seen): void {
    // Of one who has only looked at another window there may be nothing to ask about, and who leaves does so.
    const state = this.news?.state;
    const isOpen = state === 'settled' || state === 'failed';
    if (how !== 'focused' || isOpen) this.news?.seen();
    if (how !== 'focused') this.reading.lookAgain(how === 'restored');
  }

  override stored(key: string | null): void {
    this.news?.stored(key);
  }

  /** Gives a text in the language of the element. */
  protected readonly t: Translate = (key, values) => {
    if (isHydrating(this)) return '\u00a0';
    const { family } = this.source;
    const text = translate(family, this.language, this.english, key, values);
    if (isInEnglish(family, this.language, key)) this.#inEnglish.add(text);
    return text;
  };

  /** False when the event was cancelable and cancelled. */
  protected readonly emit: Emit = (name, about, cancelable = false) => {
    return fire(this, name, { flow: this.flow, ...about }, cancelable);
  };

  protected emitError({ code, status, retryable, message }: ConnectError): void {
    // A site's developer may not listen yet, and the subscriber is told nothing technical.
    if (code === 'config') console.warn(this.localName, message);
    this.emit('error', { code, status, retryable, message });
  }

  /** Renders, and moves the focus to the message when it answers what the reader has just done. */
  protected refresh(tell: boolean): void {
    this.#focus.ask(tell);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    noteGiven(this);
    if (isHydrating(this)) {
      this.language = '';
      return;
    }
    this.language = this.spoken;
    const fetching = fetchTexts(this.source, this.language);
    void fetching?.then(() => this.requestUpdate());
    const { environment, apiUrl, subscriber, wrong } = this.settings;
    const where = [environment, apiUrl, subscriber, dialectEdition(), wrong?.message];
    const about = JSON.stringify([...where, ...this.identity()]);
    const isNew = about !== this.#about;
    // A framework may set equal values, or a new provider function, on every render: that alone
    // changes nothing; but whatever changes may mend what has failed.
    const mayMend = changed.size && this.view === 'failed' && !this.#rest.isOn(this.settings);
    if (!this.isConnected || !(isNew || mayMend)) return;
    if (isNew) this.stop();
    this.#about = about;
    void (isNew ? this.reading.begin() : this.reading.again(false));
  }

  protected override render(): TemplateResult {
    const { stateName } = this;
    const isBusy = isAwaiting(stateName);
    const key = `${this.place}.heading` as const;
    const heading = html`<h2 part="heading" data-key=${key}>${this.t(key)}</h2>`;
    this.#focus.look();
    const { isQuiet } = this.#focus;
    return html`<section part="base" tabindex="-1" lang=${this.language}>
        ${this.#heading.render(heading)}
        <div role="status" aria-live=${isQuiet ? 'off' : 'polite'}>${this.#renderNews()}</div>
        <div class="view" aria-busy=${isBusy}>${this.showsView ? this.renderView() : ''}</div>
        <slot name="footer"></slot>
      </section>
      <p role="status">${isBusy && !isQuiet ? this.t(this.awaited) : ''}</p>`;
  }

  /** What is waited for while it is busy. */
  protected get awaited(): TextKey {
    return this.news?.awaited ?? 'shared.loading';
  }

  /** Whether what is shown stays beside what is said. */
  protected get showsView(): boolean {
    return this.news?.showsView ?? true;
  }

  /**
   * What is to be heard as soon as it is there: it comes into a region that was there before, polite for
   * errors too. They answer what the reader has done or waits for; an alert would cut off what is read.
   */
  #renderNews(): TemplateResult {
    const told = this.told ?? this.news?.message;
    return html`${told && this.say(told)}${this.showsView ? this.renderReason() : ''}`;
  }

  /** With the way to log in, where it says that the session has ended. */
  protected say(told: MessageOptions<TextKey>): TemplateResult {
    return message({ ...told, more: signInLink(told.body, this.settings, this.t) }, this.t);
  }

  /** Why there is nothing to show, or less than there could be. */
  protected renderReason(): unknown {
    const { view, problem, secondsLeft: seconds } = this.reading;
    if (view === 'empty') return this.renderEmpty();
    if (problem) return this.renderFailure(problem);
    return seconds ? countdown(this.t('shared.wait', { seconds })) : '';
  }

  protected renderView(): unknown {
    if (this.view === 'ready' || isPreview(this)) return this.renderReady();
    return this.view === 'loading'
      ? skeleton(this.reading.secondsLeft ? '' : this.t('shared.loading'))
      : '';
  }

  protected renderEmpty(): unknown {
    return message({ slot: 'empty', title: `${this.place}.empty` }, this.t);
  }

  /** Why nothing could be read, and what can be done about it. */
  protected renderFailure({ code }: ConnectError): TemplateResult {
    return this.say(failure(this.place, code, () => void this.reload()));
  }

  protected override updated(): void {
    this.internals.showState(this.stateName);
    markEnglish(this.renderRoot, this.#inEnglish);
    this.#focus.move();
  }

  #reader(): Reader {
    return {
      prepared: async () => {
        this.#rest.end();
        await settingsAround(this);
        checkSettings(this.settings);
      },
      load: (options) => this.load(options),
      legible: async () => fetchTexts(this.source, this.language),
      changed: (isSettled) => {
        if (!isSettled) return this.requestUpdate();
        endPreview(this);
        this.refresh(false);
      },
      loaded: (count) => void this.emit('load', { count }),
      failed: (error) => this.emitError(error),
    };
  }
}
