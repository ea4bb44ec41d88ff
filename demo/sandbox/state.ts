import { agreementTypes, type AgreementKind } from './agreements.js';
import type { Clock } from './clock.js';
import type { Spoken } from './dialects/spoken.js';
import { dayOf, seed, type Agreement, type Invoice, type Product } from './seed.js';
import { Transactions, type Transaction } from './transactions.js';

/** A request that the contract allows and the data do not. */
export class Refusal extends Error {}

/** Everything that the API and the login server know about subscriptions. */
export class State {
  #data: ReturnType<typeof seed>;
  #agreementCount = 0;
  readonly transactions: Transactions;

  /** @param documents Below it each invoice can be seen, by its number. */
  constructor(
    settleAfter: number,
    private readonly clock: Clock,
    private readonly spoken: Spoken,
    private readonly documents: string,
  ) {
    this.#data = seed(documents);
    const register = (one: Transaction, ticket: string) => this.#register(one, ticket);
    this.transactions = new Transactions(settleAfter, clock, spoken, register);
  }

  product(subscriber: string, code: string): Product {
    const found = this.#data.products.find(
      (product) => product.subscriber === subscriber && product.productCode === code,
    );
    if (!found) throw new Refusal(`productCode ${code} is not a product of this subscriber`);
    return found;
  }

  invoices(productCode: string): readonly Invoice[] {
    return this.#data.invoices.filter((invoice) => invoice.product === productCode);
  }

  invoice(productCode: string, invoiceNumber: string): Invoice {
    const found = this.invoices(productCode).find((one) => one.invoiceNumber === invoiceNumber);
    if (!found)
      throw new Refusal(`invoiceNumber ${invoiceNumber} is not an invoice of the product`);
    return found;
  }

  /** The invoice of any product; undefined when there is none. */
  invoiceOf(invoiceNumber: string): Invoice | undefined {
    return this.#data.invoices.find((one) => one.invoiceNumber === invoiceNumber);
  }

  reminders(productCode: string) {
    return this.#data.reminders.filter((reminder) => reminder.product === productCode);
  }

  agreements(subscriber: string, kind: AgreementKind) {
    return this.#data.agreements.filter(
      (agreement) => agreement.subscriber === subscriber && agreement.kind === kind,
    );
  }

  /** @returns whether there was such an agreement. */
  removeAgreement(subscriber: string, kind: AgreementKind, ids: Record<string, string>): boolean {
    const isNamed = ({ fields }: { fields: Readonly<Record<string, string | number>> }) =>
      agreementTypes[kind].identifiers.every((name) => String(fields[name]) === ids[name]);
    const found = this.agreements(subscriber, kind).find(isNamed);
    this.#data.agreements = this.#data.agreements.filter((agreement) => agreement !== found);
    return found !== undefined;
  }

  reset(): void {
    this.transactions.clear();
    this.#data = seed(this.documents);
    this.#agreementCount = 0;
  }

  #register(transaction: Transaction, ticket: string): void {
    const { kind, subscriber, productCode, paymentMethod, invoiceNumber } = transaction;
    if (kind === 'method') {
      this.product(subscriber, productCode).paymentMethod = paymentMethod;
      if (paymentMethod === agreementTypes.payex.paymentMethod) {
        this.#addCard(subscriber, productCode, ticket);
      }
    } else if (kind === 'invoice') {
      this.#pay(this.invoice(productCode, invoiceNumber ?? ''));
    } else {
      this.#agree(subscriber, kind, productCode);
    }
  }

  #agree(subscriber: string, kind: AgreementKind, productCode: string): void {
    this.#agreementCount += 1;
    const fields = { ...agreementTypes[kind].create(this.#agreementCount), productCode };
    this.#data.agreements.push({ subscriber, kind, fields });
  }

  /**
   * The new card is authorised, and the old one that the ticket names is removed, which leaves one for each product.
   *
   * @param recurrenceToken Empty where no card is replaced: then the product has both.
   */
  #addCard(subscriber: string, productCode: string, recurrenceToken: string): void {
    const isOld = ({ fields }: Agreement) => fields['recurrenceToken'] === recurrenceToken;
    const old = this.agreements(subscriber, 'payex').find(isOld);
    this.#data.agreements = this.#data.agreements.filter((one) => one !== old);
    this.#agree(subscriber, 'payex', productCode);
  }

  #pay(invoice: Invoice): void {
    const before = this.spoken.isPaidTwice ? invoice.paidAmount : 0;
    invoice.paidAmount = before + invoice.amount;
    invoice.paymentStatus = '1';
    invoice.paymentDate = dayOf(this.clock.now());
  }
}
