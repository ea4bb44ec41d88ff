import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen } from '../../../demo/sandbox/http-server.js';
import { startSandbox, type Sandbox } from '../../../demo/sandbox/index.js';
import { proxy } from '../../../demo/site/proxy.js';

/** An app's own server, with the sandbox behind it. */
export interface Site {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Serves the files of this folder from now on. */
  show(folder: string): void;
  /** Keeps payments that are asked for from now on waiting. */
  hold(): Held;
  close(): Promise<void>;
}

export interface Held {
  /** How many wait. */
  count(): number;
  release(): void;
}

/** Serves the app, tokens for it, and the API on the same origin. Only requests with a token pass. */
export async function startSite(): Promise<Site> {
  const server = await listen('localhost', 0);
  const sandbox = await startSandbox({ siteOrigins: [server.origin] });
  let folder = '';
  let wait = () => Promise.resolve();
  const app = new Hono();
  app.get('/token', async (c) => c.text(await sandbox.accessToken()));
  app.post('/capi/v1/api/payment/invoice', async (_c, next) => {
    await wait();
    await next();
  });
  app.route(
    '/',
    proxy(sandbox, (c) => {
      const token = c.req.header('Authorization')?.replace('Bearer ', '');
      return Promise.resolve(token ? { token } : undefined);
    }),
  );
  app.use('*', serveStatic({ root: '/', rewriteRequestPath: (path) => folder + path }));
  server.serve(getRequestListener(app.fetch));
  return {
    url: server.origin,
    sandbox,
    show: (path) => {
      folder = path;
    },
    hold: () => {
      let waiting = 0;
      let open = () => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      wait = async () => {
        waiting++;
        await gate;
      };
      const release = () => {
        wait = () => Promise.resolve();
        open();
      };
      return { count: () => waiting, release };
    },
    close: async () => {
      await Promise.all([server.close(), sandbox.close()]);
    },
  };
}
