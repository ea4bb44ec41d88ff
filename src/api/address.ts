import { configError } from './errors.js';

/** `https:`, or `http:` on this machine, and for nobody in particular. */
export function isSecure(url: URL): boolean {
  const { protocol, username, password } = url;
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal(url));
  return isSafe && !username && !password;
}

/** Whether an address is on this machine. */
export function isLocal({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether an address has neither query nor fragment. */
export function isBare({ href }: URL): boolean {
  return !/[?#]/.test(href);
}

/** An address without a slash at its end. */
export function withoutSlash({ href }: URL): string {
  return href.replace(/\/+$/, '');
}

/**
 * The API's own address; Norway and Sweden share it.
 *
 * @throws {ConnectError} `config` naming `environment`.
 */
export function apiAddress(environment: string): string {
  return `https://api${suffix(environment)}.mediaconnect.no/capi`;
}

/**
 * What tells the names of the test servers from those of production.
 *
 * @throws {ConnectError} `config` naming `environment`.
 */
export function suffix(environment: string): '' | '-test' {
  if (environment === 'test') return '-test';
  if (environment === 'production') return '';
  throw configError('environment', 'production or test');
}
