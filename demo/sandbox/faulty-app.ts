import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { ContractRequest } from './contract.js';
import { answerWith, type FaultyContext } from './fault-answers.js';
import type { Fault, Faults } from './faults.js';
import { toRecord, type RequestRecord } from './request-log.js';
import { isSiteOrigin } from './site-origins.js';

export interface FaultyParts {
  readonly faults: Faults;
  readonly log: RequestRecord[];
  readonly siteOrigins: readonly string[];
  /** Whether browsers may remember a preflight. */
  readonly isRemembered: boolean;
  operationId(request: ContractRequest): string | undefined;
  work(c: FaultyContext, id: string | undefined, request: ContractRequest): Promise<Response>;
  /** What a request meets by what it asks for, when no fault is switched on. */
  ownFault?(id: string, request: ContractRequest): Fault | undefined;
  /** What every answer carries, the wrong ones too. */
  headers?(): Readonly<Record<string, string>>;
}

/** What pages of other origins ask, and where each request meets its fault: the API, or a site's backend. */
export function faultyApp(parts: FaultyParts): Hono<{ Bindings: HttpBindings }> {
  const { faults, log, operationId: idOf } = parts;
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    const method = c.req.header('access-control-request-method');
    const asked = c.req.method === 'OPTIONS' && method;
    const id = asked ? idOf({ ...(await readRequest(c)), method }) : undefined;
    return id !== undefined && faults.take(id, true) ? c.body(null, 403) : next();
  });
  app.use(allowed(parts));
  app.all('*', async (c) => {
    const at = Date.now();
    for (const [name, value] of Object.entries(parts.headers?.() ?? {})) c.header(name, value);
    const request = await readRequest(c);
    const operationId = idOf(request);
    const fault = faultOf(parts, operationId, request);
    const record = { at, operationId, ...toRecord(request), status: 0, isDone: false };
    // By their arrival: an answer that comes late is of the time when it was asked for.
    log.push(record);
    const { response, isCut } = await answerWith(c, fault, async () => {
      const answer = await parts.work(c, operationId, request);
      record.isDone = answer.ok;
      return answer;
    });
    if (!isCut) record.status = response.status;
    if (fault?.kind === 'answer-withheld') withhold(c, response);
    return response;
  });
  return app;
}

function faultOf(parts: FaultyParts, id: string | undefined, request: ContractRequest) {
  return id === undefined ? undefined : (parts.faults.take(id) ?? parts.ownFault?.(id, request));
}

function withhold(c: FaultyContext, { headers }: Response): void {
  for (const all of [headers, c.res.headers]) all.delete('Access-Control-Allow-Origin');
}

function allowed({ siteOrigins, isRemembered }: FaultyParts) {
  return cors({
    origin: (origin) => (isSiteOrigin(origin, siteOrigins) ? origin : undefined),
    allowMethods: ['GET', 'POST', 'PATCH'],
    allowHeaders: ['Authorization', 'Content-Type'],
    exposeHeaders: [
      'Retry-After',
      'X-RateLimit-Remaining',
      'X-RateLimit-Reset',
      'X-Mediaconnect-Api-Version',
    ],
    ...(!isRemembered && { maxAge: 0 }),
  });
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
