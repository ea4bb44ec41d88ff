// The package ships no types; these are the parts that the sandbox uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { JWK } from 'jose';

  interface Client {
    readonly clientId: string;
    grantTypeAllowed(type: string): boolean;
  }
  interface RequestContext {
    type: string;
    body: string;
    readonly oidc: {
      readonly client: Client;
      readonly session: { readonly accountId: string; grantIdFor(clientId: string): string };
    };
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  interface ResourceServer {
    scope: string;
    audience: string;
    accessTokenFormat: 'jwt';
    accessTokenTTL: number;
    jwt: { sign: { alg: string } };
  }
  export interface Configuration {
    clients: object[];
    jwks: { keys: JWK[] };
    scopes: string[];
    cookies: { keys: string[]; names: Record<'session' | 'interaction' | 'resume', string> };
    routes: Record<string, string>;
    ttl: Record<string, number>;
    interactions: { url(context: RequestContext, interaction: { uid: string }): string };
    features: {
      devInteractions: { enabled: boolean };
      rpInitiatedLogout: { enabled: boolean };
      resourceIndicators: {
        enabled: boolean;
        defaultResource(): string;
        useGrantedResource(): boolean;
        getResourceServerInfo(): ResourceServer;
      };
    };
    findAccount(context: RequestContext, id: string): object | undefined;
    loadExistingGrant(context: RequestContext): Promise<Grant | undefined>;
    issueRefreshToken(context: RequestContext, client: Client): Promise<boolean>;
    renderError(
      context: RequestContext,
      out: { error: string; error_description?: string },
    ): Promise<void>;
  }
  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: {
      new (about: { clientId: string; accountId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ readonly prompt: { readonly name: string } }>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<string>;
  }
}
