export const agreementKinds = ['vipps', 'payex', 'klarna', 'nexi'] as const;
export type AgreementKind = (typeof agreementKinds)[number];
export type AgreementFields = Readonly<Record<string, string | number>>;

/** What tells the four recurring providers apart. */
export interface AgreementType {
  readonly listOperation: string;
  readonly addOperation: string;
  readonly removeOperation: string;
  readonly listKey: string;
  /** The page that the payer is sent to. */
  readonly paymentMethod: string;
  /** The fields that a removal names an agreement with. */
  readonly identifiers: readonly string[];
  create(serial: number): AgreementFields;
}

export const agreementTypes: Readonly<Record<AgreementKind, AgreementType>> = {
  vipps: {
    listOperation: 'listVippsAgreements',
    addOperation: 'addVippsAgreement',
    removeOperation: 'removeVippsAgreement',
    listKey: 'recurringAgreements',
    paymentMethod: 'recurringVippsPayment',
    identifiers: ['agreementRef', 'paymentProviderId'],
    create: (serial) => ({ agreementRef: `agr-${serial}`, paymentProviderId: 55 }),
  },
  payex: {
    listOperation: 'listPayExTokens',
    addOperation: 'addPayExToken',
    removeOperation: 'removePayExToken',
    listKey: 'paymentRecurrenceTokens',
    paymentMethod: 'recurringPayExCardPayment',
    identifiers: ['recurrenceToken', 'paymentProviderId'],
    create: (serial) => ({
      recurrenceToken: `rec-${serial}`,
      paymentProviderId: 11,
      merchantId: '45723589',
      maskedCardNumber: 'xxxx-xxxxxx-x2348',
      expirationMonth: '12',
      expirationYear: '29',
      cardTypeName: 'VISA',
    }),
  },
  klarna: {
    listOperation: 'listKlarnaTokens',
    addOperation: 'addKlarnaToken',
    removeOperation: 'removeKlarnaToken',
    listKey: 'recurringTokens',
    paymentMethod: 'recurringKlarnaPayment',
    identifiers: ['recurrenceToken', 'paymentProviderId'],
    create: (serial) => ({ recurrenceToken: `klarna-${serial}`, paymentProviderId: 31 }),
  },
  nexi: {
    listOperation: 'listNexiSubscriptions',
    addOperation: 'addNexiSubscription',
    removeOperation: 'removeNexiSubscription',
    listKey: 'subscriptions',
    paymentMethod: 'recurringNexiPayment',
    identifiers: ['subscriptionId', 'paymentProviderId'],
    create: (serial) => ({ subscriptionId: `nexi-${serial}`, paymentProviderId: 41 }),
  },
};
