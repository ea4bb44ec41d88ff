import assert from 'node:assert/strict';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { listen } from '../../../demo/sandbox/http-server.js';
import { startSandbox } from '../../../demo/sandbox/index.js';
import { proxy } from '../../../demo/site/proxy.js';
import type { Place, Proof } from '../place.js';
import { startNginx } from './nginx.js';
import { startProgram } from '../program.js';
import { Rules } from './rules.js';
import { startUpstream, type Upstream } from './upstream.js';

/** A proxy that runs, and the cookies of somebody who is logged in there. */
interface Running {
  readonly origin: string;
  readonly cookie: string;
  readonly versions: string;
  close(): Promise<unknown>;
}

type Start = (upstream: Upstream, token: string, proof: Proof) => Promise<Running>;

const startNode: Start = async ({ url: apiUrl }, token) => {
  const cookie = 'session=kari';
  const app = proxy({ apiUrl, loginUrl: apiUrl }, (c) =>
    Promise.resolve(c.req.header('cookie') === cookie ? { token } : undefined),
  );
  const server = await listen('127.0.0.1', 0);
  server.serve(getRequestListener(app.fetch));
  return {
    origin: server.origin,
    cookie,
    versions: `Node ${process.versions.node}`,
    close: () => server.close(),
  };
};

const startPhp: Start = async ({ url, received }, token, proof) => {
  const folder = await proof.install('proxies/app');
  const site = join(folder, 'site');
  await cp('demo/wordpress/proxy.php', join(site, 'proxy.php'));
  const rules = 'demo/wordpress/connect-elements/includes/proxy-rules.php';
  await cp(rules, join(site, 'proxy-rules.php'));
  await writeFile(join(site, 'api-url.txt'), url);
  await writeFile(join(site, 'token.txt'), token);
  const { line, close } = await startProgram(folder, [process.execPath, 'serve.js']);
  const login = await fetch(`${line}/login`);
  const [cookie = ''] = (login.headers.get('set-cookie') ?? '').split(';');
  await proof.holds('begins no payment when the token took the time', async () => {
    const headers = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', 'X-Test-Late': '1' };
    const sent = { ...headers, 'Content-Type': 'application/json' };
    const asked = { method: 'POST', headers: sent, body: '{}' };
    const { status } = await fetch(`${line}/capi/v1/api/payment/invoice`, asked);
    assert.deepEqual([status, received()], [502, []]);
  });
  return { origin: line, cookie, versions: 'PHP 8.3 (WebAssembly)', close };
};

const startBoth: Start = async (upstream, token) => {
  const cookie = 'session=kari';
  const { origin, version, close } = await startNginx(upstream, cookie, token);
  return { origin, cookie, versions: `nginx ${version}`, close };
};

/** That a login which says nothing takes its time from the API's. */
async function proveLateToken({ holds }: Proof): Promise<void> {
  await holds('says so in time when no token comes, and asks the API nothing', async () => {
    const upstream = await startUpstream('http://127.0.0.1/capi');
    const { url: apiUrl } = upstream;
    const app = proxy({ apiUrl, loginUrl: apiUrl }, () => new Promise(() => undefined), 50);
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
    const asked = { method: 'POST', headers, body: '{}' };
    const { status } = await app.request('/capi/v1/api/payment/invoice', asked);
    assert.deepEqual([status, upstream.received()], [502, []]);
    await upstream.close();
  });
}

async function prove(proof: Proof, start: Start): Promise<string> {
  const sandbox = await startSandbox({ host: '127.0.0.1', siteOrigins: ['http://127.0.0.1:*'] });
  const upstream = await startUpstream(sandbox.apiUrl);
  try {
    const token = await sandbox.accessToken('kari');
    const { origin, cookie, versions, close } = await start(upstream, token, proof);
    await new Rules(proof, { url: `${origin}/capi`, cookie, token, upstream }).prove();
    await close();
    return versions;
  } finally {
    await upstream.close();
    await sandbox.close();
  }
}

async function proveNode(proof: Proof): Promise<string> {
  await proveLateToken(proof);
  return prove(proof, startNode);
}

export const places: readonly Place[] = [
  { name: 'Proxy: Node', prove: proveNode },
  { name: 'Proxy: PHP', prove: (proof) => prove(proof, startPhp) },
  { name: 'Proxy: nginx', prove: (proof) => prove(proof, startBoth) },
];
