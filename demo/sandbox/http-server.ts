import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server whose address is known before what it serves, since the three name one another. */
export interface LocalServer {
  readonly origin: string;
  serve(listener: Listener): void;
  close(): Promise<void>;
}

/** What a browser on this machine calls a host; every interface is reached as localhost. */
function reachable(host: string): string {
  return host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}

/** @param isLasting Whether a connection serves more than one request. */
export async function listen(host: string, port: number, isLasting = true): Promise<LocalServer> {
  let answer: Listener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => void answer(request, response));
  if (!isLasting) server.maxRequestsPerSocket = 1;
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return {
    origin: `http://${reachable(host)}:${address.port}`,
    serve: (listener) => {
      answer = listener;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
