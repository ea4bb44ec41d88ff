import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Provider } from 'oidc-provider';
import { apiServer } from './api-server.js';
import { Clock } from './clock.js';
import { loadContract } from './contract.js';
import type { DialectName } from './dialects/index.js';
import { Spoken } from './dialects/spoken.js';
import { Faults } from './faults.js';
import { listen, type Listener, type LocalServer } from './http-server.js';
import { loginServer } from './login-server.js';
import { createProvider } from './oauth.js';
import { operations } from './operations.js';
import type { Outcome } from './names.js';
import { providerPages } from './provider-pages.js';
import type { RequestRecord } from './request-log.js';
import { subscribers } from './seed.js';
import { State } from './state.js';
import { createTokens, type Tokens, type TokenSettings } from './tokens.js';
import type { Transaction } from './transactions.js';
import { Visits } from './visits.js';

export { dialectNames, isDialectName, type DialectName } from './dialects/index.js';
export { decodeFault, Faults, type Fault, type SetFault } from './faults.js';
export type { RequestRecord } from './request-log.js';

export interface SandboxOptions {
  /** `localhost` when absent. */
  readonly host?: string;
  /** Free ports when absent. */
  readonly ports?: { readonly api?: number; readonly login?: number; readonly provider?: number };
  /** Where payers may be sent back to, and who may call the API from a page; `:*` for any port of a host. */
  readonly siteOrigins: readonly string[];
  /** The query parameter that carries the outcome; `status` when absent. */
  readonly resultParam?: string;
  /** Milliseconds until an `initiated` payment is registered; 3000 when absent. */
  readonly settleAfter?: number;
  /** Seconds that an access token lives; 300 when absent. */
  readonly tokenLifetime?: number;
  /**
   * Whether a connection serves more than one request, and a preflight is remembered; true when absent.
   * A browser sends a request again by itself when a connection that it has used before is cut without
   * an answer: where tests count requests over faults, each has to come on a connection of its own.
   */
  readonly keepAlive?: boolean;
  /** What it speaks from the start, and after each reset; as assumed when absent. */
  readonly dialects?: readonly DialectName[];
}

export interface Sandbox {
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string; readonly redirectPath: string };
  /** The API's requests, newest last. */
  readonly requests: readonly RequestRecord[];
  readonly faults: Faults;
  /** All that were made, with those that were never completed. */
  transactions(): readonly Transaction[];
  /** Completes a transaction, as its provider's page does; one that is not known stays so. */
  complete(transactionId: number, outcome: Outcome): void;
  /**
   * Answers in these dialects from now on, and in no others; without one as assumed. Each is a way in which
   * the real servers may be unlike what is assumed of them.
   */
  speak(...dialects: readonly DialectName[]): void;
  /** What is spoken beside what is assumed. */
  dialects(): readonly DialectName[];
  /** Moves the sandbox's clock: as if so many milliseconds had gone by, what is registered later is. */
  advance(ms: number): void;
  /** Data, faults, log and pending payments back to the start. Logs nobody out. */
  reset(): void;
  /** A signed token as the provider issues it, for `kari` when no one is named. */
  accessToken(subscriber?: string): Promise<string>;
  close(): Promise<void>;
}

const client = { id: 'no.sandbox.newspaper', secret: randomUUID(), redirectPath: '/callback' };

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host = 'localhost', ports = {}, keepAlive } = options;
  const servers: LocalServer[] = [];
  const closeAll = async () => {
    await Promise.all(servers.map((server) => server.close()));
  };
  try {
    for (const port of [ports.api, ports.login, ports.provider]) {
      servers.push(await listen(host, port ?? 0, keepAlive));
    }
    const sandbox = await assemble(options, servers);
    return Object.assign(sandbox, { close: () => (sandbox.reset(), closeAll()) });
  } catch (error) {
    await closeAll();
    throw error;
  }
}

