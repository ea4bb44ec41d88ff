import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Upstream } from './upstream.js';

/** A proxy that is in front of the API. */
export interface Subject {
  /** Of the proxy: `http://127.0.0.1:8080/capi`. */
  readonly url: string;
  /** The cookies of a browser in which Kari is logged in. */
  readonly cookie: string;
  /** Her token, which the proxy knows and no page may. */
  readonly token: string;
  readonly upstream: Upstream;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export const product = '/v1/product/payment/CO27409';
export const payment = '/v1/api/payment/invoice';
export const invoice = JSON.stringify({
  ...{ invoiceNumber: '7435367', productCode: 'CO27409', companyCode: '5646903690' },
  paymentMethod: 'nexi',
});
export const json = { 'Content-Type': 'application/json' };

/** Asks a proxy as a page would, and keeps what it was answered. */
export class Caller {
  readonly #subject: Subject;
  /** Headers and bodies of every answer. */
  readonly replies: string[] = [];

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** As an element asks from a page of the site, with the path as it stands here. */
  async ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> {
    const { url, cookie } = this.#subject;
    const { hostname, port, pathname } = new URL(url);
    const own = { Accept: 'application/json', Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' };
    const all = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== '');
    const sent = request({ hostname, port, path: pathname + path, method, agent: false });
    for (const [name, value] of all) if (value !== undefined) sent.setHeader(name, value);
    sent.end(body);
    return new Promise((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        void text(response).then((said) => {
          this.replies.push(JSON.stringify([answered, said]));
          resolve({ status, headers: answered, body: said });
        }, reject);
      });
    });
  }

  pay(headers: OutgoingHttpHeaders = {}, body = invoice): Promise<Reply> {
    return this.ask(payment, { method: 'POST', headers: { ...json, ...headers }, body });
  }

  /** That a request is refused, and that the API hears nothing of it. */
  async refused(status: number, reply: Promise<Reply>, what: unknown): Promise<void> {
    const { upstream } = this.#subject;
    // nginx itself takes an encoded zero for a bad request.
    const said = (await reply).status;
    assert.equal(/%00/.test(String(what)) && said === 400 ? status : said, status, String(what));
    assert.deepEqual(upstream.received(), [], String(what));
  }
}
