import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseQuery, returnAddress, type Transaction } from '../../src/redirect/return-url.js';

const names = 'status result paymentStatus';
const about: Transaction = {
  flow: 'pay-invoice',
  transactionId: 42,
  paymentMethod: 'nexi',
  productCode: 'DN',
  invoiceNumber: '1001',
};
const ours = 'connect=pay-invoice~return~42~nexi~DN~1001';
const atError = ours.replace('return', 'error');
const parse = (query: string, resultParam = names) =>
  parseQuery(new URLSearchParams(query), resultParam);
const outcomeOf = (query: string) => parse(query)?.arrival?.outcome;

describe('an address to come back to', () => {
  it('keeps its own query and hash', () => {
    const url = new URL('https://site.example/pay?tab=2&x=1#invoices');
    expect(returnAddress(url, 'return', about)).to.equal(
      'https://site.example/pay?tab=2&x=1&connect=pay-invoice%7Ereturn%7E42%7Enexi%7EDN%7E1001#invoices',
    );
  });

  it('carries our parameter once, however often one leaves from it', () => {
    const first = returnAddress(new URL('https://site.example/'), 'return', about);
    const second = new URL(returnAddress(new URL(first), 'error', about));
    expect(second.searchParams.getAll('connect')).to.deep.equal([
      'pay-invoice~error~42~nexi~DN~1001',
    ]);
  });

  it('does not change the address it was given', () => {
    const url = new URL('https://site.example/');
    returnAddress(url, 'return', about);
    expect(url.href).to.equal('https://site.example/');
  });

  it('carries what was known before an agreement was added, last', () => {
    const addition: Transaction = {
      ...about,
      flow: 'add-agreement',
      invoiceNumber: '',
      known: '1a.2b',
    };
    const address = new URL(returnAddress(new URL('https://site.example/'), 'return', addition));
    expect(address.searchParams.get('connect')).to.equal('add-agreement~return~42~nexi~DN~~1a.2b');
  });

  it('of an addition is read back as it was written', () => {
    const code = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => !text.includes('~'));
    const addition = fc.record<Transaction>({
      flow: fc.constant('add-agreement'),
      transactionId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      paymentMethod: code,
      productCode: code,
      invoiceNumber: fc.constant(''),
      known: fc.oneof(
        fc.constant('-'),
        fc
          .array(fc.stringMatching(/^[a-z0-9]{1,7}$/), { minLength: 1, maxLength: 40 })
          .map((marks) => marks.join('.')),
      ),
    });
    fc.assert(
      fc.property(addition, (given) => {
        const address = new URL(returnAddress(new URL('https://site.example/'), 'return', given));
        address.searchParams.append('status', 'finished');
        expect(parseQuery(address.searchParams, names)?.arrival).to.deep.equal({
          ...given,
          outcome: 'finished',
        });
      }),
    );
  });

  it('is read back as it was written, for any codes without ~', () => {
    const code = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => !text.includes('~'));
    const transaction = fc.record<Transaction>({
      flow: fc.constantFrom('pay-invoice', 'change-method'),
      transactionId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      paymentMethod: code,
      productCode: code,
      invoiceNumber: fc.oneof(fc.constant(''), code),
    });
    const place = fc.constantFrom<('return' | 'error')[]>('return', 'error');
    fc.assert(
      fc.property(transaction, place, (given, where) => {
        const address = new URL(returnAddress(new URL('https://site.example/?a=1'), where, given));
        address.searchParams.append('status', 'finished');
        const arrival = parseQuery(address.searchParams, names)?.arrival;
        expect(arrival).to.deep.equal({
          ...given,
          outcome: where === 'error' ? 'error' : 'finished',
        });
      }),
    );
  });
});

