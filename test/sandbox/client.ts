import assert from 'node:assert/strict';
import type { Outcome } from '../../demo/sandbox/names.js';
import type { Sandbox } from '../../demo/sandbox/index.js';

export const site = 'http://localhost:4711';
export const invoices = '/v1/customer/invoice/payment/CO27409';
export const methods = '/v1/product/payment/CO27409';
export const payInvoicePath = '/v1/api/payment/invoice';

/** As much of a browser as a login needs: cookies, and redirects one at a time. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async go(url: string, form?: Record<string, string>): Promise<Response> {
    const { pathname } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.#cookiesFor(pathname) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  /** Follows redirects, logging in on the way, until a page or another origin than the sandbox's. */
  async walk(url: string, subscriber = 'kari'): Promise<{ url: string; response?: Response }> {
    for (let at = url, steps = 0; steps < 12; steps += 1) {
      if (at.startsWith(site)) return { url: at };
      const isSignIn = new URL(at).pathname === '/login/sign-in';
      const response = await this.go(at, isSignIn ? { subscriber } : undefined);
      const location = response.headers.get('location');
      if (location === null) return { url: at, response };
      at = new URL(location, at).href;
    }
    throw new Error('too many redirects');
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(pair) ?? [];
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const jar = this.#cookies.get(path) ?? new Map<string, string>();
    this.#cookies.set(path, jar.set(name, value));
  }

  #cookiesFor(pathname: string): string {
    const jars = [...this.#cookies].filter(([path]) => pathname.startsWith(path));
    return jars.flatMap(([, jar]) => [...jar].map((pair) => pair.join('='))).join('; ');
  }
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  /** A signed one when absent; null for none. */
  readonly token?: string | null;
  readonly accept?: string | null;
}

/** A call to the API as a page of the site makes it. */
export async function call(sandbox: Sandbox, path: string, options: Call = {}): Promise<Response> {
  const { method = 'GET', body, token = await sandbox.accessToken() } = options;
  const { accept = 'application/json' } = options;
  return fetch(sandbox.apiUrl + path, {
    method,
    headers: {
      origin: site,
      ...(accept !== null && { accept }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** The JSON of an answer, or what is in it below a path of keys. */
export async function read(response: Response, ...keys: (string | number)[]): Promise<unknown> {
  const json: unknown = await response.json();
  return keys.reduce(at, json);
}

export function at(value: unknown, key: string | number): unknown {
  const entries: [string, unknown][] = Object.entries(value ?? {});
  return entries.find(([name]) => name === String(key))?.[1];
}

export const invoice367 = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
  paymentMethod: 'vippsEcommerce',
};

export async function startPayment(sandbox: Sandbox, body: object = invoice367): Promise<number> {
  const options = { method: 'POST', body };
  return Number(await read(await call(sandbox, payInvoicePath, options), 'transactionId'));
}

export function payAddress({ loginUrl, client }: Sandbox, id: number, more: object = {}): string {
  const query = {
    clientId: client.id,
    returnUrl: `${site}/account?a=1%202&tilde=~#invoices`,
    errorUrl: `${site}/trouble?b=2`,
    transactionId: `${id}`,
    ...more,
  };
  return `${loginUrl}/payment/invoice/pay?${new URLSearchParams(query)}`;
}

/** Goes through a provider's page once, and finds it closed after. */
export async function complete(address: string, outcome: Outcome): Promise<string> {
  const browser = new Browser();
  const end = await browser.walk(address);
  assert.equal(end.response?.status, 200);
  assert.match((await end.response?.text()) ?? '', new RegExp(`id="outcome-${outcome}"`));
  const done = await browser.go(end.url, { outcome });
  assert.equal(done.status, 303);
  assert.equal((await browser.go(end.url, { outcome })).status, 409);
  return done.headers.get('location') ?? '';
}
