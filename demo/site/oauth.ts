import * as oauth from 'openid-client';
import type { AccessToken, Session } from './session.js';

interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** Seconds. A token this close to its end is renewed before a page gets it. */
const margin = 30;

/**
 * The newspaper's OAuth client: authorization code flow with a secret that never leaves this process.
 * Pages get short-lived access tokens from it and nothing else.
 */
export class OAuthClient {
  readonly #provider: Provider;
  #configuration: Promise<oauth.Configuration> | undefined;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  /** Where to send a reader who logs in, to come back to `goingTo`. */
  async loginUrl(session: Session, goingTo: string): Promise<string> {
    const verifier = oauth.randomPKCECodeVerifier();
    const state = oauth.randomState();
    session.login = { state, verifier, goingTo };
    const url = oauth.buildAuthorizationUrl(await this.#discovered(), {
      redirect_uri: this.#provider.redirectUri,
      scope: 'openid read',
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
    });
    return url.href;
  }

  /** Takes the code that came back. Gives where the reader was going; the front page, where one may log in, without a login. */
  async finish(session: Session, callback: URL): Promise<string> {
    const { login } = session;
    if (!login) return '/';
    delete session.login;
    const checks = { pkceCodeVerifier: login.verifier, expectedState: login.state };
    const grant = oauth.authorizationCodeGrant(await this.#discovered(), callback, checks);
    const answer = await grant.catch(unlessRefused);
    if (!answer) return '/';
    session.subscriber = answer.claims()?.sub;
    // Whoever was logged in before has left nothing here, a refresh token least of all.
    delete session.tokens;
    delete session.renewal;
    this.#keep(session, answer);
    return login.goingTo;
  }

  /** A token that is good for a while yet; undefined when the reader has to log in. */
  async accessToken(session: Session): Promise<AccessToken | undefined> {
    const { tokens } = session;
    if (!tokens) return undefined;
    const left = current(tokens);
    if (left.seconds > margin) return left;
    if (!tokens.refresh) return undefined;
    // One renewal at a time: a refresh token may be good for one use only.
    session.renewal ??= this.#renew(session, tokens, tokens.refresh).finally(
      () => delete session.renewal,
    );
    return session.renewal;
  }

  async #renew(
    session: Session,
    tokens: Session['tokens'],
    refresh: string,
  ): Promise<AccessToken | undefined> {
    // Somebody else may have logged in meanwhile, whose tokens stay.
    const isStill = () => session.tokens === tokens;
    try {
      const answer = await oauth.refreshTokenGrant(await this.#discovered(), refresh);
      if (isStill()) return this.#keep(session, answer);
    } catch (error) {
      // Only the server's own no ends the session: a network fault passes.
      if (!(error instanceof oauth.ResponseBodyError)) throw error;
      if (isStill()) delete session.tokens;
    }
    return undefined;
  }

  #keep(session: Session, answer: oauth.TokenEndpointResponse): AccessToken {
    session.tokens = {
      access: answer.access_token,
      refresh: answer.refresh_token ?? session.tokens?.refresh,
      expires: Date.now() + (answer.expires_in ?? 0) * 1000,
    };
    return current(session.tokens);
  }

  #discovered(): Promise<oauth.Configuration> {
    const { issuer, clientId, clientSecret } = this.#provider;
    // The sandbox speaks http on this machine; a real authorization server speaks https.
    const options = { execute: [oauth.allowInsecureRequests] };
    this.#configuration ??= oauth.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      undefined,
      options,
    );
    return this.#configuration;
  }
}

const refusals = [oauth.AuthorizationResponseError, oauth.ResponseBodyError, oauth.ClientError];

/** The reader has said no, the code is spent, or it is not the login that was begun here: as of another tab. */
function unlessRefused(error: unknown): undefined {
  if (!refusals.some((kind) => error instanceof kind)) throw error;
}

function current({ access, expires }: NonNullable<Session['tokens']>): AccessToken {
  return { token: access, seconds: Math.floor((expires - Date.now()) / 1000) };
}
