import daConnect from '../i18n/da/connect.js';
import daMethodStatus from '../i18n/da/method-status.js';
import daVippsPayment from '../i18n/da/vipps-payment.js';
import fiConnect from '../i18n/fi/connect.js';
import fiMethodStatus from '../i18n/fi/method-status.js';
import fiVippsPayment from '../i18n/fi/vipps-payment.js';
import nbConnect from '../i18n/nb/connect.js';
import nbMethodStatus from '../i18n/nb/method-status.js';
import nbVippsPayment from '../i18n/nb/vipps-payment.js';
import nnConnect from '../i18n/nn/connect.js';
import nnMethodStatus from '../i18n/nn/method-status.js';
import nnVippsPayment from '../i18n/nn/vipps-payment.js';
import svConnect from '../i18n/sv/connect.js';
import svMethodStatus from '../i18n/sv/method-status.js';
import svVippsPayment from '../i18n/sv/vipps-payment.js';
import type { Families, Texts } from '../i18n/keys.js';

/** The texts of every language but English, by code and family. */
export const languages: Readonly<
  Record<string, { readonly [Of in keyof Families]: Texts<Families[Of]> }>
> = {
  da: { connect: daConnect, 'method-status': daMethodStatus, 'vipps-payment': daVippsPayment },
  fi: { connect: fiConnect, 'method-status': fiMethodStatus, 'vipps-payment': fiVippsPayment },
  nb: { connect: nbConnect, 'method-status': nbMethodStatus, 'vipps-payment': nbVippsPayment },
  nn: { connect: nnConnect, 'method-status': nnMethodStatus, 'vipps-payment': nnVippsPayment },
  sv: { connect: svConnect, 'method-status': svMethodStatus, 'vipps-payment': svVippsPayment },
};
