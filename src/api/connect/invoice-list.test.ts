import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { toDay } from './day.js';
import {
  decodeInvoiceList,
  type Invoice,
  type InvoiceList,
  type Reminder,
} from './invoice-list.js';
import { ConnectError } from '../errors.js';

/** As the vendor's reference prints it, traps and all. */
const sample = {
  invoices: [
    {
      customerNumber: 563457,
      product: 'CO27409',
      invoiceOfferCount: '1',
      productName: 'Weekly Magazine',
      amount: 49,
      invoiceDate: '2022-01-07',
      invoiceNumber: '7435367',
      companyCode: '5646903690',
      paymentDate: '2022-01-17',
      dueDate: '2022-01-21',
      paymentStatus: '0',
      invoiceAmount: '295.00',
      paidAmount: 0,
      paymentMethod: 'A',
      invoiceHotelUrl: 'http://mediaconnect.no/invoice/view/<id>',
      invoiceStatus: 'Invoiced',
    },
  ],
  reminders: [
    {
      invoiceNumber: 7435367,
      product: 'CO27409',
      fromTime: '2023-01-01',
      includeTime: '2024-01-01',
      reminderDate: 1560333600000,
      amount: 49,
      dueDate: 1561716000000,
      reminderNumber: 1,
      reminderType: 'reminder',
      invoiceHotelUrl: 'http://mediaconnect.no/invoice/view/<id>',
    },
  ],
};

const sampleReminder: Reminder = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  reminderNumber: '1',
  reminderType: 'reminder',
  amount: 49,
  unreadAmount: '',
  reminderDate: '2019-06-12',
  dueDate: '2019-06-28',
  fromTime: '2023-01-01',
  includeTime: '2024-01-01',
  invoiceHotelUrl: 'http://mediaconnect.no/invoice/view/<id>',
};

const sampleInvoice: Invoice = {
  invoiceNumber: '7435367',
  productCode: 'CO27409',
  companyCode: '5646903690',
  productName: 'Weekly Magazine',
  customerNumber: '563457',
  invoiceOfferCount: '1',
  total: 295,
  unreadTotal: '',
  invoiceAmount: 295,
  amount: 49,
  paidAmount: 0,
  invoiceDate: '2022-01-07',
  dueDate: '2022-01-21',
  paymentDate: '2022-01-17',
  paymentStatus: '0',
  paymentMethod: 'A',
  invoiceStatus: 'Invoiced',
  invoiceHotelUrl: 'http://mediaconnect.no/invoice/view/<id>',
  standing: 'owed',
  isPaid: false,
  reminders: [sampleReminder],
};

const emptyInvoice: Invoice = {
  invoiceNumber: '',
  productCode: '',
  companyCode: '',
  productName: '',
  customerNumber: '',
  invoiceOfferCount: '',
  total: NaN,
  unreadTotal: '',
  invoiceAmount: NaN,
  amount: NaN,
  paidAmount: NaN,
  invoiceDate: '',
  dueDate: '',
  paymentDate: '',
  paymentStatus: '',
  paymentMethod: '',
  invoiceStatus: '',
  invoiceHotelUrl: '',
  standing: 'unclear',
  isPaid: undefined,
  reminders: [],
};

const emptyReminder: Reminder = {
  invoiceNumber: '',
  productCode: '',
  reminderNumber: '',
  reminderType: '',
  amount: NaN,
  unreadAmount: '',
  reminderDate: '',
  dueDate: '',
  fromTime: '',
  includeTime: '',
  invoiceHotelUrl: '',
};

const nothing: InvoiceList = { invoices: [], reminders: [] };

const invoiceOf = (fields: object) => decodeInvoiceList({ invoices: [fields] }).invoices[0];
const reminderOf = (fields: object) => decodeInvoiceList({ reminders: [fields] }).reminders[0];

