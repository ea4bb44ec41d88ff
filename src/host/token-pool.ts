import type { Access } from '../api/http.js';
import { singleFlight, type IssuedToken, type TokenRequest } from '../api/token.js';
import { platform } from '../platform/platform.js';

/** Whoever asks with a token; an element does so while it is on the page. */
export interface TokenUser {
  readonly isConnected: boolean;
}

/** Where a token comes from, and whose it is. */
interface Source {
  /** A provider or an address. */
  readonly from: unknown;
  /** What the site calls the subscriber. */
  readonly subscriber: string | undefined;
}

interface Shared extends Source {
  readonly access: Access;
  readonly users: Set<TokenUser>;
}

let count = 0;
/** Tokens that elements share, each for as long as one of them uses it. */
const kept = new Set<Shared>();

/** The access by a source, with the token of whoever uses it already. Who has used another leaves that. */
export function sharedAccess(
  { from, subscriber }: Source,
  user: TokenUser,
  issue: (request: TokenRequest) => Promise<IssuedToken>,
): Access {
  const known = [...kept].find((one) => one.from === from && one.subscriber === subscriber);
  const shared = known ?? {
    from,
    subscriber,
    access: { id: `source ${++count}`, token: singleFlight(issue, platform), subscriber },
    users: new Set(),
  };
  if (user.isConnected) {
    shared.users.add(user);
    kept.add(shared);
  }
  leaveAccesses(user, shared);
  return shared.access;
}

/** A token goes with the last that used it: whoever comes later may be another subscriber's. */
export function leaveAccesses(user: TokenUser, but?: Shared): void {
  for (const one of kept) {
    if (one !== but && one.users.delete(user) && !one.users.size) kept.delete(one);
  }
}

/** Forgets every token, whoever uses it. */
export function forgetAccesses(): void {
  kept.clear();
}
