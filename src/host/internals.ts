/** The DOMs of unit tests have a part of it, or nothing: jsdom has no states and no forms, happy-dom no internals. */
type Known = Partial<Pick<ElementInternals, 'states' | 'setFormValue' | 'setValidity'>>;

/** What an element tells the browser of itself. Where there is nobody to tell, nothing happens. */
export class Internals {
  readonly #known: Known;

  constructor(element: HTMLElement) {
    this.#known = 'attachInternals' in element ? element.attachInternals() : {};
  }

  /** The one state that CSS finds it in. */
  showState(name: string): void {
    const { states } = this.#known;
    states?.clear();
    try {
      states?.add(name);
    } catch {
      // Browsers before the stated versions, and polyfills of theirs, want two dashes before a name.
    }
  }

  setFormValue(value: string | null): void {
    this.#known.setFormValue?.(value);
  }

  setValidity(flags: ValidityStateFlags, message: string): void {
    this.#known.setValidity?.(flags, message);
  }
}
