import { html } from 'lit';
import { toConnectError } from '../api/errors.js';
import type { CallOptions } from '../api/shared-read.js';
import type { Text } from '../i18n/dictionary.js';
import { texts } from '../i18n/en.js';
import { platform } from '../platform/platform.js';
import type { MessageAction, MessageOptions } from '../ui/message.js';
import { askAgain } from './ask-again.js';
import { ConnectElement, type StateName } from './connect-element.js';
import type { RedirectDetail } from './events.js';

/** An element that also says what comes of what it does: beside what it shows, or instead of it. */
export abstract class TellingElement extends ConnectElement {
  /** The state that goes with it, when it is not that of what is shown. */
  declare protected state: StateName | undefined;
  #run = new AbortController();

  protected override get stateName(): StateName {
    return this.state ?? super.stateName;
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
  protected say(state?: StateName, message?: MessageOptions<Text>, tell = !!message): void {
    this.state = state;
    this.told = message;
    this.refresh(tell);
  }

  /** Says something beside what is shown. */
  protected notice(title: Text, slot = 'notice', body?: MessageOptions<Text>['body']): void {
    this.say(undefined, { slot, title, body });
  }

  /** Sends the browser away, unless the site does so itself; with a link for a browser that stays. */
  protected depart(detail: RedirectDetail): void {
    const { url } = detail;
    const { target } = this.settings;
    const body = () => html`<a href=${url} target=${target}>${this.t(texts.redirectByHand)}</a>`;
    this.say('redirecting', { slot: 'redirecting', title: texts.leaving, body });
    if (this.emit('redirect', detail, true)) platform.navigate(url, target);
  }

  /**
   * Says what is known, and asks the server until it says yes, waiting visibly in between.
   *
   * @param known Whose body is what is waited for meanwhile.
   * @param unanswered The state to be in when the server does not answer, and what can be done then.
   * @returns the last answer; undefined when there is none, which has been told.
   */
  protected async examine(
    known: MessageOptions<Text>,
    pauses: readonly number[],
    ask: (options: CallOptions) => Promise<boolean>,
    unanswered: StateName,
    actions: readonly MessageAction<Text>[],
  ): Promise<boolean | undefined> {
    const signal = this.restart();
    const tell = (seconds: number, pause: number) => {
      const body = () => this.pausing(texts.checking, seconds);
      this.say('settled', { ...known, body }, !pause);
    };
    const onWait = (seconds: number) => tell(seconds, 1);
    try {
      return await askAgain(pauses, signal, tell, () => ask({ signal, isFresh: true, onWait }));
    } catch (cause) {
      if (signal.aborted) return undefined;
      const error = toConnectError(cause);
      // What was asked for stays as it was: that the question was refused is not for the reader.
      const body = error.code === 'unauthorized' ? this.sentence(error) : texts.noAnswer;
      this.say(unanswered, { ...known, body, actions }, false);
      this.emitError(error);
      return undefined;
    }
  }
}
