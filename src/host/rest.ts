import { ConnectError } from '../api/errors.js';
import type { ConnectSettings } from './settings.js';

/** Once the subscriber has logged out, nothing is read before something else is set. */
export class Rest {
  #since: ConnectSettings | undefined;

  /** Gives what there is to say instead. */
  begin(settings: ConnectSettings): ConnectError {
    this.#since = settings;
    return new ConnectError('unauthorized', 'signed out');
  }

  end(): void {
    this.#since = undefined;
  }

  /** Whether the settings are still what they were. */
  isOn(settings: ConnectSettings): boolean {
    const since = this.#since;
    if (!since) return false;
    const names = [...Object.keys(since), ...Object.keys(settings)];
    const read = (from: object, name: string): unknown => Reflect.get(from, name);
    return names.every((name) => read(since, name) === read(settings, name));
  }
}
