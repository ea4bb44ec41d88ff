import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { decodePaymentMethods } from './connect/payment.js';
import { isPaid } from './connect/invoices.js';
import { decodeTransactionId } from './decode.js';
import { ConnectError, configError, toConnectError } from './errors.js';

/** The value, or the code of the `ConnectError`; any other error fails the test. */
function outcome<Value>(decode: () => Value): Value | string {
  try {
    return decode();
  } catch (error) {
    if (error instanceof ConnectError) return error.code;
    throw error;
  }
}

const items = (paymentMethodResponseItems: unknown) =>
  outcome(() => decodePaymentMethods({ paymentMethodResponseItems }));
const method = (paymentMethod: string, current = false) => ({ paymentMethod, current });

describe('decoding an answer that says success: false', () => {
  const refused = { success: false };
  it('is declined, and no empty list: that would say that nothing is there, or that nothing was paid', () => {
    expect(outcome(() => decodePaymentMethods(refused))).to.equal('declined');
    expect(outcome(() => isPaid(refused, '7435367'))).to.equal('declined');
  });
});

describe('decoding payment methods', () => {
  const tables: [string, unknown, unknown][] = [
    ['null', null, []],
    ['an empty list', [], []],
    ['codes', ['invoice', 'autoGiro'], [method('invoice'), method('autoGiro')]],
    ['objects', [{ paymentMethod: 'invoice', current: true, more: {} }], [method('invoice', true)]],
    ['other names of the fields', [{ type: 'nexi', inUse: true }], [method('nexi', true)]],
    ['a method unknown to us', ['bitcoin'], [method('bitcoin')]],
    ['a number as a code', [7], [method('7')]],
    ['spaces around a code', [' invoice '], [method('invoice')]],
    ['current that is not true', [{ paymentMethod: 'a', current: 'yes' }], [method('a')]],
    ['one code twice', ['a', { method: 'a', active: true }], [method('a'), method('a', true)]],
    ['some that cannot be read', [null, {}, 'a', []], [method('a')]],
    ['none that can be read', [null, {}, [], true, ''], 'invalid-response'],
    ['a text', 'invoice', 'invalid-response'],
    ['an object', { 0: 'invoice' }, 'invalid-response'],
    ['false', false, 'invalid-response'],
  ];
  for (const [name, given, expected] of tables) {
    it(`gives ${JSON.stringify(expected)} for ${name}`, () => {
      expect(items(given)).to.deep.equal(expected);
    });
  }

  it('takes an absent list as an empty one', () => {
    expect(outcome(() => decodePaymentMethods({}))).to.deep.equal([]);
  });

  for (const [name, more] of [
    ['a count and a link', { total: 0, next: null, links: { self: '/1' } }],
    ['a list with nothing in it', { errors: [], data: { items: [] } }],
  ] as const) {
    it(`takes an absent list as an empty one beside ${name}`, () => {
      expect(outcome(() => decodePaymentMethods(more))).to.deep.equal([]);
    });
  }

  for (const [name, body] of [
    ['by another name', { paymentMethods: ['invoice'] }],
    ['deeper', { data: { paymentMethodResponseItems: ['invoice'] } }],
    ['as the whole of something else', { data: [{ paymentMethod: 'invoice' }] }],
  ] as const) {
    it(`says of no list that it is empty where one is listed ${name}`, () => {
      expect(outcome(() => decodePaymentMethods(body))).to.equal('invalid-response');
    });
  }

  it('takes a list that is null as an empty one, whatever is listed beside it', () => {
    const body = { paymentMethodResponseItems: null, hints: ['none'] };
    expect(outcome(() => decodePaymentMethods(body))).to.deep.equal([]);
  });

  for (const body of [undefined, null, 1, 'a', [], true]) {
    it(`calls a body that is no object an invalid response: ${JSON.stringify(body)}`, () => {
      expect(outcome(() => decodePaymentMethods(body))).to.equal('invalid-response');
    });
  }

  it('keeps five hundred methods in their order', () => {
    const codes = Array.from({ length: 500 }, (_, n) => `m${n}`);
    expect(items(codes)).to.deep.equal(codes.map((code) => method(code)));
  });

  it('gives methods with a code, or a ConnectError, whatever comes', () => {
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ paymentMethodResponseItems: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())) }),
    );
    fc.assert(
      fc.property(body, (any) => {
        const result = outcome(() => decodePaymentMethods(any));
        if (typeof result === 'string') {
          expect(result).to.equal('invalid-response');
        } else {
          const codes = result.map(({ paymentMethod }) => paymentMethod);
          expect(codes.every((code) => typeof code === 'string' && code.trim())).to.equal(true);
          expect(result.every(({ current }) => typeof current === 'boolean')).to.equal(true);
        }
      }),
    );
  });

  for (const name of ['paymentMethod', 'payMethod', 'method', 'type']) {
    it(`takes a code that is named ${name}`, () => {
      expect(items([{ [name]: 'invoice' }])).to.deep.equal([method('invoice')]);
    });
  }

  for (const name of ['current', 'active', 'selected', 'isCurrent', 'inUse']) {
    it(`takes a method for the current one when ${name} is true`, () => {
      expect(items([{ type: 'invoice', [name]: true }])).to.deep.equal([method('invoice', true)]);
    });
  }
});

