import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createClient, type Client } from '../../client.js';
import { world } from '../../platform/world.js';
import { isObject } from '../decode.js';
import { ConnectError } from '../errors.js';
import { isInvoicePaid, isPaid } from './invoices.js';
import { assumedDialect } from './assumed.js';
import type { Dialect } from './dialect.js';
import { fingerprints, isAbout } from './agreements.js';
import { withDialect } from './with-dialect.js';

interface Answer {
  readonly body: unknown;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

interface Served {
  readonly client: Client;
  readonly sent: { readonly request: string; readonly body: unknown }[];
}

/** A server that answers with what the real one might, and a client that takes it for something. */
function server(answer: unknown, dialect: Partial<Dialect> = {}): Served {
  return serverWith([{ body: answer }], dialect);
}

function serverWith(answers: readonly Answer[], dialect: Partial<Dialect> = {}): Served {
  const sent: { request: string; body: unknown }[] = [];
  const fetch = (url: string, { method = 'GET', body }: RequestInit) => {
    const { pathname } = new URL(url);
    const sentBody: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    const given = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({ request: `${method} ${pathname}`, body: sentBody });
    const { status = 200, headers = {} } = given ?? {};
    return Promise.resolve(new Response(JSON.stringify(given?.body), { status, headers }));
  };
  return {
    client: createClient({
      ...{ url: 'https://api.example', token: 't0ken', fetch },
      dialect: withDialect(dialect),
    }),
    sent,
  };
}

async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (cause: unknown) => cause,
  );
  assert.ok(error instanceof ConnectError, String(error));
  return error;
}

const fields = (item: unknown) => (isObject(item) ? item : {});
const fails = (): never => {
  throw new TypeError('of the site’s own');
};
/** What a page without types may write in place of a member. */
function untyped(members: Record<string, unknown>): Partial<Dialect> {
  const dialect: Partial<Dialect> = {};
  return Object.assign(dialect, members);
}

const items = (...list: unknown[]) => ({ paymentMethodResponseItems: list });
const invoice = {
  ...{ invoiceNumber: '1', product: 'DN', companyCode: '5', invoiceStatus: 'Closed' },
  ...{ invoiceAmount: '295.00', amount: 49, paidAmount: 0, dueDate: '2026-05-17' },
};
const invoices = (more: object = {}) => ({ invoices: [{ ...invoice, ...more }] });
const firstInvoice = async ({ client }: Served) => (await client.listInvoices('DN')).invoices[0];
const agreements = (...list: unknown[]) => ({ recurringTokens: list });

// Each thing is said once: what is odd here is odd nowhere else.
describe('the console', () => {
  /** What is said while something is done. */
  async function heard(act: () => Promise<unknown>): Promise<string[]> {
    const { warn } = console;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
    await act().finally(() => {
      console.warn = warn;
    });
    return said;
  }

  it('says once what was met, by names and types and without a value', async () => {
    const odd = items({ oddId: 3, oddName: 'Faktura', at: { secret: true } });
    const { client } = server(odd);
    const ask = () => client.listPaymentMethods('DN').catch(() => undefined);
    const [first, ...more] = await heard(async () => [await ask(), await ask()]);
    const shape = '{"oddId":"number","oddName":"string","at":{"secret":"boolean"}}';
    assert.equal(first, `connect-elements: dialect.paymentMethod cannot tell ${shape}`);
    assert.deepEqual(more, []);
  });

  it('says which member threw, and nothing of what it threw', async () => {
    const dialect = { agreementReference: fails };
    const { client } = server(agreements({ recurrenceToken: 'rec-1' }), dialect);
    const said = await heard(() => client.listAgreements('klarna'));
    assert.match(said.join('\n'), /dialect\.agreementReference threw/);
    assert.doesNotMatch(said.join('\n'), /site|rec-1/);
  });

  it('says from which fields it cannot be told how an invoice stands', async () => {
    const odd = { invoices: [{ invoiceNumber: '77', oddState: 'settled' }] };
    const said = await heard(() => firstInvoice(server(odd)));
    const shape = '{"invoiceNumber":"string","oddState":"string"}';
    assert.deepEqual(said, [`connect-elements: dialect.standing cannot tell ${shape}`]);
  });

  it('says of which agreement the reference cannot be told, and nothing of the others', async () => {
    const odd = agreements({ oddMandate: 'm1' }, { recurrenceToken: 'r', oddNamed: true });
    const said = await heard(() => server(odd).client.listAgreements('klarna'));
    assert.deepEqual(said, [
      'connect-elements: dialect.agreementReference cannot tell {"oddMandate":"string"}',
    ]);
  });

  it('says which methods have no current one among them, and nothing where one is', async () => {
    const none = items({ type: 'invoice', oddMark: 1 }, { type: 'nexi', current: false });
    const one = items({ type: 'invoice', oddPlace: 1 }, { type: 'nexi', current: true });
    const list = (body: unknown) => server(body).client.listPaymentMethods('DN');
    const said = await heard(async () => [await list(none), await list(one)]);
    const shape = '{"type":"string","oddMark":"number"}';
    assert.deepEqual(said, [
      `connect-elements: dialect.paymentMethod tells no current one among ${shape}`,
    ]);
  });
});

