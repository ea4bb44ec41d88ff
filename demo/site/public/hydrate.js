// In this order: Lit looks for its hydration once, when it is loaded.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import 'connect-elements';
