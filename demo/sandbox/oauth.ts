import { randomUUID } from 'node:crypto';
import { Provider, type Configuration } from 'oidc-provider';
import { page } from './layout.js';
import { subscribers } from './seed.js';
import { scope, type TokenSettings, type Tokens } from './tokens.js';

export interface OAuthSettings extends TokenSettings {
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

export const providerCookies = {
  session: 'sandbox_oauth',
  interaction: 'sandbox_oauth_interaction',
  resume: 'sandbox_oauth_resume',
};
const openidScopes = ['openid', 'offline_access'];
const hour = 3600;

/** The authorization server: code flow, refresh tokens and signed access tokens for the API. */
export function createProvider(settings: OAuthSettings, tokens: Tokens): Provider {
  const { issuer, clientId, clientSecret, redirectUris } = settings;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [tokens.privateJwk] },
    scopes: openidScopes,
    cookies: { keys: [randomUUID()], names: providerCookies },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      jwks: '/oauth/jwks',
      userinfo: '/oauth/userinfo',
    },
    ttl: timesToLive(settings.lifetime),
    interactions: { url: (_context, { uid }) => `${issuer}/interaction/${uid}` },
    features: features(settings),
    findAccount: (_context, id) =>
      subscribers.some((one) => one.id === id)
        ? { accountId: id, claims: () => ({ sub: id }) }
        : undefined,
    loadExistingGrant: (context) => grantAll(provider, settings.audience, context),
    issueRefreshToken: (_context, client) =>
      Promise.resolve(client.grantTypeAllowed('refresh_token')),
    renderError: async (context, { error, error_description: text = '' }) => {
      context.type = 'html';
      context.body = `${await page({ title: 'This login cannot go on', text: `${error}: ${text}` })}`;
    },
  });
  return provider;
}

function features({ audience, lifetime }: OAuthSettings): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => audience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope,
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: lifetime,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  };
}

const timesToLive = (accessToken: number) => ({
  AccessToken: accessToken,
  AuthorizationCode: 60,
  Grant: 24 * hour,
  IdToken: hour,
  Interaction: hour,
  RefreshToken: 24 * hour,
  Session: 24 * hour,
});

type GrantContext = Parameters<Configuration['loadExistingGrant']>[0];

/** Nobody is asked for consent: the newspaper is the only client. */
async function grantAll(provider: Provider, audience: string, { oidc }: GrantContext) {
  const { clientId } = oidc.client;
  const known = await provider.Grant.find(oidc.session.grantIdFor(clientId) ?? '');
  if (known) return known;
  const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope(openidScopes.join(' '));
  grant.addResourceScope(audience, scope);
  await grant.save();
  return grant;
}