describe('paymentMethod', () => {
  const real = items({ id: 3, kind: { code: 'AUTOGIRO' }, isDefault: 'Y' }, 'invoice');

  it('as assumed is undefined of an item without a code', () => {
    assert.equal(assumedDialect.paymentMethod({ id: 3, current: true }), undefined);
  });

  it('when wrong leaves out an item, and calls a list of such items unreadable', async () => {
    const known = await server(real).client.listPaymentMethods('DN');
    assert.deepEqual(known, [{ paymentMethod: 'invoice', current: false }]);
    const unreadable = server(items({ id: 3 })).client.listPaymentMethods('DN');
    assert.equal((await failure(unreadable)).code, 'invalid-response');
  });

  it('when wrong shows a code of another vocabulary as it came', async () => {
    const { client } = server(items('FAKTURA', 'invoice'));
    const codes = (await client.listPaymentMethods('DN')).map((one) => one.paymentMethod);
    assert.deepEqual(codes, ['FAKTURA', 'invoice']);
  });

  it('when wrong of the marker’s name takes no method for the current one', async () => {
    const listed = server(items({ code: 1, type: 'invoice', isDefault: true }));
    const [method] = await listed.client.listPaymentMethods('DN');
    assert.deepEqual(method, { paymentMethod: 'invoice', current: false });
  });

  it('can be replaced', async () => {
    const paymentMethod: Dialect['paymentMethod'] = (item) =>
      fields(fields(item)['kind'])['code'] === 'AUTOGIRO'
        ? { paymentMethod: 'autoGiro', current: fields(item)['isDefault'] === 'Y' }
        : undefined;
    const { client } = server(real, { paymentMethod });
    assert.deepEqual(await client.listPaymentMethods('DN'), [
      { paymentMethod: 'autoGiro', current: true },
    ]);
  });

  for (const told of [fails, () => ({ paymentMethod: 'invoice' }), () => 'invoice']) {
    it(`that gives no method cannot tell: ${String(told)}`, async () => {
      const { client } = server(real, untyped({ paymentMethod: told }));
      assert.equal((await failure(client.listPaymentMethods('DN'))).code, 'invalid-response');
    });
  }
});

describe('standing', () => {
  it('when wrong lists a paid invoice as owed', async () => {
    const listed = await firstInvoice(server(invoices()));
    assert.deepEqual([listed?.standing, listed?.isPaid], ['owed', false]);
  });

  it('can be replaced', async () => {
    const standing: Dialect['standing'] = ({ invoiceStatus }) =>
      invoiceStatus === 'Closed' ? 'paid' : 'owed';
    const listed = await firstInvoice(server(invoices(), { standing }));
    assert.deepEqual([listed?.standing, listed?.isPaid], ['paid', true]);
  });

  const lost = { throws: fails, promises: async () => 'paid', 'says “yes”': () => 'yes' };
  for (const [name, told] of Object.entries(lost)) {
    it(`that ${name} takes an invoice for neither paid nor unpaid`, async () => {
      const dialect = untyped({ standing: told });
      const listed = await firstInvoice(server(invoices(), dialect));
      assert.deepEqual([listed?.standing, listed?.isPaid], ['unclear', undefined]);
      assert.throws(() => isPaid(invoices(), '1', withDialect(dialect)), {
        code: 'invalid-response',
      });
      // Another invoice that cannot be told says nothing of one that is not listed.
      assert.equal(isPaid(invoices(), '2', withDialect(dialect)), false);
    });
  }

  it('is what a payment is confirmed by', async () => {
    const api = {
      url: 'https://api.example',
      access: { id: 'dialect' },
      world: { ...world, fetch: async () => new Response(JSON.stringify(invoices())) },
      dialect: withDialect({ standing: ({ paidAmount }) => (paidAmount === 0 ? 'paid' : 'owed') }),
    };
    const about = { productCode: 'DN', invoiceNumber: '1' };
    const { signal } = new AbortController();
    assert.equal(await isInvoicePaid(api, about, { signal }), true);
    const assumed = { ...api, dialect: assumedDialect };
    assert.equal(await isInvoicePaid(assumed, about, { signal }), false);
  });
});

