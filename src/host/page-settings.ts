import { changeTexts } from '../i18n/translate.js';
import { all, list, provider, readAll, text, word } from './declared.js';
import { isSecondCopy } from './define.js';
import { changeDialect } from './page-dialect.js';
import {
  defaultSettings,
  mergeSettings,
  settingNames,
  type EffectiveSettings,
  type PageSettings,
} from './settings.js';
import { whenSignedOut } from './signed-out.js';

/** An element on the page, as what is set for the whole page concerns it. */
export interface SettingsListener {
  settingsChanged(): void;
  languageChanged(): void;
  forgetToken(): void;
}

let settings = defaultSettings;
let language: string | undefined;
const listeners = new Set<SettingsListener>();

/** What can be handed over for the settings that are properties and attributes of every element. */
export const settingKinds = {
  ...all(text, settingNames),
  storage: word,
  resultParam: list,
  tokenProvider: provider,
};

/** What `configure()` has set. */
export function pageSettings(): EffectiveSettings {
  return settings;
}

/** The language that `configure()` has set. */
export function pageLanguage(): string | undefined {
  return language;
}

/** Tells an element of changes from now on. */
export function addListener(listener: SettingsListener): void {
  listeners.add(listener);
}

export function removeListener(listener: SettingsListener): void {
  listeners.delete(listener);
}

/** Something is in another language, or read from the other side. */
export function tellLanguage(): void {
  listeners.forEach((one) => one.languageChanged());
}

/**
 * Sets shared settings for every element of the page that neither sets them itself nor stands in a
 * `connect-config` that does. May be called before or after the elements connect, and again.
 *
 * @throws {ConnectError} `config` naming a setting that cannot be what was given, or a member of `dialect`
 * that there is not or that is of another type; nothing is set then.
 */
export function configure({ lang, texts = {}, dialect = {}, ...given }: PageSettings): void {
  // Some of them no element has.
  const origins = all(list, ['returnOrigins', 'operationOrigins', 'apiOrigins', 'scriptOrigins']);
  const read = readAll({ ...settingKinds, ...origins }, given);
  changeDialect(dialect);
  settings = mergeSettings(settings, read);
  language = lang ?? language;
  for (const [code, changes] of Object.entries(texts)) changeTexts(code, changes);
  listeners.forEach((one) => one.settingsChanged());
  if (isSecondCopy() && !listeners.size) {
    console.warn(
      'configure(): reaches no element, since another copy of connect-elements has the tags. Settings are not shared: import it by one address, the same `?ver=` too',
    );
  }
}

// Each is without a token before any of them looks at what is around it.
whenSignedOut(() => {
  settings = { ...settings, token: undefined };
  listeners.forEach((one) => one.forgetToken());
});
