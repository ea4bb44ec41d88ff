import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { isObject } from '../../../src/api/decode.js';
import type { Proof } from '../place.js';
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

const product = '/v1/product/payment/CO27409';
const payment = '/v1/api/payment/invoice';
const invoice = JSON.stringify({
  ...{ invoiceNumber: '7435367', productCode: 'CO27409', companyCode: '5646903690' },
  paymentMethod: 'nexi',
});
const json = { 'Content-Type': 'application/json' };

/** Proves the rules of a proxy, the same for each. Whatever it answers is looked through for the token. */
export class Rules {
  readonly #proof: Proof;
  readonly #subject: Subject;
  readonly #replies: string[] = [];

  constructor(proof: Proof, subject: Subject) {
    this.#proof = proof;
    this.#subject = subject;
  }

  async prove(): Promise<void> {
    await this.#provePassing();
    await this.#proveRefusals();
    await this.#proveHeaders();
    await this.#proveAnswers();
    await this.#proof.holds('no answer had a token in it', () => {
      assert.ok(this.#replies.length > 20);
      const all = this.#replies.join('\n');
      return Promise.resolve(assert.ok(!all.includes(this.#subject.token)));
    });
  }

  /** As an element asks from a page of the site, with the path as it stands here. */
  async #ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Reply> {
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
          this.#replies.push(JSON.stringify([answered, said]));
          resolve({ status, headers: answered, body: said });
        }, reject);
      });
    });
  }

  #pay(headers: OutgoingHttpHeaders = {}, body = invoice): Promise<Reply> {
    return this.#ask(payment, { method: 'POST', headers: { ...json, ...headers }, body });
  }

  /** That a request is refused, and that the API hears nothing of it. */
  async #refused(status: number, reply: Promise<Reply>, what: unknown): Promise<void> {
    const { upstream } = this.#subject;
    // nginx itself takes an encoded zero for a bad request.
    const said = (await reply).status;
    assert.equal(/%00/.test(String(what)) && said === 400 ? status : said, status, String(what));
    assert.deepEqual(upstream.received(), [], String(what));
  }

  async #provePassing(): Promise<void> {
    const { holds } = this.#proof;
    const { upstream, token } = this.#subject;
    await holds('passes a list, with the token of whoever is logged in', async () => {
      const { status, body } = await this.#ask(product);
      assert.equal(status, 200, body);
      const answer: unknown = JSON.parse(body);
      assert.ok(isObject(answer) && Array.isArray(answer['paymentMethodResponseItems']));
      const [got, ...more] = upstream.received();
      assert.equal(got?.headers.authorization, `Bearer ${token}`);
      assert.equal(got?.headers['content-type'], undefined);
      assert.deepEqual(more, []);
    });
    await holds('passes a payment once, as JSON', async () => {
      const { status, body } = await this.#pay();
      assert.equal(status, 200, body);
      assert.match(body, /"transactionId":\s*\d+/);
      const got = upstream.received();
      assert.deepEqual(
        got.map(({ method, headers }) => [method, headers['content-type']]),
        [['POST', 'application/json']],
      );
    });
    await holds('passes names and queries as they were sent', async () => {
      const target = '/v1/customer/invoice/payment/A%C3%85%20%26b?unpaid=true&from=2026-01-01';
      await this.#ask(target);
      assert.deepEqual(
        upstream.received().map((one) => one.target.replace(/^.*\/v1/, '/v1')),
        [target],
      );
    });
  }

  async #proveRefusals(): Promise<void> {
    const { holds } = this.#proof;
    await holds('asks the API for nobody who is not logged in', async () => {
      for (const cookie of ['', 'session=forged']) {
        await this.#refused(401, this.#ask(product, { headers: { Cookie: cookie } }), cookie);
        await this.#refused(401, this.#pay({ Cookie: cookie }), cookie);
      }
    });
    await holds('refuses what no page of this site asked for', async () => {
      for (const site of ['cross-site', 'same-site', 'none', '']) {
        const headers = { 'Sec-Fetch-Site': site };
        await this.#refused(403, this.#ask(product, { headers }), site);
        await this.#refused(403, this.#pay(headers), site);
      }
    });
    await holds('refuses what a form can send', async () => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=a',
        '',
      ]) {
        await this.#refused(415, this.#pay({ 'Content-Type': type }), type);
      }
    });
    await holds('refuses what is no operation of the elements', async () => {
      for (const [method, path] of elsewhere) {
        const body = ['GET', 'DELETE'].includes(method) ? {} : { body: invoice };
        await this.#refused(404, this.#ask(path, { method, headers: json, ...body }), path);
      }
    });
    await holds('refuses a request that is too long', async () => {
      await this.#refused(413, this.#pay({}, JSON.stringify({ a: 'a'.repeat(70_000) })), 'long');
    });
  }

  async #proveHeaders(): Promise<void> {
    const { holds } = this.#proof;
    const { upstream, token } = this.#subject;
    await holds("passes none of the page's own headers to the API", async () => {
      await this.#pay({
        ...{
          Authorization: 'Bearer forged',
          Origin: 'https://site.example',
          'X-Api-Key': 'forged',
        },
        ...{ Referer: 'https://site.example/?secret', 'X-Forwarded-For': '1.2.3.4', Via: 'page' },
        Accept: 'text/html',
      });
      const [got] = upstream.received();
      assert.equal(got?.method, 'POST');
      assert.equal(got?.headers.authorization, `Bearer ${token}`);
      assert.equal(got?.headers.accept, 'application/json');
      assert.doesNotMatch(
        JSON.stringify(got?.headers),
        /forged|secret|1\.2\.3\.4|cookie|site\.example|"via"/,
      );
    });
    await holds('takes no method from a header', async () => {
      const headers = { 'X-HTTP-Method-Override': 'POST' };
      await this.#refused(404, this.#ask(payment, { headers }), 'GET as POST');
    });
    await holds("passes none of the API's headers but those that elements read", async () => {
      upstream.next({ status: 200, body: '{}', headers: { ...json, ...told, ...untold } });
      const { headers, status } = await this.#ask(product);
      assert.equal(status, 200);
      for (const [name, value] of Object.entries(told)) assert.equal(headers[name], value, name);
      for (const name of Object.keys(untold)) {
        assert.doesNotMatch(String(headers[name]), /api\.example|secret/, name);
      }
      assert.match(String(headers['content-type']), /^application\/json/);
    });
    await holds('lets nothing be kept', async () => {
      for (const reply of [await this.#ask(product), await this.#ask('/v1/other')]) {
        assert.match(String(reply.headers['cache-control']), /no-store/, String(reply.status));
      }
      upstream.received();
    });
  }

  async #proveAnswers(): Promise<void> {
    const { holds } = this.#proof;
    const { upstream } = this.#subject;
    await holds("passes the API's errors and limits as they are", async () => {
      for (const status of [400, 401, 404, 429, 500, 503]) {
        const body = JSON.stringify({ errorMessage: `no ${status}` });
        upstream.next({ status, body, headers: { ...json, ...told } });
        const reply = await this.#ask(product);
        assert.deepEqual([reply.status, reply.body], [status, body]);
        assert.equal(reply.headers['retry-after'], '7');
      }
    });
    await holds('makes no page of the site of what the API says', async () => {
      const body = '<script>ran()</script>';
      for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', '']) {
        upstream.next({ status: 404, body, headers: { ...(type && { 'Content-Type': type }) } });
        const { status, body: said, headers } = await this.#ask(product);
        assert.deepEqual([status, said], [404, body], type);
        assert.match(headers['content-type'] ?? 'text/plain', /^text\/plain(;|$)/, type);
        assertNoPage(headers);
      }
      assertNoPage((await this.#ask(product)).headers);
      assertNoPage((await this.#ask('/v1/other')).headers);
    });
    await holds('follows no redirect of the API, and passes none', async () => {
      upstream.received();
      for (const status of [301, 302, 303, 307, 308]) {
        upstream.next({ status, headers: { Location: `${upstream.url}/v1/elsewhere` } });
        const { status: said, headers } = await this.#ask(product);
        assert.deepEqual([said, headers.location], [502, undefined], String(status));
      }
      assert.equal(upstream.received().length, 5);
    });
    await holds('sends a payment once, also when no answer comes', async () => {
      for (const end of ['cut', 'silent'] as const) {
        upstream.next(end);
        assert.equal((await this.#pay()).status, 502, end);
        assert.equal(upstream.received().length, 1, end);
      }
    });
  }
}

/** Whatever a browser makes of the body, it may not guess and may run nothing. */
function assertNoPage(headers: IncomingHttpHeaders): void {
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox");
}

/** Methods and paths that no element asks for. */
const elsewhere: readonly (readonly [string, string])[] = [
  ['GET', '/'],
  ['GET', '/v1/other'],
  ['GET', payment],
  ['PUT', product],
  ['DELETE', product],
  ['PATCH', product],
  ['POST', '/v1/customer/invoice/payment/CO27409'],
  ['GET', `${product}/more`],
  ['GET', `${product}/`],
  ['GET', '/v1/product/payment/'],
  ['GET', '/v1/product/payment/..'],
  ['GET', '/v1/product/payment/%2e%2e'],
  ['GET', '/v1/product/payment/%2E%2E%2Fadmin'],
  ['GET', '/v1/product/payment/a%2Fb'],
  ['GET', '/v1/product/payment/a%5Cb'],
  ['GET', '/v1/product/payment/a%00b'],
  ['GET', '/v1/product/payment/a%252Fb%2fc'],
  ['GET', '//v1/product/payment/CO27409'],
  ['GET', '/v1/product//payment/CO27409'],
  ['GET', '/v1/product/payment/CO27409;a=b'],
  ['GET', '/@evil.example/v1/product/payment/CO27409'],
  ['GET', `${payment}?_method=POST`],
];

const told = {
  'retry-after': '7',
  'x-ratelimit-remaining': '0',
  'x-ratelimit-reset': '9',
};
const untold = {
  'set-cookie': 'secret=1',
  'access-control-allow-origin': 'https://api.example',
  'access-control-allow-credentials': 'secret',
  'clear-site-data': '"secret"',
  'www-authenticate': 'Bearer realm="secret"',
  refresh: '0; url=https://api.example',
  link: '<https://api.example>; rel=preload',
  server: 'secret',
  'x-powered-by': 'secret',
};
