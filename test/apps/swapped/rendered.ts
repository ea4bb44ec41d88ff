import assert from 'node:assert/strict';
import { run } from '../package.js';
import type { Sandbox } from '../../../demo/sandbox/index.js';
import { first } from './pages.js';
import type { Sentence } from './sentence.js';
import { until, type Visit } from './visit.js';

/** Pages in which a server has rendered an element. */
export const rendered: readonly Sentence[] = [
  ['shows once what a server has rendered, and pays', takesUp],
];
/** The same without comments, as a minifier or a parser leaves it. */
export const minified: readonly Sentence[] = [
  ['renders anew, once, what has lost its comments, and pays', takesUp],
];
/** The same without what takes it up. */
export const plain: readonly Sentence[] = [
  ['renders anew, once, where nothing takes it up, and pays', takesUp],
];

/** What a server renders; without its comments, as a minifier would leave it. */
export async function renderOnServer(folder: string, sandbox: Sandbox): Promise<string> {
  const { apiUrl, loginUrl, client } = sandbox;
  const settings = [`API_URL=${apiUrl}`, `LOGIN_URL=${loginUrl}`, `CLIENT_ID=${client.id}`];
  return run(folder, 'env', ...settings, process.execPath, 'render.js');
}

export function withoutComments(html: string): string {
  return html.replaceAll(/<!--[^]*?-->/g, '');
}

/** Bundles the elements with what takes up server-rendered markup; gives the address of the file. */
export async function bundleHydrating(folder: string): Promise<string> {
  const options = ['--bundle', '--splitting', '--format=esm', '--minify', '--outdir=built'];
  await run(folder, 'npx', '--no-install', 'esbuild', 'hydrating.js', ...options);
  return '/built/hydrating.js';
}

async function takesUp(visit: Visit): Promise<void> {
  await visit.load('/');
  await visit.follow('/rendered');
  await visit.offers(first.amount);
  const root = visit.payment.first();
  assert.equal(await visit.payment.count(), 1);
  assert.equal(await root.locator('section').count(), 1);
  assert.equal(await root.locator('fieldset').count(), 1);
  assert.equal(await root.locator('input[type=radio]').count(), 4);
  await visit.follow('/');
  await visit.go(-1, '/rendered');
  await visit.offers(first.amount);
  assert.equal(await root.locator('fieldset').count(), 1);
  await root.locator('label', { hasText: 'Swish' }).click();
  await visit.pay();
  await until('it is confirmed', () => visit.heard('confirmed') > 0);
  visit.paidOnce();
}
