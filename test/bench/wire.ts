import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { decodeObject, text } from '../../src/api/decode.js';
import { fromPeers, installPeers } from './peers.js';

export type Answer = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

/** Hosts on this machine as if they were far away: TLS, HTTP/2, and a round trip for each handshake. */
export interface FarHosts {
  /** What the browser is started with, to find them by their names. */
  readonly args: readonly string[];
  /** How many connections each has had so far. */
  connections(host: string): number;
  close(): Promise<void>;
}

/** @param roundTrip Milliseconds. */
export async function startFarHosts(
  hosts: Readonly<Record<string, Answer>>,
  roundTrip: number,
): Promise<FarHosts> {
  const identity = await selfSigned();
  const servers: { close(): unknown }[] = [];
  const sockets = new Set<Socket>();
  const counts = new Map<string, number>();
  const rules: string[] = [];
  for (const [host, answer] of Object.entries(hosts)) {
    const server = createSecureServer({ ...identity, allowHTTP1: true }, answer);
    const port = await portOf(server);
    const wire = createServer({ noDelay: true }, (near) => {
      counts.set(host, (counts.get(host) ?? 0) + 1);
      const far = connect({ port, host: '127.0.0.1', noDelay: true });
      for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
      // The handshake of TCP is the kernel's, which nobody delays: the first word comes a round trip later instead.
      delay(near, far, roundTrip / 2, performance.now() + roundTrip);
      delay(far, near, roundTrip / 2);
    });
    rules.push(`MAP ${host}:443 127.0.0.1:${await portOf(wire)}`);
    servers.push(wire, server);
  }
  return {
    args: [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'],
    connections: (host) => counts.get(host) ?? 0,
    close: async () => {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Hands on what one end says after a while, in order. */
function delay(from: Socket, to: Socket, ms: number, notBefore = 0): void {
  let last = notBefore;
  const later = (act: () => void) => {
    last = Math.max(last, performance.now() + ms);
    setTimeout(act, last - performance.now());
  };
  from.on('data', (data) => later(() => to.writable && to.write(data)));
  from.on('end', () => later(() => to.end()));
  from.on('close', () => later(() => to.destroy()));
}

async function portOf(server: Pick<Server, 'listen' | 'address'>): Promise<number> {
  const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  await listening;
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return address.port;
}

/** Good for nothing but a browser that is told to take any. */
async function selfSigned(): Promise<{ key: string; cert: string }> {
  installPeers();
  const { generate } = decodeObject(fromPeers('selfsigned'));
  if (typeof generate !== 'function') throw new Error('selfsigned makes no certificates any more');
  const name = [{ name: 'commonName', value: 'bench.example' }];
  const made: unknown = await Reflect.apply(generate, undefined, [name, { keySize: 2048 }]);
  const { private: key, cert } = decodeObject(made);
  return { key: text(key), cert: text(cert) };
}
