import { text, type JsonObject } from '../decode.js';
import { agreementProviders, type Agreement, type AgreementProvider } from './agreement.js';
import type { AgreementReference, ApiRequest } from './dialect.js';

const referenceFields = ['agreementRef', 'recurrenceToken', 'subscriptionId'];

/** ASSUMED: see `agreementReference` of the dialect. */
export function agreementReference(item: JsonObject): AgreementReference | undefined {
  const field = referenceFields.find((name) => text(item[name]));
  return field ? { field, value: text(item[field]) } : undefined;
}

/** ASSUMED: see `addAgreement` of the dialect. */
export function additionOf(provider: AgreementProvider, productCode: string): ApiRequest {
  return {
    method: 'POST',
    path: agreementProviders[provider].path,
    body: provider === 'payex' ? { tokenType: 'card', productCode } : { productCode },
  };
}

const providerIds: Partial<Record<AgreementProvider, (listed: unknown) => unknown>> = {
  vipps: Number,
  payex: String,
};

/** ASSUMED: see `removeAgreement` of the dialect. */
export function removalOf(agreement: Agreement): ApiRequest {
  const { provider, reference, referenceField, paymentProviderId } = agreement;
  return {
    method: 'PATCH',
    path: agreementProviders[provider].path,
    body: {
      [referenceField]: reference,
      ...(paymentProviderId != null && {
        paymentProviderId: providerIds[provider]?.(paymentProviderId) ?? paymentProviderId,
      }),
    },
  };
}
