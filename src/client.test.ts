// In Node alone: it asks real servers of its own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError, createClient } from './client.js';
import type { Agreement, Client, ClientOptions } from './client.js';

interface Sent {
  readonly request: string;
  readonly body: unknown;
  readonly headers: Headers;
  readonly init: RequestInit;
}

const base = 'https://api.example/capi';
const invoices = 'GET /v1/customer/invoice/payment/CO27409';
const methods = '/v1/product/payment/CO27409';
const payment = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
  paymentMethod: 'vippsEcommerce',
} as const;

const change = { productCode: 'CO27409', paymentMethod: 'recurringVippsPayment' } as const;

type Answer = Response | Error | Promise<Response>;
const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

/** A client, and what it sends; each request is answered in turn, the last answer again and again. */
function clientWith(answers: readonly (() => Answer)[], options: ClientOptions = {}) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    const { method = 'GET', body, headers } = init;
    sent.push({
      request: `${method} ${url.replace(base, '')}`,
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
      headers: new Headers(headers),
      init,
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1]?.() ?? new Error('no answer');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client = createClient({ url: base, token: 't0ken', fetch, ...options });
  return { client, sent };
}

async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ConnectError, String(error));
  return error;
}

const agreement: Agreement = {
  provider: 'vipps',
  reference: 'abcd',
  referenceField: 'agreementRef',
  paymentProviderId: 55,
  productCode: 'CO27409',
  merchantId: '',
  maskedCardNumber: '',
  cardTypeName: '',
  expirationMonth: '',
  expirationYear: '',
};

const operations: readonly [
  string,
  unknown,
  (client: Client) => Promise<unknown>,
  unknown,
  Sent['body'],
][] = [
  [
    `GET ${methods}`,
    { paymentMethodResponseItems: ['invoice'] },
    (client) => client.listPaymentMethods('CO27409'),
    [{ paymentMethod: 'invoice', current: false }],
    undefined,
  ],
  [
    'POST /v1/api/payment/invoice',
    { success: true, transactionId: 7 },
    (client) => client.payInvoice(payment),
    7,
    payment,
  ],
  [
    `POST ${methods}`,
    { paymentChangeId: 8 },
    (client) => client.changePaymentMethod({ productCode: 'CO27409', paymentMethod: 'autoGiro' }),
    8,
    { paymentMethod: 'autoGiro' },
  ],
  [
    `${invoices}?unpaid=true&from=2026-01-01`,
    {},
    (client) => client.listInvoices('CO27409', { unpaid: true, from: '2026-01-01' }),
    { invoices: [], reminders: [] },
    undefined,
  ],
  [
    'GET /v1/customer/payment/klarna/token',
    { recurringTokens: [] },
    (client) => client.listAgreements('klarna'),
    [],
    undefined,
  ],
  [
    'POST /v1/api/payment/payex/token',
    { success: true, transactionId: 9 },
    (client) => client.addAgreement({ provider: 'payex', productCode: 'CO27409' }),
    9,
    { tokenType: 'card', productCode: 'CO27409' },
  ],
  [
    'PATCH /v1/customer/payment/vipps/agreement',
    { success: true },
    (client) => client.removeAgreement(agreement),
    undefined,
    { agreementRef: 'abcd', paymentProviderId: 55 },
  ],
];