describe('reading an arrival', () => {
  for (const outcome of [
    'finished',
    'cancelled',
    'failed',
    'unknown',
    'initiated',
    'error',
  ] as const) {
    it(`reads ${outcome}`, () => {
      expect(parse(`${ours}&status=${outcome}`)).to.deep.equal({
        arrival: { ...about, outcome },
        names: ['connect', 'status'],
      });
    });
  }

  for (const name of names.split(' ')) {
    it(`finds the outcome in ${name}`, () => {
      expect(parse(`${ours}&${name}=finished`)?.names).to.deep.equal(['connect', name]);
    });
  }

  it('finds the outcome in a parameter that the site names', () => {
    const parsed = parse(`${ours}&utfall=cancelled&status=finished`, 'utfall');
    expect(parsed?.arrival?.outcome).to.equal('cancelled');
    expect(parsed?.names).to.deep.equal(['connect', 'utfall']);
  });

  const unknown: [string, string][] = [
    ['no outcome', ''],
    ['an empty outcome', '&status='],
    ['an outcome that is none of the six', '&status=paid'],
    ['another spelling', '&status=Finished'],
    ['finished twice', '&status=finished&status=finished'],
    ['conflicting values of one parameter', '&status=finished&status=failed'],
    ['conflicting parameters', '&status=finished&result=failed'],
    ['two parameters that agree', '&status=finished&result=finished'],
    ['a known value beside an unknown one', '&status=finished&status=maybe'],
    ['a known value beside an empty one', '&status=finished&status='],
    [
      'one that says two things beside one that says one',
      '&status=failed&status=x&result=finished',
    ],
    ['a name of a property of every object', '&status=constructor'],
  ];
  for (const [name, query] of unknown) {
    it(`takes ${name} as unknown`, () => {
      expect(outcomeOf(ours + query)).to.equal('unknown');
    });
  }

  for (const query of ['', '&status=finished', '&status=cancelled', '&status=nonsense']) {
    it(`takes the error address as error, with "${query}"`, () => {
      expect(outcomeOf(atError + query)).to.equal('error');
    });
  }

  it('finds no outcome in a parameter without a name, however many spaces part the names', () => {
    expect(parse(`${ours}&=finished`, 'status  result')).to.deep.equal({
      arrival: { ...about, outcome: 'unknown' },
      names: ['connect'],
    });
  });

  it("leaves the site's own parameter of that name when another holds the outcome", () => {
    expect(parse(`${ours}&status=active&result=finished`)).to.deep.equal({
      arrival: { ...about, outcome: 'finished' },
      names: ['connect', 'result'],
    });
  });

  it('names what is there, and nothing that is not', () => {
    expect(parse(ours)?.names).to.deep.equal(['connect']);
    expect(parse(`${ours}&result=odd`)?.names).to.deep.equal(['connect', 'result']);
  });

  it('reads a change of method, which has no invoice', () => {
    const arrival = parse('connect=change-method~return~7~autoGiro~DN~&status=finished')?.arrival;
    expect(arrival).to.deep.equal({
      flow: 'change-method',
      transactionId: 7,
      paymentMethod: 'autoGiro',
      productCode: 'DN',
      invoiceNumber: '',
      outcome: 'finished',
    });
  });
});

describe('reading an arrival after an agreement was added', () => {
  it('gives what was known before', () => {
    const arrival = parse('connect=add-agreement~return~7~nexi~DN~~1a.2b&status=finished')?.arrival;
    expect(arrival).to.deep.equal({
      flow: 'add-agreement',
      transactionId: 7,
      paymentMethod: 'nexi',
      productCode: 'DN',
      invoiceNumber: '',
      known: '1a.2b',
      outcome: 'finished',
    });
  });

  it('at the error address is error', () => {
    expect(outcomeOf('connect=add-agreement~error~7~nexi~DN~~-&status=finished')).to.equal('error');
  });

  for (const [name, query] of [
    ['what was known is absent', 'connect=add-agreement~return~7~nexi~DN~'],
    ['what was known is empty', 'connect=add-agreement~return~7~nexi~DN~~'],
    ['there is more', 'connect=add-agreement~return~7~nexi~DN~~1a~2b'],
    ['a payment says what was known', `${ours}~1a`],
    ['a change says what was known', 'connect=change-method~return~7~nexi~DN~~1a'],
    ['a payment has one field more, empty', `${ours}~~`],
  ] as const) {
    it(`says nothing when ${name}`, () => {
      expect(parse(`${query}&status=finished`)).to.deep.equal({
        arrival: undefined,
        names: ['connect', 'status'],
      });
    });
  }
});

