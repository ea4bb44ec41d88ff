import type { Source } from './source.js';

/** The texts of `connect-method-status`. */
export const methodStatus: Source = {
  family: 'method-status',
  languages: {
    nb: () => import('./nb/method-status.js'),
    nn: () => import('./nn/method-status.js'),
    sv: () => import('./sv/method-status.js'),
    da: () => import('./da/method-status.js'),
    fi: () => import('./fi/method-status.js'),
  },
};
