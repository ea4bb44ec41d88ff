import type { ConnectApi } from '../api/connect/dialect.js';
import type { ConnectError } from '../api/errors.js';
import type { Translate } from '../i18n/keys.js';
import type { ConnectDetail, EventName, Flow } from './events.js';
import type { EffectiveSettings } from './settings.js';

/** Fires an event; false when it was cancelable and cancelled. */
export type Emit = <Name extends EventName>(
  name: Name,
  about: Omit<ConnectDetail<`connect-${Name}`>, 'flow'> & { flow?: Flow },
  cancelable?: boolean,
) => boolean;

/** What an element lends to what it is made of. */
export interface Means {
  /** What holds here now. */
  settings(): EffectiveSettings;
  /** @throws {ConnectError} `config` when a setting is wrong. */
  api(): ConnectApi;
  readonly t: Translate;
  /** BCP 47 tag of the language that is spoken now. */
  language(): string;
  readonly emit: Emit;
  readonly emitError: (error: ConnectError) => void;
  /** Renders; moves the focus to the message when it answers what the reader has just done. */
  refresh(tell: boolean): void;
}
