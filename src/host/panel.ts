import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { ConnectApi } from '../api/connect/dialect.js';
import type { ConnectError } from '../api/errors.js';
import type { TextKey, Translate } from '../i18n/keys.js';
import { fetchTexts, isInEnglish, translate } from '../i18n/translate.js';
import { platform } from '../platform/platform.js';
import { countdown, message, type MessageOptions } from '../ui/message.js';
import { skeleton } from '../ui/skeleton.js';
import { checkSettings } from './check-settings.js';
import { connectApi } from './connect-api.js';
import type { ConnectElement } from './connect-element.js';
import type { Content } from './content.js';
import { failure } from './failure.js';
import { fire } from './fire.js';
import { Focus } from './focus.js';
import { GivenToken } from './given-token.js';
import { HeadingSlot } from './heading-slot.js';
import { Internals } from './internals.js';
import { directionOf } from './language.js';
import { markEnglish } from './mark-english.js';
import type { Emit, Means } from './means.js';
import type { News } from './news.js';
import { settingsAround } from './page.js';
import { dialectEdition } from './page-dialect.js';
import { Reading, type View } from './reading.js';
import { Rest } from './rest.js';
import type { EffectiveSettings } from './settings.js';
import { leaveAccesses } from './token-pool.js';
import { turn } from './turn.js';
import { signInLink } from './sign-in.js';
import { isAwaiting, type StateName } from './state-name.js';
import type { Seen } from './watch-page.js';
import { unwatch, watch, type Watched } from './watched.js';

/** What an element that reads something shows and tells: loading, failing, messages, events, states and the frame. */
export class Panel implements ReactiveController, Means, Watched {
  readonly internals: Internals;
  readonly reading: Reading;
  readonly #host: ConnectElement;
  readonly #content: Content;
  readonly #heading: HeadingSlot;
  readonly #focus: Focus;
  readonly #rest = new Rest();
  readonly #token = new GivenToken();
  /** What it says in English although it speaks another language. */
  readonly #inEnglish = new Set<string>();
  #about = '';

  constructor(host: ConnectElement, content: Content) {
    this.#host = host;
    this.#content = content;
    this.#heading = new HeadingSlot(host);
    this.#focus = new Focus(host);
    this.internals = new Internals(host);
    this.reading = new Reading({
      prepared: async () => {
        this.#rest.end();
        await settingsAround(host);
        checkSettings(this.settings());
      },
      load: (options) => content.load(options),
      legible: async () => fetchTexts(content.source, this.language()),
      changed: (isSettled) => this.#readingChanged(isSettled),
      loaded: (count) => void this.emit('load', { count }),
      failed: (error) => this.emitError(error),
    });
    host.addController(this);
  }

  /** What there is to show of what is read. */
  get view(): View {
    return this.reading.view;
  }

  get state(): StateName {
    return this.#first((news) => news.state) ?? this.view;
  }

  /** What is waited for while it is busy. */
  get awaited(): TextKey {
    return this.#first((news) => news.awaited) ?? 'shared.loading';
  }

  /** Whether what is shown stays beside what is said. */
  get showsView(): boolean {
    return this.#news.every((news) => news.showsView);
  }

  /** Whether what was read, or can be known before, is rendered. */
  get isThere(): boolean {
    const isKept = this.view === 'empty' && this.#content.isKept?.() === true;
    const isRead = this.view === 'ready' || this.#host.prerendered.isPreview || isKept;
    return this.showsView && isRead;
  }

  settings(): EffectiveSettings {
    return this.#host.shared.now;
  }

  language(): string {
    return this.#host.prerendered.isHydrating ? '' : this.#host.shared.language;
  }

