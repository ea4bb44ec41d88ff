import { mergeConfig } from 'vitest/config';
import common from './vitest.config.js';

/** As a search finds it: the package goes through Vite, and Lit by its condition for browsers. */
export default mergeConfig(common, {
  resolve: { conditions: ['browser', 'module', 'default'] },
  test: { server: { deps: { inline: [/connect-elements/, /lit/] } } },
});
