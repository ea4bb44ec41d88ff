import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { isObject } from '../../../src/api/decode.js';
import type { Proof } from '../place.js';
import { Caller, invoice, json, payment, product, type Subject } from './caller.js';

/** Proves the rules of a proxy, the same for each. Whatever it answers is looked through for the token. */
export class Rules {
  readonly #proof: Proof;
  readonly #subject: Subject;
  readonly #caller: Caller;

  constructor(proof: Proof, subject: Subject) {
    this.#proof = proof;
    this.#subject = subject;
    this.#caller = new Caller(subject);
  }

  async prove(): Promise<void> {
    await this.#provePassing();
    await this.#proveRefusals();
    await this.#proveHeaders();
    await this.#proveAnswers();
    await this.#proof.holds('no answer had a token in it', () => {
      assert.ok(this.#caller.replies.length > 20);
      const all = this.#caller.replies.join('\n');
      return Promise.resolve(assert.ok(!all.includes(this.#subject.token)));
    });
  }

  async #provePassing(): Promise<void> {
    const { holds } = this.#proof;
    const { upstream, token } = this.#subject;
    await holds('passes a list, with the token of whoever is logged in', async () => {
      const { status, body } = await this.#caller.ask(product);
      assert.equal(status, 200, body);
      const answer: unknown = JSON.parse(body);
      assert.ok(isObject(answer) && Array.isArray(answer['paymentMethodResponseItems']));
      const [got, ...more] = upstream.received();
      assert.equal(got?.headers.authorization, `Bearer ${token}`);
      assert.equal(got?.headers['content-type'], undefined);
      assert.deepEqual(more, []);
    });
    await holds('passes a payment once, as JSON', async () => {
      const { status, body } = await this.#caller.pay();
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
      await this.#caller.ask(target);
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
        await this.#caller.refused(
          401,
          this.#caller.ask(product, { headers: { Cookie: cookie } }),
          cookie,
        );
        await this.#caller.refused(401, this.#caller.pay({ Cookie: cookie }), cookie);
      }
    });
    await holds('refuses what no page of this site asked for', async () => {
      for (const site of ['cross-site', 'same-site', 'none', '']) {
        const headers = { 'Sec-Fetch-Site': site };
        await this.#caller.refused(403, this.#caller.ask(product, { headers }), site);
        await this.#caller.refused(403, this.#caller.pay(headers), site);
      }
    });
    await holds('refuses what a form can send', async () => {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=a',
        '',
      ]) {
        await this.#caller.refused(415, this.#caller.pay({ 'Content-Type': type }), type);
      }
    });
    await holds('refuses what is no operation of the elements', async () => {
      for (const [method, path] of elsewhere) {
        const body = ['GET', 'DELETE'].includes(method) ? {} : { body: invoice };
        await this.#caller.refused(
          404,
          this.#caller.ask(path, { method, headers: json, ...body }),
          path,
        );
      }
    });
    await holds('refuses a request that is too long', async () => {
      await this.#caller.refused(
        413,
        this.#caller.pay({}, JSON.stringify({ a: 'a'.repeat(70_000) })),
        'long',
      );
    });
  }

  async #proveHeaders(): Promise<void> {
    const { holds } = this.#proof;
    const { upstream, token } = this.#subject;
    await holds("passes none of the page's own headers to the API", async () => {
      await this.#caller.pay({
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
      await this.#caller.refused(404, this.#caller.ask(payment, { headers }), 'GET as POST');
    });
    await holds("passes none of the API's headers but those that elements read", async () => {
      upstream.next({ status: 200, body: '{}', headers: { ...json, ...told, ...untold } });
      const { headers, status } = await this.#caller.ask(product);
      assert.equal(status, 200);
      for (const [name, value] of Object.entries(told)) assert.equal(headers[name], value, name);
      for (const name of Object.keys(untold)) {
        assert.doesNotMatch(String(headers[name]), /api\.example|secret/, name);
      }
      assert.match(String(headers['content-type']), /^application\/json/);
    });
    await holds('lets nothing be kept', async () => {
      for (const reply of [await this.#caller.ask(product), await this.#caller.ask('/v1/other')]) {
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
        const reply = await this.#caller.ask(product);
        assert.deepEqual([reply.status, reply.body], [status, body]);
        assert.equal(reply.headers['retry-after'], '7');
      }
    });
    await holds('makes no page of the site of what the API says', async () => {
      const body = '<script>ran()</script>';
      for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', '']) {
        upstream.next({ status: 404, body, headers: { ...(type && { 'Content-Type': type }) } });
        const { status, body: said, headers } = await this.#caller.ask(product);
        assert.deepEqual([status, said], [404, body], type);
        assert.match(headers['content-type'] ?? 'text/plain', /^text\/plain(;|$)/, type);
        assertNoPage(headers);
      }
      assertNoPage((await this.#caller.ask(product)).headers);
      assertNoPage((await this.#caller.ask('/v1/other')).headers);
    });
    await holds('follows no redirect of the API, and passes none', async () => {
      upstream.received();
      for (const status of [301, 302, 303, 307, 308]) {
        upstream.next({ status, headers: { Location: `${upstream.url}/v1/elsewhere` } });
        const { status: said, headers } = await this.#caller.ask(product);
        assert.deepEqual([said, headers.location], [502, undefined], String(status));
      }
      assert.equal(upstream.received().length, 5);
    });
    await holds('sends a payment once, also when no answer comes', async () => {
      for (const end of ['cut', 'silent'] as const) {
        upstream.next(end);
        assert.equal((await this.#caller.pay()).status, 502, end);
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
