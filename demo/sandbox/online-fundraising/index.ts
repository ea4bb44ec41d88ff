import { createHash, randomUUID } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { loadContract, type Contract, type ContractRequest } from '../contract.js';
import { pendingPaymentsCode } from '../../../src/api/onlinefundraising/payment-method.js';
import { listen } from '../http-server.js';
import { PaymentMethods, type Verdict } from './methods.js';

export interface OnlineFundraisingOptions {
  /** `localhost` when absent. */
  readonly host?: string;
  /** A free one when absent. */
  readonly port?: number;
  /** Milliseconds from the acceptance of a cancellation until it is done; 3000 when absent. */
  readonly settleAfter?: number;
}

/** A request as it was answered. Says that there was a key, never which. */
export interface ServerRequest {
  /** Undefined when the contract has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly hadKey: boolean;
}

export interface OnlineFundraising {
  readonly apiUrl: string;
  /** The organisation's; for servers only. */
  readonly key: string;
  /** Newest last. */
  readonly requests: readonly ServerRequest[];
  /** Data and log back to the start. */
  reset(): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: 200 | 202 | 400 | 401 | 404;
  readonly body?: object;
}

/** ASSUMED: the codes; the documents show 10001 and no list. */
const error = (
  status: 400 | 401 | 404,
  errorDescription: string,
  errorCode = status === 400 ? '10001' : `${status}`,
): Answer => ({ status, body: { errorCode, errorDescription } });
const notFound = error(404, 'Payment Method was not found');
const verdicts: Readonly<Record<Verdict, Answer>> = {
  accepted: { status: 202 },
  'has pending payments': error(400, 'Payments are pending', pendingPaymentsCode),
  refused: error(400, 'Payment Method cannot be cancelled'),
  'not found': notFound,
};

type Work = (methods: PaymentMethods, guid: string) => Answer;

const found = (body: object | undefined): Answer => (body ? { status: 200, body } : notFound);
const operations = new Map<string, Work>([
  ['getPaymentMethod', (methods, guid) => found(methods.get(guid))],
  ['listPaymentMethodSubscriptions', (methods, guid) => found(methods.subscriptions(guid))],
  ['cancelPaymentMethod', (methods, guid) => verdicts[methods.cancel(guid)]],
]);

/** The Payment Method API on a port of its own, answering by its contract. */
export async function startOnlineFundraising(
  options: OnlineFundraisingOptions = {},
): Promise<OnlineFundraising> {
  const { host = 'localhost', port = 0, settleAfter = 3000 } = options;
  const contract = await loadContract('onlinefundraising', '/', operations);
  const server = await listen(host, port);
  const key = randomUUID();
  const methods = new PaymentMethods(settleAfter);
  const requests: ServerRequest[] = [];
  const app = new Hono();
  app.all('*', async (c) => {
    const text = await c.req.text();
    const request = toRequest(c, text);
    const operationId = contract.operationId(request);
    const { status, body } = answer({ contract, methods, key }, operationId, request, text);
    const hadKey = request.headers['authorization'] !== undefined;
    const { method, path } = request;
    requests.push({ operationId, method, path, status, hadKey });
    return body ? c.json(body, status) : c.body(null, status);
  });
  server.serve(getRequestListener(app.fetch));
  const reset = () => {
    methods.reset();
    requests.length = 0;
  };
  return { apiUrl: server.origin, key, requests, reset, close: () => server.close() };
}

function toRequest({ req }: Context, text: string): ContractRequest {
  const { method, path } = req;
  return { method, path, query: req.query(), headers: req.header(), body: text || undefined };
}

function answer(
  parts: { contract: Contract; methods: PaymentMethods; key: string },
  operationId: string | undefined,
  request: ContractRequest,
  text: string,
): Answer {
  const { contract, methods, key } = parts;
  const work = operations.get(operationId ?? '');
  if (!work) return error(404, 'There is no such operation');
  if (request.headers['authorization'] !== key) return error(401, 'The key is missing or wrong');
  const problem = contract.problem(request);
  if (problem !== undefined) return error(400, problem);
  const { 'content-md5': header, requestmd5: alternative } = request.headers;
  // ASSUMED: base64, as RFC 1864 has it; the vendor says "MD5 of the body" and no more.
  const digest = createHash('md5').update(text).digest('base64');
  if (request.method === 'POST' && (header ?? alternative) !== digest) {
    return error(400, 'Content-MD5 is not the MD5 of the body');
  }
  const entries: [string, unknown][] = Object.entries(contract.pathFields(request) ?? {});
  return work(methods, String(entries.find(([name]) => name === 'guid')?.[1]));
}
