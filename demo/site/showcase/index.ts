import { Hono } from 'hono';
import { isObject } from '../../../src/api/decode.js';
import type { Sandbox } from '../../sandbox/index.js';
import { choiceOf } from './choice.js';
import { faults } from './faults.js';
import { framePage } from './frame.js';

/** What the front page asks for: the page in its frame, and a fault of the sandbox in place of all others. */
export function showcase(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get('/frame', (c) => c.html(framePage(choiceOf((name) => c.req.query(name)))));
  app.post('/fault', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const name = isObject(body) && typeof body['fault'] === 'string' ? body['fault'] : 'none';
    const { fault, operations = ['*'] } = faults[name] ?? {};
    sandbox.faults.clear();
    if (fault) for (const operation of operations) sandbox.faults.set(operation, fault);
    return c.json(sandbox.faults.list());
  });
  return app;
}
