import type { ConnectApi } from '../api/connect/dialect.js';
import { platform } from '../platform/platform.js';
import { pageDialect } from './page-dialect.js';
import { apiUrl, type EffectiveSettings } from './settings.js';
import type { TokenUser } from './token-pool.js';
import { accessTo } from './token.js';

/**
 * The API as the settings have it.
 *
 * @param user Who asks.
 * @throws {ConnectError} `config` naming what is missing or wrong.
 */
export function connectApi(settings: EffectiveSettings, user: TokenUser): ConnectApi {
  const url = apiUrl(settings);
  const access = accessTo(url, settings, user);
  return { url, access, world: platform, dialect: pageDialect() };
}
