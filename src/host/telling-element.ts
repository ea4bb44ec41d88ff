import { html } from 'lit';
import { toConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { TextKey, Values } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import { countdown, type MessageAction, type MessageOptions } from '../ui/message.js';
import { askAgain } from './ask-again.js';
import { ConnectElement } from './connect-element.js';
import type { StateName } from './state-name.js';
import type { RedirectDetail } from './events.js';

/** What leaves the page, in the place of its texts. */
type Leaving = 'pay-invoice' | 'change-method' | 'add-agreement' | 'vipps-payment';

/** What takes a while, in the place of its texts. */
type Deed = Leaving | 'method-status';

/** An element that also says what comes of what it does: beside what it shows, or instead of it. */
export abstract class TellingElement extends ConnectElement {
  /** The state that goes with it, when it is not that of what is shown. */
  declare protected state: StateName | undefined;
  /** What it does that has to be waited for. */
  protected abstract readonly deed: Deed;
  #run = new AbortController();

  protected override get stateName(): StateName {
    return this.state ?? super.stateName;
  }

  protected override get awaited(): TextKey {
    return this.state ? `${this.deed}.submitting` : super.awaited;
  }

  protected override stop(): void {
    super.stop();
    this.restart();
    this.say();
  }

  /** Ends what is under way. Gives the signal of what begins now. */
  protected restart(): AbortSignal {
    this.#run.abort();
    return (this.#run = new AbortController()).signal;
  }

  /** Says something, or nothing any more. The focus moves to it when `tell` is set. */
  protected say(state?: StateName, message?: MessageOptions<TextKey>, tell = !!message): void {
    this.state = state;
    this.told = message;
    this.refresh(tell);
  }

  /** Says something beside what is shown. */
  protected notice(
    title: TextKey,
    body?: MessageOptions<TextKey>['body'],
    slot = 'notice',
    values?: Values,
  ): void {
    this.say(undefined, { slot, title, body, values });
  }

  /** Sends the browser away, unless the site does so itself; with a link for a browser that stays. */
  protected depart(deed: Leaving, detail: RedirectDetail): void {
    const { url } = detail;
    const { target } = this.settings;
    const byHand = `${deed}.leaving.by-hand` as const;
    const body = () =>
      html`<a href=${url} target=${target} data-key=${byHand}>${this.t(byHand)}</a>`;
    this.say('redirecting', { slot: 'redirecting', title: `${deed}.leaving`, body });
    if (this.emit('redirect', detail, true)) platform.navigate(url, target);
  }

  /**
   * Says what is known, and asks the server until it says yes, waiting visibly in between.
   *
   * @param known Below whose body stands meanwhile what is waited for.
   * @param unanswered The state to be in when the server does not answer, and what can be done then.
   * @returns the last answer; undefined when there is none, which has been told.
   */
  protected async examine(
    known: MessageOptions<TextKey>,
    pauses: readonly number[],
    ask: (options: CallOptions) => Promise<boolean>,
    unanswered: StateName,
    actions: readonly MessageAction<TextKey>[],
  ): Promise<boolean | undefined> {
    const signal = this.restart();
    const tell = (seconds: number, pause: number) => {
      const body = () => [
        known.body && typeof known.body !== 'function' ? this.t(known.body, known.values) : '',
        ' ',
        this.#pausing(seconds),
      ];
      this.say('settled', { ...known, body }, !pause);
    };
    const onWait = (seconds: number) => tell(seconds, 1);
    try {
      return await askAgain(pauses, signal, tell, () => ask({ signal, isFresh: true, onWait }));
    } catch (cause) {
      if (signal.aborted) return undefined;
      const error = toConnectError(cause);
      // What was asked for stays as it was: that the question was refused is not for the reader.
      const why = error.code === 'unauthorized' ? 'unauthorized' : 'no-answer';
      const body = `shared.check.${why}` as const;
      this.say(unanswered, { ...known, body, actions }, false);
      this.emitError(error);
      return undefined;
    }
  }

  /** What is said while the server is asked, or while some seconds pass before it is asked again. */
  #pausing(seconds: number): unknown {
    const { deed } = this;
    return countdown(this.t(`${deed}.${seconds ? 'wait' : 'checking'}`, { seconds }));
  }
}
