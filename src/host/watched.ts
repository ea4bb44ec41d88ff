import { whenSignedOut } from './signed-out.js';
import { watchPage, type PageWatcher } from './watch-page.js';

/** Who is told what happens to the page, and that the subscriber has logged out. */
export interface Watched extends PageWatcher {
  forget(): void;
}

const all = new Set<Watched>();
const watcher: PageWatcher = {
  seen: (how) => all.forEach((one) => one.seen(how)),
  stored: (key) => all.forEach((one) => one.stored(key)),
};
whenSignedOut(() => all.forEach((one) => one.forget()));

/** From now on, until `unwatch`. */
export function watch(one: Watched): void {
  all.add(one);
  watchPage(watcher);
}

export function unwatch(one: Watched): void {
  all.delete(one);
}
