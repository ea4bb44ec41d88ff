import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { productMethods } from '../../demo/sandbox/names.js';

export interface Site {
  readonly origin: string;
  close(): void;
}

/**
 * Serves `/<file>.js`, an API that answers at once below `/api`, and a page for each file at
 * `/<file>?elements=…&methods=…`. All files are read beforehand.
 */
export async function serve(files: ReadonlyMap<string, string>): Promise<Site> {
  const scripts = new Map<string, Buffer>();
  for (const [name, path] of files) scripts.set(`/${name}.js`, await readFile(path));
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const script = scripts.get(pathname);
    if (script) {
      response.setHeader('Content-Type', 'text/javascript').end(script);
    } else if (pathname.startsWith('/api/')) {
      response.setHeader('Content-Type', 'application/json').end(answer(pathname));
    } else if (scripts.has(`${pathname}.js`)) {
      response.setHeader('Content-Type', 'text/html').end(page(pathname, searchParams));
    } else {
      response.writeHead(404).end();
    }
  });
  return { origin: await listen(server), close: () => server.close() };
}

/** Listens on a free port of this machine, and gives the origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

/** Every element asks for a product of its own, since equal requests may be shared. */
function page(file: string, query: URLSearchParams): string {
  const element = (_: unknown, index: number) =>
    `<connect-payment-methods api-url="/api" token="token" product-code="${query.get('methods')}-${index}">` +
    '</connect-payment-methods>';
  return `<!doctype html><html lang="en"><title>Bench</title>
    <link rel="icon" href="data:,">
    <script type="module" src="/probe.js"></script>
    <script type="module" src="${file}.js"></script>
    ${Array.from({ length: Number(query.get('elements')) }, element).join('\n')}`;
}

/** A product code starts with the number of its methods. */
function answer(path: string): string {
  const length = Number.parseInt(path.split('/').at(-1) ?? '');
  const item = (_: unknown, index: number) => ({
    paymentMethod: productMethods[index] ?? `method${index}`,
    current: index === 2,
  });
  return JSON.stringify({ paymentMethodResponseItems: Array.from({ length }, item) });
}
