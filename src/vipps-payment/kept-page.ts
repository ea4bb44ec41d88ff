import { ours } from '../flow/kept-key.js';
import type { VippsPage } from '../flow/vipps/runner.js';
import { keep, type Keeping } from '../host/kept.js';
import { platform } from '../platform/platform.js';

/** One payment, however its address is written. */
export function nameOf(src: string): string {
  const here = platform.href();
  return `${ours}${URL.canParse(src, here) ? new URL(src, here).href : src}`;
}

/** What is kept is kept for this tab alone. */
export function vippsPage(keeping: () => Keeping): VippsPage {
  return {
    wait: (ms) => platform.wait(ms),
    isSeen: () => platform.isSeen(),
    lock: (name) => platform.lock(name),
    keep: (name, value) => keep(keeping(), name, value, true),
  };
}
