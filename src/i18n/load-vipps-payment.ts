import type { Source } from './source.js';

/** The texts of `connect-vipps-payment`. */
export const vippsPayment: Source = {
  family: 'vipps-payment',
  languages: {
    nb: () =>
      import(/* webpackChunkName: "connect-elements.vipps-payment.nb" */ './nb/vipps-payment.js'),
    nn: () =>
      import(/* webpackChunkName: "connect-elements.vipps-payment.nn" */ './nn/vipps-payment.js'),
    sv: () =>
      import(/* webpackChunkName: "connect-elements.vipps-payment.sv" */ './sv/vipps-payment.js'),
    da: () =>
      import(/* webpackChunkName: "connect-elements.vipps-payment.da" */ './da/vipps-payment.js'),
    fi: () =>
      import(/* webpackChunkName: "connect-elements.vipps-payment.fi" */ './fi/vipps-payment.js'),
  },
};
