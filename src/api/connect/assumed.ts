import { assumedAnswers } from '../http.js';
import { additionOf, agreementReference, removalOf } from './agreement-requests.js';
import { isAgreementAbout } from './agreement.js';
import { toDay } from './day.js';
import type { Dialect } from './dialect.js';
import { assumedLogin } from './login.js';
import { decodePaymentMethodItem } from './payment-method-item.js';
import { standingOf, totalOf } from './standing.js';

/** What holds until somebody knows better. */
export const assumedDialect: Dialect = {
  paymentMethod: decodePaymentMethodItem,
  standing: standingOf,
  amountOf: totalOf,
  day: (value) => toDay(value) || undefined,
  agreementReference,
  isAgreementAbout,
  addAgreement: additionOf,
  removeAgreement: removalOf,
  ...assumedLogin,
  ...assumedAnswers,
};
