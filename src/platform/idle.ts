import { platform } from './platform.js';

/** Milliseconds. A page that never rests, such as one with an animation, is not waited for longer. */
const longest = 5_000;
const moment = 300;

/** A part of the seam that only what asks by itself needs; tests replace its member. */
export const idle = {
  /** Resolves when the page is seen and has nothing better to do; after a moment where the browser cannot say. */
  async begins(): Promise<void> {
    while (!platform.isSeen()) {
      await new Promise((resolve) =>
        document.addEventListener('visibilitychange', resolve, { once: true }),
      );
    }
    await new Promise((resolve) => {
      if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: longest });
      else setTimeout(resolve, moment);
    });
  },
};
