import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '../../demo/sandbox/http-server.js';

/** How the API is seen to behave: as it does, or as somebody hostile or broken between would. */
export type Mood = 'as it is' | 'quoting' | 'redirecting' | 'gone';

/** Stands between the pages and the sandbox's API, and knows the tokens that pass. */
export interface Front {
  /** In front of an API; gives its address. */
  before(apiUrl: string): Promise<string>;
  /** Every token that came by. */
  readonly tokens: ReadonlySet<string>;
  /** For the methods that are named; all others pass. */
  behave(mood: Mood, ...methods: string[]): void;
  /** What reached the origin that `redirecting` leads to. */
  readonly elsewhere: readonly IncomingMessage[];
  close(): Promise<void>;
}

const open = (request: IncomingMessage) => ({
  'Access-Control-Allow-Origin': request.headers.origin ?? '*',
  'Access-Control-Allow-Headers': 'authorization, content-type, accept',
  'Access-Control-Allow-Methods': 'GET, POST, PATCH',
  'Content-Type': 'application/json',
});

/** Says the token in every way that a careless server might. */
function quote(request: IncomingMessage, response: ServerResponse, token: string): void {
  const said = `Bearer ${token} is not good, nor is ${token.slice(0, -8)}… or …${token.slice(40)}`;
  const [, payload = '', signature = ''] = token.split('.');
  const body = {
    errorMessage: said,
    error_description: said,
    type: `https://api.example/problems/${signature.replace(/\W.*/, '')}`,
    claims: Buffer.from(payload, 'base64url').toString(),
    [token]: token,
  };
  response.writeHead(500, { ...open(request), 'X-Token': token }).end(JSON.stringify(body));
}

async function pass(target: string, request: IncomingMessage, response: ServerResponse) {
  const body = ['GET', 'OPTIONS', 'HEAD'].includes(request.method ?? '')
    ? null
    : await text(request);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    const isOfHop = ['host', 'content-length', 'connection'].includes(name);
    if (typeof value === 'string' && !isOfHop) headers.set(name, value);
  }
  const { method = 'GET', url = '' } = request;
  const answer = await fetch(target + url, { method, headers, body }).catch(() => undefined);
  if (!answer) return request.socket.destroy();
  const isOfHop = /^(content-(length|encoding)|transfer-encoding|connection)$/;
  const passed = [...answer.headers].filter(([name]) => !isOfHop.test(name));
  response.writeHead(answer.status, Object.fromEntries(passed));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

export async function startFront(): Promise<Front> {
  const tokens = new Set<string>();
  const elsewhere: IncomingMessage[] = [];
  let mood: Mood = 'as it is';
  let methods: readonly string[] = [];
  let target = '';
  const other = await listen('localhost', 0);
  other.serve((request, response) => {
    elsewhere.push(request);
    response.writeHead(200, open(request)).end('{"success":true,"transactionId":1}');
  });
  const front = await listen('localhost', 0);
  front.serve((request, response) => {
    const [, token = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (token) tokens.add(token);
    const isHere = methods.includes(request.method ?? '');
    if (!isHere || mood === 'as it is') return pass(target, request, response);
    if (mood === 'quoting') return quote(request, response, token);
    if (mood === 'gone') return request.socket.destroy();
    const Location = `${other.origin}/capi${request.url ?? ''}`;
    return response.writeHead(307, { ...open(request), Location }).end();
  });
  return {
    tokens,
    elsewhere,
    before: (apiUrl) => {
      const { origin, pathname } = new URL(apiUrl);
      target = origin;
      return Promise.resolve(front.origin + pathname);
    },
    behave: (as, ...where) => {
      mood = as;
      methods = where;
    },
    close: async () => {
      await Promise.all([front.close(), other.close()]);
    },
  };
}
