import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { startSandbox, type Sandbox } from '../../demo/sandbox/index.js';
import { complete, invoice367, payAddress, site, startPayment } from '../sandbox/client.js';

/** The files of the page, by the name in their first line. */
function filesOfPage(): [string, string][] {
  const page = readFileSync('demo/handbook/pages/ask-your-server.md', 'utf8');
  const files = [...page.matchAll(/```js\n\/\/ (\S+)\n([^]*?)```/g)];
  return files.map(([, name = '', code = '']) => [name, code]);
}

/** What the page leaves to the site: one subscriber, one awaited invoice, and what was opened. */
const siteFile = `
const { apiUrl, token, invoice } = JSON.parse(process.env['SITE']);
let opened = 0;
export const subscriberOf = ({ headers }) => headers.cookie === 'session=kari' && { apiUrl, accessToken: () => token };
export const awaitedInvoice = () => invoice;
export const openAccess = () => void (opened += 1);
export const openedSoFar = () => opened;
`;
const start = `
import { openedSoFar } from './site.js';
import { server } from './server.js';
if ('document' in globalThis) throw new Error('not plain Node');
server.prependListener('request', (request, response) => response.setHeader('X-Opened', openedSoFar()));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

let sandbox: Sandbox;
let folder: string;
let stop = () => {};
let address: string;

before(async () => {
  sandbox = await startSandbox({ siteOrigins: [site] });
  // Within the package, so that it is imported by its name, as a site does.
  folder = mkdtempSync('dist/ask-your-server-');
  const files = [...filesOfPage(), ['site.js', siteFile], ['start.js', start]] as const;
  for (const [name, code] of files) writeFileSync(`${folder}/${name}`, code);
  const about = { apiUrl: sandbox.apiUrl, token: await sandbox.accessToken(), invoice: invoice367 };
  const child = spawn(process.execPath, [`${folder}/start.js`], {
    env: { SITE: JSON.stringify(about) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stop = () => void child.kill();
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(String(data).trim()));
    child.once('exit', () => reject(new Error('the example ended')));
  });
  address = `http://127.0.0.1:${port}/`;
});
after(async () => {
  stop();
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

async function ask(cookie = 'session=kari'): Promise<unknown> {
  const response = await fetch(address, { method: 'POST', headers: { cookie } });
  return response.ok ? response.json() : response.status;
}
/** How often access was opened before this is asked. */
const opened = async () => Number((await fetch(address)).headers.get('X-Opened'));

describe('the backend of “Ask your server”', () => {
  it('opens nothing before the invoice is paid, once it is, and for nobody else', async () => {
    assert.deepEqual(await ask(), { state: 'open' });
    const id = await startPayment(sandbox);
    assert.deepEqual(await ask(), { state: 'open' });
    assert.equal(await ask('session=ola'), 404);
    await complete(payAddress(sandbox, id), 'cancelled');
    assert.deepEqual(await ask(), { state: 'open' });
    assert.equal(await opened(), 0);
    await complete(payAddress(sandbox, await startPayment(sandbox)), 'finished');
    assert.deepEqual(await ask(), { state: 'paid' });
    assert.equal(await opened(), 1);
  });

  it('opens nothing while the API cannot say', async () => {
    const before = await opened();
    sandbox.faults.set('listInvoices', { kind: 'broken-json' });
    assert.deepEqual(await ask(), { state: 'unknown' });
    assert.equal(await opened(), before);
    sandbox.faults.clear();
  });
});
