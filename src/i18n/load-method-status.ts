import type { Source } from './source.js';

/** The texts of `connect-method-status`. */
export const methodStatus: Source = {
  family: 'method-status',
  languages: {
    nb: () =>
      import(/* webpackChunkName: "connect-elements.method-status.nb" */ './nb/method-status.js'),
    nn: () =>
      import(/* webpackChunkName: "connect-elements.method-status.nn" */ './nn/method-status.js'),
    sv: () =>
      import(/* webpackChunkName: "connect-elements.method-status.sv" */ './sv/method-status.js'),
    da: () =>
      import(/* webpackChunkName: "connect-elements.method-status.da" */ './da/method-status.js'),
    fi: () =>
      import(/* webpackChunkName: "connect-elements.method-status.fi" */ './fi/method-status.js'),
  },
};
