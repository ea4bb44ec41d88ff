import { readFile } from 'node:fs/promises';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';
import { productMethods } from '../../demo/sandbox/names.js';

/**
 * Serves `/<file>.js`, an API that answers at once below `/api`, and a page for each file at
 * `/<file>?elements=…&methods=…`. All files are read beforehand.
 */
export async function serve(files: ReadonlyMap<string, string>): Promise<LocalServer> {
  const scripts = new Map<string, Buffer>();
  for (const [name, path] of files) scripts.set(`/${name}.js`, await readFile(path));
  const server = await listen('127.0.0.1', 0);
  server.serve(({ url = '' }, response) => {
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
  return server;
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
