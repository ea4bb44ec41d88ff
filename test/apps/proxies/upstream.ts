import type { IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../../../demo/sandbox/http-server.js';

/** A request as the API got it from a proxy. */
export interface Received {
  readonly method: string;
  /** As it was sent: path and query. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** An answer of the API's that the sandbox does not give by itself. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Stands before the sandbox's API, sees what a proxy sends, and says something else when it is told to. */
export interface Upstream {
  /** Its base, with the path of the sandbox's own. */
  readonly url: string;
  /** What came since the last call. */
  received(): Received[];
  /** Answers the next request in the sandbox's place. `cut` ends the connection, `silent` never answers. */
  next(answer: Answer | 'cut' | 'silent'): void;
  close(): Promise<void>;
}

export async function startUpstream(apiUrl: string): Promise<Upstream> {
  const { origin, pathname } = new URL(apiUrl);
  const received: Received[] = [];
  let planned: Answer | 'cut' | 'silent' | undefined;
  const server = await listen('127.0.0.1', 0);
  server.serve((request, response) => {
    const { method = '', url: target = '', headers } = request;
    received.push({ method, target, headers });
    const answer = planned;
    planned = undefined;
    if (answer === 'cut') return void request.socket.destroy();
    if (answer === 'silent') return;
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    const { accept = '', authorization = '', 'content-type': type } = headers;
    void buffer(request).then(async (body) => {
      const said = await fetch(origin + target, {
        method,
        headers: { accept, authorization, ...(type !== undefined && { 'content-type': type }) },
        body: body.length ? body : null,
      });
      const { status } = said;
      response.writeHead(status, Object.fromEntries(said.headers)).end(await said.text());
    });
  });
  return {
    url: server.origin + pathname,
    received: () => received.splice(0),
    next: (answer) => void (planned = answer),
    close: () => server.close(),
  };
}
