import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { isJsonWanted, toXml, unauthorized, type Answer } from './answers.js';
import type { Fault } from './faults.js';

export type FaultyContext = Context<{ Bindings: HttpBindings }>;

export interface Answered {
  readonly response: Response;
  /** The connection is gone and nothing was answered. */
  readonly isCut?: boolean;
}

/** Answers a request, wrongly if there is a fault. What the work is does not matter. */
export async function answerWith(
  c: FaultyContext,
  fault: Fault | undefined,
  work: () => Promise<Response>,
): Promise<Answered> {
  if (!fault) return { response: await work() };
  switch (fault.kind) {
    case 'answer-withheld':
      return { response: await work() };
    case 'drop-before':
      return cut(c);
    case 'drop-after':
      await work();
      return cut(c);
    case 'latency':
      await sleep(fault.ms);
      return { response: await work() };
    case 'late-answer': {
      const response = await work();
      // Nobody waits for it any more once the connection is closed.
      await Promise.race([sleep(fault.ms), once(c.env.outgoing, 'close')]);
      return { response };
    }
    default:
      return { response: (await spoilt(c, fault, work)) ?? instead(c, fault) };
  }
}

/** The faults that do the work and spoil its answer. */
async function spoilt(
  c: FaultyContext,
  { kind }: Fault,
  work: () => Promise<Response>,
): Promise<Response | undefined> {
  if (!/^(xml|broken-json|empty-body|bad-gateway)$/.test(kind)) return undefined;
  const answer = await work();
  if (kind === 'bad-gateway') return c.html('<!doctype html><title>502</title>', 502);
  const json = (await answer.text()) || '{}';
  // Whatever stands in between and spoils an answer knows nothing of "accepted" and the like.
  const init = { status: answer.ok ? 200 : answer.status };
  if (kind === 'empty-body') return new Response(null, init);
  const isXml = kind === 'xml';
  const headers = { 'Content-Type': isXml ? xmlType : 'application/json' };
  const body: unknown = JSON.parse(json);
  return new Response(isXml ? toXml(body) : json.slice(0, -1), { ...init, headers });
}

/** The faults that answer without doing the work. */
function instead(c: FaultyContext, fault: Fault): Response {
  switch (fault.kind) {
    case 'unauthorized':
      return write(c, unauthorized);
    case 'not-added':
      return write(c, { status: 200, body: { success: false } });
    case 'redirect':
      return c.redirect(fault.to);
    case 'rate-limited':
      c.header('X-RateLimit-Remaining', '0');
      c.header('X-RateLimit-Reset', fault.reset === undefined ? undefined : `${fault.reset}`);
      if (fault.retryAfter !== undefined) c.header('Retry-After', fault.retryAfter);
      return c.body(null, 429);
    default:
      return c.html('<!doctype html><title>500</title><h1>Internal Server Error</h1>', 500);
  }
}

const xmlType = 'application/xml; charset=utf-8';

/** As JSON when that is asked for, else as XML. */
export function write(c: FaultyContext, { body, status }: Answer): Response {
  const isJson = isJsonWanted(c.req.header('accept'));
  return isJson ? c.json(body, status) : c.body(toXml(body), status, { 'Content-Type': xmlType });
}

function cut(c: FaultyContext): Answered {
  c.env.incoming.socket.destroy();
  return { response: RESPONSE_ALREADY_SENT, isCut: true };
}
