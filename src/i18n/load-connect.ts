import type { Source } from './source.js';

/** The texts of all elements but `connect-method-status` and `connect-vipps-payment`. */
export const connect: Source = {
  family: 'connect',
  languages: {
    nb: () => import('./nb/connect.js'),
    nn: () => import('./nn/connect.js'),
    sv: () => import('./sv/connect.js'),
    da: () => import('./da/connect.js'),
    fi: () => import('./fi/connect.js'),
  },
};
