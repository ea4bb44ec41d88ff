import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { text as readText } from 'node:stream/consumers';
import type { TestRunnerPlugin } from '@web/test-runner';
import { decodeFault, startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { isObject, text, type JsonObject } from '../../src/api/decode.js';
import { startSiteBackends, type SiteBackends } from './site-backends.js';

/** What a page of tests plays with: each has one of its own, so that engines do not meet. */
interface Playground {
  readonly origin: string;
  readonly sandbox: Sandbox;
  readonly backends: SiteBackends;
  readonly elsewhere: LocalServer;
  /** How many requests of any kind have come to the other origin. */
  strays: number;
  /** How many requests of the API have been made to set the stage. */
  before: number;
}

type Command = (playground: Playground, given: JsonObject) => Promise<object> | object;

const root = '/__sandbox/';
const documents = new Map([
  ['fault-matrix', 'demo/docs/fault-matrix.md'],
  ['screen-reader', 'demo/docs/screen-reader.md'],
]);

async function start(origin: string): Promise<Playground> {
  const siteOrigins = [origin];
  const issued = new Set<string>();
  const [sandbox, backends, elsewhere] = await Promise.all([
    startSandbox({ siteOrigins, tokenLifetime: 3600, keepAlive: false }),
    startSiteBackends(siteOrigins, (token) => issued.has(token)),
    listen('localhost', 0, false),
  ]);
  const { accessToken } = sandbox;
  const issue = async (subscriber?: string) => {
    const token = await accessToken(subscriber);
    issued.add(token);
    return token;
  };
  Object.assign(sandbox, { accessToken: issue });
  const playground: Playground = { origin, sandbox, backends, elsewhere, strays: 0, before: 0 };
  elsewhere.serve((_request, response) => {
    playground.strays += 1;
    // Whatever a page may be let to do, so that nothing but the elements keeps a request from here.
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'authorization,content-type',
      'Access-Control-Allow-Methods': '*',
    });
    response.end('{}');
  });
  return playground;
}

const describe: Command = ({ sandbox, backends, elsewhere }) => {
  const { apiUrl, loginUrl, client } = sandbox;
  const { url: backendUrl, vippsOrigin } = backends;
  const more = { backendUrl, vippsOrigin, elsewhere: elsewhere.origin };
  return { apiUrl, loginUrl, clientId: client.id, ...more };
};

/** Everything as at the start; then transactions are completed, and a fault waits for its operation. */
const begin: Command = async (playground, { make, operation, fault }) => {
  const { sandbox, backends, origin } = playground;
  sandbox.reset();
  backends.reset();
  playground.strays = 0;
  let transactionId = 0;
  for (const one of Array.isArray(make) ? make : []) {
    if (isObject(one)) transactionId = await complete(sandbox, one);
  }
  playground.before = sandbox.requests.length;
  const wanted = decodeFault(fault);
  if (fault && !wanted) throw new Error(`no fault: ${JSON.stringify(fault)}`);
  if (wanted) [sandbox, backends].forEach(({ faults }) => faults.set(text(operation), wanted));
  const tokens = await Promise.all([sandbox.accessToken(), sandbox.accessToken()]);
  return { tokens, transactionId, payment: backends.createPayment(origin) };
};

/** As a page and its payer would, but for the way through the pages of the login server. */
async function complete(sandbox: Sandbox, { path, body }: JsonObject): Promise<number> {
  const token = await sandbox.accessToken();
  const answer = await fetch(sandbox.apiUrl + text(path), {
    method: 'POST',
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${text(path)}: ${await answer.text()}`);
  const { id = 0 } = sandbox.transactions().at(-1) ?? {};
  sandbox.complete(id, 'finished');
  return id;
}

const report: Command = ({ sandbox, backends, strays, before }) => ({
  requests: [...sandbox.requests.slice(before), ...backends.requests],
  met: sandbox.faults.met + backends.faults.met,
  transactions: sandbox.transactions().length,
  strays,
});

const calm: Command = ({ sandbox, backends }) => {
  sandbox.faults.clear();
  backends.faults.clear();
  return {};
};

/** Whether a committed document is what the tests have found; `UPDATE_DOCS=1` writes it instead. */
const compare: Command = async (_playground, { name, content }) => {
  const file = documents.get(text(name));
  if (!file) throw new Error(`no document: ${text(name)}`);
  if (process.env['UPDATE_DOCS']) await writeFile(file, text(content));
  const committed = await readFile(file, 'utf8').catch(() => '');
  return { isSame: committed === text(content) };
};

const commands = new Map<string, Command>(
  Object.entries({ describe, begin, report, calm, compare }),
);

/**
 * Sandboxes for tests that run in a browser. A page of tests asks this server, which is its own origin, by
 * `POST /__sandbox/start` and then `POST /__sandbox/{id}/{command}`; the API is on another origin, as in
 * real life.
 */
export function sandboxPlugin(): TestRunnerPlugin {
  const playgrounds = new Map<string, Playground>();
  return {
    name: 'sandbox',
    serve: async ({ path, origin, req }) => {
      if (!path.startsWith(root)) return undefined;
      const given: unknown = JSON.parse((await readText(req)) || '{}');
      const [id = '', name = ''] = path.slice(root.length).split('/');
      if (id === 'start') {
        const fresh = randomUUID();
        playgrounds.set(fresh, await start(origin));
        return { body: JSON.stringify({ id: fresh }), type: 'json' };
      }
      const playground = playgrounds.get(id);
      const command = commands.get(name);
      if (!playground || !command || !isObject(given)) throw new Error(`cannot do ${path}`);
      return { body: JSON.stringify(await command(playground, given)), type: 'json' };
    },
    serverStop: async () => {
      for (const { sandbox, backends, elsewhere } of playgrounds.values()) {
        await Promise.all([sandbox.close(), backends.close(), elsewhere.close()]);
      }
    },
  };
}
