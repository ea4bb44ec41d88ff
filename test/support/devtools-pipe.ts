import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { decodeObject, isObject } from '../../src/api/decode.js';

type Values = Readonly<Record<string, unknown>>;
interface Waiting {
  resolve(result: Values): void;
  reject(error: Error): void;
}

/**
 * The DevTools protocol over the two pipes of `--remote-debugging-pipe`: messages in JSON, each with a zero
 * byte after it.
 */
export class DevToolsPipe {
  readonly #to: Writable;
  readonly #from: Readable;
  readonly #waiting = new Map<unknown, Waiting>();
  #lastId = 0;
  #rest = '';

  /** @param program Started with pipes as its file descriptors 3 and 4. */
  constructor(program: ChildProcess) {
    const [, , , to, from] = program.stdio;
    if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('no pipes');
    this.#to = to;
    this.#from = from;
    from.setEncoding('utf8').on('data', (part: string) => this.#read(part));
    from.on('close', () => this.#end());
    // The end is told by the other pipe.
    to.on('error', () => {});
  }

  /**
   * @param sessionId Of the page that is meant; without it the browser is.
   * @throws {Error} When the browser refuses, or has ended.
   */
  send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** A process that the browser has left behind may hold the other ends, and would keep this one alive. */
  close(): void {
    this.#to.destroy();
    this.#from.destroy();
  }

  #read(part: string): void {
    const messages = (this.#rest + part).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#settle(decodeObject(JSON.parse(message)));
  }

  #settle({ id, result, error }: Values): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (isObject(error)) waiting?.reject(new Error(String(error['message'])));
    else waiting?.resolve(isObject(result) ? result : {});
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The browser has ended.'));
    this.#waiting.clear();
  }
}
