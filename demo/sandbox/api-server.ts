import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { notFound, refused, unauthorized, type Answer } from './answers.js';
import type { Contract, ContractRequest } from './contract.js';
import { answerWith } from './fault-answers.js';
import type { Faults } from './faults.js';
import { operations } from './operations.js';
import { RateLimit } from './rate-limit.js';
import { loggedHeaders, type RequestRecord } from './request-log.js';
import { Refusal, type State } from './state.js';
import type { Tokens } from './tokens.js';

export interface ApiParts {
  readonly state: State;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly contract: Contract;
  readonly log: RequestRecord[];
  readonly siteOrigins: readonly string[];
}

export function apiServer(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const { faults, contract, log, siteOrigins } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const rateLimit = new RateLimit();
  app.use(
    cors({
      origin: [...siteOrigins],
      allowMethods: ['GET', 'POST', 'PATCH'],
      allowHeaders: ['Authorization', 'Content-Type'],
      exposeHeaders: [
        'Retry-After',
        'X-RateLimit-Remaining',
        'X-RateLimit-Reset',
        'X-Mediaconnect-Api-Version',
      ],
    }),
  );
  app.all('*', async (c) => {
    c.header('X-Mediaconnect-Api-Version', 'sandbox');
    for (const [name, value] of Object.entries(rateLimit.headers())) c.header(name, value);
    const at = Date.now();
    const request = await readRequest(c);
    const operationId = contract.operationId(request);
    const fault = operationId === undefined ? undefined : faults.take(operationId);
    const { response, isCut } = await answerWith(c, fault, () => work(parts, operationId, request));
    log.push({ at, operationId, ...toRecord(request), status: isCut ? 0 : response.status });
    return response;
  });
  return app;
}

async function readRequest({ req }: Context): Promise<ContractRequest> {
  const text = await req.text();
  const { method, path } = req;
  const query = req.query();
  return { method, path, query, headers: req.header(), body: text ? parsed(text) : undefined };
}

/** Text that is not JSON stays text, for the contract to refuse. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function toRecord({ method, path, query, body, headers }: ContractRequest) {
  const shown = loggedHeaders.filter((name) => headers[name] !== undefined);
  return {
    method,
    path,
    query,
    body,
    hadToken: headers['authorization'] !== undefined,
    headers: Object.fromEntries(shown.map((name) => [name, headers[name] ?? ''])),
  };
}

async function work(
  { state, tokens, contract }: ApiParts,
  operationId: string | undefined,
  request: ContractRequest,
): Promise<Answer> {
  const run = operations.get(operationId ?? '');
  if (!run) return notFound;
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  const subscriber = await tokens.subscriberOf(token);
  if (subscriber === undefined) return unauthorized;
  const problem = contract.problem(request);
  if (problem !== undefined) return refused(problem);
  const body = textFields(request.body);
  const { productCode = '' } = { ...body, ...textFields(contract.pathFields(request)) };
  try {
    return {
      status: 200,
      body: run(state, { subscriber, productCode, query: request.query, body }),
    };
  } catch (error) {
    if (error instanceof Refusal) return refused(error.message);
    throw error;
  }
}

/** The fields as text: ids come as numbers in one place and as text in another. */
function textFields(value: unknown): Record<string, string> {
  const entries: [string, unknown][] = Object.entries(value ?? {});
  return Object.fromEntries(entries.map(([name, field]) => [name, String(field)]));
}
