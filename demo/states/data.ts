import type { Agreement, Invoice, Reminder } from '../sandbox/seed.js';

/** The moment at which every page stands: overdue and expired are what they are on each machine. */
export const now = Date.parse('2026-06-15T10:00:00Z');
export const productCode = 'CO27409';
export const companyCode = '5646903690';
export const invoiceNumber = '7435367';
export const transactionId = 90210;

/** A name that has no place to break, and one that has many. */
export const longWord =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longName = `Weekly Magazine with everything that anybody could ever want to read, and ${longWord}`;

const codes = [
  ...['recurringVippsPayment', 'recurringPayExCardPayment', 'recurringKlarnaPayment'],
  ...['recurringNexiPayment', 'autoGiro'],
];

export function methods(current: string, possible: readonly string[] = codes): object {
  const items = possible.filter((method) => method !== current);
  return { paymentMethodResponseItems: [{ paymentMethod: current, current: true }, ...items] };
}

export const longMethods = methods('recurringVippsPayment', [
  `somethingNew${longWord}`,
  'giftCard',
]);

type InvoiceAsListed = Partial<Invoice>;

export function invoice(number: string, dueDate: string, more: InvoiceAsListed = {}): object {
  const amount = 295;
  return {
    ...{ customerNumber: 563457, product: productCode, invoiceOfferCount: '1', companyCode },
    ...{ productName: 'Weekly Magazine', amount, invoiceAmount: amount.toFixed(2), paidAmount: 0 },
    ...{ invoiceNumber: number, invoiceDate: '2026-05-20', dueDate, paymentStatus: '0' },
    ...{ paymentMethod: 'A', invoiceStatus: 'Invoiced' },
    invoiceHotelUrl: `https://localhost/invoice/view/${number}`,
    ...more,
  };
}

export const paid: InvoiceAsListed = {
  paidAmount: 295,
  paymentDate: '2026-03-28',
  paymentStatus: '1',
};

export function reminder(number: number, count: number): Partial<Reminder> {
  return {
    ...{ invoiceNumber: number, product: productCode, amount: 330, reminderNumber: count },
    ...{ fromTime: '2026-04-01', includeTime: '2027-03-31', reminderType: 'reminder' },
    reminderDate: Date.parse(`2026-06-0${count}T10:00:00Z`),
    dueDate: Date.parse(`2026-06-2${count}T10:00:00Z`),
    invoiceHotelUrl: `https://localhost/invoice/view/${number}`,
  };
}

const due = invoice(invoiceNumber, '2026-07-06');
export const unpaidInvoice = { invoices: [due], reminders: [] };
export const paidInvoice = {
  invoices: [invoice(invoiceNumber, '2026-07-06', paid)],
  reminders: [],
};
export const noInvoice = { invoices: [], reminders: [] };
export const invoices = {
  invoices: [
    due,
    invoice('7435368', '2026-06-05', { amount: 149, invoiceAmount: '149.00' }),
    invoice('7435340', '2026-06-30', { paidAmount: 100 }),
    invoice('7435301', '2026-04-01', paid),
  ],
  reminders: [reminder(7435368, 1)],
};
export const longInvoices = {
  invoices: [
    invoice('7435367890', '2026-05-05', {
      ...{ productName: longName, amount: 1234567.89, invoiceAmount: '1234567.89' },
      paidAmount: 234567.89,
    }),
    invoice('7435301', '2026-04-01', { ...paid, productName: longName }),
  ],
  reminders: [1, 2, 3].map((count) => reminder(7435367890, count)),
};
export const manyInvoices = {
  invoices: Array.from({ length: 200 }, (_, index) =>
    invoice(`${7430000 + index}`, `2026-0${1 + (index % 8)}-15`, index % 5 ? paid : {}),
  ),
  reminders: [],
};

type Fields = Agreement['fields'];
const vipps = (agreementRef: string): Fields => ({
  agreementRef,
  paymentProviderId: 55,
  productCode,
});

function card(
  recurrenceToken: string,
  cardTypeName: string,
  digits: string,
  until: string,
): Fields {
  const [expirationMonth = '', expirationYear = ''] = until.split('/');
  return {
    ...{ recurrenceToken, paymentProviderId: 11, merchantId: '45723589', productCode },
    ...{
      maskedCardNumber: `xxxx-xxxxxx-x${digits}`,
      cardTypeName,
      expirationMonth,
      expirationYear,
    },
  };
}

/** As each provider's list is called. */
export const agreements = {
  vipps: { recurringAgreements: [vipps('abcd-efgh'), vipps('ijkl-mnop')] },
  vippsOfOthers: {
    recurringAgreements: [
      vipps('abcd-efgh'),
      vipps('ijkl-mnop'),
      { ...vipps('qrst-uvwx'), productCode: 'CO31120' },
    ],
  },
  oneVipps: { recurringAgreements: [vipps('abcd-efgh')] },
  none: { recurringAgreements: [] },
  payex: {
    paymentRecurrenceTokens: [
      card('4v8nwodhfja', 'VISA', '2348', '11/28'),
      card('9k2mwqpxrbc', 'MasterCard', '0021', '07/26'),
      card('1a7zzqhhtue', 'VISA', '9917', '03/26'),
    ],
  },
  klarna: {
    recurringTokens: [{ recurrenceToken: 'klarna-0', paymentProviderId: 31, productCode }],
  },
  nexi: { subscriptions: [{ subscriptionId: 'nexi-0', paymentProviderId: 41, productCode }] },
  long: { recurringAgreements: [vipps(longWord)] },
};

export const guid = 'a863d62e-d53b-4651-9b7b-000000000001';

/** A stored payment method as OnlineFundraising lists it. */
export function storedMethod(state: string, paymentMethodType: string, more: object = {}): object {
  return {
    ...{ paymentMethodGuid: guid, state, paymentMethodType },
    ...{ paymentMethodAccountingCode: paymentMethodType, createdTs: '2024-01-31 12:00:00 +0100' },
    ...more,
  };
}

export const dankort = {
  ...{ paymentGatewayProvider: 'ePay', expireTs: '2029-01-31 23:59:59 +0100' },
  metaData: {
    card: {
      type: 'Dankort',
      expiresTs: '2029-01',
      cardNumber: '457150XXXXXX7478',
      acquirer: 'Nets',
    },
  },
};

export const subscriptions = [
  { subscriptionGuid: 'b863d62e-d53b', state: 'Active', nextDueDate: '2027-02-01' },
  { subscriptionGuid: 'c863d62e-d53b', state: 'OnHold', nextDueDate: '' },
];

const methodsOf: Readonly<Record<string, string>> = { create: 'POST', update: 'PATCH' };

/** A Vipps payment of Swedbank Pay with the operations of these names; their addresses are below its own. */
export function vippsPayment(rels: readonly string[], more: object = {}): object {
  const operations = rels.map((rel) => {
    const href = rel.startsWith('view') ? '/states/files/seamless.js' : `payment/${rel}`;
    return { rel, method: methodsOf[rel.split('-')[0] ?? ''] ?? 'GET', href };
  });
  const payment = {
    ...{ number: 1234567890, state: 'Ready', currency: 'NOK', amount: 150_000 },
    ...{ created: '2026-06-14T13:21:29.3182115Z', updated: '2026-06-15T09:21:57.6627579Z' },
    ...{ description: 'Weekly Magazine, a year', intent: 'Authorization', operation: 'Purchase' },
    ...more,
  };
  return { payment, operations };
}
