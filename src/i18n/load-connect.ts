import type { Source } from './source.js';

/** The texts of all elements but `connect-method-status` and `connect-vipps-payment`. */
export const connect: Source = {
  family: 'connect',
  languages: {
    nb: () => import(/* webpackChunkName: "connect-elements.nb" */ './nb/connect.js'),
    nn: () => import(/* webpackChunkName: "connect-elements.nn" */ './nn/connect.js'),
    sv: () => import(/* webpackChunkName: "connect-elements.sv" */ './sv/connect.js'),
    da: () => import(/* webpackChunkName: "connect-elements.da" */ './da/connect.js'),
    fi: () => import(/* webpackChunkName: "connect-elements.fi" */ './fi/connect.js'),
  },
};
