import { spawnSync } from 'node:child_process';
import { startDemo } from './server.js';

const port = Number(process.env['PORT'] ?? 8080);
const host = process.env['HOST'] ?? 'localhost';
if (!(port >= 0 && port <= 65_530)) {
  console.error(
    'PORT: expected a number up to 65530, since the sandbox takes the five ports after it.',
  );
  process.exit(1);
}

function build(): void {
  console.log('Building the elements and their documentation (a few seconds)…');
  const { status, signal } = spawnSync('npx vite build && npx tsx demo/handbook/build.ts', {
    shell: true,
    stdio: 'inherit',
  });
  if (signal ?? status === 130) process.exit(130);
  if (status !== 0) {
    console.error('The build failed. Has `npm ci` been run in this folder?');
    process.exit(1);
  }
}

function explain(error: unknown): never {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isTaken
      ? `A port from ${port} to ${port + 5} is taken. Choose another: PORT=9000 npm start`
      : error,
  );
  process.exit(1);
}

build();
console.log('Starting the newspaper and its sandbox…');
// A page that a developer serves on this machine, on whatever port, is welcome.
const moreOrigins = ['http://localhost:*', 'http://127.0.0.1:*'];
const demo = await startDemo({ host, port, moreOrigins }).catch(explain);
console.log(`
  The newspaper   ${demo.url}
  Documentation   ${demo.url}/docs/
  Connect API     ${demo.sandbox.apiUrl}
  Login server    ${demo.sandbox.loginUrl}
  Payment methods ${demo.onlineFundraising.apiUrl}
  Vipps payments  ${demo.swedbankPay.apiUrl}

Ready. Open ${demo.url} and pay an invoice. Ctrl+C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)));
}
