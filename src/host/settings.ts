import { createContext } from '@lit/context';
import { apiAddress, isBare, isSecure, suffix, withoutSlash } from '../api/address.js';
import type { Dialect } from '../api/connect/dialect.js';
import { assumedLogin } from '../api/connect/login.js';
import { configError, type ConnectError } from '../api/errors.js';
import type { TokenProvider } from '../api/token.js';
import type { Dictionary } from '../i18n/keys.js';
import { platform } from '../platform/platform.js';
import { pageDialect } from './page-dialect.js';

/**
 * What every element shares. Each is an attribute too, in kebab case, but for `tokenProvider`,
 * `apiOrigins` and `scriptOrigins`.
 */
export interface ConnectSettings {
  /** Which servers: `production` (default) or `test`. */
  environment?: string | undefined;
  /** Which login server: `no` (default) or `se`. */
  country?: string | undefined;
  /** Base of the API, or of a proxy for it; overrides `environment`. */
  apiUrl?: string | undefined;
  /** Base of the login server; overrides `environment` and `country`. */
  loginUrl?: string | undefined;
  /** The site's Connect client id. Required to redirect. */
  clientId?: string | undefined;
  /** Where the login server sends the browser back; this page by default. */
  returnUrl?: string | undefined;
  /** Where it sends the browser after a system error; `returnUrl` by default. */
  errorUrl?: string | undefined;
  /** Other origins that `returnUrl` and `errorUrl` may point at, separated by spaces. */
  returnOrigins?: string | undefined;
  /**
   * Origins, besides that of its resource, that an operation of a Vipps payment may send the browser to,
   * separated by spaces.
   */
  operationOrigins?: string | undefined;
  /**
   * Origins, separated by spaces, that may get the token of `tokenUrl` besides this page's own and the
   * vendor's. For `configure()` alone: whoever may only write markup could name a server of theirs as
   * `api-url` beside the site's own `token-url`. On a page of this machine its other ports need no name.
   */
  apiOrigins?: string | undefined;
  /**
   * Origins, besides the page's own, that the script of a Vipps payment's seamless view may come from,
   * separated by spaces; without one named, that view is not offered elsewhere. For `configure()` alone:
   * a script does what it likes on a page, and whoever may only write markup must not bring one.
   */
  scriptOrigins?: string | undefined;
  /**
   * Names of the query parameter that carries the outcome, separated by spaces; those of the dialect
   * (`resultParameters`) by default.
   */
  resultParam?: string | undefined;
  /** Access token. */
  token?: string | undefined;
  /** Same-origin JSON endpoint of the site that answers `{"access_token": "…", "expires_in": 300}`. */
  tokenUrl?: string | undefined;
  /** Asked for a token when one is needed; wins over `tokenUrl`, which wins over `token`. */
  tokenProvider?: TokenProvider | undefined;
  /**
   * The site's login page, of this origin or `https:`; `{return}` in it is replaced by the address of this
   * page, percent-encoded. It is shown as "Log in" when the session has ended.
   */
  signInUrl?: string | undefined;
  /**
   * An opaque name of who is logged in; never sent. What is kept in the browser is kept under it, and
   * another one forgets tokens and what was read. Without it, what is open of changes and additions is
   * kept for the tab alone.
   */
  subscriber?: string | undefined;
  /** What may be kept in the browser: `all` (default), or `none`. */
  storage?: string | undefined;
  /** Which window goes to the login server: `_self` (default), or `_top` inside an iframe. */
  target?: string | undefined;
}

/** What `configure()` sets for the whole page. */
export interface PageSettings extends ConnectSettings {
  /**
   * Language (BCP 47) of every element that stands in no other; wins over that of `<html>`. English where
   * neither says anything or there are no texts in it.
   */
  lang?: string | undefined;
  /**
   * Texts of the site's own, by language code (`nb`) and key (`pay-invoice.action`). They win over the
   * library's; a code that the library does not have adds a language, and what it leaves out is English.
   * `{name}` stands where a value is put in; a text with a number may be given by the number's category
   * (`{ one: …, other: … }`, CLDR).
   */
  texts?: Readonly<Record<string, Partial<Dictionary>>> | undefined;
  /**
   * What is known better of the API than is assumed: each member that is given replaces the assumed one. From
   * a script alone, since a member is code. Call before the elements connect: an outcome that has been told
   * stays told. What was read in another dialect is read again.
   */
  dialect?: Partial<Dialect> | undefined;
}

