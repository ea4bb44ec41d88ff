import { randomUUID } from 'node:crypto';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
} from 'jose';
import { subscribers } from './seed.js';

export const scope = 'read';

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  /** Seconds. */
  readonly lifetime: number;
}

/** The key that the provider signs with, and what the API accepts of it. */
export interface Tokens {
  readonly privateJwk: JWK;
  sign(subscriber: string): Promise<string>;
  /** @returns the subscriber, or undefined for any token that is not good. */
  subscriberOf(token: string): Promise<string | undefined>;
}

export async function createTokens(settings: TokenSettings): Promise<Tokens> {
  const { issuer, audience, clientId, lifetime } = settings;
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const header = { alg: 'RS256', typ: 'at+jwt', kid };

  const sign = (subscriber: string) =>
    new SignJWT({ scope, client_id: clientId, jti: randomUUID() })
      .setProtectedHeader(header)
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subscriber)
      .setIssuedAt()
      .setExpirationTime(`${lifetime}s`)
      .sign(privateKey);

  const subscriberOf = async (token: string) => {
    const checks = { issuer, audience, typ: 'at+jwt', algorithms: ['RS256'] };
    const verified = await jwtVerify(token, publicKey, checks).catch(() => undefined);
    const { scope: granted, sub } = verified?.payload ?? {};
    const isGranted = typeof granted === 'string' && granted.split(' ').includes(scope);
    return isGranted ? subscribers.find(({ id }) => id === sub)?.id : undefined;
  };

  return { privateJwk: { ...jwk, kid, alg: 'RS256', use: 'sig' }, sign, subscriberOf };
}
