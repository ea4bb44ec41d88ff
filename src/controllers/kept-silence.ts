import { isSilent, writeSilence, type Silence } from '../flow/due/silence.js';
import { nameOf } from '../flow/kept-key.js';
import { keep, type Keeping } from '../host/kept.js';
import { platform } from '../platform/platform.js';

/** Why a strip says nothing, as the browser keeps it: under the reader's name, without one for the tab alone. */
export class KeptSilence {
  readonly #keeping: () => Keeping;
  readonly #about: () => readonly (string | undefined)[];

  /** @param about What the strip is about. */
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
    const about = this.#about().filter((one) => one !== undefined);
    return keep(keeping, nameOf('due', ...about), value, !keeping.subscriber);
  }
}
