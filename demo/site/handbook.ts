import { readFile } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';

/** Where `npm run build` writes the documentation. */
const folder = 'demo/www';

/** The addresses that the pages are written with: those of `npm start` with nothing set. */
const written = {
  site: 'http://localhost:8080',
  api: 'http://localhost:8081',
  login: 'http://localhost:8082',
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
};

/** The documentation, with the addresses of this very server in what a reader copies. */
export function handbook(actual: Record<keyof typeof written, string>): Hono {
  const app = new Hono();
  const show = async (c: Context, name: string) => {
    const page = await readFile(`${folder}/${name}`, 'utf8').catch(() => undefined);
    if (page === undefined) return c.text('There is no such page. Has `npm run build` run?', 404);
    const here = page
      .replaceAll(written.site, actual.site)
      .replaceAll(written.api, actual.api)
      .replaceAll(written.login, actual.login);
    const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
    return c.body(here, 200, { 'Content-Type': `${type}; charset=utf-8` });
  };
  app.get('/docs', (c) => c.redirect('/docs/'));
  app.get('/llms.txt', (c) => show(c, 'llms.txt'));
  app.get('/docs/:page{([\\w-]+\\.(?:html|md))?}', (c) =>
    show(c, c.req.param('page') || 'index.html'),
  );
  const rewriteRequestPath = (path: string) => path.replace(/^\/docs\//, '/');
  app.use('/docs/*', serveStatic({ root: folder, rewriteRequestPath }));
  return app;
}
