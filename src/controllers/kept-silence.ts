import { isSilent, writeSilence, type Silence } from '../flow/due/silence.js';
import { ours } from '../flow/kept-key.js';
import { keep, type Keeping } from '../host/kept.js';
import { platform } from '../platform/platform.js';

/** Why a strip says nothing, as the browser keeps it: under the reader's name, without one for the tab alone. */
export class KeptSilence {
  readonly #keeping: () => Keeping;
  readonly #about: () => readonly (string | undefined)[];

  /** @param about What the strip is about, without white space. */
  constructor(keeping: () => Keeping, about: () => readonly (string | undefined)[]) {
    this.#keeping = keeping;
    this.#about = about;
  }

  isOn(silence: Silence): boolean {
    return isSilent(silence, this.#keep(), platform.now());
  }

  begin(silence: Silence): void {
    this.#keep(writeSilence(silence, platform.now()));
  }

  end(): void {
    this.#keep('');
  }

  #keep(value?: string): string | null {
    const keeping = this.#keeping();
    const name = ours + ['due', ...this.#about()].filter(Boolean).join(' ');
    return keep(keeping, name, value, !keeping.subscriber);
  }
}