async function assemble(
  options: SandboxOptions,
  [api, login, providers]: readonly LocalServer[],
): Promise<Omit<Sandbox, 'close'>> {
  const { siteOrigins, resultParam = 'status', settleAfter = 3000, tokenLifetime = 300 } = options;
  if (!api || !login || !providers) throw new Error('three servers are needed');
  const apiUrl = `${api.origin}/capi`;
  const loginUrl = `${login.origin}/login`;
  const { tokens, provider } = await authorization(
    { issuer: loginUrl, audience: apiUrl, clientId: client.id, lifetime: tokenLifetime },
    siteOrigins,
  );
  const contract = await loadContract('connect', '/capi', operations);
  const [clock, spoken] = [new Clock(), new Spoken(options.dialects)];
  const state = new State(settleAfter, clock, spoken, `${providers.origin}/invoice`);
  const [visits, faults, log] = [new Visits(), new Faults(), new Array<RequestRecord>()];

  const isRemembered = options.keepAlive ?? true;
  const pageRules = { faults, log, siteOrigins, isRemembered };
  const apiApp = apiServer({ ...pageRules, state, tokens, contract, spoken });
  const rules = { clientId: client.id, siteOrigins };
  const providerOrigin = providers.origin;
  const loginApp = loginServer({ ...rules, state, visits, provider, loginUrl, providerOrigin });
  api.serve(getRequestListener(apiApp.fetch));
  login.serve(withOAuth(provider, getRequestListener(loginApp.fetch)));
  const pages = providerPages({ state, visits, resultParam, spoken });
  providers.serve(getRequestListener(pages.fetch));

  return {
    ...{ apiUrl, loginUrl, issuer: loginUrl, client, requests: log, faults },
    ...payments(state),
    ...conduct(clock, spoken),
    reset: () => {
      spoken.reset();
      state.reset();
      visits.clear();
      faults.clear();
      log.length = 0;
    },
    accessToken: (subscriber = 'kari') => signFor(subscriber, tokens),
  };
}

async function signFor(subscriber: string, tokens: Tokens): Promise<string> {
  const isKnown = subscribers.some(({ id }) => id === subscriber);
  if (!isKnown) throw new Error(`there is no subscriber ${subscriber}`);
  return tokens.sign(subscriber);
}

const conduct = (
  clock: Clock,
  spoken: Spoken,
): Pick<Sandbox, 'speak' | 'dialects' | 'advance'> => ({
  speak: (...names) => spoken.speak(names),
  dialects: () => spoken.names,
  advance: (ms) => clock.advance(ms),
});

const payments = ({ transactions }: State): Pick<Sandbox, 'transactions' | 'complete'> => ({
  transactions: () => transactions.all,
  complete: (transactionId, outcome) => {
    const found = transactions.get(transactionId);
    if (found) transactions.complete(found, outcome);
  },
});

async function authorization(settings: TokenSettings, siteOrigins: readonly string[]) {
  const tokens = await createTokens(settings);
  // A page without an origin asks as `null`, and nobody is sent back there; nobody logs in to any port either.
  const sites = siteOrigins.filter((origin) => origin !== 'null' && !origin.endsWith(':*'));
  const redirectUris = sites.map((origin) => origin + client.redirectPath);
  const oauth = { ...settings, clientSecret: client.secret, redirectUris };
  return { tokens, provider: createProvider(oauth, tokens) };
}

/** The authorization server's paths are below the login server's address. */
function withOAuth(provider: Provider, otherwise: Listener): Listener {
  const oauth = provider.callback();
  return (request, response) => {
    const isOAuth = /^\/login\/(oauth|\.well-known)\//.test(request.url ?? '');
    if (!isOAuth) return otherwise(request, response);
    return oauth(mounted(request), response);
  };
}

function mounted(request: IncomingMessage): IncomingMessage {
  const { url = '' } = request;
  return Object.assign(request, { originalUrl: url, url: url.slice('/login'.length) });
}
