import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { listen } from '../../../demo/sandbox/http-server.js';
import { startSandbox, type Sandbox } from '../../../demo/sandbox/index.js';

/** A site whose pages a library swaps, with the sandbox and its login server beside it. */
export interface Site {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** The last token that was given since pages were shown. */
  token(): string;
  /** Serves these from now on. */
  show(pages: Pages): void;
  close(): Promise<void>;
}

export interface Pages {
  /** Where files are that have no page: those of the libraries below `/node_modules`, and of the site. */
  readonly folders: readonly string[];
  /** The HTML of a path; undefined where there is none. */
  page(path: string, token: string): string | undefined;
}

export async function startSite(): Promise<Site> {
  const server = await listen('localhost', 0);
  const sandbox = await startSandbox({ siteOrigins: [server.origin] });
  let pages: Pages = { folders: [], page: () => undefined };
  let token = '';
  const app = new Hono();
  app.get('/token', async (c) => {
    token = await sandbox.accessToken();
    c.header('Cache-Control', 'no-store');
    return c.json({ access_token: token, expires_in: 300 });
  });
  app.use('*', async (c, next) => {
    const { pathname } = new URL(c.req.url);
    const page = pages.page(pathname, await sandbox.accessToken());
    if (page === undefined) return next();
    c.header('Cache-Control', 'no-store');
    return c.html(page);
  });
  for (const [at] of ['', ''].entries()) {
    const rewriteRequestPath = (path: string) => `${pages.folders[at]}${path}`;
    app.use('*', serveStatic({ root: '/', rewriteRequestPath }));
  }
  server.serve(getRequestListener(app.fetch));
  return {
    url: server.origin,
    sandbox,
    token: () => token,
    show: (shown) => {
      pages = shown;
      token = '';
    },
    close: async () => {
      await Promise.all([server.close(), sandbox.close()]);
    },
  };
}
