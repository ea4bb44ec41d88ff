import { isObject, text, type JsonObject } from '../../src/api/decode.js';

/** A sandbox of this page's own, in the process of the test runner; see `sandbox-middleware.ts`. */
export interface SandboxClient {
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  /** Of the site's own backends. */
  readonly backendUrl: string;
  /** Of the payment page and the script of Vipps payments. */
  readonly vippsOrigin: string;
  /** An origin that no request should come to. */
  readonly elsewhere: string;
  begin(scene: Scene): Promise<Begun>;
  report(): Promise<Report>;
  /** No fault any more. */
  calm(): Promise<void>;
  /** Whether a committed document is the same. */
  compare(name: string, content: string): Promise<boolean>;
}

export interface Scene {
  /** The requests of transactions that have been completed, one after the other. */
  make?: readonly { path: string; body: object }[] | undefined;
  operation?: string;
  fault?: object | undefined;
}

export interface Begun {
  /** Two that are good. */
  tokens: string[];
  /** Of the last that was made. */
  transactionId: number;
  /** Address of a Vipps payment. */
  payment: string;
}

export interface Report {
  requests: { operationId: string; isDone: boolean; hadToken: boolean }[];
  /** Requests and preflights that a fault has struck. */
  met: number;
  transactions: number;
  /** Requests that came to `elsewhere`. */
  strays: number;
}

async function ask(path: string, given: object = {}): Promise<JsonObject> {
  const answer = await fetch(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(given) });
  const said: unknown = await answer.json();
  if (answer.ok && isObject(said)) return said;
  throw new Error(`the sandbox did not ${path}`);
}

export async function useSandbox(): Promise<SandboxClient> {
  const id = text((await ask('start'))['id']);
  const about = await ask(`${id}/describe`);
  return {
    apiUrl: text(about['apiUrl']),
    loginUrl: text(about['loginUrl']),
    clientId: text(about['clientId']),
    backendUrl: text(about['backendUrl']),
    vippsOrigin: text(about['vippsOrigin']),
    elsewhere: text(about['elsewhere']),
    begin: async (scene) => {
      const begun = await ask(`${id}/begin`, scene);
      const { tokens, transactionId, payment } = begun;
      return {
        tokens: list(tokens).map(text),
        transactionId: Number(transactionId),
        payment: text(payment),
      };
    },
    report: async () => {
      const { requests, met, transactions, strays } = await ask(`${id}/report`);
      return {
        requests: list(requests)
          .filter(isObject)
          .map(({ operationId, isDone, hadToken }) => ({
            operationId: text(operationId),
            isDone: isDone === true,
            hadToken: hadToken === true,
          })),
        met: Number(met),
        transactions: Number(transactions),
        strays: Number(strays),
      };
    },
    calm: async () => void (await ask(`${id}/calm`)),
    compare: async (name, content) =>
      (await ask(`${id}/compare`, { name, content }))['isSame'] === true,
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