describe('a client of the Connect API', () => {
  for (const [request, answer, ask, expected, body] of operations) {
    it(`sends what the reference says, and gives a typed answer: ${request}`, async () => {
      const { client, sent } = clientWith([() => json(answer)]);
      assert.deepEqual(await ask(client), expected);
      assert.deepEqual(
        sent.map((one) => [one.request, one.body]),
        [[request, body]],
      );
      assert.equal(sent[0]?.headers.get('Authorization'), 'Bearer t0ken');
      assert.equal(sent[0].headers.get('Accept'), 'application/json');
    });
  }

  it('asks the vendor’s server by environment, and a proxy by its address', async () => {
    const asked: string[] = [];
    const fetch = (url: string) => (asked.push(url), Promise.resolve(json({})));
    const list = async (options: ClientOptions) =>
      createClient({ token: 'x', fetch, ...options }).listInvoices('P');
    await list({});
    await list({ environment: 'test' });
    await list({ url: 'http://localhost:1/capi/' });
    assert.deepEqual(asked, [
      'https://api.mediaconnect.no/capi/v1/customer/invoice/payment/P',
      'https://api-test.mediaconnect.no/capi/v1/customer/invoice/payment/P',
      'http://localhost:1/capi/v1/customer/invoice/payment/P',
    ]);
  });

  for (const url of [
    '/capi',
    'http://api.example',
    'https://u:p@api.example',
    'https://a.example/?b',
    '',
  ]) {
    it(`refuses an address that a token may not go to: ${url || 'none'}`, () => {
      assert.throws(() => createClient({ url, token: 't0ken' }), {
        code: 'config',
        message: /^url: /,
      });
    });
  }

  it('refuses a token that cannot be one, and does not repeat it', () => {
    assert.throws(
      () => createClient({ url: base, token: 'se cret' }),
      (error: unknown) => {
        assert.ok(error instanceof ConnectError);
        assert.deepEqual([error.code, error.message.includes('se cret')], ['config', false]);
        return true;
      },
    );
  });

  for (const deadline of [0, -1, NaN, Infinity, 20.5]) {
    it(`refuses the deadline ${deadline}, by which every payment would be in doubt or fail`, () => {
      assert.throws(() => createClient({ url: base, deadline }), {
        code: 'config',
        message: /^deadline: /,
      });
    });
  }

  for (const wrong of [7435367, undefined, null, ['CO27409'], { productCode: 'CO27409' }]) {
    it(`sends nothing for ${JSON.stringify(wrong)}, which is no code`, async () => {
      const { client, sent } = clientWith([() => json({})]);
      for (const name of Object.keys(payment)) {
        const given = Object.assign({ ...payment }, { [name]: wrong });
        const { code, message } = await failure(client.payInvoice(given));
        assert.deepEqual([code, message.split(':')[0]], ['config', name]);
      }
      const method = Object.assign({ ...change }, { paymentMethod: wrong });
      assert.equal((await failure(client.changePaymentMethod(method))).code, 'config');
      const { productCode } = Object.assign({ ...change }, { productCode: wrong });
      assert.equal((await failure(client.listInvoices(productCode))).code, 'config');
      assert.deepEqual(sent, []);
    });
  }

  it('sends nothing for a code that the API could take for another question', async () => {
    const { client, sent } = clientWith([() => json({})]);
    for (const productCode of ['', '1234567890123', '.', '..', 'a\ud800']) {
      assert.equal((await failure(client.listInvoices(productCode))).code, 'config');
      assert.equal((await failure(client.listPaymentMethods(productCode))).code, 'config');
      assert.equal((await failure(client.payInvoice({ ...payment, productCode }))).code, 'config');
    }
    assert.equal(
      (await failure(client.payInvoice({ ...payment, invoiceNumber: '' }))).code,
      'config',
    );
    assert.equal(
      (await failure(client.removeAgreement({ ...agreement, reference: '' }))).code,
      'config',
    );
    assert.deepEqual(sent, []);
  });
});

