import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { fixtureApi } from './api.js';
import { lookOf } from './look.js';
import { indexPage, statePage } from './pages.js';
import { findScenario } from './scenarios/index.js';

/** Every element in every state, without login: pages, and the API that the elements ask. */
export function states(): Hono {
  const app = new Hono();
  let visits = 0;
  app.route('/api', fixtureApi());
  app.use(
    '/files/*',
    serveStatic({
      root: './demo/states/public',
      rewriteRequestPath: (path) => path.replace('/states/files', ''),
    }),
  );
  app.get('/', (c) => c.html(indexPage(lookOf((name) => c.req.query(name)))));
  app.get('/:element/:state', (c) => {
    const { element, state } = c.req.param();
    const scenario = findScenario(element, state);
    if (!scenario) return c.notFound();
    const look = lookOf((name) => c.req.query(name));
    return c.html(statePage(scenario, look, `${++visits}`));
  });
  return app;
}