/** The settings in force somewhere on the page: these three are always there. */
export interface EffectiveSettings extends ConnectSettings {
  environment: string;
  country: string;
  target: string;
  /** Something was handed over, here or around, that cannot be used; nothing is done until it is mended. */
  wrong?: ConnectError;
}

/** Those that are properties and attributes of every element. */
export const settingNames = [
  'environment',
  'country',
  'apiUrl',
  'loginUrl',
  'clientId',
  'returnUrl',
  'errorUrl',
  'resultParam',
  'token',
  'tokenUrl',
  'tokenProvider',
  'signInUrl',
  'subscriber',
  'storage',
  'target',
] as const satisfies readonly (keyof ConnectSettings)[];

/** The key is a registered symbol, so that two copies of the library on a page still talk. */
export const settingsContext = createContext<EffectiveSettings>(Symbol.for('connect-elements'));

export const defaultSettings: EffectiveSettings = {
  environment: 'production',
  country: 'no',
  target: '_self',
};

/**
 * Lays an element's own settings over those around it.
 *
 * A token goes only where its owner meant it to go: who changes the server does not inherit one.
 */
export function mergeSettings(outer: EffectiveSettings, own: ConnectSettings): EffectiveSettings {
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value != null));
  const merged = { ...outer, ...given };
  const { token, tokenUrl, tokenProvider } = own;
  const isElsewhere = (['environment', 'country', 'apiUrl'] as const).some(
    (name) => merged[name] !== outer[name],
  );
  return isElsewhere || (token ?? tokenUrl ?? tokenProvider) != null
    ? { ...merged, token, tokenUrl, tokenProvider }
    : merged;
}

/**
 * A setting that is an address, resolved against the page's own.
 *
 * @param expected What is expected of an https address, such as `of this origin`.
 * @throws {ConnectError} `config` naming the setting when it is no address or not an allowed one.
 */
export function checkedUrl(
  name: string,
  value: string,
  expected: string,
  isAllowed: (url: URL, page: URL) => boolean,
): URL {
  const page = new URL(platform.href());
  const url = URL.canParse(value, page.href) && new URL(value, page);
  if (url && isSecure(url) && isAllowed(url, page)) return url;
  throw configError(name, `an https address ${expected}`);
}

/** A server's base address without a slash at its end. */
function baseUrl(name: string, value: string): string {
  return withoutSlash(checkedUrl(name, value, 'without a query', isBare));
}

/** Whether a setting that lists origins, separated by spaces, has that of an address. */
export function isNamed({ origin }: URL, origins = ''): boolean {
  return origins.split(/\s+/).includes(origin);
}

/** @throws {ConnectError} `config` naming the setting when it lists what is no origin, and so allows nothing. */
export function checkOrigins(name: string, origins = ''): void {
  const isOrigin = (one: string) => URL.canParse(one) && new URL(one).origin === one;
  const listed = origins.split(/\s+/).filter(Boolean);
  if (!listed.every(isOrigin)) throw configError(name, 'origins, such as https://shop.example');
}

/** Of the page's own origin, where it has one: the site's cookies go there and the answers may be read. */
export function isSameOrigin(url: URL, page: URL): boolean {
  return url.origin === page.origin && !platform.isOpaque();
}

/** @throws {ConnectError} `config` naming `environment` or `api-url`. */
export function apiUrl({ environment, apiUrl }: EffectiveSettings): string {
  return baseUrl('api-url', apiUrl ?? apiAddress(environment));
}

/**
 * Both countries share the test login server, as a public client of the API has it.
 *
 * @throws {ConnectError} `config` naming `environment`, `country` or `login-url`.
 */
export function loginUrl({ environment, country, loginUrl }: EffectiveSettings): string {
  if (country !== 'no' && country !== 'se') throw configError('country', 'no or se');
  const host = suffix(environment) ? 'api-test.mediaconnect.no/login' : `connectid.${country}/user`;
  return baseUrl('login-url', loginUrl ?? `https://${host}`);
}

/** The API names no currency, so it is the country's. */
export function currencyOf({ country }: EffectiveSettings): string {
  const { currencies = assumedLogin.currencies }: Partial<Dialect> = pageDialect();
  return currencies[country] ?? 'NOK';
}
