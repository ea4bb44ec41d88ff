import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { it, mock } from 'node:test';
import { world } from '../platform/world.js';
import { never, request } from './http.js';

it('a redirect where there is no page is a status, and of nobody’s own origin: it is not followed', async () => {
  mock.method(console, 'warn', () => {});
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    response.writeHead(302, { location: '/login' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const url = `http://127.0.0.1:${address.port}/x`;
  const about = { url, access: { id: 'x' }, world, dialect: {}, signal: never };
  await assert.rejects(request({ ...about, method: 'GET' }), { code: 'invalid-response' });
  await assert.rejects(request({ ...about, method: 'POST' }), { code: 'in-doubt' });
  server.close();
  mock.restoreAll();
  assert.deepEqual(asked, ['/x', '/x']);
  assert.equal(world.isSameOrigin(url), false);
});
