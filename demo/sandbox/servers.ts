/** What the package's own entry loads when it is asked to start something. */
export { startOnlineFundraising } from './online-fundraising/index.js';
export { startSandbox } from './index.js';
export { startSwedbankPay } from './swedbank-pay/index.js';
