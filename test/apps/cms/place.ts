import { startSandbox, type Sandbox } from '../../../demo/sandbox/index.js';
import { launch } from '../../e2e/support.js';
import type { Place, Proof } from '../place.js';
import { proveEditors } from './editors.js';
import { proveHostile } from './proof-of-harm.js';
import { provePayment } from './payment.js';
import { proveSettings } from './settings.js';
import { visit, type Visitor } from './visitor.js';
import { startWordPress, type WordPress } from './wordpress.js';

/** What each part of the proof has. */
export interface Site {
  readonly proof: Proof;
  readonly sandbox: Sandbox;
  readonly wordpress: WordPress;
  /** Kari's, which no page of hers may see. */
  readonly token: string;
  as(name: string): Promise<Visitor>;
}

async function prove(proof: Proof): Promise<string> {
  const siteOrigins = ['http://127.0.0.1:*'];
  const sandbox = await startSandbox({ host: '127.0.0.1', siteOrigins, tokenLifetime: 3600 });
  const token = await sandbox.accessToken('kari');
  const wordpress = await startWordPress(proof, { kari: token });
  const browser = await launch();
  try {
    const as = (name: string) => visit(browser, wordpress.origin, name);
    const site: Site = { proof, sandbox, wordpress, token, as };
    await proveSettings(site);
    await provePayment(site);
    await proveEditors(site);
    await proveHostile(site);
  } finally {
    await browser.close();
    await wordpress.close();
    await sandbox.close();
  }
  return `WordPress ${wordpress.version}, PHP 8.3 (WebAssembly)`;
}

export const places: readonly Place[] = [{ name: 'WordPress', inCi: false, prove }];
