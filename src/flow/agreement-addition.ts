import {
  addAgreement,
  agreementProviders,
  fingerprints,
  isProvider,
  listAgreements,
} from '../api/connect/agreements.js';
import type { Operation } from './operations.js';

/**
 * Adding an agreement with the provider that keeps them for a payment method, such as
 * `recurringVippsPayment`; with the first one when the address that says so was made up.
 *
 * Done is what the server lists now and did not list before (`known`): an older agreement for the
 * same product is no proof of a new one.
 */
export function agreementAddition(paymentMethod: string): Operation {
  const names = Object.keys(agreementProviders).filter(isProvider);
  const provider =
    names.find((name) => agreementProviders[name].paymentMethod === paymentMethod) ?? 'vipps';
  return {
    flow: 'add-agreement',
    path: agreementProviders[provider].path.replace(/.*(?=\/payment)/, '') + '/add',
    idParameter: 'transactionId',
    create: (api, { productCode }, options) => addAgreement(api, provider, productCode, options),
    look: async (api, { productCode, known }, options) => {
      const before = known?.split('.');
      const listed = await listAgreements(api, provider, options);
      const now = fingerprints(listed, productCode, api.dialect);
      return { is: now.some((one) => before?.includes(one) === false) ? 'done' : 'open' };
    },
  };
}
