import { text } from '../host/declared.js';
import type { Internals } from '../host/internals.js';

/** What keeps what is chosen, and tells the form of it. */
interface Keeper {
  readonly internals: Internals;
  reset(): void;
  restore(kept: unknown): void;
}

interface FieldHost extends HTMLElement {
  requestUpdate(): void;
}

/** What pages ask of a field, and only the browser knows. */
const answers = ['labels', 'validity', 'validationMessage', 'willValidate'] as const;

/**
 * Gives a class what browsers call by name of a field, and what pages ask of it as of the browser's own fields.
 *
 * @returns true: that it is one.
 */
export function beField<Host extends FieldHost>(
  prototype: Host,
  keeperOf: (host: Host) => Keeper,
): true {
  const known = (host: Host) => keeperOf(host).internals.known;
  const members: object & ThisType<Host> = {
    // The form, or a fieldset in it, has been switched off or on again; the `disabled` attribute does so too.
    formDisabledCallback() {
      this.requestUpdate();
    },
    formResetCallback() {
      keeperOf(this).reset();
    },
    // When the reader comes back to the page, or the browser fills in the form.
    formStateRestoreCallback(kept: unknown) {
      keeperOf(this).restore(kept);
    },
    get form() {
      return known(this).form;
    },
    // A framework sets what there is a property for, also to nothing.
    set form(id: unknown) {
      const read = text.read(id);
      if (typeof read === 'string') this.setAttribute('form', read);
      else this.removeAttribute('form');
    },
  };
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(members));
  for (const name of answers) {
    const get = function (this: Host) {
      return known(this)[name];
    };
    Object.defineProperty(prototype, name, { get, configurable: true });
  }
  return true;
}