describe('the list of invoices and reminders', () => {
  it('is read as the reference prints it, every field', () => {
    expect(decodeInvoiceList(sample)).to.deep.equal({ invoices: [sampleInvoice], reminders: [] });
  });

  it('is read from its text, as it comes', () => {
    const body: unknown = JSON.parse(JSON.stringify(sample));
    expect(decodeInvoiceList(body).invoices).to.deep.equal([sampleInvoice]);
  });

  it('may leave out every field of an invoice', () => {
    expect(decodeInvoiceList({ invoices: [{}] })).to.deep.equal({
      invoices: [emptyInvoice],
      reminders: [],
    });
  });

  it('may leave out every field of a reminder', () => {
    expect(decodeInvoiceList({ reminders: [{}] })).to.deep.equal({
      invoices: [],
      reminders: [emptyReminder],
    });
  });

  it('may have fields that we do not know', () => {
    const [invoice] = sample.invoices;
    const body = { ...sample, page: 1, invoices: [{ ...invoice, kid: '123', lines: [{}] }] };
    expect(decodeInvoiceList(body).invoices).to.deep.equal([sampleInvoice]);
  });

  for (const body of [{}, { invoices: null, reminders: null }, { invoices: [], reminders: [] }]) {
    it(`is empty when it is ${JSON.stringify(body)}`, () => {
      expect(decodeInvoiceList(body)).to.deep.equal(nothing);
    });
  }

  for (const body of [
    { invoiceList: [{ invoiceNumber: '1' }] },
    { data: { invoices: [{ invoiceNumber: '1' }], reminders: [] } },
  ]) {
    it(`is not empty when something else is listed: ${JSON.stringify(body)}`, () => {
      expect(() => decodeInvoiceList(body))
        .to.throw(ConnectError)
        .with.property('code', 'invalid-response');
    });
  }

  it('leaves out items that are no objects', () => {
    const items = [null, 7, 'seven', [], true];
    const [invoice] = sample.invoices;
    expect(
      decodeInvoiceList({ invoices: [...items, invoice, null], reminders: items }).invoices,
    ).to.have.length(1);
    expect(decodeInvoiceList({ reminders: items })).to.deep.equal(nothing);
  });

  const broken: unknown[] = [
    null,
    undefined,
    [],
    'invoices',
    7,
    { invoices: {} },
    { invoices: 'none' },
    { invoices: 0 },
    { reminders: {} },
    { invoices: [], reminders: false },
  ];
  for (const body of broken) {
    it(`is an invalid response, not an empty list, when it is ${JSON.stringify(body)}`, () => {
      expect(() => decodeInvoiceList(body))
        .to.throw(ConnectError)
        .with.property('code', 'invalid-response');
    });
  }

  it('never breaks on what is in the items', () => {
    const item = fc.dictionary(
      fc.constantFrom(
        'invoiceNumber',
        'dueDate',
        'invoiceDate',
        'reminderDate',
        'amount',
        'invoiceAmount',
        'paidAmount',
        'invoiceHotelUrl',
        '__proto__',
      ),
      fc.anything(),
    );
    const items = fc.array(fc.oneof(item, fc.anything()), { maxLength: 4 });
    fc.assert(
      fc.property(items, items, (invoices, reminders) => {
        for (const invoice of decodeInvoiceList({ invoices, reminders }).invoices) {
          expect(invoice.invoiceNumber).to.be.a('string');
          expect(invoice.amount).to.be.a('number');
          expect(invoice.dueDate).to.match(/^(\d{4}-\d\d-\d\d)?$/);
        }
      }),
    );
  });
});

describe('a code', () => {
  for (const [value, expected] of [
    ['0012', '0012'],
    [' 12\n', '12'],
    [12, '12'],
    [0, '0'],
    ['', ''],
    [null, ''],
    [true, ''],
    [{}, ''],
    [['12'], ''],
  ] as const) {
    it(`is ${JSON.stringify(expected)} when the API writes ${JSON.stringify(value)}`, () => {
      const invoice = invoiceOf({
        invoiceNumber: value,
        companyCode: value,
        customerNumber: value,
      });
      expect(invoice).to.deep.equal({
        ...emptyInvoice,
        invoiceNumber: expected,
        companyCode: expected,
        customerNumber: expected,
      });
      expect(reminderOf({ invoiceNumber: value })?.invoiceNumber).to.equal(expected);
    });
  }
});

