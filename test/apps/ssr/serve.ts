import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves a built site on this machine, with an endpoint that gives the sandbox's token. */
export async function serveBuilt(folder: string, tokenUrl: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const isToken = pathname === '/token';
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    const body = isToken ? fetch(tokenUrl).then((answer) => answer.text()) : readFile(file);
    const type = isToken ? 'application/json' : (types[extname(file)] ?? 'text/plain');
    body.then(
      (content) => response.writeHead(200, { 'Content-Type': type }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = address instanceof Object ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://localhost:${port}/`, close };
}
