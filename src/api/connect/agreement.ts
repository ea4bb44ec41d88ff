import type { components } from './schema.js';

/** Who keeps a recurring agreement or token. */
export type AgreementProvider = 'vipps' | 'payex' | 'klarna' | 'nexi';

interface Documented {
  /** Below the API's address, for list, add and remove; the redirect's path is its end. */
  readonly path: string;
  /** The list's name in the answer. */
  readonly list: string;
  readonly paymentMethod: components['schemas']['ProductPaymentMethod'];
}

/** What the reference says of the four (Connect API, tags Vipps, PayEx, Klarna, Nexi). */
export const agreementProviders: Readonly<Record<AgreementProvider, Documented>> = {
  vipps: {
    path: '/v1/customer/payment/vipps/agreement',
    list: 'recurringAgreements',
    paymentMethod: 'recurringVippsPayment',
  },
  payex: {
    path: '/v1/api/payment/payex/token',
    list: 'paymentRecurrenceTokens',
    paymentMethod: 'recurringPayExCardPayment',
  },
  klarna: {
    path: '/v1/customer/payment/klarna/token',
    list: 'recurringTokens',
    paymentMethod: 'recurringKlarnaPayment',
  },
  nexi: {
    path: '/v1/api/payment/nexi/subscription',
    list: 'subscriptions',
    paymentMethod: 'recurringNexiPayment',
  },
};

export function isProvider(name: string): name is AgreementProvider {
  return Object.hasOwn(agreementProviders, name);
}

/** A recurring agreement, token or subscription. What the API does not say is an empty text. */
export interface Agreement {
  readonly provider: AgreementProvider;
  /** How the API names it; with an empty one it cannot be removed. */
  readonly reference: string;
  /** The field that holds the reference, such as `agreementRef`. */
  readonly referenceField: string;
  /** A number or a text, as it was listed. */
  readonly paymentProviderId: unknown;
  readonly productCode: string;
  readonly merchantId: string;
  /** Such as `xxxx-xxxxxx-x2348`; PayEx only, as the rest. */
  readonly maskedCardNumber: string;
  readonly cardTypeName: string;
  /** `1` to `12`. */
  readonly expirationMonth: string;
  /** Two digits. */
  readonly expirationYear: string;
}

/** ASSUMED: see `isAgreementAbout` of the dialect. */
export function isAgreementAbout(
  { productCode: own }: Agreement,
  productCode: string,
): boolean | undefined {
  return own ? own === productCode : undefined;
}

/** Who keeps the agreements by which a product is paid; undefined where it is paid without one. */
export function providerOf(paymentMethod: string): AgreementProvider | undefined {
  const providers = Object.keys(agreementProviders).filter(isProvider);
  return providers.find((one) => agreementProviders[one].paymentMethod === paymentMethod);
}