describe('an amount', () => {
  for (const [value, expected] of [
    [295, 295],
    [295.5, 295.5],
    [0, 0],
    [-49, -49],
    ['295.00', 295],
    ['0.00', 0],
    ['-49.50', -49.5],
    [' 12.5 ', 12.5],
    ['', NaN],
    ['295,00', 295],
    ['1 295.00', 1295],
    ['1,295', NaN],
    ['NOK 5', NaN],
    [null, NaN],
    [true, NaN],
    [[295], NaN],
    [{}, NaN],
  ] as const) {
    it(`is ${expected} when the API writes ${JSON.stringify(value)}`, () => {
      const invoice = invoiceOf({ amount: value, invoiceAmount: value });
      expect(invoice?.amount).to.deep.equal(expected);
      expect(invoice?.invoiceAmount).to.deep.equal(expected);
      expect(reminderOf({ amount: value })?.amount).to.deep.equal(expected);
    });
  }
});

describe('an invoice', () => {
  const rules: [string, object, boolean | undefined][] = [
    ['paid in full', { invoiceAmount: '295.00', amount: 49, paidAmount: 295 }, true],
    [
      'paid in full, as text',
      { invoiceAmount: '295.00', amount: '49', paidAmount: '295.00' },
      true,
    ],
    ['overpaid', { invoiceAmount: 295, amount: 49, paidAmount: 300 }, true],
    ['paid in part', { invoiceAmount: '295.00', amount: 49, paidAmount: 49 }, false],
    ['a krone short', { invoiceAmount: '295.00', amount: 49, paidAmount: '294.00' }, false],
    [
      'paid but for the larger of its amounts',
      { invoiceAmount: 49, amount: 295, paidAmount: 49 },
      false,
    ],
    ['not paid', { invoiceAmount: '295.00', amount: 49, paidAmount: 0 }, false],
    ['that names one amount', { amount: 49, paidAmount: 49 }, true],
    ['that names the other amount', { invoiceAmount: '49.00', paidAmount: 49 }, true],
    ['that names no amount', { paidAmount: 49 }, true],
    ['that names nothing', {}, undefined],
    ['that does not say what was paid', { invoiceAmount: 295, amount: 49 }, false],
    ['of nought and nothing paid', { invoiceAmount: 0, amount: 0, paidAmount: 0 }, false],
    [
      'whose amount cannot be read',
      { invoiceAmount: '295 kr', amount: 49, paidAmount: 295 },
      undefined,
    ],
    ['whose paid amount cannot be read', { invoiceAmount: 295, paidAmount: '295 kr' }, undefined],
    [
      'that only its status calls paid',
      {
        invoiceAmount: 295,
        paidAmount: 0,
        paymentStatus: '1',
        invoiceStatus: 'Paid',
        paymentDate: '2022-01-17',
      },
      false,
    ],
  ];
  for (const [name, fields, isPaid] of rules) {
    it(`${name} is counted as paid: ${isPaid}`, () => {
      expect(invoiceOf(fields)?.isPaid).to.equal(isPaid);
    });
  }
});

describe('a reminder', () => {
  const matching: [string, unknown, unknown][] = [
    ['a text and a number', '7435367', 7435367],
    ['a number and a text', 7435367, '7435367'],
    ['two texts', '7435367', '7435367'],
    ['a text with white space and a number', '7435367  ', 7435367],
    ['two numbers', 7435367, 7435367],
  ];
  for (const [name, ofInvoice, ofReminder] of matching) {
    it(`stands with its invoice when their numbers are ${name}`, () => {
      const list = decodeInvoiceList({
        invoices: [{ invoiceNumber: '1' }, { invoiceNumber: ofInvoice }],
        reminders: [{ invoiceNumber: ofReminder, reminderNumber: 1 }],
      });
      expect(list.invoices.map(({ reminders }) => reminders.length)).to.deep.equal([0, 1]);
      expect(list.reminders).to.deep.equal([]);
    });
  }

  it('without its invoice stands alone', () => {
    const list = decodeInvoiceList({ ...sample, invoices: [{ invoiceNumber: '1' }] });
    expect(list.invoices[0]?.reminders).to.deep.equal([]);
    expect(list.reminders).to.deep.equal([sampleReminder]);
  });

  it('is one of several that stand with one invoice, as they are listed', () => {
    const { invoices } = decodeInvoiceList({
      ...sample,
      reminders: [1, 2, 3].map((reminderNumber) => ({ invoiceNumber: 7435367, reminderNumber })),
    });
    const numbers = invoices[0]?.reminders.map(({ reminderNumber }) => reminderNumber);
    expect(numbers).to.deep.equal(['1', '2', '3']);
  });
});