describe('amountOf', () => {
  const totalBy = async (dialect: Partial<Dialect>) => {
    const listed = await firstInvoice(server(invoices(), dialect));
    return [listed?.total, listed?.unreadTotal];
  };

  it('when wrong names another sum', async () => {
    assert.deepEqual(await totalBy({}), [295, '']);
  });

  it('can be replaced, and is shown as it came where it is no amount', async () => {
    assert.deepEqual(await totalBy({ amountOf: ({ amount }) => amount }), [49, '']);
    assert.deepEqual(await totalBy({ amountOf: () => '49 kr' }), [NaN, '49 kr']);
  });

  for (const told of [fails, async () => 49, () => ({ value: 49 }), () => true]) {
    it(`that gives neither a number nor a text cannot tell: ${String(told)}`, async () => {
      assert.deepEqual(await totalBy(untyped({ amountOf: told })), [NaN, '']);
    });
  }
});

describe('day', () => {
  const real = invoices({ dueDate: '17.05.2026' });

  it('when wrong gives no day', async () => {
    assert.equal((await firstInvoice(server(real)))?.dueDate, '');
  });

  it('as assumed is that of the moment, and undefined of what is none', () => {
    assert.equal(assumedDialect.day('2026-05-16T22:00:00Z'), '2026-05-17');
    assert.equal(assumedDialect.day('17.05.2026'), undefined);
  });

  it('can be replaced, and gives no day when it throws or gives something else', async () => {
    const day: Dialect['day'] = (value) => String(value).split('.').reverse().join('-');
    assert.equal((await firstInvoice(server(real, { day })))?.dueDate, '2026-05-17');
    for (const told of [fails, () => new Date(), () => '17 May']) {
      assert.equal((await firstInvoice(server(real, untyped({ day: told }))))?.dueDate, '');
    }
  });

  it('is that of reminders too', async () => {
    const reminders = { reminders: [{ invoiceNumber: 2, dueDate: 'soon' }] };
    const { client } = server(reminders, { day: () => '2026-01-02' });
    assert.equal((await client.listInvoices('DN')).reminders[0]?.dueDate, '2026-01-02');
  });
});

describe('currencies', () => {
  it('when wrong name sums wrongly and are sent with nothing', async () => {
    const { client, sent } = server(
      { success: true, transactionId: 7 },
      { currencies: { no: 'EUR' } },
    );
    const paid = { invoiceNumber: '1', productCode: 'DN', companyCode: '5' };
    await client.payInvoice({ ...paid, paymentMethod: 'nexi' });
    assert.deepEqual(sent[0]?.body, { ...paid, paymentMethod: 'nexi' });
  });

  it('are those of the countries, and can be replaced', () => {
    assert.deepEqual(assumedDialect.currencies, { no: 'NOK', se: 'SEK' });
    assert.equal(withDialect({ currencies: { no: 'EUR' } }).currencies['no'], 'EUR');
  });
});

describe('agreementReference', () => {
  const real = agreements({ mandateId: 'm1', productCode: 'DN', paymentProviderId: 3 });

  it('when wrong lists what cannot be removed', async () => {
    const { client, sent } = server(real);
    const [agreement] = await client.listAgreements('klarna');
    assert.ok(agreement);
    assert.equal(agreement.reference, '');
    assert.equal((await failure(client.removeAgreement(agreement))).code, 'config');
    assert.equal(sent.length, 1);
  });

  it('can be replaced, and is what a removal sends back', async () => {
    const agreementReference: Dialect['agreementReference'] = ({ mandateId }, provider) => ({
      field: `${provider}Mandate`,
      value: String(mandateId),
    });
    const { client, sent } = serverWith([{ body: real }, { body: { success: true } }], {
      agreementReference,
    });
    const [agreement] = await client.listAgreements('klarna');
    assert.ok(agreement);
    await client.removeAgreement(agreement);
    assert.deepEqual(sent[1], {
      request: 'PATCH /v1/customer/payment/klarna/token',
      body: { klarnaMandate: 'm1', paymentProviderId: 3 },
    });
  });

  const half = [() => ({ field: 'mandateId', value: 7 }), () => ({ field: 7, value: 'm1' })];
  for (const told of [fails, () => 'm1', ...half]) {
    it(`that gives none cannot tell: ${String(told)}`, async () => {
      const { client } = server(real, untyped({ agreementReference: told }));
      const [agreement] = await client.listAgreements('klarna');
      assert.deepEqual([agreement?.reference, agreement?.referenceField], ['', '']);
    });
  }
});

