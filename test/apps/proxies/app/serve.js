import { loadPhp, servePhp } from './php.js';

/** Serves `site` by PHP, and prints its origin. */
console.log(await servePhp(await loadPhp('site')));
