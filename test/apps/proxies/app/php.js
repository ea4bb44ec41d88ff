import { createServer } from 'node:http';
import { createNodeFsMountHandler, loadNodeRuntime } from '@php-wasm/node';
import { PHP, PHPRequestHandler } from '@php-wasm/universal';

/** Where PHP sees the folder. */
export const documentRoot = '/site';

/** PHP, compiled to WebAssembly, with a folder of this machine mounted. It has sockets of its own. */
export async function loadPhp(folder) {
  const php = new PHP(await loadNodeRuntime('8.3', { emscriptenOptions: { processId: 1 } }));
  // Only under a name that it knows does PHP keep what it has compiled; that halves the time of a page.
  await php.setSapiName('cli-server');
  php.mkdir(documentRoot);
  await php.mount(documentRoot, createNodeFsMountHandler(folder));
  return php;
}

/** Runs code and gives what it printed; fails with what PHP said. */
export async function runPhp(php, code) {
  const { text, errors, exitCode } = await php.run({ code });
  if (exitCode !== 0 || errors) throw new Error(`${errors}\n${text}`);
  return text;
}

/**
 * Serves the folder by HTTP, one request after the other; what is no file is for `index.php`.
 * Gives its origin.
 */
export async function servePhp(php) {
  // A connection that rests is not closed just when it is used again, on a machine that is slow.
  const server = createServer({ keepAliveTimeout: 600_000 });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const handler = new PHPRequestHandler({
    php,
    documentRoot,
    absoluteUrl: origin,
    cookieStore: false,
    getFileNotFoundAction: () => ({ type: 'internal-redirect', uri: '/index.php' }),
  });
  // The handler has one PHP, and answers 500 to a request that comes while it is busy.
  let last = Promise.resolve();
  server.on('request', (request, response) => {
    last = last.then(() => answerOne(handler, origin, request, response));
  });
  return origin;
}

async function answerOne(handler, origin, request, response) {
  try {
    const { method, url, headers } = request;
    const body = Buffer.concat(await request.toArray());
    const answer = await handler.request({ method, url: origin + url, headers, body });
    if (answer.errors) console.error(method, url, answer.errors);
    response.writeHead(answer.httpStatusCode, answer.headers).end(answer.bytes);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}
