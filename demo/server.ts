import { getRequestListener } from '@hono/node-server';
import {
  startOnlineFundraising,
  type OnlineFundraising,
} from './sandbox/online-fundraising/index.js';
import { startSwedbankPay, type SwedbankPay } from './sandbox/swedbank-pay/index.js';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox/index.js';
import { listen } from './sandbox/http-server.js';
import { newspaper } from './site/app.js';

/** Puts something between two servers, and gives its address. */
type InFront = (apiUrl: string) => Promise<string>;

export interface DemoOptions {
  host?: string;
  /** Of the newspaper; the sandbox takes the next five. 0 means any free ones. */
  port?: number;
  sandbox?: Partial<SandboxOptions>;
  /** Between the pages and the sandbox's API. */
  inFrontOfApi?: InFront;
  /** Between the newspaper's own server and the Payment Method API. */
  inFrontOfOnlineFundraising?: InFront;
  /** Between the newspaper's own server and the Vipps payment API. */
  inFrontOfSwedbankPay?: InFront;
  /** Answers some of the newspaper's addresses in its place. */
  inFrontOfSite?: (url: URL) => Response | undefined;
  /** Other origins than the newspaper's that the sandbox may be asked from, such as `null` or `http://localhost:*`. */
  moreOrigins?: readonly string[];
}

export interface Demo {
  /** Where the newspaper is, without a slash at its end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly onlineFundraising: OnlineFundraising;
  readonly swedbankPay: SwedbankPay;
  /** Every server's data as at the start. Logs nobody out. */
  reset(): void;
  close(): Promise<void>;
}

const nothing: InFront = (apiUrl) => Promise.resolve(apiUrl);

/** Starts the newspaper and the sandbox in this process. */
export async function startDemo({
  host = 'localhost',
  port = 0,
  sandbox: options,
  inFrontOfApi = nothing,
  inFrontOfOnlineFundraising = nothing,
  inFrontOfSwedbankPay = nothing,
  inFrontOfSite = () => undefined,
  moreOrigins = [],
}: DemoOptions = {}): Promise<Demo> {
  const server = await listen(host, port);
  const url = server.origin;
  const ports = port ? { api: port + 1, login: port + 2, provider: port + 3 } : {};
  const { settleAfter = 3000 } = options ?? {};
  const at = (offset: number) => ({ host, port: port && port + offset, settleAfter });
  const siteOrigins = [url, ...moreOrigins];
  const sandbox = await startSandbox({ host, ports, siteOrigins, ...options });
  const onlineFundraising = await startOnlineFundraising(at(4));
  const swedbankPay = await startSwedbankPay({ ...at(5), siteOrigins: [url] });
  const parts = [sandbox, onlineFundraising, swedbankPay];
  const reset = () => parts.forEach((part) => part.reset());
  const site = newspaper({
    sandbox,
    origin: url,
    siteOrigins,
    apiUrl: await inFrontOfApi(sandbox.apiUrl),
    methods: {
      key: onlineFundraising.key,
      apiUrl: await inFrontOfOnlineFundraising(onlineFundraising.apiUrl),
    },
    vipps: { ...swedbankPay, apiUrl: await inFrontOfSwedbankPay(swedbankPay.apiUrl) },
    reset,
  });
  server.serve(getRequestListener((one) => inFrontOfSite(new URL(one.url)) ?? site.fetch(one)));
  const close = async () => {
    await Promise.all([server, ...parts].map((part) => part.close()));
  };
  return { url, sandbox, onlineFundraising, swedbankPay, reset, close };
}
