import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

await import('connect-elements');
