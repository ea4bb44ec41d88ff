import { Virtual } from '@guidepup/virtual-screen-reader/browser.js';
import type { TextKey } from '../../../src/i18n/keys.js';
import { platform } from '../../../src/platform/platform.js';
import { button, until, usePlatform } from '../support.js';
import { Mirror } from './mirror.js';

/** What a phrase is about, and the node of the copy that it is said of. */
interface Spoken {
  readonly node: Node | null;
  readonly phrase: string;
}

/**
 * A reader at a page who uses a screen reader, and what is said to them: what a live region announces and
 * how, what the focus comes to, and what is read on the way through the page.
 */
export class Reader {
  /** Lines of the transcript. */
  readonly lines: string[] = [];
  readonly page = document.createElement('main');
  readonly #ear = new Virtual();
  readonly #mirror = new Mirror(this.page, () => void this.#listen());
  readonly #pauses: (() => void)[] = [];
  #focused: Element | undefined;
  #heard = 0;
  #busy: Promise<void> = Promise.resolve();

  /** @param element Where the reader comes to; it is put on the page by this. */
  async opens(element: HTMLElement): Promise<void> {
    const { fetch } = platform;
    usePlatform({
      wait: () => new Promise((resolve) => void this.#pauses.push(() => resolve(0))),
      // A server is slower than a reader's ear.
      fetch: async (url, init) => {
        await this.#listen();
        return fetch(url, init);
      },
    });
    document.body.append(this.page, this.#mirror.copy);
    await this.#ear.start({ container: this.#mirror.copy });
    this.#heard = (await this.#ear.spokenPhraseLog()).length;
    this.#says('> opens the page');
    this.page.append(element);
  }

  /** Something happens, until the page is as it should be after it. */
  async does(deed: string, act: () => unknown, holds: () => unknown): Promise<void> {
    await this.#listen();
    this.#says(`> ${deed}`);
    act();
    await this.sees(holds);
  }

  async sees(holds: () => unknown): Promise<void> {
    await until(holds);
    await this.#listen();
  }

  /** Goes to a button with the Tab key, and presses it. */
  async presses(
    key: TextKey,
    holds: () => unknown,
    element: Element = this.#element,
  ): Promise<void> {
    const pressed = button(element, key);
    const label = pressed.textContent.trim();
    await this.does(
      `goes to “${label}”`,
      () => pressed.focus(),
      () => true,
    );
    await this.does('presses it', () => pressed.click(), holds);
  }

  /** A second of a pause that an element makes. */
  async waits(seconds: number, holds: () => unknown = () => true): Promise<void> {
    this.#says(`> waits ${seconds} s`);
    for (let second = 0; second < seconds; second++) {
      await until(() => this.#pauses.length, 'the element waits');
      this.#pauses.shift()?.();
      await this.#listen();
    }
    await this.sees(holds);
  }

  /** Everything on the page, from the top. */
  async reads(): Promise<void> {
    await this.#listen();
    this.#says('> reads the page');
    for (const { phrase } of (await this.#everything()).filter(isWorthSaying))
      this.#says(`  ${phrase}`);
  }

  async leaves(): Promise<readonly string[]> {
    await this.#listen();
    await this.#ear.stop();
    this.#mirror.stop();
    this.page.remove();
    return this.lines;
  }

  get #element(): Element {
    const [element] = this.page.children;
    if (element) return element;
    throw new Error('the page is empty');
  }

  #says(line: string): void {
    this.lines.push(line);
  }

  /** One after the other: each takes a few turns until the virtual screen reader has noticed. */
  #listen(): Promise<void> {
    this.#busy = this.#busy.then(() => this.#hear());
    return this.#busy;
  }

  /**
   * The virtual screen reader takes every change in a live region for news. By `aria-relevant`'s default
   * only what is added and what is written is news, so the rest is done first and not listened to.
   */
  async #hear(): Promise<void> {
    this.#mirror.takeAway();
    await turns();
    this.#heard = (await this.#ear.spokenPhraseLog()).length;
    this.#mirror.add();
    await turns();
    const phrases = (await this.#ear.spokenPhraseLog()).slice(this.#heard);
    this.#heard += phrases.length;
    // A region that changes in several places at once is one announcement.
    for (const phrase of new Set(phrases)) {
      const [, how = '', said = ''] = /^(\w+): ?(.*)$/s.exec(phrase) ?? [];
      if (said.trim()) this.#says(`  ${how}: ${said.replace(/\s+/g, ' ').trim()}`);
    }
    await this.#follow();
  }

  /** Where the focus is now; what has others in it is read out as a whole. */
  async #follow(): Promise<void> {
    const focused = deepFocus();
    if (focused === this.#focused) return;
    const isFirst = !this.#focused;
    this.#focused = focused;
    if (focused === document.body) {
      if (!isFirst) this.#says('  focus: lost');
      return;
    }
    const copy = this.#mirror.copyOf(focused);
    const phrases = (await this.#everything())
      .filter((one) => isWorthSaying(one) && one.node && copy?.contains(one.node))
      .map(({ phrase }) => phrase);
    // Who hears more than they asked for interrupts.
    if (phrases.length > longest) phrases.splice(longest, Infinity, '…');
    this.#says(`  focus: ${phrases.join(' | ') || 'nothing to say'}`);
  }

  /** A reading of its own, so that the one that listens stays where it is. */
  async #everything(): Promise<Spoken[]> {
    const eye = new Virtual();
    await eye.start({ container: this.#mirror.copy });
    const all: Spoken[] = [];
    for (;;) {
      const one = { node: eye.activeNode, phrase: await eye.lastSpokenPhrase() };
      const [first] = all;
      if (!one.node || (first?.node === one.node && first.phrase === one.phrase)) break;
      all.push(one);
      await eye.next();
    }
    await eye.stop();
    return all;
  }
}

/** Of phrases that the focus brings at once: the title, the body, two amounts and the buttons of a question. */
const longest = 12;

/** Ends, and what has nothing in it, are not said by others either. */
function isWorthSaying({ node, phrase }: Spoken): boolean {
  const isEmpty = /^(status|paragraph)$/.test(phrase) && !node?.textContent?.trim();
  return !isEmpty && !/^end\b/.test(phrase) && phrase !== 'not busy';
}

/** The focused element, inside whichever shadow trees. */
function deepFocus(): Element {
  let focused: Element = document.activeElement ?? document.body;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
}
