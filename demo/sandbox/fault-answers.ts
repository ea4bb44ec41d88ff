import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { isJsonWanted, toXml, unauthorized, type Answer } from './answers.js';
import type { Fault } from './faults.js';

type ApiContext = Context<{ Bindings: HttpBindings }>;

export interface Answered {
  readonly response: Response;
  /** The connection is gone and nothing was answered. */
  readonly isCut?: boolean;
}

/** Answers a request, wrongly if there is a fault. */
export async function answerWith(
  c: ApiContext,
  fault: Fault | undefined,
  work: () => Promise<Answer>,
): Promise<Answered> {
  if (!fault) return { response: write(c, await work()) };
  switch (fault.kind) {
    case 'drop-before':
      return cut(c);
    case 'drop-after':
      await work();
      return cut(c);
    case 'latency':
      await sleep(fault.ms);
      return { response: write(c, await work()) };
    case 'broken-json':
      return { response: brokenJson(c, await work()) };
    case 'xml':
      return { response: xml(c, await work()) };
    default:
      return { response: instead(c, fault) };
  }
}

/** The faults that answer without doing the work. */
function instead(c: ApiContext, fault: Fault): Response {
  switch (fault.kind) {
    case 'unauthorized':
      return write(c, unauthorized);
    case 'not-added':
      return write(c, { status: 200, body: { success: false } });
    case 'rate-limited':
      c.header('X-RateLimit-Remaining', '0');
      if (fault.reset !== undefined) c.header('X-RateLimit-Reset', `${fault.reset}`);
      if (fault.retryAfter !== undefined) c.header('Retry-After', fault.retryAfter);
      return c.body(null, 429);
    default:
      return c.html('<!doctype html><title>500</title><h1>Internal Server Error</h1>', 500);
  }
}

function write(c: ApiContext, answer: Answer): Response {
  const isJson = isJsonWanted(c.req.header('accept'));
  return isJson ? c.json(answer.body, answer.status) : xml(c, answer);
}

function xml(c: ApiContext, { body, status }: Answer): Response {
  return c.body(toXml(body), status, { 'Content-Type': 'application/xml; charset=utf-8' });
}

function brokenJson(c: ApiContext, { body, status }: Answer): Response {
  const text = JSON.stringify(body).slice(0, -1);
  return c.body(text, status, { 'Content-Type': 'application/json' });
}

function cut(c: ApiContext): Answered {
  c.env.incoming.socket.destroy();
  return { response: RESPONSE_ALREADY_SENT, isCut: true };
}
