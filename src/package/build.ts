import { copyFrameworks } from './frameworks.js';

/** What the package has beside the elements, after `vite build` and the compiler. */
copyFrameworks();