describe('deciding whether an invoice is paid', () => {
  const paid = { invoiceNumber: '7', invoiceAmount: '100.00', amount: 100, paidAmount: 100 };
  const tables: [string, unknown, boolean | string][] = [
    ['all of it is paid', [paid], true],
    ['more than it is paid', [{ ...paid, paidAmount: 120 }], true],
    ['its number is a number', [{ ...paid, invoiceNumber: 7 }], true],
    ['amounts are texts', [{ ...paid, amount: '100', paidAmount: '100.0' }], true],
    ['fees came on top', [{ ...paid, amount: 150 }], false],
    ['a part is paid', [{ ...paid, paidAmount: 99.99 }], false],
    ['nothing is paid', [{ ...paid, paidAmount: 0 }], false],
    ['nothing says what is paid', [{ invoiceNumber: '7', invoiceAmount: '1' }], false],
    ['it has no amounts', [{ invoiceNumber: '7' }], 'invalid-response'],
    ['all amounts are nought', [{ invoiceNumber: '7', amount: 0, paidAmount: 0 }], false],
    ['an amount is no number', [{ ...paid, invoiceAmount: 'a lot' }], 'invalid-response'],
    ['another invoice is paid', [{ ...paid, invoiceNumber: '8' }], false],
    ['it is not in the list', [], false],
    ['the list is null', null, false],
    ['the list holds rubbish', [null, 1, 'a', [], paid], true],
    ['the list is a text', 'paid', 'invalid-response'],
  ];
  for (const [name, invoices, expected] of tables) {
    it(`says ${expected} when ${name}`, () => {
      expect(outcome(() => isPaid({ invoices }, '7'))).to.equal(expected);
    });
  }

  it('says yes, no or a ConnectError, whatever comes', () => {
    const invoice = fc.record({
      invoiceNumber: fc.constantFrom<unknown>('7', 7, null, {}),
      invoiceAmount: fc.jsonValue(),
      amount: fc.jsonValue(),
      paidAmount: fc.jsonValue(),
    });
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ invoices: fc.array(fc.oneof(invoice, fc.jsonValue())) }),
    );
    fc.assert(
      fc.property(body, (any) => {
        expect(outcome(() => isPaid(any, '7'))).to.be.oneOf([true, false, 'invalid-response']);
      }),
    );
  });

  it('never takes less than the amount for paid', () => {
    const amounts = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(amounts, ([amount, paidAmount]) => {
        const invoices = [
          { invoiceNumber: '7', invoiceAmount: amount.toFixed(2), amount, paidAmount },
        ];
        expect(isPaid({ invoices }, '7')).to.equal(paidAmount >= amount);
      }),
    );
  });
});

