import { startSandbox } from '../../../demo/sandbox/index.js';
import { launch } from '../../e2e/support.js';
import type { Place, Proof } from '../place.js';
import { startUpstream } from '../proxies/upstream.js';
import { startBackends } from './backends.js';
import { proveEditors } from './editors.js';
import { proveBackends } from './proof-of-backends.js';
import { proveHostile } from './proof-of-harm.js';
import { provePayment } from './payment.js';
import { proveProxy } from './proxy.js';
import { proveSettings } from './settings.js';
import { proveRemoval } from './removal.js';
import type { Site } from './site.js';
import { visit } from './visitor.js';
import { startWordPress } from './wordpress.js';

async function prove(proof: Proof): Promise<string> {
  const siteOrigins = ['http://127.0.0.1:*'];
  const sandbox = await startSandbox({ host: '127.0.0.1', siteOrigins, tokenLifetime: 3600 });
  const upstream = await startUpstream(sandbox.apiUrl);
  const token = await sandbox.accessToken('kari');
  const backends = await startBackends();
  const wordpress = await startWordPress(proof, { kari: token }, backends.origin);
  const browser = await launch();
  try {
    const as = (name: string) => visit(browser, wordpress.origin, name);
    const site: Site = { proof, sandbox, upstream, wordpress, backends, token, as };
    await proveSettings(site);
    await provePayment(site);
    await proveBackends(site);
    await proveProxy(site);
    await proveEditors(site);
    await proveHostile(site);
    await proveRemoval(site);
  } finally {
    await browser.close();
    await wordpress.close();
    await backends.close();
    await upstream.close();
    await sandbox.close();
  }
  return `WordPress ${wordpress.version}, PHP 8.3 (WebAssembly)`;
}

export const places: readonly Place[] = [{ name: 'WordPress', prove }];
