import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen } from '../../../demo/sandbox/http-server.js';

/** Serves a built site on this machine, with an endpoint that gives the sandbox's token. */
export async function serveBuilt(folder: string, tokenUrl: string) {
  const server = await listen('localhost', 0);
  const app = new Hono();
  app.get('/token', () => fetch(tokenUrl));
  app.use('*', serveStatic({ root: '/', rewriteRequestPath: (path) => folder + path }));
  server.serve(getRequestListener(app.fetch));
  return { url: `${server.origin}/`, close: () => server.close() };
}
