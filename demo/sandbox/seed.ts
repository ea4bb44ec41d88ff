import type { AgreementFields, AgreementKind } from './agreements.js';
import { paidTestInvoice, testProduct, unpaidTestInvoices } from './test-invoices.js';

export interface Subscriber {
  readonly id: string;
  readonly name: string;
}

export const subscribers: readonly Subscriber[] = [
  { id: 'kari', name: 'Kari Nordmann' },
  { id: 'ola', name: 'Ola Nordmann' },
];

export interface Product {
  readonly subscriber: string;
  readonly productCode: string;
  paymentMethod: string;
}

export interface Invoice {
  readonly customerNumber: number;
  readonly product: string;
  readonly invoiceOfferCount: string;
  readonly productName: string;
  readonly amount: number;
  readonly invoiceDate: string;
  readonly invoiceNumber: string;
  readonly companyCode: string;
  /** Absent until it is paid. */
  paymentDate?: string;
  readonly dueDate: string;
  paymentStatus: '0' | '1';
  readonly invoiceAmount: string;
  paidAmount: number;
  readonly paymentMethod: string;
  readonly invoiceHotelUrl: string;
  readonly invoiceStatus: string;
}

export interface Reminder {
  readonly invoiceNumber: number;
  readonly product: string;
  readonly fromTime: string;
  readonly includeTime: string;
  readonly reminderDate: number;
  readonly amount: number;
  readonly dueDate: number;
  readonly reminderNumber: number;
  readonly reminderType: string;
  readonly invoiceHotelUrl: string;
}

export interface Agreement {
  readonly subscriber: string;
  readonly kind: AgreementKind;
  readonly fields: AgreementFields;
}

const dayMs = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * dayMs);
const isoDate = (date: Date) => date.toISOString().slice(0, 10);

const overdueNumber = '7435368';

/** The day of a moment in epoch milliseconds. */
export const dayOf = (moment: number) => isoDate(new Date(moment));

function invoice(product: string, number: string, amount: number, dueIn: number): Invoice {
  const invoiceDate = isoDate(inDays(dueIn - 14));
  return {
    customerNumber: product === 'CO27410' ? 563458 : 563457,
    product,
    invoiceOfferCount: '1',
    productName: 'Weekly Magazine',
    amount,
    invoiceDate,
    invoiceNumber: number,
    companyCode: '5646903690',
    dueDate: isoDate(inDays(dueIn)),
    paymentStatus: '0',
    invoiceAmount: amount.toFixed(2),
    paidAmount: 0,
    paymentMethod: 'A',
    invoiceHotelUrl: '',
    invoiceStatus: 'Invoiced',
  };
}

function paid(unpaid: Invoice): Invoice {
  const { amount, invoiceDate } = unpaid;
  return { ...unpaid, paidAmount: amount, paymentStatus: '1', paymentDate: invoiceDate };
}

function reminder({ invoiceNumber, product, amount, invoiceHotelUrl }: Invoice): Reminder {
  return {
    invoiceNumber: Number(invoiceNumber),
    product,
    fromTime: isoDate(inDays(-60)),
    includeTime: isoDate(inDays(305)),
    reminderDate: inDays(-3).getTime(),
    amount,
    dueDate: inDays(11).getTime(),
    reminderNumber: 1,
    reminderType: 'reminder',
    invoiceHotelUrl,
  };
}

function agreement(kind: AgreementKind, fields: AgreementFields): Agreement {
  return { subscriber: 'kari', kind, fields: { ...fields, productCode: 'CO27409' } };
}

function card(recurrenceToken: string, cardTypeName: string, digits: string, expires: Date) {
  return agreement('payex', {
    recurrenceToken,
    paymentProviderId: 11,
    merchantId: '45723589',
    maskedCardNumber: `xxxx-xxxxxx-x${digits}`,
    expirationMonth: `${expires.getUTCMonth() + 1}`.padStart(2, '0'),
    expirationYear: `${expires.getUTCFullYear() % 100}`,
    cardTypeName,
  });
}

/**
 * The data that every start and every reset begins with.
 *
 * @param documents Below it each invoice can be seen, by its number.
 */
export function seed(documents: string) {
  const products: Product[] = [
    { subscriber: 'kari', productCode: 'CO27409', paymentMethod: 'invoice' },
    // For the live examples of the documentation, which leave the newspaper's own data alone.
    { subscriber: 'kari', productCode: 'CO27500', paymentMethod: 'invoice' },
    { subscriber: 'kari', productCode: testProduct, paymentMethod: 'invoice' },
    { subscriber: 'ola', productCode: 'CO27410', paymentMethod: 'autoGiro' },
  ];
  const invoices = [
    invoice('CO27409', '7435367', 295, 21),
    invoice('CO27409', overdueNumber, 149, -10),
    paid(invoice('CO27409', '7435301', 295, -70)),
    invoice('CO27410', '7435400', 295, 21),
    invoice('CO27500', '7435500', 295, 21),
    invoice('CO27500', '7435501', 149, -10),
    paid(invoice('CO27500', '7435502', 295, -70)),
    ...unpaidTestInvoices.map((number) => invoice(testProduct, number, 295, 21)),
    paid(invoice(testProduct, paidTestInvoice, 295, -70)),
  ].map((one) => ({ ...one, invoiceHotelUrl: `${documents}/${one.invoiceNumber}` }));
  const overdue = invoices.filter((one) => one.invoiceNumber === overdueNumber);
  const agreements = [
    agreement('vipps', { agreementRef: 'abcd-efgh', paymentProviderId: 55 }),
    card('4v8nwodhfja', 'VISA', '2348', inDays(700)),
    card('9k2mwqpxrbc', 'MasterCard', '0021', inDays(20)),
    card('1a7zzqhhtue', 'VISA', '9917', inDays(-100)),
    agreement('klarna', { recurrenceToken: 'klarna-0', paymentProviderId: 31 }),
    agreement('nexi', { subscriptionId: 'nexi-0', paymentProviderId: 41 }),
  ];
  return { products, invoices, reminders: overdue.map(reminder), agreements };
}
