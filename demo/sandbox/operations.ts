import { agreementKinds, agreementTypes, type AgreementKind } from './agreements.js';
import { productMethods } from './names.js';
import { Refusal, type State } from './state.js';
import type { TransactionSubject } from './transactions.js';

/** A request that has met the contract. */
export interface Input {
  readonly subscriber: string;
  /** In the path or the body. */
  readonly productCode: string;
  readonly query: Readonly<Record<string, string>>;
  /** The other fields of the body. */
  readonly body: Readonly<Record<string, string>>;
}
export type Work = (state: State, input: Input) => object;

const listPaymentMethods: Work = (state, { subscriber, productCode }) => {
  const current = state.product(subscriber, productCode).paymentMethod;
  return {
    paymentMethodResponseItems: productMethods.map((paymentMethod) => ({
      paymentMethod,
      current: paymentMethod === current,
    })),
  };
};

const changePaymentMethod: Work = (state, { subscriber, productCode, body }) => {
  state.product(subscriber, productCode);
  const paymentMethod = body['paymentMethod'] ?? '';
  const subject = { subscriber, kind: 'method', productCode, paymentMethod } as const;
  return { paymentChangeId: state.transactions.add(subject) };
};

const payInvoice: Work = (state, { subscriber, productCode, body }) => {
  const { invoiceNumber = '', companyCode, paymentMethod = '' } = body;
  state.product(subscriber, productCode);
  const invoice = state.invoice(productCode, invoiceNumber);
  if (invoice.companyCode !== companyCode) {
    throw new Refusal('companyCode is not the one of the invoice');
  }
  if (invoice.paymentStatus === '1') throw new Refusal(`invoice ${invoiceNumber} is already paid`);
  const subject = { subscriber, kind: 'invoice', productCode, paymentMethod } as const;
  return added(state, { ...subject, invoiceNumber });
};

const listInvoices: Work = (state, { subscriber, productCode, query }) => {
  state.product(subscriber, productCode);
  const { unpaid, from = '', to = '9999-12-31' } = query;
  const all = state.invoices(productCode);
  const isWanted = (number: number | string) =>
    unpaid !== 'true' ||
    all.some((one) => one.invoiceNumber === `${number}` && one.paymentStatus === '0');
  const isWithin = (date: string) => from <= date && date <= to;
  return {
    invoices: all.filter((one) => isWanted(one.invoiceNumber) && isWithin(one.invoiceDate)),
    reminders: state
      .reminders(productCode)
      .filter((one) => isWanted(one.invoiceNumber) && isWithin(isoDay(one.reminderDate))),
  };
};

const isoDay = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);

const added = (state: State, subject: TransactionSubject) => ({
  success: true,
  transactionId: state.transactions.add(subject),
});

function agreementWork(kind: AgreementKind): [string, Work][] {
  const type = agreementTypes[kind];
  const list: Work = (state, { subscriber }) => ({
    [type.listKey]: state.agreements(subscriber, kind).map(({ fields }) => fields),
  });
  const add: Work = (state, { subscriber, productCode }) => {
    state.product(subscriber, productCode);
    return added(state, { subscriber, kind, productCode, paymentMethod: type.paymentMethod });
  };
  const remove: Work = (state, { subscriber, body }) => ({
    success: state.removeAgreement(subscriber, kind, body),
  });
  return [
    [type.listOperation, list],
    [type.addOperation, add],
    [type.removeOperation, remove],
  ];
}

/** The work of every operation of the contract. */
export const operations: ReadonlyMap<string, Work> = new Map([
  ['listPaymentMethods', listPaymentMethods],
  ['changePaymentMethod', changePaymentMethod],
  ['payInvoice', payInvoice],
  ['listInvoices', listInvoices],
  ...agreementKinds.flatMap(agreementWork),
]);