describe('isAgreementAbout', () => {
  it('when wrong lists agreements of other products too', async () => {
    const [agreement] = await server(agreements({ recurrenceToken: 'x' })).client.listAgreements(
      'klarna',
    );
    assert.ok(agreement);
    assert.equal(isAbout(agreement, 'DN'), true);
    const strict = withDialect({
      isAgreementAbout: ({ productCode }, asked) => productCode === asked,
    });
    assert.equal(isAbout(agreement, 'DN', strict), false);
    assert.deepEqual(fingerprints([agreement], 'DN', strict), []);
    const lost = withDialect({ isAgreementAbout: fails });
    assert.equal(isAbout({ ...agreement, productCode: 'VG' }, 'DN', lost), true);
  });
});

describe('addAgreement and removeAgreement', () => {
  const item = { recurrenceToken: 'x', paymentProviderId: 3 };
  const refused = { body: { errorMessage: 'no such operation' }, status: 404 };

  it('when wrong end in a refusal, and nothing is changed', async () => {
    const { client } = serverWith([{ body: agreements(item) }, refused]);
    const [agreement] = await client.listAgreements('klarna');
    assert.ok(agreement);
    assert.equal((await failure(client.removeAgreement(agreement))).code, 'bad-request');
    const adding = client.addAgreement({ provider: 'nexi', productCode: 'DN' });
    assert.equal((await failure(adding)).code, 'bad-request');
  });

  it('can be replaced', async () => {
    const { client, sent } = serverWith(
      [{ body: agreements(item) }, { body: { success: true, transactionId: 4 } }],
      {
        addAgreement: (provider, productCode) => ({
          method: 'PUT',
          path: `/v2/${provider}`,
          body: { product: productCode },
        }),
        removeAgreement: ({ reference }) => ({
          method: 'DELETE',
          path: `/v2/token/${reference}`,
          body: {},
        }),
      },
    );
    const [agreement] = await client.listAgreements('klarna');
    assert.ok(agreement);
    await client.removeAgreement(agreement);
    assert.equal(await client.addAgreement({ provider: 'nexi', productCode: 'DN' }), 4);
    assert.deepEqual(sent.slice(1), [
      { request: 'DELETE /v2/token/x', body: {} },
      { request: 'PUT /v2/nexi', body: { product: 'DN' } },
    ]);
  });

  const lost = {
    'that throw': fails,
    'that would be asked again': () => ({ method: 'GET', path: '/v1/x', body: {} }),
    'that lead to another host': () => ({ method: 'POST', path: '.evil.example/x', body: {} }),
  };
  for (const [name, told] of Object.entries(lost)) {
    it(`send nothing: those ${name}`, async () => {
      const dialect = untyped({ addAgreement: told, removeAgreement: told });
      const { client, sent } = server(agreements(item), dialect);
      const [agreement] = await client.listAgreements('klarna');
      assert.ok(agreement);
      const expected = 'expected a method, a path and a body';
      const removing = await failure(client.removeAgreement(agreement));
      assert.equal(removing.message, `dialect.removeAgreement: ${expected}`);
      const adding = client.addAgreement({ provider: 'vipps', productCode: 'DN' });
      assert.equal((await failure(adding)).message, `dialect.addAgreement: ${expected}`);
      assert.equal(sent.length, 1);
    });
  }
});

describe('outcome and resultParameters', () => {
  it('when wrong say nothing of how it went', () => {
    for (const value of ['FINISHED', 'success', 'ok', '']) {
      assert.equal(assumedDialect.outcome(value, 'status'), undefined);
    }
    assert.equal(assumedDialect.outcome('finished', 'status'), 'finished');
    assert.deepEqual(assumedDialect.resultParameters, ['status', 'result', 'paymentStatus']);
  });

  it('can be replaced, and cannot tell when they throw or say another word', () => {
    const { outcome, resultParameters } = withDialect({
      resultParameters: ['pmtResult'],
      outcome: (value) => (value === 'OK' ? 'finished' : undefined),
    });
    assert.deepEqual(resultParameters, ['pmtResult']);
    assert.equal(outcome('OK', 'pmtResult'), 'finished');
    assert.equal(withDialect({ outcome: fails }).outcome('OK', 'status'), undefined);
  });
});