describe('a day', () => {
  const days: [unknown, string, string?][] = [
    ['2022-01-07', '2022-01-07'],
    ['2024-02-29', '2024-02-29'],
    ['2022-01-07T10:00:00', '2022-01-07'],
    ['2022-01-07T10:00:00+01:00', '2022-01-07'],
    [1560333600000, '2019-06-12', 'noon in Oslo, 12 June'],
    ['1560333600000', '2019-06-12', 'as text'],
    [1561716000000, '2019-06-28'],
    [Date.UTC(2026, 0, 14, 22, 59, 59, 999), '2026-01-14', 'the last millisecond in winter'],
    [Date.UTC(2026, 0, 14, 23), '2026-01-15', 'midnight in winter'],
    [Date.UTC(2026, 6, 14, 21, 59, 59, 999), '2026-07-14', 'the last millisecond in summer'],
    [Date.UTC(2026, 6, 14, 22), '2026-07-15', 'midnight in summer'],
    [String(Date.UTC(2026, 6, 14, 22)), '2026-07-15', 'midnight in summer, as text'],
    [Date.UTC(2025, 11, 31, 23, 30), '2026-01-01', 'the first half hour of a year'],
    [0, ''],
    ['0', ''],
    [2027, '', 'a year'],
    ['20270517', '', 'a day without its dashes'],
    [1560333600, '2019-06-12', 'epoch seconds'],
    ['', ''],
    [' ', ''],
    [null, ''],
    [undefined, ''],
    [true, ''],
    [{}, ''],
    [[], ''],
    [NaN, ''],
    [Infinity, ''],
    ['tomorrow', ''],
    ['07.01.2022', ''],
    ['2022-13-01', ''],
    ['2022-00-10', ''],
    ['2022-01-32', ''],
    ['2023-02-31', ''],
    ['2023-02-29', ''],
    ['2022-1-7', ''],
    ['on 2022-01-07', ''],
    [8.64e15, '', 'the last moment that there is'],
    [8.64e15 + 1, '', 'a moment that there is not'],
    [Date.UTC(9999, 11, 31, 23, 59), '', 'in the year 10000 in Oslo'],
    ['9999-12-31', '9999-12-31', 'the last day with four digits'],
    [-8.64e15, '', 'the first moment that there is'],
    [-1, ''],
  ];
  for (const [value, expected, name = ''] of days) {
    const written = JSON.stringify(value) ?? 'undefined';
    it(`is "${expected}" when the API writes ${written}${name && `, ${name}`}`, () => {
      expect(toDay(value)).to.equal(expected);
    });
  }

  it('is YYYY-MM-DD or empty, and never an error, whatever the API writes', () => {
    const digits = fc.integer({ min: 0, max: 99 }).map((n) => `${n}`.padStart(2, '0'));
    const dates = fc.tuple(fc.integer({ min: 0, max: 9999 }), digits, digits);
    const value = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.double(),
      fc.maxSafeInteger(),
      fc.maxSafeInteger().map(String),
      dates.map(([year, month, day]) => `${`${year}`.padStart(4, '0')}-${month}-${day}`),
    );
    fc.assert(
      fc.property(value, (given) => {
        const day = toDay(given);
        expect(day).to.match(/^(\d{4}-\d\d-\d\d)?$/);
        // What is shown of it must not break either.
        if (day) expect(Number.isNaN(Date.parse(`${day}T12:00Z`))).to.equal(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same day again when a day is read', () => {
    const moments = fc.date({ min: new Date('1970-01-02'), max: new Date('2099-12-31') });
    fc.assert(
      fc.property(moments, (moment) => {
        const day = toDay(moment.getTime());
        expect(toDay(day)).to.equal(day);
      }),
    );
  });
});
