import { subjectKey } from '../flow/subject-key.js';
import type { Subject } from '../flow/transaction.js';

type More = Readonly<Record<string, string>>;

/** What a redirect carries beside the documented parameters. */
export class Carried {
  readonly #ask: ((subject: Subject) => Promise<More>) | undefined;
  #last: { readonly subject: Subject; readonly more: More } | undefined;

  constructor(ask: ((subject: Subject) => Promise<More>) | undefined) {
    this.#ask = ask;
  }

  /** Before anything is sent: what cannot be read keeps it from being sent. */
  async read(subject: Subject): Promise<void> {
    const more = await this.#ask?.(subject);
    this.#last = more && { subject, more };
  }

  /** What is continued may be of another product or another method than what was pressed last. */
  async of(subject: Subject): Promise<More | undefined> {
    const { subject: last, more } = { ...this.#last };
    const isSame =
      last?.paymentMethod === subject.paymentMethod && subjectKey(last) === subjectKey(subject);
    return isSame ? more : this.#ask?.(subject);
  }
}