describe('decoding a transaction id', () => {
  const tables: [string, unknown, number | string][] = [
    ['a number', { success: true, transactionId: 42 }, 42],
    ['a number without success', { transactionId: 42 }, 42],
    [
      'the largest safe integer',
      { transactionId: Number.MAX_SAFE_INTEGER },
      Number.MAX_SAFE_INTEGER,
    ],
    [
      'one above the safe integers',
      JSON.parse('{"transactionId": 9007199254740993}'),
      'invalid-response',
    ],
    ['a text', { success: true, transactionId: '42' }, 'invalid-response'],
    ['a negative number', { success: true, transactionId: -1 }, 'invalid-response'],
    ['nought', { success: true, transactionId: 0 }, 'invalid-response'],
    ['a fraction', { success: true, transactionId: 4.2 }, 'invalid-response'],
    ['null', { success: true, transactionId: null }, 'invalid-response'],
    ['no id although it succeeded', { success: true }, 'invalid-response'],
    ['success false', { success: false }, 'declined'],
    ['success false with an id', { success: false, transactionId: 42 }, 'declined'],
    ['success false as a text', { success: 'false' }, 'invalid-response'],
    ['a list', [42], 'invalid-response'],
    ['null as a body', null, 'invalid-response'],
  ];
  for (const [name, body, expected] of tables) {
    it(`gives ${expected} for ${name}`, () => {
      expect(outcome(() => decodeTransactionId(body, 'transactionId'))).to.equal(expected);
    });
  }

  it('gives a positive safe integer or a ConnectError, whatever comes', () => {
    const id = fc.oneof(fc.jsonValue(), fc.integer(), fc.double(), fc.maxSafeInteger());
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ success: fc.jsonValue(), transactionId: id }),
    );
    fc.assert(
      fc.property(body, (any) => {
        const result = outcome(() => decodeTransactionId(any, 'transactionId'));
        if (typeof result === 'number')
          expect(Number.isSafeInteger(result) && result > 0).to.equal(true);
        else expect(result).to.be.oneOf(['declined', 'invalid-response']);
      }),
    );
  });
});

describe('an error', () => {
  it('names the setting and what was expected', () => {
    const { code, message, retryable } = configError('client-id', 'a client id');
    expect([code, message, retryable]).to.deep.equal([
      'config',
      'client-id: expected a client id',
      false,
    ]);
  });

  it('is retryable when the same call may succeed later, and only then', () => {
    const codes = (['rate-limited', 'server', 'network', 'timeout'] as const).map(
      (code) => [code, true] as const,
    );
    const others = (
      ['config', 'bad-request', 'unauthorized', 'invalid-response', 'declined', 'in-doubt'] as const
    ).map((code) => [code, false] as const);
    for (const [code, expected] of [...codes, ...others]) {
      expect(new ConnectError(code, '').retryable, code).to.equal(expected);
    }
  });

  it('of somebody else becomes an invalid response', () => {
    expect(toConnectError(new TypeError('odd')).code).to.equal('invalid-response');
    const own = new ConnectError('declined', 'no');
    expect(toConnectError(own)).to.equal(own);
  });

  it('names what is not as documented', () => {
    const wrong: [() => unknown, string][] = [
      [() => decodePaymentMethods(null), 'body'],
      [() => decodePaymentMethods({ paymentMethodResponseItems: 1 }), 'paymentMethodResponseItems'],
      [
        () => decodePaymentMethods({ paymentMethodResponseItems: [{}, null] }),
        'paymentMethodResponseItems',
      ],
      [() => decodeTransactionId({}, 'paymentChangeId'), 'paymentChangeId'],
      [() => isPaid({ invoices: [{ invoiceNumber: 1 }] }, '1'), 'invoices'],
    ];
    for (const [decode, name] of wrong) {
      expect(decode).to.throw(ConnectError, new RegExp(`^${name} is not as documented$`));
    }
    const declined = () => decodeTransactionId({ success: false }, 'transactionId');
    expect(declined).to.throw(ConnectError, /^success: false$/);
  });
});
