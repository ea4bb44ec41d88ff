import { subjectKey } from '../flow/subject-key.js';
import type { Subject } from '../flow/transaction.js';

type More = Readonly<Record<string, string>>;

/** What a redirect carries beside the documented parameters. */
export class Carried {
  readonly #ask: (subject: Subject) => Promise<More>;
  #last: { readonly subject: Subject; readonly more: More } | undefined;

  constructor(ask: (subject: Subject) => Promise<More>) {
    this.#ask = ask;
  }

  /** Before anything is sent: what cannot be read keeps it from being sent. */
  async read(subject: Subject): Promise<void> {
    this.#last = { subject, more: await this.#ask(subject) };
  }

  /** What is continued may be of another product or another method than what was pressed last. */
  async of(subject: Subject): Promise<More> {
    const { subject: last, more } = { ...this.#last };
    const isSame =
      last?.paymentMethod === subject.paymentMethod && subjectKey(last) === subjectKey(subject);
    return more && isSame ? more : this.#ask(subject);
  }
}