describe('our parameter', () => {
  const unreadable: [string, string][] = [
    ['twice', `${ours}&${ours}`],
    ['twice with different contents', `${ours}&${atError}`],
    ['beside one of the same name', `connect=yes&${ours}`],
    ['half of it', 'connect=pay-invoice~return~42'],
    ['its halves, one each', ours.replace('return', '&connect=return')],
    ['no place for an invoice', ours.replace('~1001', '')],
    ['the flow alone', 'connect=pay-invoice~'],
    ['more of it', `${ours}~more`],
    ['an unknown place', ours.replace('return', 'elsewhere')],
    ['no method', ours.replace('nexi', '')],
    ['no product', ours.replace('DN', '')],
    ['a negative id', ours.replace('42', '-42')],
    ['an id of nought', ours.replace('42', '0')],
    ['a fraction as id', ours.replace('42', '4.2')],
    ['an id above the safe integers', ours.replace('42', '9007199254740993')],
    ['a word as id', ours.replace('42', 'many')],
    ['no id', ours.replace('42', '')],
  ];
  for (const [name, query] of unreadable) {
    it(`is taken away but says nothing: ${name}`, () => {
      expect(parse(`${query}&status=finished`)).to.deep.equal({
        arrival: undefined,
        names: ['connect', 'status'],
      });
    });
  }

  const foreign = [
    'connect=true',
    'connect=',
    'connect=pay-invoices~x',
    'connect=remove-agreement~return~1~a~b~',
    'Connect=pay-invoice~',
  ];
  for (const query of ['', 'status=finished', ...foreign.map((one) => `${one}&status=finished`)]) {
    it(`is not there, and nothing is touched, in "${query}"`, () => {
      expect(parse(query)).to.equal(undefined);
    });
  }
});

describe('any query', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'pay-invoice',
      'change-method',
      'add-agreement',
      'return',
      'error',
      '42',
      '~',
      'nexi',
      'finished',
      'failed',
      '',
    ),
  );
  const value = fc.oneof(
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('~')),
    piece,
  );
  const name = fc.oneof(
    fc.constantFrom('connect', 'status', 'result', 'paymentStatus'),
    fc.string(),
  );
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 6 });

  it('can be read without an error, with any names of the result', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (query, resultParam) => {
        expect(() => parse(query, resultParam)).to.not.throw();
      }),
    );
    fc.assert(
      fc.property(pairs, fc.string(), (query, resultParam) => {
        expect(() => parseQuery(new URLSearchParams(query), resultParam)).to.not.throw();
      }),
    );
  });

  it('is never finished unless exactly one parameter says so, once', () => {
    const results = fc.array(
      fc.tuple(
        fc.constantFrom('status', 'result', 'paymentStatus', 'other'),
        fc.constantFrom('finished', 'failed', 'cancelled', 'paid', ''),
      ),
      { maxLength: 4 },
    );
    const claim = fc.constantFrom(ours, atError, `${ours}&${ours}`, 'connect=x', '');
    fc.assert(
      fc.property(claim, results, (start, said) => {
        const query = new URLSearchParams(start);
        for (const [key, outcome] of said) query.append(key, outcome);
        if (parseQuery(query, names)?.arrival?.outcome !== 'finished') return;
        expect(start).to.equal(ours);
        const known = said.filter(
          ([key, outcome]) => key !== 'other' && /^(finished|failed|cancelled)$/.test(outcome),
        );
        expect(known.map(([, outcome]) => outcome)).to.deep.equal(['finished']);
      }),
    );
  });

  it('gives a complete arrival or none', () => {
    fc.assert(
      fc.property(pairs, (query) => {
        const parsed = parseQuery(new URLSearchParams(query), names);
        if (!parsed?.arrival) return;
        const { flow, transactionId, paymentMethod, productCode, known } = parsed.arrival;
        expect(flow === 'add-agreement').to.equal(Boolean(known));
        expect(Number.isSafeInteger(transactionId) && transactionId > 0).to.equal(true);
        expect(paymentMethod && productCode).to.not.equal('');
        expect(parsed.names).to.include('connect');
      }),
      { numRuns: 500 },
    );
  });
});
