/** Leads a reader to what is said, and keeps the place on the page of one whose button has gone. */
export class Focus {
  readonly #element: HTMLElement;
  #tell = false;
  /** What the focus comes to is read for that alone, until something else is said. */
  #isQuiet = false;
  /** What inside has the focus while it is rendered. */
  #focused: Element | null | undefined;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Whether nothing is to be read out beside what the focus comes to. */
  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  /** Something else is said. @param tell Whether it answers what the reader has just done. */
  ask(tell: boolean): void {
    this.#tell ||= tell;
    this.#isQuiet = false;
  }

  /** Before it is rendered. */
  look(): void {
    const focused = (this.#focused = this.#element.shadowRoot?.activeElement);
    // A reader who is in a field elsewhere on the page stays there; one who is at the message is told so.
    this.#tell &&= focused
      ? !focused.matches('[part=message]')
      : document.activeElement === document.body;
    this.#isQuiet ||= this.#tell;
  }

  /** Once it is rendered. */
  move(): void {
    const root = this.#element.shadowRoot;
    if (this.#tell) root?.querySelector<HTMLElement>('[part=message]')?.focus();
    this.#tell = false;
    // A button that has gone, or is disabled, does not take the reader's place on the page with it.
    const focused = root?.activeElement;
    const isLost = this.#focused && (!focused || focused.matches(':disabled'));
    if (isLost) root?.querySelector('section')?.focus();
  }
}