describe('what a client does about trouble', () => {
  it('asks again on a read', async () => {
    const { client, sent } = clientWith([
      () => json({}, 429, { 'Retry-After': '0' }),
      () => json({ invoices: [] }),
    ]);
    await client.listInvoices('CO27409');
    assert.equal(sent.length, 2);
  });

  const lost = { cut: () => new Error('cut'), 500: () => json({}, 500), 503: () => json({}, 503) };
  for (const [name, answer] of Object.entries(lost)) {
    it(`never sends a payment twice: ${name}`, async () => {
      const { client, sent } = clientWith([answer]);
      assert.equal((await failure(client.payInvoice(payment))).code, 'in-doubt');
      assert.equal(sent.length, 1);
    });
  }

  it('asks for a newer token after a 401, once, and replays once', async () => {
    const reasons: string[] = [];
    const token = ({ reason }: { reason: string }) => `t${reasons.push(reason)}`;
    const { client, sent } = clientWith([() => json({}, 401), () => json({ transactionId: 7 })], {
      token,
    });
    assert.equal(await client.payInvoice(payment), 7);
    assert.deepEqual(reasons, ['initial', 'expired']);
    assert.deepEqual(
      sent.map(({ headers }) => headers.get('Authorization')),
      ['Bearer t1', 'Bearer t2'],
    );
  });

  it('asks for a token once, however many wait for it', async () => {
    let asked = 0;
    const token = () => `t${++asked}`;
    const { client, sent } = clientWith([() => json({})], { token });
    await Promise.all([
      client.listInvoices('A'),
      client.listInvoices('B'),
      client.listAgreements('vipps'),
    ]);
    assert.deepEqual([asked, sent.length], [1, 3]);
  });

  it('gives up with its deadline', async () => {
    const hang = () => new Promise<Response>(() => {});
    const fetch = (_: string, { signal }: RequestInit) =>
      Promise.race([
        hang(),
        new Promise<never>((_, reject) => signal?.addEventListener('abort', reject)),
      ]);
    const client = createClient({ url: base, token: 't0ken', fetch, deadline: 50 });
    // A timer of the process itself, since that of a deadline keeps no process alive.
    const alive = setTimeout(() => {}, 5000);
    assert.equal((await failure(client.listInvoices('P'))).code, 'timeout');
    assert.equal((await failure(client.payInvoice(payment))).code, 'in-doubt');
    clearTimeout(alive);
  });
});

describe('a call that is given up', () => {
  const reason = new Error('enough');
  /** Answers never, but ends with its request. */
  function hanging() {
    let begun = () => {};
    const isSent = new Promise<void>((resolve) => (begun = resolve));
    const fetch = (_: string, { signal }: RequestInit) => {
      begun();
      return new Promise<Response>((_, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      );
    };
    return { client: createClient({ url: base, token: 't0ken', fetch }), isSent };
  }

  it('rejects with the signal’s reason at once when it reads', async () => {
    const { client, isSent } = hanging();
    const controller = new AbortController();
    const { signal } = controller;
    const first = client.listInvoices('P', {}, { signal });
    const other = new AbortController();
    const second = client.listInvoices('P', {}, { signal: other.signal });
    await isSent;
    controller.abort(reason);
    await assert.rejects(first, reason);
    other.abort(reason);
    await assert.rejects(second, reason);
    await assert.rejects(client.listInvoices('P', {}, { signal }), reason);
  });

  it('is in doubt when a payment was under way, and nothing when it was not', async () => {
    const { client, isSent } = hanging();
    const controller = new AbortController();
    const { signal } = controller;
    const paying = failure(client.payInvoice(payment, { signal }));
    await isSent;
    controller.abort(reason);
    assert.equal((await paying).code, 'in-doubt');
    const { client: calm, sent } = clientWith([() => json({ transactionId: 7 })]);
    await assert.rejects(calm.payInvoice(payment, { signal }), reason);
    assert.deepEqual(sent, []);
  });

  it('leaves nothing at a signal that lives on', async () => {
    const warnings: unknown[] = [];
    process.on('warning', (warning) => warnings.push(warning));
    const { client } = clientWith([() => json({})]);
    const { signal } = new AbortController();
    for (let calls = 0; calls < 30; calls++) await client.listInvoices('P', {}, { signal });
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(warnings, []);
  });
});

describe('several clients', () => {
  it('never share an answer, even with the same token', async () => {
    const one = clientWith([() => json({ recurringAgreements: [{ agreementRef: 'a' }] })]);
    const other = clientWith([() => json({ recurringAgreements: [] })]);
    const [first, second] = await Promise.all([
      one.client.listAgreements('vipps'),
      other.client.listAgreements('vipps'),
    ]);
    assert.deepEqual([first.length, second.length], [1, 0]);
  });

  it('share one request each where they ask the same at once, but for what is to be fresh', async () => {
    const { client, sent } = clientWith([() => json({})]);
    await Promise.all([client.listInvoices('P'), client.listInvoices('P')]);
    assert.equal(sent.length, 1);
    await Promise.all([client.listInvoices('P'), client.listInvoices('P', {}, { isFresh: true })]);
    assert.equal(sent.length, 3);
  });
});
