import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { startSwedbankPay, type SwedbankPay } from './sandbox/swedbank-pay/index.js';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox/index.js';
import { reachable } from './sandbox/http-server.js';
import { newspaper } from './site/app.js';

export interface DemoOptions {
  host?: string;
  /** Of the newspaper; the sandbox takes the next five. 0 means any free ones. */
  port?: number;
  sandbox?: Partial<SandboxOptions>;
  /** Puts something between the pages and the sandbox's API, and gives its address. */
  inFrontOfApi?: (apiUrl: string) => Promise<string>;
  /** The same for the newspaper's own server and the Vipps payment API. */
  inFrontOfSwedbankPay?: (apiUrl: string) => Promise<string>;
}

export interface Demo {
  /** Where the newspaper is, without a slash at its end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly swedbankPay: SwedbankPay;
  /** Every server's data as at the start. Logs nobody out. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the newspaper and the sandbox in this process. */
export async function startDemo({
  host = 'localhost',
  port = 0,
  sandbox: options,
  inFrontOfApi = (apiUrl) => Promise.resolve(apiUrl),
  inFrontOfSwedbankPay = (apiUrl) => Promise.resolve(apiUrl),
}: DemoOptions = {}): Promise<Demo> {
  const server = createServer();
  const url = `http://${reachable(host)}:${await listen(server, host, port)}`;
  const ports = port ? { api: port + 1, login: port + 2, provider: port + 3 } : {};
  const sandbox = await startSandbox({ host, ports, siteOrigins: [url], ...options });
  const { settleAfter = 3000 } = options ?? {};
  const swedbankPay = await startSwedbankPay({
    host,
    port: port && port + 5,
    siteOrigins: [url],
    settleAfter,
  });
  const apiUrl = await inFrontOfApi(sandbox.apiUrl);
  const vipps = { ...swedbankPay, apiUrl: await inFrontOfSwedbankPay(swedbankPay.apiUrl) };
  const reset = () => {
    sandbox.reset();
    swedbankPay.reset();
  };
  const handle = getRequestListener(newspaper(sandbox, url, apiUrl, vipps, reset).fetch);
  server.on('request', (request, response) => void handle(request, response));
  const close = async () => {
    server.closeAllConnections();
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.all([sandbox.close(), swedbankPay.close(), closed]);
  };
  return { url, sandbox, swedbankPay, reset, close };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
