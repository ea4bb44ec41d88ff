import type { Source } from './source.js';

/** The texts of `connect-vipps-payment`. */
export const vippsPayment: Source = {
  family: 'vipps-payment',
  languages: {
    nb: () => import('./nb/vipps-payment.js'),
    nn: () => import('./nn/vipps-payment.js'),
    sv: () => import('./sv/vipps-payment.js'),
    da: () => import('./da/vipps-payment.js'),
    fi: () => import('./fi/vipps-payment.js'),
  },
};
