import { randomUUID } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { isObject, text } from '../../../src/api/decode.js';
import { loadContract, type Contract, type ContractRequest } from '../contract.js';
import { listen } from '../http-server.js';
import { isSiteOrigin } from '../site-origins.js';
import { operations } from './operations.js';
import { payerPages } from './payer-pages.js';
import { Payments, type NewPayment, type Payment } from './payments.js';
import { inputError, notFound, problem, unauthorized, type Answer } from './problems.js';

export interface SwedbankPayOptions {
  /** `localhost` when absent. */
  readonly host?: string;
  /** A free one when absent. */
  readonly port?: number;
  /** Where payers may be sent back to. */
  readonly siteOrigins: readonly string[];
  /** Milliseconds until a slow authorization is there; 3000 when absent. */
  readonly settleAfter?: number;
}

/** A request to the API as it was answered. Says that there was a key, never which. */
export interface MerchantRequest {
  /** Undefined when the contract has no such operation. */
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly hadToken: boolean;
}

export interface SwedbankPay {
  /** Base of the contract's paths. */
  readonly apiUrl: string;
  /** Of the payment page and of the seamless script. */
  readonly origin: string;
  /** The merchant's; for servers only. */
  readonly token: string;
  /** The API's requests, newest last. */
  readonly requests: readonly MerchantRequest[];
  /** What a merchant's server asks for by POST /psp/vipps/payments. */
  createPayment(payment: NewPayment): Payment;
  payment(id: string): Payment | undefined;
  /** The next call of an operation is refused with a problem of this type, such as `vipps/vipps_declined`. */
  refuseNext(operationId: string, status: Exclude<Answer['status'], 200>, type: string): void;
  /** Payments, log and refusals back to the start. */
  reset(): void;
  close(): Promise<void>;
}

/** The Vipps payment API, its payment page and its seamless script, on a port of their own. */
export async function startSwedbankPay(options: SwedbankPayOptions): Promise<SwedbankPay> {
  const { host = 'localhost', port = 0, settleAfter = 3000, siteOrigins } = options;
  const contract = await loadContract('swedbank-pay', '/psp', operations);
  const server = await listen(host, port);
  const { origin } = server;
  const token = randomUUID();
  const payments = new Payments(settleAfter);
  const requests: MerchantRequest[] = [];
  const refusals = new Map<string, Answer>();
  const parts = { contract, payments, token, refusals, origin };
  const app = new Hono();
  app.all('/psp/*', async (c) => {
    const request = await toRequest(c);
    const operationId = contract.operationId(request);
    const { status, body, type = usualType(status) } = answer(parts, operationId, request);
    requests.push({ operationId, status, ...toRecord(request) });
    return c.body(JSON.stringify(body), status, { 'Content-Type': type });
  });
  app.route('/', payerPages(payments, origin));
  server.serve(getRequestListener(app.fetch));
  const reset = () => {
    payments.reset();
    refusals.clear();
    requests.length = 0;
  };
  return {
    ...{ apiUrl: `${origin}/psp`, origin, token, requests, reset },
    createPayment: (wanted) => {
      const { completeUrl, cancelUrl = completeUrl, paymentUrl = completeUrl } = wanted;
      for (const url of [completeUrl, cancelUrl, paymentUrl]) checkSite(url, siteOrigins);
      return payments.create(wanted);
    },
    payment: (id) => payments.get(id),
    refuseNext: (operationId, status, type) =>
      void refusals.set(operationId, problem(status, type, 'As the sandbox was told to')),
    close: () => (reset(), server.close()),
  };
}

const usualType = (status: Answer['status']) =>
  status === 200 ? 'application/json' : 'application/problem+json';

function checkSite(url: string, siteOrigins: readonly string[]): void {
  if (!isSiteOrigin(new URL(url).origin, siteOrigins)) throw new Error(`${url} is not the site's`);
}

async function toRequest({ req }: Context): Promise<ContractRequest> {
  const { method, path } = req;
  const sent = await req.text();
  const body: unknown = sent ? parsed(sent) : undefined;
  return { method, path, query: req.query(), headers: req.header(), body };
}

function toRecord({ method, path, body, headers }: ContractRequest) {
  return { method, path, body, hadToken: headers['authorization'] !== undefined };
}

/** Text that is not JSON stays text, for the contract to refuse. */
function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}

interface Parts {
  contract: Contract;
  payments: Payments;
  token: string;
  refusals: Map<string, Answer>;
  origin: string;
}

function answer(parts: Parts, operationId = '', request: ContractRequest): Answer {
  const { contract, payments, token, refusals, origin } = parts;
  const work = operations.get(operationId);
  if (!work) return notFound;
  if (request.headers['authorization'] !== `Bearer ${token}`) return unauthorized;
  const fields = contract.pathFields(request);
  const payment = payments.get(isObject(fields) ? text(fields['paymentId']) : '');
  if (!payment) return notFound;
  const refusal = refusals.get(operationId);
  if (refusal) {
    refusals.delete(operationId);
    return refusal;
  }
  const wrong = contract.problem(request);
  if (wrong !== undefined) return inputError('Request', wrong);
  return work({ payments, payment, body: request.body, origin });
}
