import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listen, type LocalServer } from '../../../demo/sandbox/http-server.js';
import { makeFolder, remove } from '../package.js';
import { MissingProgram } from '../place.js';
import { startProgram } from '../program.js';
import type { Upstream } from './upstream.js';

const execute = promisify(execFile);
const page = 'demo/handbook/pages/proxy-nginx.md';
const secret = 'a long random text of your own';

/** An installed nginx, or the one of Debian's package, which is unpacked and not installed. */
async function findProgram(folder: string): Promise<string> {
  const runs = (program: string) => execute(program, ['-v']).then(() => program);
  return runs('nginx').catch(async () => {
    try {
      await execute('apt-get', ['download', 'nginx'], { cwd: folder });
      const [archive = ''] = (await readdir(folder)).filter((name) => name.endsWith('.deb'));
      await execute('dpkg-deb', ['-x', archive, 'nginx'], { cwd: folder });
      return await runs(join(folder, 'nginx/usr/sbin/nginx'));
    } catch (cause) {
      throw new MissingProgram('nginx, or Debian with its package lists', { cause });
    }
  });
}

/** The address of a port that nothing listens on. */
async function freeOrigin(): Promise<string> {
  const server = await listen('127.0.0.1', 0);
  await server.close();
  return server.origin;
}

/** The two files of the handbook's page, with the sandbox in the vendor's place. */
async function readRecipe({ url }: Upstream, backend: LocalServer): Promise<readonly string[]> {
  const text = await readFile(page, 'utf8');
  const files = [...text.matchAll(/```nginx\n([^]*?)```/g)].map(([, code = '']) => code);
  if (files.length !== 2) throw new Error(`${page} has ${files.length} files for nginx`);
  const { host } = new URL(url);
  return files.map((code) =>
    code
      .replaceAll('api.mediaconnect.no:443', host)
      .replaceAll('api.mediaconnect.no', host)
      .replaceAll('https://connect_api', 'http://connect_api')
      .replaceAll('127.0.0.1:3000', new URL(backend.origin).host),
  );
}

/** The site's backend: it knows one cookie. */
async function startBackend(cookie: string, token: string): Promise<LocalServer> {
  const server = await listen('127.0.0.1', 0);
  server.serve(({ headers, url }, response) => {
    const isNginx = headers['x-connect-secret'] === secret && url === '/connect-token';
    const isKari = headers.cookie === cookie;
    response.statusCode = isNginx ? (isKari ? 204 : 401) : 404;
    if (isNginx && isKari) response.setHeader('X-Connect-Token', token);
    response.end();
  });
  return server;
}

const configuration = (host: string, maps: string, locations: string) => `
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`).join('\n  ')}
  ${maps}
  server {
    listen ${host};
    ${locations}
  }
}
`;

/** Waits for a server that does not say when it is ready; for ten seconds, or it has failed. */
async function answers(origin: string, tries = 100): Promise<unknown> {
  return fetch(origin).catch(async (error: unknown) => {
    if (!tries) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return answers(origin, tries - 1);
  });
}

/** nginx in front of the API as the handbook writes it. Gives its origin and its version. */
export async function startNginx(upstream: Upstream, cookie: string, token: string) {
  const folder = await makeFolder();
  const program = await findProgram(folder);
  const { stderr } = await execute(program, ['-v']);
  const backend = await startBackend(cookie, token);
  const [maps = '', locations = ''] = await readRecipe(upstream, backend);
  const origin = await freeOrigin();
  await mkdir(join(folder, 'run'));
  const file = join(folder, 'run', 'nginx.conf');
  await writeFile(file, configuration(new URL(origin).host, maps, locations));
  // nginx prints nothing: the shell speaks for it when its configuration is good.
  const { close } = await startProgram(join(folder, 'run'), [
    '/bin/sh',
    '-c',
    '"$0" -t -p . -c nginx.conf -e error.log && echo ready && exec "$0" -p . -c nginx.conf -e error.log',
    program,
  ]);
  await answers(origin);
  return {
    origin,
    version: /nginx\/([\d.]+)/.exec(stderr)?.[1] ?? '',
    close: async () => {
      await close();
      await backend.close();
      await remove(folder);
    },
  };
}
