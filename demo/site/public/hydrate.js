// In this order: Lit looks for its hydration once, when it is loaded.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

// What the server has written is painted first, also when this script comes from a cache.
await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
await import('connect-elements');
