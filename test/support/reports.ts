import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { decodeObject, text } from '../../src/api/decode.js';
import { listen, type LocalServer } from '../../demo/sandbox/http-server.js';

/** What a page has told of itself, by `reporter.js`. */
export interface Report {
  readonly what: 'started' | 'shown' | 'activated' | 'frozen' | 'resumed';
  /** Names the document: the same address loaded anew has another one. */
  readonly document: string;
  readonly path: string;
  /** Whether nobody sees the page yet. */
  readonly isPrerendering: boolean;
  /** Of `shown`: whether the page comes out of the back/forward cache. */
  readonly persisted: boolean;
  /** Of `resumed`: for how many milliseconds no timer ran, which runs each 50 ms, or each second when hidden. */
  readonly silence: number;
}

const kinds = ['started', 'shown', 'activated', 'frozen', 'resumed'] as const;

/** Where pages of any origin report to. */
export class Reports {
  /** To go into the head of a page. */
  readonly script: string;
  readonly #server: LocalServer;
  readonly #list: Report[] = [];

  private constructor(server: LocalServer) {
    this.#server = server;
    this.script = `<script src="${server.origin}/reporter.js"></script>`;
    const reporter = readFileSync('test/support/reporter.js', 'utf8');
    server.serve(async (request, response) => {
      if (request.method === 'POST') this.#list.push(decode(JSON.parse(await bodyOf(request))));
      response.setHeader('Content-Type', 'text/javascript').end(reporter);
    });
  }

  static async listen(): Promise<Reports> {
    return new Reports(await listen('127.0.0.1', 0));
  }

  /** The reports of a path, in order. */
  of(path: string): readonly Report[] {
    return this.#list.filter((report) => report.path === path);
  }

  /** Waits for a report of a path; nothing when it does not come in 15 seconds. */
  async first(path: string, is: (report: Report) => boolean): Promise<Report | undefined> {
    const end = Date.now() + 15_000;
    for (;;) {
      const found = this.of(path).find(is);
      if (found || Date.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += String(part);
  return body;
}

function decode(value: unknown): Report {
  const said = decodeObject(value);
  const what = kinds.find((kind) => kind === said['what']);
  if (!what) throw new Error(`a page reported ${String(said['what'])}`);
  return {
    what,
    document: text(said['document']),
    path: text(said['path']),
    isPrerendering: said['isPrerendering'] === true,
    persisted: said['persisted'] === true,
    silence: Number(said['silence'] ?? 0),
  };
}
