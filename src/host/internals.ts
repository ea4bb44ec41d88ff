/** The DOMs of unit tests have a part of it, or nothing: jsdom has no states and no forms, happy-dom no internals. */
type Known = Partial<
  Pick<ElementInternals, 'states' | 'setFormValue' | 'setValidity' | 'form' | 'labels'> &
    Pick<ElementInternals, 'validity' | 'validationMessage' | 'willValidate'> &
    Pick<ElementInternals, 'checkValidity' | 'reportValidity'>
>;

/** What an element tells the browser of itself. Where there is nobody to tell, nothing happens. */
export class Internals {
  /** What the browser knows of it in turn. */
  readonly known: Known;

  constructor(element: { attachInternals?(): Known }) {
    this.known = element.attachInternals?.() ?? {};
  }

  /** Of the page, that point at it. */
  get labels(): readonly Node[] {
    return [...(this.known.labels ?? [])];
  }

  /** The one state that CSS finds it in. */
  showState(name: string): void {
    const { states } = this.known;
    states?.clear();
    try {
      states?.add(name);
    } catch {
      // Browsers before the stated versions, and polyfills of theirs, want two dashes before a name.
      states?.add(`--${name}`);
    }
  }
}
