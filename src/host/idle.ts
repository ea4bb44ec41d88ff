import { platform } from '../platform/platform.js';
import { happened, pageReady } from './page.js';

/** Milliseconds. A page that never rests, such as one with an animation, is not waited for longer. */
const longest = 5_000;
const moment = 300;

/** What only needs to wait that asks by itself; tests replace its member. */
export const idle = {
  /** Resolves when the page is there, is seen, and has nothing better to do; where nobody can say, after a moment. */
  async begins(): Promise<void> {
    await pageReady();
    while (!platform.isSeen()) await happened(document, 'visibilitychange');
    await new Promise((resolve) => {
      if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: longest });
      // eslint-disable-next-line no-restricted-globals -- no time that a test could set
      else setTimeout(resolve, moment);
    });
  },
};
