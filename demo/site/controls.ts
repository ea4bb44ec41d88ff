import { Hono } from 'hono';
import { isObject } from '../../src/api/decode.js';
import { decodeFault } from '../sandbox/faults.js';
import { dialectNames, isDialectName, type Sandbox } from '../sandbox/index.js';

/** The switches of the panel. A demo's own tool: a real site has nothing like it. */
export function controls(sandbox: Sandbox, reset: () => void): Hono {
  const app = new Hono();
  app.get('/faults', (c) => c.json(sandbox.faults.list()));
  app.post('/faults', async (c) => {
    const body: unknown = await c.req.json();
    const fault = decodeFault(body);
    if (!fault || !isObject(body) || typeof body['operation'] !== 'string') {
      return c.json({ error: 'expected an operation and a fault' }, 400);
    }
    sandbox.faults.set(body['operation'], fault);
    return c.json(sandbox.faults.list());
  });
  app.delete('/faults', (c) => {
    sandbox.faults.clear();
    return c.json(sandbox.faults.list());
  });
  app.post('/reset', (c) => {
    reset();
    return c.json({ reset: true });
  });
  app.get('/dialects', (c) => c.json({ all: dialectNames, spoken: sandbox.dialects() }));
  app.post('/dialects', async (c) => {
    const body: unknown = await c.req.json();
    if (!Array.isArray(body) || !body.every(isDialectName)) {
      return c.json({ error: 'expected a list of names of dialects' }, 400);
    }
    sandbox.speak(...body);
    return c.json({ all: dialectNames, spoken: sandbox.dialects() });
  });
  app.post('/clock', async (c) => {
    const body: unknown = await c.req.json();
    if (typeof body !== 'number' || !(body > 0)) {
      return c.json({ error: 'expected a number of milliseconds' }, 400);
    }
    sandbox.advance(body);
    return c.json({ advanced: body });
  });
  app.get('/requests', (c) => c.json(sandbox.requests));
  return app;
}
