import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import {
  startOnlineFundraising,
  type OnlineFundraising,
} from './sandbox/online-fundraising/index.js';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox/index.js';
import { reachable } from './sandbox/http-server.js';
import { newspaper } from './site/app.js';

export interface DemoOptions {
  host?: string;
  /** Of the newspaper; the sandbox takes the next four. 0 means any free ones. */
  port?: number;
  sandbox?: Partial<SandboxOptions>;
  /** Puts something between the pages and the sandbox's API, and gives its address. */
  inFrontOfApi?: (apiUrl: string) => Promise<string>;
  /** The same for the newspaper's own server and the Payment Method API. */
  inFrontOfOnlineFundraising?: (apiUrl: string) => Promise<string>;
}

export interface Demo {
  /** Where the newspaper is, without a slash at its end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly onlineFundraising: OnlineFundraising;
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
  inFrontOfOnlineFundraising = (apiUrl) => Promise.resolve(apiUrl),
}: DemoOptions = {}): Promise<Demo> {
  const server = createServer();
  const url = `http://${reachable(host)}:${await listen(server, host, port)}`;
  const ports = port ? { api: port + 1, login: port + 2, provider: port + 3 } : {};
  const sandbox = await startSandbox({ host, ports, siteOrigins: [url], ...options });
  const { settleAfter = 3000 } = options ?? {};
  const onlineFundraising = await startOnlineFundraising({
    host,
    port: port && port + 4,
    settleAfter,
  });
  const apiUrl = await inFrontOfApi(sandbox.apiUrl);
  const methods = {
    apiUrl: await inFrontOfOnlineFundraising(onlineFundraising.apiUrl),
    key: onlineFundraising.key,
  };
  const reset = () => {
    sandbox.reset();
    onlineFundraising.reset();
  };
  const handle = getRequestListener(newspaper(sandbox, url, apiUrl, methods, reset).fetch);
  server.on('request', (request, response) => void handle(request, response));
  const close = async () => {
    server.closeAllConnections();
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.all([sandbox.close(), onlineFundraising.close(), closed]);
  };
  return { url, sandbox, onlineFundraising, reset, close };
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
