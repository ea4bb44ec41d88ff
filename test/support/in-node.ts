import { after, afterEach, before, beforeEach } from 'node:test';
import { restorePlatform, usePlatform } from './fake-platform.js';

/** For rules that stand beside their unit: the replaced platform, put back after each test. */
export * from './fake-platform.js';

let staying: ReturnType<typeof setInterval>;

// A page stays while something waits for its deadline; Node would end.
before(() => void (staying = setInterval(() => {}, 60_000)));
after(() => clearInterval(staying));
// Node has no page; a page has an origin.
beforeEach(() => usePlatform({ isOpaque: () => false }));
afterEach(restorePlatform);
