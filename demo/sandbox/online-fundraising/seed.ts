import type { components } from '../../../src/api/onlinefundraising/schema.js';

type Schemas = components['schemas'];
export type PaymentMethod = Schemas['PaymentMethod'];
export type Subscription = Schemas['Subscription'];

/** A payment method with what the API knows of it besides its fields. */
export interface StoredMethod {
  /** Who it belongs to, as the site knows them. */
  readonly subscriber: string;
  readonly method: PaymentMethod;
  readonly subscriptions: readonly Subscription[];
  /** While there are any, it cannot be cancelled. */
  readonly hasPendingPayments: boolean;
  /** Its agreement is "marked as Payment Required": a cancellation leaves its subscriptions as they are. */
  readonly isPaymentRequired: boolean;
}

interface Row extends PaymentMethod {
  state: Schemas['PaymentMethodState'];
  paymentGatewayProvider: Schemas['PaymentGatewayProvider'];
  paymentMethodAccountingCode: Schemas['PaymentMethodAccountingCode'];
}

const dankort = {
  card: {
    type: 'Dankort',
    expiresTs: '2029-01',
    cardNumber: '457150XXXXXX7478',
    acquirer: 'Nets/Teller',
  },
};
const bs = { bs: { mandate: '956964XXX', customerNumber: '605XXX' } };
const mps = { mps: { externalId: '1568581537XXX' } };
const sms = { sms: { msisdn: '4512345678' } };
const cancelledTs = '2026-06-01 08:15:00 +0200';

/** A method is of a type, or, where the document lists it as an accounting code only, of none. */
function row(
  state: Row['state'],
  code: Row['paymentMethodAccountingCode'],
  paymentGatewayProvider: Row['paymentGatewayProvider'],
  more: PaymentMethod = {},
): Row {
  const type = types.find((one) => one === code) ?? '';
  const names = { paymentMethodType: type, paymentMethodAccountingCode: code };
  return { ...more, ...names, state, paymentGatewayProvider };
}

const types: readonly Schemas['PaymentMethodType'][] = [
  'Betalingsservice',
  'Card',
  'MobilePayOnline',
  'MobilePaySubscriptions',
  'MobilePayExternal',
  'VippsMobilePaySingle',
  'VippsMobilePayRecurring',
  'VippsMobilePayExternal',
  'SwishSingle',
  'SwishRecurring',
];

/** Every state, type, gateway, accounting code, error code and cancel code of the document. */
const rows: readonly Row[] = [
  row('Active', 'Card', 'ePay', { metaData: dankort, expireTs: '2029-01-31 23:59:59 +0100' }),
  row('Active', 'MobilePaySubscriptions', 'MobilePay', { metaData: mps }),
  row('Active', 'VippsMobilePayRecurring', 'VippsMobilePay'),
  row('New', 'Betalingsservice', 'Betalingsservice', { metaData: bs }),
  row('Pending', 'SwishRecurring', 'Swish'),
  row('SessionExpired', 'MobilePaySubscriptions', 'MobilePay', error(200003, 'signup expired')),
  row('Expired', 'Card', 'QuickPay', {
    ...error(200004, 'has expired'),
    metaData: { card: { ...dankort.card, expiresTs: '2020-01' } },
    gatewayErrorCode: 54,
    gatewayErrorDescription: 'Expired card',
  }),
  row('Rejected', 'SwishSingle', 'Swish', error(200002, 'was rejected during sign up')),
  row('Cancelled', 'Card', 'DIBS', cancel(200101, 'Cancelled by Debtor')),
  row('Cancelled', 'MobilePayOnline', 'MobilePay', cancel(200102, 'Cancelled by Creditor')),
  row('Cancelled', 'VippsMobilePaySingle', 'VippsMobilePay', cancel(200103, 'Cancelled by System')),
  row('Failed', 'Betalingsservice', 'Betalingsservice', error(200001, 'signup failed')),
  row('Failed', 'Card', 'SaltPay', error(200005, 'has failed')),
  row('Inactive', 'SMS', 'SMSCPH', { metaData: sms }),
  row('Active', 'DirectDebit', 'DirectDebit'),
  row('Active', 'MobilePayExternal', 'PaymentReceiver'),
  row('Active', 'VippsMobilePayExternal', 'PaymentReceiver'),
  row('Active', 'Test', 'Test'),
  row('Active', 'Log', 'Log'),
];

function error(errorCode: Schemas['PaymentMethodErrorCode'], what: string): PaymentMethod {
  return { errorCode, errorDescription: `Payment Method ${what}` };
}

function cancel(
  cancelCode: Schemas['PaymentMethodCancelCode'],
  cancelDescription: string,
): PaymentMethod {
  return { cancelCode, cancelDescription, cancelledTs };
}

const guidOf = (first: string, index: number) =>
  `${first}863d62e-d53b-4651-9b7b-${String(index + 1).padStart(12, '0')}`;

/** The first is the one of the demo's page. */
export const guids = rows.map((_, index) => guidOf('a', index));
/** Has payments pending. */
export const pendingPaymentsGuid = guidOf('a', 1);
/** A site may still name a method that the API does not know any more. */
export const goneGuid = guidOf('a', 98);
/** Its subscriptions stay as they are when it is cancelled. */
export const paymentRequiredGuid = guidOf('a', 2);
/** Belongs to somebody else. */
export const foreignGuid = guidOf('a', rows.length - 1);

function subscriptionsOf(index: number, paymentMethodGuid: string): Subscription[] {
  if (index > 2) return [];
  const rest = [
    { state: 'Active', holdDescription: '', nextDueDate: '2027-02-01' },
    { state: 'OnHold', holdDescription: 'Away until the summer', nextDueDate: '' },
  ];
  return rest.map((more, number) => ({
    subscriptionGuid: guidOf('bc'.charAt(number), index),
    version: 1,
    contactGuid: guidOf('e', index),
    agreementGuid: guidOf('d', index),
    paymentMethodType: rows[index]?.paymentMethodType ?? '',
    paymentMethodGuid,
    createdTs: '2024-01-31 12:00:00 +0100',
    startDate: '2024-02-01',
    expiresAfterDate: '',
    cancelledTs: '',
    cancelCode: '',
    cancelDescription: '',
    archivedTs: '',
    inactivatedTs: '',
    quantity: 1,
    errorCode: '',
    errorDescription: '',
    externalId: '',
    externalLink: '',
    dataSetGuid: '',
    ...more,
  }));
}

/** The data that every start and every reset begins with. */
export function seed(): Map<string, StoredMethod> {
  const stored = rows.map((fields, index): [string, StoredMethod] => {
    const guid = guidOf('a', index);
    const method: PaymentMethod = {
      paymentMethodGuid: guid,
      paymentSessionGuid: guidOf('f', index),
      contactGuid: guidOf('e', index),
      paymentGatewayGuid: guidOf('9', index),
      paymentGatewaySubscriptionToken: `token-${index}`,
      paymentGatewaySubscriptionReferenceId: `token-${index}`,
      createdTs: '2024-01-31 12:00:00 +0100',
      cancelledTs: '',
      cancelCode: '',
      cancelDescription: '',
      expireTs: '',
      errorCode: '',
      errorDescription: '',
      ...fields,
    };
    const one: StoredMethod = {
      subscriber: guid === foreignGuid ? 'ola' : 'kari',
      method,
      subscriptions: subscriptionsOf(index, guid),
      hasPendingPayments: guid === pendingPaymentsGuid,
      isPaymentRequired: index === 2,
    };
    return [guid, one];
  });
  return new Map(stored);
}
