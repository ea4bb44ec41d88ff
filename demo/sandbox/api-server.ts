import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { notFound, refused, unauthorized, type Answer } from './answers.js';
import type { Contract, ContractRequest } from './contract.js';
import type { Spoken } from './dialects/spoken.js';
import { write } from './fault-answers.js';
import { faultyApp, type FaultyParts } from './faulty-app.js';
import { operations } from './operations.js';
import { RateLimit } from './rate-limit.js';
import { Refusal, type State } from './state.js';
import { forcedFault } from './test-invoices.js';
import type { Tokens } from './tokens.js';

export interface ApiParts extends Omit<FaultyParts, 'operationId' | 'work'> {
  readonly state: State;
  readonly tokens: Tokens;
  readonly contract: Contract;
  readonly spoken: Spoken;
}

export function apiServer(parts: ApiParts): Hono<{ Bindings: HttpBindings }> {
  const rateLimit = new RateLimit();
  return faultyApp({
    ...parts,
    operationId: (request) => parts.contract.operationId(request),
    work: async (c, operationId, request) => write(c, await work(parts, operationId, request)),
    ownFault: (id, { body }) =>
      id === 'payInvoice' ? forcedFault(textFields(body)['invoiceNumber']) : undefined,
    headers: () => ({ 'X-Mediaconnect-Api-Version': 'sandbox', ...rateLimit.headers() }),
  });
}

async function work(
  { state, tokens, contract, spoken }: ApiParts,
  operationId = '',
  request: ContractRequest,
): Promise<Answer> {
  const run = operations.get(operationId);
  if (!run) return notFound;
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  const subscriber = await tokens.subscriberOf(token);
  if (subscriber === undefined) return unauthorized;
  const asked = { ...request, body: spoken.request(operationId, request.body) };
  const problem = contract.problem(asked);
  if (problem !== undefined) return refused(problem);
  const body = textFields(asked.body);
  const { productCode = '' } = { ...body, ...textFields(contract.pathFields(request)) };
  try {
    const said = run(state, { subscriber, productCode, query: request.query, body });
    return { status: 200, body: spoken.answer(operationId, { ...said }) };
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