describe('changeMethodPath and ticketParameter', () => {
  it('can be replaced', () => {
    const { changeMethodPath, ticketParameter } = withDialect({ changeMethodPath: '/pay/change' });
    assert.equal(changeMethodPath, '/pay/change');
    assert.equal(ticketParameter, 'ticket');
    assert.equal(withDialect({ ticketParameter: 'card' }).ticketParameter, 'card');
  });
});

describe('errorMessage', () => {
  const answer = { body: { fault: { text: 'closed for today' } }, status: 400 };
  const ask = (dialect: Partial<Dialect>) =>
    failure(serverWith([answer], dialect).client.listInvoices('DN'));

  it('when wrong leaves the status, and the same code', async () => {
    const { code, message } = await ask({});
    assert.deepEqual([code, message], ['bad-request', 'HTTP 400']);
  });

  it('can be replaced, and leaves the status when it throws or gives no text', async () => {
    const errorMessage: Dialect['errorMessage'] = (body) =>
      String(fields(fields(body)['fault'])['text']);
    assert.equal((await ask({ errorMessage })).message, 'closed for today');
    for (const told of [fails, () => ({ text: 'closed' })]) {
      assert.equal((await ask(untyped({ errorMessage: told }))).message, 'HTTP 400');
    }
  });
});

describe('retryAfter', () => {
  const limited = { body: {}, status: 429, headers: { 'X-Wait': '300' } };
  const ask = (dialect: Partial<Dialect>) =>
    failure(serverWith([limited], dialect).client.payInvoice(payment));
  const payment = {
    ...{ invoiceNumber: '1', productCode: 'DN', companyCode: '5' },
    paymentMethod: 'nexi',
  } as const;

  it('when wrong does not say how long to wait', async () => {
    const { code, retryAfter } = await ask({});
    assert.deepEqual([code, retryAfter], ['rate-limited', undefined]);
  });

  it('can be replaced, and does not say so when it throws or gives no number', async () => {
    const retryAfter: Dialect['retryAfter'] = (headers) => Number(headers.get('X-Wait')) * 1000;
    assert.equal((await ask({ retryAfter })).retryAfter, 300_000);
    for (const told of [fails, () => '300']) {
      assert.equal((await ask(untyped({ retryAfter: told }))).retryAfter, undefined);
    }
  });
});

describe('a member that is wrong', () => {
  for (const [name, member, expected] of [
    ['paymentMethd', 'x', /^dialect\.paymentMethd: expected one of paymentMethod,/],
    ['toString', 'x', /^dialect\.toString: expected one of paymentMethod,/],
    ['paymentMethod', 7, /^dialect\.paymentMethod: expected a function$/],
    ['standing', 'paid', /^dialect\.standing: expected a function$/],
    ['resultParameters', 'status', /^dialect\.resultParameters: expected a list of names$/],
    ['resultParameters', [''], /expected a list of names$/],
    ['resultParameters', ['status', ''], /expected a list of names$/],
    ['changeMethodPath', 'paymentChange', /expected a path that begins with a slash$/],
    ['ticketParameter', '', /expected a name$/],
    ['currencies', 'NOK', /expected an object$/],
  ] as const) {
    it(`is named with what was expected: ${name}, ${JSON.stringify(member)}`, () => {
      const dialect = untyped({ [name]: member });
      assert.throws(() => withDialect(dialect), { code: 'config', message: expected });
    });
  }
});

describe('a dialect', () => {
  it('of functions that throw cannot tell anything', () => {
    const names = Object.entries(assumedDialect).flatMap(([name, member]) =>
      typeof member === 'function' ? [name] : [],
    );
    const dialect = withDialect(untyped(Object.fromEntries(names.map((name) => [name, fails]))));
    for (const [name, member] of Object.entries<unknown>({ ...dialect })) {
      if (typeof member !== 'function') continue;
      assert.equal(Reflect.apply(member, undefined, []), undefined, name);
    }
    assert.ok(names.length > 10);
  });

  it('of nothing, and one whose members are undefined, is as assumed', () => {
    const undefinedMembers = untyped(
      Object.fromEntries(Object.keys(assumedDialect).map((name) => [name, undefined])),
    );
    for (const dialect of [withDialect({}), withDialect(undefinedMembers)]) {
      assert.deepEqual(Object.keys(dialect).sort(), Object.keys(assumedDialect).sort());
      assert.equal(dialect.outcome('failed', 'status'), 'failed');
      assert.equal(dialect.standing({ paidAmount: 1, amount: 1, invoiceAmount: 1 }), 'paid');
    }
  });
});