  api(): ConnectApi {
    return connectApi(this.settings(), this.#host);
  }

  /** Gives a text in the language of the element. */
  readonly t: Translate = (key, values) => {
    if (this.#host.prerendered.isHydrating) return '\u00a0';
    const { english, source } = this.#content;
    const language = this.language();
    const text = translate(source.family, language, english, key, values);
    if (isInEnglish(source.family, language, key)) this.#inEnglish.add(text);
    return text;
  };

  readonly emit: Emit = (name, about, cancelable = false) => {
    // Out of the page nobody could cancel it.
    if (cancelable && !this.#host.isConnected) return false;
    const { flow } = this.#content;
    const own = { flow: typeof flow === 'function' ? flow() : flow };
    return fire(this.#host, name, { ...own, ...about }, cancelable);
  };

  readonly emitError = ({ code, status, retryable, message }: ConnectError): void => {
    // A site's developer may not listen yet, and the subscriber is told nothing technical.
    if (code === 'config') console.warn(this.#host.localName, message);
    this.emit('error', { code, status, retryable, message });
  };

  refresh(tell: boolean): void {
    this.#focus.ask(tell);
    this.#host.requestUpdate();
  }

  /** Asks the server again. Fires `connect-load` or `connect-error`. */
  reload(): Promise<void> {
    // What is asked for now is read with it.
    this.#token.takeUp(this.settings());
    this.#news.forEach((news) => news.asked?.());
    return this.reading.again();
  }

  seen(how: Seen): void {
    if (this.#content.seen) return this.#content.seen(how);
    // Of one who has only looked at another window there may be nothing to ask about, and who leaves does so.
    const isOpen = ['settled', 'failed'].includes(this.#first(({ state }) => state) ?? '');
    if (how !== 'focused' || isOpen) this.#news.forEach((news) => news.seen?.());
    if (how !== 'focused') this.reading.lookAgain(how === 'restored');
  }

  stored(key: string | null): void {
    this.#news.forEach((news) => news.stored?.(key));
  }

  /** The subscriber has logged out. */
  forget(): void {
    const about = this.#about;
    this.#stop();
    this.#about = about;
    this.reading.refuse(this.#rest.begin(this.settings()));
  }

  hostConnected(): void {
    watch(this);
  }

  hostDisconnected(): void {
    unwatch(this);
    // A move in the DOM disconnects and connects at once: no reason to stop or to ask again.
    queueMicrotask(() => this.#left());
  }

  hostUpdate(): void {
    if (this.#host.prerendered.isHydrating) return;
    void fetchTexts(this.#content.source, this.language())?.then(() => this.#host.requestUpdate());
    const settings = this.settings();
    const { environment, apiUrl, subscriber, wrong } = settings;
    const where = [environment, apiUrl, subscriber, dialectEdition(), wrong?.message];
    const about = JSON.stringify([...where, ...this.#content.identity()]);
    const isNew = about !== this.#about;
    // A framework may set equal values on every render, which alone changes nothing, but may mend what has failed.
    const mayMend =
      this.#host.shared.isChanged && this.reading.isMendable && !this.#rest.isOn(settings);
    const isOthers = this.#token.takeUp(settings);
    const isUnderWay = isAwaiting(this.state) || this.#content.isUnderWay?.();
    if (!this.#host.isConnected || !(isNew || mayMend || isOthers)) return;
    if (isNew) this.#stop();
    else if (isOthers && !isUnderWay) this.reading.hide(this.#content);
    this.#about = about;
    void (isNew ? this.reading.begin() : this.reading.again(isOthers));
  }

  hostUpdated(): void {
    this.internals.showState(this.state);
    markEnglish(this.#host.renderRoot, this.#inEnglish);
    this.#focus.move();
  }

  render(): TemplateResult {
    const isBusy = isAwaiting(this.state);
    const key = `${this.#content.place}.heading` as const;
    const name = this.t(key);
    const heading = name && html`<h2 part="heading" data-key=${key}>${name}</h2>`;
    this.#focus.look();
    const { isQuiet } = this.#focus;
    const direction = directionOf(this.#host, this.language());
    return html`<section part="base" tabindex="-1" lang=${this.language()} dir=${direction}>
        ${this.#heading.render(heading, this.#host.prerendered.isHydrating)}
        <div role="status" aria-live=${isQuiet ? 'off' : 'polite'}>${this.#renderNews()}</div>
        <div class="view" aria-busy=${isBusy}>${this.showsView ? this.#renderView() : ''}</div>
        <slot name="footer"></slot>
      </section>
      <p role="status">${isBusy && !isQuiet ? this.t(this.awaited) : ''}</p>`;
  }

  /** Why nothing could be read, and what can be done about it. */
  renderFailure(problem: ConnectError): TemplateResult {
    const { failure: own, place } = this.#content;
    return this.say(own?.(problem) ?? failure(place, problem.code, () => void this.reload()));
  }

  get #news(): readonly News[] {
    return this.#content.news?.() ?? [];
  }

  #first<Value>(read: (news: News) => Value | undefined): Value | undefined {
    return this.#news.map(read).find((value) => value !== undefined);
  }

  /**
   * What is to be heard as soon as it is there: it comes into a region that was there before, polite for
   * errors too. They answer what the reader has done or waits for; an alert would cut off what is read.
   */
  #renderNews(): TemplateResult {
    const told = this.#first((news) => news.message);
    return html`${told && this.say(told)}${this.showsView ? this.#renderReason() : ''}`;
  }

  /** With the way to log in, where it says that the session has ended. */
  say(told: MessageOptions<TextKey>): TemplateResult {
    return message({ ...told, more: signInLink(told.body, this.settings(), this.t) }, this.t);
  }

  /** Why there is nothing to show, or less than there could be. */
  #renderReason(): unknown {
    const { renderEmpty, renderReason, place } = this.#content;
    const { view, problem, secondsLeft: seconds } = this.reading;
    const own = renderReason?.();
    if (own !== undefined) return own;
    if (view === 'empty') {
      return renderEmpty?.() ?? message({ slot: 'empty', title: `${place}.empty` }, this.t);
    }
    if (problem) return this.renderFailure(problem);
    return seconds ? countdown(this.t('shared.wait', { seconds })) : '';
  }

  #renderView(): unknown {
    const { renderReady, renderBelow } = this.#content;
    if (this.isThere) return [renderReady(), renderBelow?.()];
    const isAwaited = this.view === 'loading';
    const row = isAwaited ? skeleton(this.reading.secondsLeft ? '' : this.t('shared.loading')) : '';
    return [row, renderBelow?.()];
  }

  #readingChanged(isSettled: boolean): void {
    if (!isSettled) return this.#host.requestUpdate();
    this.#host.prerendered.endPreview();
    this.refresh(false);
  }

  #left(): void {
    if (this.#host.isConnected) return;
    const isPressed = this.#news.some(({ state }) => state === 'submitting');
    if (!isPressed && !this.#content.isUnderWay?.()) return this.#stop();
    // What swaps pages may wait for promises before it puts back what stays, and a press goes on. A token does not wait.
    leaveAccesses(this.#host);
    void turn().then(() => {
      if (!this.#host.isConnected) this.#stop();
    });
  }

  #stop(): void {
    this.reading.stop();
    this.#about = '';
    this.#news.forEach((news) => news.stop());
    this.#content.stop?.();
    if (this.#host.isConnected) return;
    leaveAccesses(this.#host);
    // Whoever comes later may be another subscriber's.
    platform.early.forget();
  }
}
